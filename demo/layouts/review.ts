/** No metadata, no article element, no list of sections: text in a table cell, as in 2004. */
import { html } from '../html';
import type { Story } from '../stories';
import { block, footer, page } from './parts';

export function review(story: Story): string {
  return page({
    outlet: 'review',
    title: story.title,
    body: html`<div class="sheet">
  <a class="name" href="/review/">Public Square Review</a>
  <h1>${story.title}</h1>
  <div class="deck">${story.deck}</div>
  <div class="by">${story.byline}</div>
  <div class="text">${story.blocks.map(block)}</div>
  <div class="end">Matthias Orlow is a contributing editor of the Review. His last book sold 412 copies.</div>
</div>
${footer('review')}`,
  });
}
