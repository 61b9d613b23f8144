/** What is measured beside us, in the page's own world. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = (module: string) => readFileSync(createRequire(import.meta.url).resolve(module), 'utf8');

/** Defines what the contenders call; before the measuring, so that their code is parsed already. */
export const prepare = `${source('@mozilla/readability/Readability.js')}\n;${source('mark.js/dist/mark.min.js')};
  window.Readability = Readability;
  window.contenders = {
    /** The body by Readability, over its clone of the page; then numbers wrapped in <mark> in the page. */
    readability: () => {
      const found = new Readability(document.cloneNode(true)).parse();
      new Mark(document.body).markRegExp(/\\d[\\d,.]*/g);
      return found?.length;
    },
    /** One pass over all text: less cannot be done. */
    treeWalker: () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let length = 0;
      while (walker.nextNode()) length += walker.currentNode.data.length;
      return length;
    },
  };`;

/** Counts what marking does to a page. */
export const watch = `(() => {
  window.shifts = 0;
  window.mutations = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value; }).observe({ type: 'layout-shift' });
  new MutationObserver((records) => { window.mutations += records.length; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})()`;
