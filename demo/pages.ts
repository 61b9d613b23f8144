/** Pages that are no article. */
import { html, type Markup } from './html';
import { footer, masthead, page } from './layouts/parts';
import { type OutletId, outlets } from './outlets';
import { type Story, stories, storiesOf } from './stories';

const storyNames: Record<string, string> = {
  'tavar-flood': 'The Halvard Dam breaks',
  'norvik-troops': 'Norvik’s soldiers in Karelund',
  'redmarsh-steel': 'Job cuts at Redmarsh',
};

const teaser = (story: Story): Markup => html`<li class="teaser">
  <a href="${story.path}"><h3>${story.title}</h3></a><p>${story.deck}</p></li>`;

/** The site's root: every outlet and report. */
export function newsstand(): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return page({
    outlet: 'newsstand',
    title: 'The demo newsstand',
    body: html`<main><h1>The demo newsstand</h1>
<p class="lead">Three invented stories, told by seven invented outlets whose numbers do not agree. Open a report, look at the marks, save it, then open the next one.</p>
<div class="stories">${Object.entries(storyNames).map(
      ([id, name]) =>
        html`<section><img src="/assets/${stories.find((s) => s.story === id && s.image)?.image}.svg" alt=""><h2>${name}</h2><ol>${stories
          .filter((story) => story.story === id)
          .map(
            (story) =>
              html`<li><a href="${story.path}">${story.title}</a> <small>${outlets[story.outlet].name}, ${day.format(new Date(story.published))}</small></li>`,
          )}</ol></section>`,
    )}</div>
<h2>Pages that are no article</h2>
<p class="others">${nonArticles.map(({ path, name }) => html`<a href="${path}">${name}</a> `)}</p></main>`,
  });
}

export function frontPage(outlet: OutletId): string {
  return page({
    outlet,
    title: outlets[outlet].name,
    head: html`<meta property="og:type" content="website">`,
    body: html`${masthead(outlet)}<main class="front"><ul>${[...storiesOf(outlet), ...stories.filter((story) => story.outlet !== outlet)].map(teaser)}</ul></main>${footer(outlet)}`,
  });
}

export function sectionPage(outlet: OutletId, section: string): string {
  return page({
    outlet,
    title: `${section} | ${outlets[outlet].name}`,
    body: html`${masthead(outlet)}<main class="front"><h1>${section}</h1><ul>${stories.map(teaser)}</ul>
<p><a href="?page=2">Older</a></p></main>${footer(outlet)}`,
  });
}

export function productPage(): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Storm lantern No. 3',
    offers: { '@type': 'Offer', price: 64, priceCurrency: 'GBP' },
    aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.6, reviewCount: 1204 },
  };
  return page({
    outlet: 'shop',
    title: 'Storm lantern No. 3 | Fell & Tarn',
    head: html`<meta property="og:type" content="product"><script type="application/ld+json">${{ markup: JSON.stringify(data) }}</script>`,
    body: html`<header class="masthead"><a class="brand" href="#">Fell &amp; Tarn</a><nav><a href="#">Tents</a><a href="#">Lamps</a><a href="#">Basket (2)</a></nav></header>
<main class="product"><img src="/assets/lantern.svg" alt="A brass lantern"><div><h1>Storm lantern No. 3</h1>
<p class="price">64.00 <small>or 4 payments of 16.00</small></p><p>★★★★☆ 4.6 from 1,204 reviews</p>
<p>Burns for 28 hours on 300 millilitres of paraffin. The glass withstands winds of 110 kilometres an hour, the brass tank has been made in the same workshop since 1926, and every part can be bought on its own.</p>
<button type="button">Add to basket</button> <button type="button">Save for later</button>
<h2>Specification</h2><table><tr><th>Height</th><td>34 cm</td></tr><tr><th>Weight</th><td>1.4 kg</td></tr><tr><th>Light</th><td>90 lumens</td></tr></table>
<h2>Reviews</h2><p><b>Hilde, 3 weeks ago.</b> Bought 2, kept both. Lit through a night with 90 km/h gusts.</p><p><b>Sef, 2 months ago.</b> Arrived with a dent; replaced within 4 days.</p></div></main>`,
  });
}

export function searchPage(query: string): string {
  return page({
    outlet: 'shop',
    title: `${query} - Wayfinder`,
    body: html`<header class="masthead"><a class="brand" href="#">Wayfinder</a><form><input name="q" aria-label="Search" value="${query}"><button>Search</button></form></header>
<main class="results"><p>About 48,300 results (0.31 seconds)</p>${stories.map(
      (story) =>
        html`<div class="result"><cite>${outlets[story.outlet].name} › ${story.section}</cite><a href="${story.path}"><h3>${story.title}</h3></a><p>${story.deck}. ${story.blocks.find((b) => b.kind === 'paragraph')?.text.slice(0, 150)} …</p></div>`,
    )}</main>`,
  });
}

export function appPage(): string {
  const cards = ['Order 40 chairs', 'Call the printer (2nd time)', 'Budget: 12,400 left', 'Book a room for 18 people'];
  return page({
    outlet: 'shop',
    title: 'Board | Tidemark',
    body: html`<header class="masthead"><a class="brand" href="#">Tidemark</a><nav><a href="#">Board</a><a href="#">Calendar</a><a href="#">People (9)</a></nav></header>
<main class="board" role="application" aria-label="Board">${['To do', 'Doing', 'Done'].map(
      (name, i) =>
        html`<section><h2>${name} <small>${cards.length - i}</small></h2>${cards.slice(i).map((card) => html`<div class="task" draggable="true">${card}</div>`)}<button type="button">Add a card</button></section>`,
    )}</main>`,
  });
}

export function forumPage(): string {
  const posts = [
    [
      'crosswind',
      'Has anyone run the new ferry timetable against the tides? I get 3 sailings a week that cannot dock at low water.',
    ],
    [
      'Mette K.',
      'Four, if you count the Sunday one. The harbour office told my sister that it was “under review”, which is what they said in 2019.',
    ],
    [
      'old_lamp',
      'The draught of the new boat is 3.2 metres against 2.6 for the old one. Somebody measured the wrong ship.',
    ],
    ['crosswind', 'Thanks both. Have sent the table (17 rows) to the council.'],
  ];
  return page({
    outlet: 'shop',
    title: 'Ferry timetable and the tides - Harbour Forum',
    body: html`<header class="masthead"><a class="brand" href="#">Harbour Forum</a><nav><a href="#">Latest</a><a href="#">Unanswered</a></nav></header>
<main class="thread"><h1>Ferry timetable and the tides</h1>${posts.map(
      ([name, text], i) =>
        html`<div class="post"><div class="who"><b>${name}</b><br><small>${(i + 2) * 113} posts</small></div><div><p>${text}</p><small>#${i + 1} · <a href="#">Reply</a> · <a href="#">Quote</a></small></div></div>`,
    )}</main>`,
  });
}

export function docsPage(): string {
  return page({
    outlet: 'shop',
    title: 'Retries and time-outs | Pipeworks documentation',
    head: html`<meta property="og:type" content="website">`,
    body: html`<header class="masthead"><a class="brand" href="#">Pipeworks docs</a><nav><a href="#">Guide</a><a href="#">Reference</a></nav></header>
<div class="docs"><nav aria-label="Contents"><a href="#">Install</a><a href="#">Queues</a><a href="#">Retries and time-outs</a><a href="#">Limits</a></nav>
<main><h1>Retries and time-outs</h1><p>A job that fails is tried again up to 5 times. The first retry starts after 2 seconds, and each later one waits twice as long as the one before, up to a limit of 15 minutes.</p>
<pre><code>queue.add(job, { retries: 5, backoff: 2_000, limit: 900_000 })</code></pre>
<h2>Time-outs</h2><p>A worker that has not reported for 30 seconds is taken to be gone. Its jobs return to the queue, and count as one attempt.</p>
<h2>Options</h2><table><tr><th>Name</th><th>Default</th><th>Meaning</th></tr><tr><td>retries</td><td>5</td><td>Attempts after the first</td></tr><tr><td>backoff</td><td>2000</td><td>Milliseconds before the first retry</td></tr></table></main></div>`,
  });
}

/** Beside these, each outlet has a front page and section pages. */
export const nonArticles: readonly { path: string; name: string; render: (query: URLSearchParams) => string }[] = [
  { path: '/shop/storm-lantern', name: 'A product', render: productPage },
  { path: '/search?q=halvard+dam', name: 'Search results', render: (query) => searchPage(query.get('q') ?? '') },
  { path: '/app', name: 'An app', render: appPage },
  { path: '/forum/ferry', name: 'A forum', render: forumPage },
  { path: '/docs/retries', name: 'Documentation', render: docsPage },
];
