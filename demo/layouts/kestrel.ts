/** The first article comes with the page; `assets/kestrel.js` swaps in the next one and pushes its address. */
import { html, type Markup } from '../html';
import { type Story, storiesOf } from '../stories';
import { block, dateLine, figure, footer, masthead, page, storyTitle } from './parts';

export function kestrelArticle(story: Story): Markup {
  return html`<article itemscope itemtype="https://schema.org/NewsArticle">
  <h1 itemprop="headline">${story.title}</h1>
  <p class="deck" itemprop="description">${story.deck}</p>
  <p class="byline"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${story.byline}</span></span>
    <span itemprop="datePublished" content="${story.published}">${dateLine(story.published)}</span>
    <span itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Kestrel"></span></p>
  ${figure(story)}
  <div itemprop="articleBody">${story.blocks.map(block)}</div>
</article>`;
}

export function kestrel(story: Story, origin: string): string {
  return page({
    outlet: 'kestrel',
    title: storyTitle(story),
    head: html`<link rel="canonical" href="${origin + story.path}">`,
    scripts: ['kestrel.js'],
    body: html`${masthead('kestrel')}
<div class="layout">
  <nav class="stack" aria-label="Stories">
    ${storiesOf('kestrel').map((other) => html`<a href="${other.path}" data-story="${other.story}">${other.title}</a>`)}
  </nav>
  <main id="view">${kestrelArticle(story)}</main>
</div>
${footer('kestrel')}`,
  });
}
