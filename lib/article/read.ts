/** A page in, its article out: the one door to this room. */
import type { Article } from './article';
import { type Body, findBody } from './body';
import { gather, glance, judge, type Verdict, weighBody } from './detect';
import { readJsonLd } from './json-ld';
import { readMetadata, readMetas } from './metadata';
import type { NoArticle, PartNotice } from './reasons';
import { chooseArticle, type Wanted, type WholeArticle, wholeArticles } from './several';
import { mapText, type TextMap } from './text-map';
import { type Budget, defaultBudget, scan, type Tree } from './tree';

export interface Found {
  article: Article;
  map: TextMap;
  /** Holds the whole body: what to watch for changes. */
  root: Element;
  /** Open shadow roots that parts of the body stand in. */
  shadows: ShadowRoot[];
  /** Why only a part was read; null when all was. */
  notice: PartNotice | null;
}

/** `found` is there for a page that is no article too, where it has some text: a person may want it read anyway. */
export type Reading =
  | { isArticle: true; found: Found }
  | { isArticle: false; reason: NoArticle | null; found: Found | null };

export interface ReadOptions {
  /** Read what is no article too. */
  full?: boolean;
  budget?: Budget;
  /** Of several whole articles on the page, the one that is meant; the first else. */
  wanted?: Wanted;
  /** The page was another one when it was loaded: what its head says may be old. */
  navigated?: boolean;
}

/** The first look: cheap, no layout, no walk. What is not `no` is worth reading. */
export function glanceAt(document: Document, url: string): Verdict {
  if (!document.body) return { isArticle: 'no', reason: 'noBody' };
  return glance(document, gather(document, url, readJsonLd(document), readMetas(document)));
}

/** A page that went elsewhere without loading: the one headline is believed before the head. */
function onlyHeadline(tree: Tree, body: Body): WholeArticle | null {
  const headlines = tree.regions.filter(({ element }) => element.tagName === 'H1');
  const [headline] = headlines;
  return headline && headlines.length === 1
    ? { headline: headline.element, region: tree.regions[0] ?? body.region }
    : null;
}

function shadowsOf({ blocks }: Body): ShadowRoot[] {
  const roots = new Set(blocks.map(({ region }) => region.element.getRootNode()));
  return [...roots].filter((root) => root.nodeType === 11) as ShadowRoot[];
}

/**
 * Reads the live page without changing it.
 * @param url its address now.
 * @yields now and then, so that the caller can give the page its turn. Throws nothing on any page.
 */
export function* readPage(
  document: Document,
  url: string,
  { full = false, budget = defaultBudget, wanted, navigated = false }: ReadOptions = {},
): Generator<void, Reading> {
  const none = (reason: NoArticle | null): Reading => ({ isArticle: false, reason, found: null });
  if (!document.body) return none('noBody');
  const things = readJsonLd(document);
  const metas = readMetas(document);
  const signals = gather(document, url, things, metas);
  const first = glance(document, signals);
  if (first.isArticle === 'no' && !full) return none(first.reason);
  yield;
  let tree: Tree = yield* scan(document.body, budget);
  yield;
  const several = wholeArticles(tree);
  const chosen =
    several.length > 0 ? chooseArticle(several, wanted ?? { stay: null, title: document.title, inView: null }) : null;
  if (chosen) tree = yield* scan(chosen.region.element, budget);
  const body: Body | null = findBody(tree);
  const verdict = first.isArticle === 'no' ? first : judge(signals, weighBody(body));
  if (!body || body.blocks.length === 0) return none(verdict.reason ?? 'noText');
  if (verdict.isArticle !== 'yes' && !full) return none(verdict.reason);
  yield;
  const map = yield* mapText(body.blocks, budget.characters);
  yield;
  const notice: PartNotice | null = tree.cut ?? (map.text.length >= budget.characters ? 'text' : null);
  const own = chosen ?? (navigated ? onlyHeadline(tree, body) : null);
  const part = own && { element: own.region.element, headline: own.headline };
  const article = { ...readMetadata(document, url, things, metas, part), text: map.text };
  const found = { article, map, root: body.region.element, shadows: shadowsOf(body), notice };
  return verdict.isArticle === 'yes' ? { isArticle: true, found } : { isArticle: false, reason: verdict.reason, found };
}

/** Runs stepwise work in one go. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Reads in one go, what is no article too. */
export function readPageNow(document: Document, url: string): Reading {
  return atOnce(readPage(document, url, { full: true }));
}
