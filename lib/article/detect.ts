/** Is this page an article? First from what it says of itself, cheaply; then from the body that was found. */
import type { Body } from './body';
import { isArticleType, type LinkedThing, readJsonLd } from './json-ld';
import { metaOf } from './metadata';
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
  path: string;
  /** Parameters of a search. */
  searched: boolean;
}

export interface Verdict {
  isArticle: 'yes' | 'no' | 'unsure';
  /** For people: why not. Empty when it is one. */
  reason: string;
}

const otherTypes: [RegExp, string][] = [
  [/^(?:Product|ProductGroup|Offer|AggregateOffer|SomeProducts|Vehicle|IndividualProduct)$/, 'This is a product page.'],
  [/^SearchResultsPage$/, 'These are search results.'],
  [/^(?:DiscussionForumPosting|QAPage|Question)$/, 'This is a discussion.'],
  [/^(?:CollectionPage|ItemList|Blog|ProfilePage)$/, 'This is a list of articles.'],
  [
    /^(?:Recipe|Event|JobPosting|Course|LocalBusiness|Restaurant|Hotel|SoftwareApplication|WebApplication|Movie|TVSeries|MusicAlbum)$/,
    'This is not an article.',
  ],
];

const listPath =
  /^\/(?:(?:category|categories|tag|tags|topics?|section|sections|author|authors|archive|archives|search|latest|page)\/?[^/]*(?:\/page\/\d+)?|search)\/?$/i;

export function gather(
  document: Document,
  url: string,
  things: readonly LinkedThing[] = readJsonLd(document),
): Signals {
  const address = URL.canParse(url) ? new URL(url) : null;
  return {
    types: things.flatMap(({ types }) => types),
    ogType: metaOf(document, 'og:type')?.toLowerCase() ?? null,
    dated: metaOf(document, 'article:published_time', 'datePublished', 'parsely-pub-date', 'pubdate') !== null,
    microdata: document.querySelectorAll(
      '[itemtype*="schema.org/"][itemtype$="Article"],[itemtype$="schema.org/BlogPosting"]',
    ).length,
    bodies: document.querySelectorAll('[itemprop~="articleBody"]').length,
    path: address?.pathname ?? '/',
    searched:
      /(?:^|[?&])(?:q|query|s|search|keyword)=/i.test(address?.search ?? '') && !/[?&]p=\d/.test(address?.search ?? ''),
  };
}

/** Weighs the cheap signals: `strength` above 0 speaks for an article, below 0 against one. */
export function weigh(signals: Signals): { strength: number; reason: string } {
  let strength = 0;
  let reason = '';
  const articles = signals.types.filter(isArticleType).length;
  if (articles === 1) strength += 3;
  else if (articles > 1) strength += articles > 5 ? -1 : 1;
  if (articles !== 1)
    for (const [pattern, why] of otherTypes)
      if (signals.types.some((type) => pattern.test(type))) {
        strength -= articles > 0 ? 1 : 3;
        reason ||= why;
      }
  if (signals.ogType === 'article') strength += 2;
  else if (signals.ogType && /product|profile|video|music|book|game|place|business/.test(signals.ogType)) strength -= 2;
  if (signals.dated) strength += 1;
  if (signals.microdata === 1 || signals.bodies === 1) strength += 2;
  else if (signals.microdata > 3) strength -= 2;
  if (signals.path === '/' || /^\/(?:index|home|default)\.\w+$/i.test(signals.path)) {
    strength -= 3;
    reason ||= 'This is a front page.';
  } else if (listPath.test(signals.path)) {
    strength -= 3;
    reason ||= 'This is a list of articles.';
  } else if (/\d{4}\/\d{1,2}|\d{5,}|(?:[a-z0-9]+-){4,}/i.test(signals.path)) strength += 1;
  if (signals.searched) {
    strength -= 3;
    reason ||= 'These are search results.';
  }
  return { strength, reason };
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
  const no = (why: string): Verdict => ({ isArticle: 'no', reason: why });
  if (body.prose < 60) return no(reason || 'There is no running text on this page.');
  if (body.entries > 3 && body.entries * 2 >= body.paragraphs && strength < 3)
    return no(reason || 'This is a list of articles.');
  if (strength <= -3) return no(reason);
  if (strength >= 2)
    return body.prose >= 140 ? { isArticle: 'yes', reason: '' } : no('There is too little text on this page.');
  // Nothing said by the page itself: Readability's probe, a sum over long paragraphs, on what was found.
  const enough = strength < 0 ? 1500 : strength === 0 ? 500 : 300;
  if (body.prose >= enough && body.paragraphs >= (strength < 0 ? 4 : 1)) return { isArticle: 'yes', reason: '' };
  return no(reason || 'There is too little running text for an article.');
}
