/** Pages that the demo site has no place for: they fail, hurt, or watch us. Served under /odd/. */
import type { Answer } from '../../demo/site';
import { stories } from '../../demo/stories';
import { hostilePage } from './hostile-pages';
import { livingPage } from './living-pages';

const html = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

const paragraphs = stories
  .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph'))
  .map(({ text }) => text);

interface Parts {
  title: string;
  paragraphs: readonly string[];
  head?: string;
  after?: string;
}

/** An article that says so, with its text in plain paragraphs. */
const article = ({ title, paragraphs: texts, head = '', after = '' }: Parts): Answer =>
  html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="Odd Pages">
<meta property="article:published_time" content="2026-03-01T08:00:00Z">${head}</head>
<body><main><article><h1>${title}</h1>
${texts.map((text) => `<p>${text}</p>`).join('\n')}
</article></main>${after}</body></html>`);

/** Keeps the page as it was parsed, and counts what changes in it from then on. */
const watching = `<script>
  document.addEventListener('DOMContentLoaded', () => {
    window.asParsed = document.documentElement.outerHTML;
    window.mutations = [];
    new MutationObserver((records) => window.mutations.push(...records.map(({ type, target }) => type + ' in ' + target.nodeName)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script>`;

const withoutNumbers = [
  'The choir of Saint Brannoc sang in the ruined nave on Sunday, and the whole village came to listen although the rain had not stopped since the morning.',
  'Martha Quill, who conducts the choir, said that she had chosen the oldest hymn in the book because its author had lived in the valley and was buried under the yew.',
  'The roof of the church was lost in a storm before the war, and the parish never found the money to replace it. Sheep graze between the pillars now, and children climb on the altar steps.',
  'People brought umbrellas, blankets and a great deal of soup. When the singing ended nobody moved for a while, and then everybody spoke at once, as people do who have been quiet for too long.',
  'The choir hopes to return at midsummer. The sheep, said the farmer who owns them, had not objected, and he would see to it that they were elsewhere if they did.',
];

const manyScripts = [
  '🚒 Fire crews from the town of Brennick fought a blaze at a paint store on Friday night that forced 120 people from their homes, the fire service said. 🔥🔥',
  'הדובר אמר כי האש כובתה עד הבוקר. المتحدث باسم البلدية قال إن الطريق مغلق. The spokesman, Elias Morrow, said that 35 firefighters had been sent to the scene.',
  '👩‍🚒👨‍👩‍👧‍👦 Families were taken to a school, where 48 beds had been put up in the gymnasium. “Nobody was hurt,” said Morrow, “and that is a small wonder.”',
  'The store’s owner, the Calder Paint Company, said it had lost goods worth 2.4 million euros. 𝟞 𝓼𝓽𝓪𝓻𝓼, wrote a customer — hours before the fire.',
];

/** Every frame for a second the article is thrown away and written anew, as a page does that hydrates badly. */
const restless = `<script>
  const article = document.querySelector('article');
  const markup = article.innerHTML;
  let until = performance.now() + 1000;
  const again = () => {
    article.innerHTML = performance.now() < until ? '<p>Loading</p>'.repeat(3) + markup : markup;
    if (performance.now() < until) requestAnimationFrame(again);
    else document.title = 'at rest';
  };
  again();
</script>`;

/** The smallest file that a viewer opens. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** The text of /odd/edited: a newspaper corrects its article while the test runs. */
let edition: readonly string[] = [];
export const publish = (texts: readonly string[]) => {
  edition = texts;
};

const pages: Record<string, () => Answer> = {
  watched: () => article({ title: 'A watched page', paragraphs: paragraphs.slice(0, 9), head: watching }),
  'no-numbers': () => article({ title: 'Singing in the rain', paragraphs: withoutNumbers }),
  scripts: () => article({ title: 'Paint store burns', paragraphs: manyScripts }),
  restless: () => article({ title: 'Never at rest', paragraphs: paragraphs.slice(0, 12), after: restless }),
  edited: () => article({ title: 'A corrected article', paragraphs: edition }),
  'no-body': () =>
    html(`<!doctype html><html><head><title>No body</title><meta property="og:type" content="article"></head>
      <body><script>document.body.remove()</script></body></html>`),
  frames: () =>
    html(
      '<!doctype html><html><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="/odd/no-numbers"></frameset></html>',
    ),
  empty: () => html(''),
  text: () => ({ headers: { 'content-type': 'text/plain' }, body: paragraphs.join('\n\n') }),
  svg: () => ({
    headers: { 'content-type': 'image/svg+xml' },
    body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">14 people</text></svg>',
  }),
  xhtml: () => ({
    headers: { 'content-type': 'application/xhtml+xml' },
    body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Strict</title><meta property="og:type" content="article"/></head><body>${paragraphs
      .slice(0, 9)
      .map((text) => `<p>${text.replaceAll('&', '&amp;')}</p>`)
      .join('')}</body></html>`,
  }),
  pdf: () => ({ headers: { 'content-type': 'application/pdf' }, body: pdf }),
  xml: () => ({
    headers: { 'content-type': 'application/xml' },
    body: '<?xml version="1.0"?><report><p>14 people</p></report>',
  }),
};

export function oddPage(path: string): Answer | null {
  const name = /^\/odd\/([\w-]+)/.exec(path)?.[1];
  return name && Object.hasOwn(pages, name) ? (pages[name]?.() ?? null) : (livingPage(path) ?? hostilePage(path));
}
