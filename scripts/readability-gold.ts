/** Readability's own test pages as gold: their expected HTML as text, and whether each is readerable at all. */
import { JSDOM, VirtualConsole } from 'jsdom';

interface Row {
  id: string;
  url: string;
  expectedHtml: string;
  meta: { readerable: boolean };
}

const rowsOf = <T>(jsonl: string) =>
  jsonl
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

const lines = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,td,th,dt,dd,figcaption,br,section,article,tr';

function textOf(html: string): string {
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  for (const element of window.document.querySelectorAll(lines)) element.append('\n');
  const text = window.document.body.textContent ?? '';
  window.close();
  return text;
}

/** @returns rows as `score.mjs pages` wants them. */
export const readabilityGold = (jsonl: string): string =>
  rowsOf<Row>(jsonl)
    .map(({ id, url, expectedHtml }) => JSON.stringify({ id, url, gold: textOf(expectedHtml) }))
    .join('\n');

/** Per cent of the articles that were taken for one, and of the pages that are none that were told apart. */
export function toldApart(jsonl: string, predictions: string): Record<string, number> {
  const said = new Map(rowsOf<{ id: string; isArticle: boolean }>(predictions).map((row) => [row.id, row.isArticle]));
  const rows = rowsOf<Row>(jsonl);
  const share = (readerable: boolean) => {
    const of = rows.filter(({ meta }) => meta.readerable === readerable);
    return +((100 * of.filter(({ id }) => said.get(id) === readerable).length) / of.length).toFixed(1);
  };
  return { 'articles detected': share(true), 'others told apart': share(false) };
}
