/** An empty shell; `assets/foreland.js` fetches the article and renders it when the page has loaded. */
import { html, type Markup } from '../html';
import { openGraph } from '../metadata';
import type { Story } from '../stories';
import { block, canonical, dateLine, figure, footer, masthead, page, storyTitle } from './parts';

export function foreland(story: Story, origin: string): string {
  return page({
    outlet: 'foreland',
    title: storyTitle(story),
    head: html`${canonical(story, origin)}${openGraph(story, origin)}`,
    scripts: ['foreland.js'],
    body: html`${masthead('foreland')}
<div id="root" data-story="${story.story}"><p class="loading">Loading…</p></div>
${footer('foreland')}`,
  });
}

/** What the script puts into the shell. */
export const forelandArticle = (story: Story): Markup => html`<article class="story">
  <div class="hero">${figure(story)}<div class="title"><span class="chip">${story.section}</span><h1>${story.title}</h1></div></div>
  <p class="deck">${story.deck}</p>
  <p class="byline"><b>${story.byline}</b> ${dateLine(story.published)}</p>
  <div class="text">${story.blocks.map(block)}</div>
</article>`;
