/**
 * Pages with several whole articles one under the other, as infinite scrolling makes them. Each is read on its own: text, title and address
 * of one must not be mixed with another's.
 */
import { holderOf } from './flat';
import { sharedWords } from './metadata';
import type { Region, Tree } from './tree';

/** Characters of prose that make a whole article; less under a headline is a teaser. */
const leastProse = 600;

export interface WholeArticle {
  region: Region;
  headline: Element;
}

/** Which of several articles is meant, the first that decides. */
export interface Wanted {
  /** An element of the article that was read before: it stays. */
  stay: Element | null;
  /** The page's title, which pages change with the address. */
  title: string;
  /** What stands in the middle of the window. */
  inView: Element | null;
}

const isArticle = ({ element, hint }: Region) => element.tagName === 'ARTICLE' || hint === 2;

/** @returns the articles that stand side by side, each with a headline (h1) of its own; fewer than two of them are none. */
export function wholeArticles(tree: Tree): WholeArticle[] {
  const headlines = tree.regions.filter(({ element }) => element.tagName === 'H1');
  if (headlines.length < 2) return [];
  const found: WholeArticle[] = [];
  for (const [at, headline] of headlines.entries()) {
    const [before, after] = [headlines[at - 1]?.index ?? -1, headlines[at + 1]?.index ?? Number.POSITIVE_INFINITY];
    let region = headline;
    let own = false;
    for (let up = headline.parent; up && up.index > before && up.end <= after; up = up.parent) {
      region = up;
      own ||= isArticle(up);
    }
    own ||= tree.regions.slice(region.index, region.end).some(isArticle);
    if (own && region.prose >= leastProse) found.push({ region, headline: headline.element });
  }
  // Chapters of one article have headlines, too: they share the article around them.
  for (let up = found[0]?.region.parent ?? null; up; up = up.parent) {
    const [first, last] = [up.index, up.end];
    const around = found.filter(({ region }) => region.index > first && region.index < last).length;
    if (isArticle(up) && around > 1) return [];
  }
  return found.length < 2 ? [] : found;
}

/** `element` and all that hold it. */
function andAbove(element: Element | null): Set<Element> {
  const found = new Set<Element>();
  for (let at = element; at; at = holderOf(at)) found.add(at);
  return found;
}

/** @param articles at least one. */
export function chooseArticle(articles: readonly WholeArticle[], { stay, title, inView }: Wanted): WholeArticle | null {
  const holding = (element: Element | null) => {
    const above = andAbove(element);
    return articles.find(({ region }) => above.has(region.element));
  };
  const staying = holding(stay);
  if (staying) return staying;
  const named = articles.filter(({ headline }) => sharedWords(headline.textContent ?? '', title));
  if (named.length === 1 && named[0]) return named[0];
  return holding(inView) ?? articles[0] ?? null;
}
