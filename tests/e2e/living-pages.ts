/** Pages that change while they are read. Served under /odd/. Each has a function `change` that tests call. */
import type { Answer } from '../../demo/site';

const html = (body: string): Answer => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });

/** Two reports of the same shape; numbers of the one are nowhere in the other. */
const ferry = [
  'The ferry Corrievar ran aground near Skell Point on Monday with 86 passengers on board, the coast guard said. Nobody was hurt.',
  'A helicopter lifted 14 people from the deck before the wind grew too strong, and a lifeboat took off the others in the course of the afternoon, the coast guard said.',
  'The captain, Ada Lindgren, said the steering had failed an hour after the ship left harbour. The company that owns the ferry declined to comment on the cause.',
  'Two other ferries on the same line were taken out of service for an inspection, which the coast guard expects to take at least 3 days. The line carries 1,200 people a day.',
];
const mine = [
  'A mine near Orsk that had been closed for a decade will open again in autumn and give work to 740 people, the regional government said on Tuesday.',
  'The company behind it, Halden Minerals, has promised to spend 95 million euros on pumps and on a railway line. It did not say what it would do if the price of copper fell again.',
  'People in the valley are divided. The mayor, Sverre Dahl, said that 9 in 10 of the houses that stand empty now would be lived in again before long.',
  'A group of fishermen that opposes the mine said the river had needed 22 years to recover from the last one, and handed over a list with 3,100 names.',
];

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const ferryArticle = `<article><h1>Ferry runs aground near Skell Point</h1>\n${paragraphs(ferry)}\n</article>`;
const mineArticle = `<article><h1>Mine near Orsk to open again</h1>\n${paragraphs(mine)}\n</article>`;

interface Parts {
  body: string;
  script?: string;
  lang?: string;
}

const page = ({ body, script = '', lang = 'en' }: Parts): Answer =>
  html(`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Ferry runs aground near Skell Point</title><link rel="icon" href="data:,">
<meta property="og:type" content="article"><meta property="og:title" content="Ferry runs aground near Skell Point"><meta property="og:site_name" content="Living Pages">
<style>p { font: 18px/1.6 serif; max-width: 36em } article { margin-bottom: 40em }</style></head>
<body><main>${body}</main><script>${script}</script></body></html>`);

const infinite = `
  const next = ${JSON.stringify(mineArticle)};
  window.append = () => document.querySelector('main').insertAdjacentHTML('beforeend', next);
  window.change = () => {
    document.querySelectorAll('h1')[1].scrollIntoView();
    document.title = 'Mine near Orsk to open again';
    history.pushState(null, '', '/odd/infinite/mine-near-orsk-to-open-again');
  };`;

const shadow = `
  customElements.define('news-story', class extends HTMLElement {
    connectedCallback() {
      const render = () => this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<div>${ferryArticle}</div>`)};
      this.hasAttribute('late') ? setTimeout(render, 700) : render();
    }
  });
  window.change = () => {
    const text = document.querySelector('news-story').shadowRoot.querySelector('p').firstChild;
    text.data = text.data.replace('86', '91');
  };`;

const advertised = `
  let shown = 0;
  window.change = () => {
    const ad = document.querySelector('.ad-slot');
    if (ad) ad.remove();
    else document.querySelectorAll('p')[1].insertAdjacentHTML('afterend', '<div class="ad-slot"><p>Up to 60% off at Pennine Sofas until Sunday, with 4 years of credit and 0% interest for everyone who asks for it.</p></div>');
    return ++shown;
  };`;

/** What a browser's translator does: every text goes into two nested elements, and the page's language changes. */
const translated = `
  window.change = (lang) => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      inner.textContent = window.words?.[text.data] ?? text.data;
    }
    document.documentElement.lang = lang;
    document.documentElement.className = 'translated-ltr';
  };`;

const german = [
  'Die Fähre Corrievar ist am Montag vor Skell Point auf Grund gelaufen. An Bord waren nach Angaben der Küstenwache 86 Fahrgäste, verletzt wurde niemand.',
  'Ein Hubschrauber holte 14 Menschen vom Deck, bevor der Wind zu stark wurde; ein Rettungsboot nahm im Laufe des Nachmittags die anderen auf, sagte die Küstenwache.',
  'Die Kapitänin Ada Lindgren sagte, das Ruder habe eine Stunde nach dem Ablegen versagt. Die Reederei wollte sich zur Ursache nicht äußern.',
];

/** All that a page can find out about what happens to it; `changes` says what is another than before we came. */
const spying = `
  const look = () => ({
    globals: Object.getOwnPropertyNames(window).sort().join(),
    documentProperties: Object.getOwnPropertyNames(document).join(),
    elementPrototype: Object.getOwnPropertyNames(Element.prototype).join(),
    markup: document.documentElement.outerHTML.length,
    styleSheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    resources: performance.getEntriesByType('resource').filter(({ name }) => name.includes('extension')).length,
    marks: performance.getEntriesByType('mark').length + performance.getEntriesByType('measure').length,
    storage: localStorage.length + sessionStorage.length + document.cookie.length,
    frames: window.length,
    focus: document.activeElement.tagName,
    selection: getSelection().rangeCount,
    scroll: scrollX + ',' + scrollY,
    height: document.documentElement.scrollHeight,
    timers: setTimeout.toString() + fetch.toString() + history.pushState.toString(),
    highlights: CSS.highlights.size,
  });
  window.mutations = [];
  window.changes = () => {};
  let before;
  document.addEventListener('DOMContentLoaded', () => {
    before = look();
    new MutationObserver((records) => mutations.push(...records.map(({ type }) => type)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  window.changes = () => Object.fromEntries(Object.entries(look()).filter(([name, now]) => now !== before[name]).map(([name, now]) => [name, [before[name], now]]));`;

const pages: Record<string, () => Answer> = {
  spying: () => page({ body: ferryArticle, script: spying }),
  linked: () => page({ body: ferryArticle.replace('86 passengers', '<a href="#passengers">86 passengers</a>') }),
  infinite: () => page({ body: ferryArticle, script: infinite }),
  shadow: () => page({ body: '<news-story></news-story>', script: shadow }),
  'shadow-late': () => page({ body: '<news-story late></news-story>', script: shadow }),
  advertised: () => page({ body: ferryArticle, script: advertised }),
  translated: () =>
    page({
      body: `<article><h1>Fähre läuft vor Skell Point auf Grund</h1>${paragraphs(german)}</article>`,
      script: `window.words = ${JSON.stringify(Object.fromEntries(german.map((text, i) => [text, ferry[i]])))};${translated}`,
      lang: 'de',
    }),
  framed: () =>
    html(`<!doctype html><html lang="en"><head><title>A page with a frame</title><link rel="icon" href="data:,"></head>
      <body><p>Below is another page.</p><iframe src="/odd/infinite" width="800" height="600"></iframe></body></html>`),
};

export function livingPage(path: string): Answer | null {
  const name = /^\/odd\/([\w-]+)/.exec(path)?.[1];
  return name && Object.hasOwn(pages, name) ? (pages[name]?.() ?? null) : null;
}
