/** One long article, made of all the reports: for reading at length, and for measuring. */
import { html } from './html';
import { block, canonical, dateLine, footer, masthead, page } from './layouts/parts';
import { openGraph } from './metadata';
import { type Block, type Story, stories } from './stories';

/** @param words at least so many, the reports being repeated where they do not suffice; at most 400,000. */
export function longRead(words: number, origin: string): string {
  const wanted = Math.min(Math.max(words, 1), 400_000);
  const blocks: Block[] = [];
  for (let count = 0; count < wanted; ) {
    for (const story of stories) {
      blocks.push({ kind: 'heading', text: story.title }, ...story.blocks.filter(({ kind }) => kind === 'paragraph'));
      count += story.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
      if (count >= wanted) break;
    }
  }
  const story: Story = {
    story: 'long',
    outlet: 'ledger',
    path: '/long',
    title: 'Everything we printed this winter',
    deck: 'Three stories, twelve reports, and the numbers that did not agree',
    byline: 'The editors',
    section: 'Archive',
    place: '',
    image: '',
    caption: '',
    published: '2026-03-12T09:00:00Z',
    modified: '2026-03-12T09:00:00Z',
    blocks,
  };
  return page({
    outlet: 'ledger',
    title: story.title,
    head: html`${canonical(story, origin)}${openGraph(story, origin)}`,
    body: html`${masthead('ledger')}<main><article><header><h1>${story.title}</h1><p class="deck">${story.deck}</p>
      <p class="byline">${story.byline} · ${dateLine(story.published)}</p></header>${blocks.map(block)}</article></main>${footer('ledger')}`,
  });
}
