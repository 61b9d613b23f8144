/** A page in, its article out: the one door to this room. */
import type { Article } from './article';
import { type Body, findBody } from './body';
import { gather, judge, weighBody } from './detect';
import { readJsonLd } from './json-ld';
import { readMetadata } from './metadata';
import { mapText, type TextMap } from './text-map';
import { type Budget, defaultBudget, scan, type Tree } from './tree';

export interface Found {
  article: Article;
  map: TextMap;
  /** Holds the whole body: what to watch for changes. */
  root: Element;
  /** For people: why only a part was read; null when all was. */
  notice: string | null;
}

/** `found` is there for a page that is no article too, where it has some text: a person may want it read anyway. */
export type Reading = { isArticle: true; found: Found } | { isArticle: false; reason: string; found: Found | null };

const notices = {
  nodes: 'This page is very large: only its first part was read.',
  text: 'This text is very long: only its first part was read.',
};

/**
 * Reads the live page without changing it.
 * @param url its address now. @param full false: an article's text and positions only where the page is one.
 * @yields now and then, so that the caller can give the page its turn. Throws nothing on any page.
 */
export function* readPage(
  document: Document,
  url: string,
  full: boolean,
  budget: Budget = defaultBudget,
): Generator<void, Reading> {
  if (!document.body) return { isArticle: false, reason: 'This page has no body.', found: null };
  const things = readJsonLd(document);
  const signals = gather(document, url, things);
  const tree: Tree = yield* scan(document.body, budget);
  yield;
  const body: Body | null = findBody(tree);
  const verdict = judge(signals, weighBody(body));
  if (!body || body.blocks.length === 0)
    return { isArticle: false, reason: verdict.reason || 'There is no running text on this page.', found: null };
  const isArticle = verdict.isArticle === 'yes';
  if (!isArticle && !full) return { isArticle, reason: verdict.reason, found: null };
  yield;
  const map = mapText(body.blocks);
  yield;
  const article = { ...readMetadata(document, url, things), text: map.text };
  const found = { article, map, root: body.region.element, notice: tree.cut ? notices[tree.cut] : null };
  return isArticle ? { isArticle, found } : { isArticle, reason: verdict.reason, found };
}

/** Reads in one go, what is no article too. */
export function readPageNow(document: Document, url: string): Reading {
  const steps = readPage(document, url, true);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
