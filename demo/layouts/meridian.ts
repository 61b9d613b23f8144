import { html } from '../html';
import { jsonLd } from '../metadata';
import type { Story } from '../stories';
import { block, canonical, dateLine, footer, masthead, others, page, storyTitle } from './parts';

export function meridian(story: Story, origin: string): string {
  const [first, ...rest] = story.blocks;
  return page({
    outlet: 'meridian',
    title: storyTitle(story),
    head: html`${canonical(story, origin)}${jsonLd(story, origin)}`,
    body: html`${masthead('meridian')}
<main>
  <article>
    <p class="slug">${story.section} · ${dateLine(story.published)}</p>
    <h1>${story.title}</h1>
    <p class="deck">${story.deck}</p>
    <p class="byline">By ${story.byline}</p>
    <p><span class="place">${story.place} (Meridian)</span> — ${first?.text}</p>
    ${rest.map(block)}
    <p class="credits">Reporting by ${story.byline}; editing by Paul Whitcombe</p>
  </article>
  <aside aria-label="Latest">
    <h2>Latest</h2>
    <ul>${others(story, 6).map((other) => html`<li><a href="${other.path}">${other.title}</a></li>`)}</ul>
  </aside>
</main>
${footer('meridian')}`,
  });
}
