import { html } from '../html';
import { openGraph } from '../metadata';
import type { Story } from '../stories';
import { block, canonical, dateLine, figure, footer, masthead, others, page, storyTitle } from './parts';

export function courier(story: Story, origin: string): string {
  const middle = Math.ceil(story.blocks.length / 2);
  const [lead, more] = [others(story, 3), others(story, 8).slice(3)];
  return page({
    outlet: 'courier',
    title: storyTitle(story),
    head: html`${canonical(story, origin)}${openGraph(story, origin)}`,
    scripts: ['courier.js'],
    body: html`<div class="strip">Subscribe for 1 a week for 12 weeks</div>
${masthead('courier')}
<div class="columns">
  <main id="story">
    <div class="kicker">${story.section}</div>
    <h1>${story.title}</h1>
    <p class="standfirst">${story.deck}</p>
    <div class="meta"><span class="author">${story.byline}</span> ${dateLine(story.published)} <button type="button">Share</button></div>
    ${figure(story)}
    <div class="story-body">
      ${story.blocks.slice(0, 3).map(block)}
      <section class="related" aria-label="Read more">
        <h3>Read more</h3>
        <ul>${lead.map((other) => html`<li><a href="${other.path}">${other.title}</a></li>`)}</ul>
      </section>
      ${story.blocks.slice(3, middle).map(block)}
      <form class="newsletter" action="#">
        <h3>The Morning Courier</h3>
        <p>Join 140,000 readers: the day's five stories in your inbox at 6 a.m., free of charge.</p>
        <label>E-mail <input type="email" name="email"></label> <button>Sign up</button>
      </form>
      ${story.blocks.slice(middle).map(block)}
    </div>
    <section class="comments" aria-label="Comments">
      <h3>37 comments</h3>
      <article><b>Moorlander</b><p>I make it nearer 20,000, and I have lived here for 60 years.</p></article>
      <article><b>A. Teal</b><p>Third time this paper has printed a map without a scale. 2 out of 10.</p></article>
    </section>
  </main>
  <aside class="rail">
    <h3>Most read</h3>
    <ol>${more.map((other) => html`<li><a href="${other.path}">${other.title}</a></li>`)}</ol>
    <div class="ad">Advertisement<br><b>Pennine Sofas</b><br>Up to 60% off until Sunday</div>
  </aside>
</div>
${footer('courier')}
<div class="cookies" role="region" aria-label="Cookies">
  <p><b>Your choices.</b> We and our 842 partners would like to store information on this device.</p>
  <button type="button" data-close>Reject</button> <button type="button" data-close>Accept all</button>
</div>`,
  });
}
