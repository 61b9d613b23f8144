import { html, type Markup } from '../html';
import { jsonLdLiveBlog } from '../metadata';
import type { Block, Story } from '../stories';
import { block, canonical, dateLine, figure, footer, masthead, page, storyTitle } from './parts';

/** Each entry with the paragraphs under it. */
function entries(blocks: readonly Block[]): { head: Block; body: Block[] }[] {
  const result: { head: Block; body: Block[] }[] = [];
  for (const next of blocks) {
    if (next.kind === 'entry') result.push({ head: next, body: [] });
    else result.at(-1)?.body.push(next);
  }
  return result;
}

const entry = (story: Story, { head, body }: { head: Block; body: Block[] }): Markup => html`<section class="entry">
  <time datetime="${story.published.slice(0, 10)}T${head.time}:00Z">${head.time}</time>
  <h2>${head.text}</h2>
  ${body.map(block)}
  <div class="share"><button type="button">Share</button> <button type="button">Copy link</button></div>
</section>`;

export function northgate(story: Story, origin: string): string {
  return page({
    outlet: 'northgate',
    title: storyTitle(story),
    head: html`${canonical(story, origin)}${jsonLdLiveBlog(story, origin)}`,
    scripts: ['northgate.js'],
    body: html`${masthead('northgate')}
<main>
  <article class="live">
    <p class="badge">Live</p>
    <h1>${story.title}</h1>
    <p class="deck">${story.deck}</p>
    <p class="byline">${story.byline} · updated ${dateLine(story.modified)}</p>
    ${figure(story)}
    <button type="button" class="newer" hidden>Show 1 new update</button>
    <div class="entries">${entries(story.blocks).map((each) => entry(story, each))}</div>
  </article>
</main>
${footer('northgate')}`,
  });
}
