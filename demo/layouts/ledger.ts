import { html } from '../html';
import { openGraph } from '../metadata';
import type { Story } from '../stories';
import { block, canonical, dateLine, figure, footer, masthead, others, page, storyTitle } from './parts';

export function ledger(story: Story, origin: string): string {
  return page({
    outlet: 'ledger',
    title: storyTitle(story),
    head: html`${canonical(story, origin)}${openGraph(story, origin)}`,
    body: html`${masthead('ledger')}
<main>
  <article>
    <header><span class="desk">${story.section}</span><h1>${story.title}</h1><p class="deck">${story.deck}</p>
      <p class="byline">By <span rel="author">${story.byline}</span> · ${dateLine(story.published)}</p></header>
    ${figure(story)}
    ${story.blocks.map(block)}
  </article>
  <section class="next" aria-label="More from the Night Ledger"><h2>Keep reading</h2>
    ${others(story, 3).map((other) => html`<a href="${other.path}"><b>${other.title}</b><span>${other.deck}</span></a>`)}</section>
</main>
${footer('ledger')}`,
  });
}
