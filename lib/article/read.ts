/** A page in, its article out: the one door to this room. */
import type { Article } from './article';
import { type Body, findBody } from './body';
import { gather, glance, judge, weighBody } from './detect';
import { readJsonLd } from './json-ld';
import { readMetadata, readMetas } from './metadata';
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
 * The first look: cheap, no layout, no walk.
 * @returns why the page is no article; null where it may be one and is worth reading.
 */
export function glanceAt(document: Document, url: string): string | null {
  if (!document.body) return 'This page has no body.';
  const verdict = glance(document, gather(document, url, readJsonLd(document), readMetas(document)));
  return verdict.isArticle === 'no' ? verdict.reason : null;
}

/**
 * Reads the live page without changing it.
 * @param url its address now. @param full read what is no article too.
 * @yields now and then, so that the caller can give the page its turn. Throws nothing on any page.
 */
export function* readPage(
  document: Document,
  url: string,
  full: boolean,
  budget: Budget = defaultBudget,
): Generator<void, Reading> {
  const none = (reason: string): Reading => ({ isArticle: false, reason, found: null });
  if (!document.body) return none('This page has no body.');
  const things = readJsonLd(document);
  const metas = readMetas(document);
  const signals = gather(document, url, things, metas);
  const first = glance(document, signals);
  if (first.isArticle === 'no' && !full) return none(first.reason);
  yield;
  const tree: Tree = yield* scan(document.body, budget);
  yield;
  const body: Body | null = findBody(tree);
  const verdict = first.isArticle === 'no' ? first : judge(signals, weighBody(body));
  if (!body || body.blocks.length === 0) return none(verdict.reason || 'There is no running text on this page.');
  if (verdict.isArticle !== 'yes' && !full) return none(verdict.reason);
  yield;
  const map = mapText(body.blocks, budget.characters);
  yield;
  const cut = tree.cut ?? (map.text.length >= budget.characters ? 'text' : null);
  const notice = cut && notices[cut];
  const article = { ...readMetadata(document, url, things, metas), text: map.text };
  const found = { article, map, root: body.region.element, notice };
  return verdict.isArticle === 'yes' ? { isArticle: true, found } : { isArticle: false, reason: verdict.reason, found };
}

/** Reads in one go, what is no article too. */
export function readPageNow(document: Document, url: string): Reading {
  const steps = readPage(document, url, true);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
