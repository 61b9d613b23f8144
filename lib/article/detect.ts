/** Is this page an article? First from what it says of itself, cheaply; then from the body that was found. */
import type { Body } from './body';
import { isArticleType, type LinkedThing } from './json-ld';
import { firstOf, type Metas } from './metadata';
import type { NoArticle } from './reasons';
import { isProse } from './tree';

/** Cheap signals; each is looked up once. */
export interface Signals {
  /** Types described in JSON-LD. */
  types: string[];
  ogType: string | null;
  /** The page gives a date of publication in its meta elements. */
  dated: boolean;
  /** Microdata articles and articleBody properties. */
  microdata: number;
  bodies: number;
  /** There is an AMP edition of it, or it is one: publishers make them of articles. */
  amp: boolean;
  path: string;
  /** Parameters of a search. */
  searched: boolean;
}

export interface Verdict {
  /** `unsure` until the body was read. */
  isArticle: 'yes' | 'no' | 'unsure';
  /** Why not; null when it is one. */
  reason: NoArticle | null;
}

const otherTypes: [RegExp, NoArticle][] = [
  [/^(?:Product|ProductGroup|Offer|AggregateOffer|SomeProducts|Vehicle|IndividualProduct)$/, 'product'],
  [/^SearchResultsPage$/, 'search'],
  [/^(?:DiscussionForumPosting|QAPage|Question)$/, 'discussion'],
  [/^(?:CollectionPage|ItemList|Blog|ProfilePage)$/, 'list'],
  [
    /^(?:Recipe|Event|JobPosting|Course|LocalBusiness|Restaurant|Hotel|SoftwareApplication|WebApplication|Movie|TVSeries|MusicAlbum)$/,
    'other',
  ],
];

const listPath =
  /^\/(?:(?:category|categories|tag|tags|topics?|section|sections|author|authors|archive|archives|search|latest|page)\/?[^/]*(?:\/page\/\d+)?|search)\/?$/i;

const articleMicrodata =
  '[itemtype$="schema.org/Article"],[itemtype$="schema.org/NewsArticle"],[itemtype$="schema.org/BlogPosting"],[itemprop~="articleBody"]';

function isAmp(document: Document): boolean {
  const root = document.documentElement;
  if (root?.hasAttribute('amp') || root?.hasAttribute('⚡')) return true;
  const links = document.getElementsByTagName('link');
  for (let i = 0; i < links.length; i++) if (links[i]?.rel.toLowerCase() === 'amphtml') return true;
  return false;
}

export function gather(document: Document, url: string, things: readonly LinkedThing[], metas: Metas): Signals {
  const address = URL.canParse(url) ? new URL(url) : null;
  const microdata = document.querySelectorAll(articleMicrodata);
  let bodies = 0;
  for (let i = 0; i < microdata.length && i < 20; i++) if (microdata[i]?.hasAttribute('itemprop')) bodies++;
  return {
    types: things.flatMap(({ types }) => types),
    ogType: metas.get('og:type')?.toLowerCase() ?? null,
    dated: firstOf(metas, 'article:published_time', 'datepublished', 'parsely-pub-date', 'pubdate') !== null,
    microdata: microdata.length - bodies,
    bodies,
    amp: isAmp(document),
    path: address?.pathname ?? '/',
    searched:
      /(?:^|[?&])(?:q|query|s|search|keyword)=/i.test(address?.search ?? '') && !/[?&]p=\d/.test(address?.search ?? ''),
  };
}

/** From this strength on the page has said itself that it is an article. */
const sureFrom = 2;

/** Weighs the cheap signals: `strength` above 0 speaks for an article, below 0 against one. */
export function weigh(signals: Signals): { strength: number; reason: NoArticle | null } {
  let strength = 0;
  let reason: NoArticle | null = null;
  const articles = signals.types.filter(isArticleType).length;
  if (articles === 1) strength += 3;
  else if (articles > 1) strength += articles > 5 ? -1 : 1;
  if (articles !== 1)
    for (const [pattern, why] of otherTypes)
      if (signals.types.some((type) => pattern.test(type))) {
        strength -= articles > 0 ? 1 : 3;
        reason ??= why;
      }
  if (signals.ogType === 'article') strength += 2;
  else if (signals.ogType && /product|profile|video|music|book|game|place|business/.test(signals.ogType)) strength -= 2;
  if (signals.dated) strength += 1;
  if (signals.amp) strength += 1;
  if (signals.microdata === 1 || signals.bodies === 1) strength += 2;
  else if (signals.microdata > 3) strength -= 2;
  if (signals.path === '/' || /^\/(?:index|home|default)\.\w+$/i.test(signals.path)) {
    strength -= 3;
    reason ??= 'front';
  } else if (listPath.test(signals.path)) {
    strength -= 3;
    reason ??= 'list';
  } else if (/\d{4}\/\d{1,2}|\d{5,}|(?:[a-z0-9]+-){4,}/i.test(signals.path)) strength += 1;
  if (signals.searched) {
    strength -= 3;
    reason ??= 'search';
  }
  return { strength, reason };
}

/** Elements of one tree that are looked at for shadow roots, and of all: pages of components have few elements in each. */
const mostSearched = 300;
const mostSearchedInAll = 3000;

/** Open shadow roots, the outer ones first; a page that keeps its text in them has no paragraphs outside. */
function shadowRoots(document: Document): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  let left = mostSearchedInAll;
  const search = (elements: ArrayLike<Element>) => {
    const end = Math.min(elements.length, mostSearched, left);
    left -= end;
    for (let i = 0; i < end; i++) {
      const shadow = elements[i]?.shadowRoot;
      if (shadow) found.push(shadow);
    }
  };
  search(document.getElementsByTagName('*'));
  for (let i = 0; i < found.length; i++) search(found[i]?.querySelectorAll('*') ?? []);
  return found;
}

/** Paragraphs on the page, those in shadow roots included where it has few others: what changes when a page renders its text late. */
export function countParagraphs(document: Document): number {
  let count = document.getElementsByTagName('p').length;
  if (count < 10) for (const root of shadowRoots(document)) count += root.querySelectorAll('p').length;
  return count;
}

/** Elements looked at by the probe, and characters of long paragraphs that are enough to read the page in full. */
const mostProbed = 400;
const probeEnough = 140;

/**
 * Readability's probe in spirit: is there running text at all? Reads text lengths only; no layout.
 * @returns characters in paragraphs of 60 and more, at least `probeEnough` where that much was found.
 */
export function probe(document: Document): number {
  let found = 0;
  const look = (element: Element | null) => {
    const length = element?.textContent?.length ?? 0;
    if (length >= 60) found += length;
  };
  const paragraphs = document.getElementsByTagName('p');
  for (let i = 0; i < paragraphs.length && i < mostProbed && found < probeEnough; i++) look(paragraphs[i] ?? null);
  // Texts without paragraphs: line breaks between lines, or blocks that hold their text themselves.
  const breaks = document.getElementsByTagName('br');
  for (let i = 0; i < breaks.length && i < mostProbed && found < probeEnough; i++)
    look(breaks[i]?.parentElement ?? null);
  const others = document.getElementsByTagName('article');
  for (let i = 0; i < others.length && i < 20 && found < probeEnough; i++) look(others[i] ?? null);
  if (found >= probeEnough) return found;
  for (const root of shadowRoots(document)) {
    const inside = root.querySelectorAll('p');
    for (let i = 0; i < inside.length && i < mostProbed && found < probeEnough; i++) look(inside[i] ?? null);
    // Paragraphs that stand in the page and are shown through a slot were counted; bare text in a root counts as one.
    if (inside.length === 0) for (let i = 0; i < root.children.length; i++) look(root.children[i] ?? null);
  }
  return found;
}

/**
 * The first, cheap verdict: `no` where the page says what else it is, or has no running text; nothing else is done there then. `yes` where it
 * says that it is an article; its body may still disappoint.
 */
export function glance(document: Document, signals: Signals): Verdict {
  const { strength, reason } = weigh(signals);
  if (strength <= -3) return { isArticle: 'no', reason };
  if (probe(document) < probeEnough) return { isArticle: 'no', reason: reason ?? 'noText' };
  return strength >= sureFrom ? { isArticle: 'yes', reason: null } : { isArticle: 'unsure', reason };
}

/** What the body says: its prose, and how much it looks like a list of teasers. */
export interface BodySignals {
  /** Characters. */
  prose: number;
  paragraphs: number;
  longest: number;
  /** Nested <article> elements or linked headings: entries of a list. */
  entries: number;
}

export function weighBody(body: Body | null): BodySignals {
  const found: BodySignals = { prose: 0, paragraphs: 0, longest: 0, entries: 0 };
  if (!body) return found;
  for (const block of body.blocks) {
    if (isProse(block)) {
      found.prose += block.length;
      if (block.length >= 140) found.paragraphs++;
      found.longest = Math.max(found.longest, block.length);
    } else if (/^H[2-4]$/.test(block.region.element.tagName) && block.linked > block.length * 0.8) found.entries++;
  }
  const nested = body.region.element.getElementsByTagName('article').length;
  found.entries = Math.max(found.entries, nested > 1 ? nested : 0);
  return found;
}

/** The verdict after the body was read. */
export function judge(signals: Signals, body: BodySignals): Verdict {
  const { strength, reason } = weigh(signals);
  const no = (why: NoArticle | null): Verdict => ({ isArticle: 'no', reason: why });
  if (body.prose < 60) return no(reason ?? 'noText');
  if (body.entries > 3 && body.entries * 2 >= body.paragraphs && strength < 3) return no(reason ?? 'list');
  if (strength <= -3) return no(reason);
  if (strength >= sureFrom) return body.prose >= 140 ? { isArticle: 'yes', reason: null } : no('littleText');
  // Nothing said by the page itself: Readability's probe, a sum over long paragraphs, on what was found.
  const enough = strength < 0 ? 1500 : strength === 0 ? 500 : 300;
  if (body.prose >= enough && (body.paragraphs >= (strength < 0 ? 4 : 1) || body.prose >= 3000))
    return { isArticle: 'yes', reason: null };
  return no(reason ?? 'littleText');
}
