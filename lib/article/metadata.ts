/** What the page says of its article: title, byline, site, dates, language, address. */
import { canonicalAddress } from './address';
import type { Article } from './article';
import { articleThing, type LinkedThing, namesOf, textOf } from './json-ld';

const squeeze = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() || null;

/** The page's meta elements by their name, property or itemprop in lower case; the first with content counts. */
export type Metas = ReadonlyMap<string, string>;

/** One pass over the meta elements: a query for each of dozens of names would walk the whole page each time. */
export function readMetas(document: Document): Metas {
  const metas = new Map<string, string>();
  const elements = document.getElementsByTagName('meta');
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    const content = squeeze(element?.getAttribute('content'));
    if (!element || !content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      // Several names in one attribute, parted by spaces, are one mistake that pages make.
      for (const name of element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [])
        if (name && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** Content of the first of `names` that the page has. */
export function firstOf(metas: Metas, ...names: string[]): string | null {
  for (const name of names) {
    const content = metas.get(name);
    if (content) return content;
  }
  return null;
}

/** @returns ISO 8601 with the zone as the page writes it; a date alone where it gives no time; null for anything unreadable. */
export function isoDate(text: string | null): string | null {
  if (!text) return null;
  const iso =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text.trim(),
    );
  let stamp: string | null = null;
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const at =
      zone && /\d/.test(zone) && !zone.includes(':') ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone?.toUpperCase();
    stamp = `${year}-${month}-${day}${hour ? `T${hour}:${minute}:${second ?? '00'}${at ?? ''}` : ''}`;
  } else {
    const time = /^\d{10}(?:\d{3})?$/.test(text) ? Number(text.padEnd(13, '0')) : Date.parse(text);
    if (!Number.isNaN(time)) {
      // Without hour in the text, the time of day is the parser's invention.
      const date = new Date(time);
      const pad = (n: number) => String(n).padStart(2, '0');
      stamp = /\d:\d|^\d{10,13}$/.test(text)
        ? date.toISOString().replace('.000', '')
        : `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
    }
  }
  const year = Number(stamp?.slice(0, 4));
  return stamp && !Number.isNaN(Date.parse(stamp)) && year >= 1600 && year <= 2200 ? stamp : null;
}

const separators = /\s+[|•·»«—–-]\s+|\s+::\s+|\s*\|\s*/;

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Removes the site's name from an end of the title; a title that would lose most of itself is left. */
export function trimTitle(title: string, siteName: string | null, headline: string | null): string {
  if (headline && title !== headline && title.includes(headline) && words(headline).length >= 3) return headline;
  const parts = title.split(separators);
  if (parts.length < 2) return title;
  const site = siteName ? words(siteName).join('') : '';
  const isSite = (part: string) =>
    site !== '' && (words(part).join('') === site || (words(part).join('').includes(site) && words(part).length < 6));
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|•·»«—–:-]+$/, '');
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|•·»«—–:-]+/, '');
  return title;
}

function findTitle(document: Document, metas: Metas, thing: LinkedThing | null, siteName: string | null): string {
  const headings = document.getElementsByTagName('h1');
  const titleTag = squeeze(document.title);
  const claimed = [
    squeeze(textOf(thing?.value['headline'])),
    firstOf(metas, 'og:title', 'twitter:title', 'dc.title', 'parsely-title', 'headline'),
  ];
  let headline: string | null = null;
  for (let i = 0; i < headings.length && i < 20 && !headline; i++) {
    const text = squeeze(headings[i]?.textContent);
    if (!text || text.length > 300 || headings[i]?.closest('[hidden]')) continue;
    // The heading that the page's other titles repeat; a lone heading is believed without that.
    const echoed = [titleTag, ...claimed].some((other) => other && sharedWords(other, text));
    if (echoed) headline = text;
  }
  for (const claim of claimed) if (claim) return trimTitle(claim, siteName, headline);
  if (headline) return headline;
  if (titleTag) return trimTitle(titleTag, siteName, headline);
  return squeeze(headings[0]?.textContent)?.slice(0, 300) ?? '';
}

/** Do two titles speak of the same thing? */
export function sharedWords(one: string, other: string): boolean {
  const [a, b] = [new Set(words(one)), new Set(words(other))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= 0.6 * Math.min(a.size, b.size) && Math.min(a.size, b.size) >= Math.min(2, a.size);
}

const isAddress = (text: string) => /^https?:|^@|^www\./i.test(text);

/** "By Ann Smith, Staff writer | 3 May" -> "Ann Smith". Names have no digits: what follows one is a date. */
export function trimByline(text: string | null): string | null {
  const bare = squeeze(text)
    ?.replace(/^(?:written |reported |posted |story |words |text )?by[:\s]+/i, '')
    .replace(/[\s,]*\d.*$/, '')
    .replace(/\s*(?:[|•·]|\bupdated\b|\bpublished\b|\bposted\b|\bon \w+ \d).*$/i, '')
    .replace(/,?\s*(?:staff (?:writer|reporter)|correspondent|contributor|reporter|editor)s?$/i, '')
    .trim();
  return bare && bare.length <= 120 && !isAddress(bare) && /\p{L}/u.test(bare) ? bare : null;
}

/** Microdata's value of the first match: its `content`, else its text. */
function contentOf(within: ParentNode, selector: string): string | null {
  const element = within.querySelector(selector);
  return squeeze(element?.getAttribute('content') ?? element?.textContent?.slice(0, 300));
}

function findByline(within: ParentNode, metas: Metas, thing: LinkedThing | null): string | null {
  const names = namesOf(thing?.value['author']).filter((name) => !isAddress(name));
  if (names.length > 0) return trimByline(names.join(', '));
  const meta = firstOf(metas, 'author', 'article:author', 'dc.creator', 'parsely-author', 'byl', 'sailthru.author');
  const claimed = trimByline(meta);
  if (claimed) return claimed;
  const selector =
    '[itemprop="author"] [itemprop="name"],[itemprop="author"],[rel="author"],.byline,[class*="byline" i],.author-name,.article-author';
  return trimByline(contentOf(within, selector));
}

function canonicalLink(document: Document): string | null {
  const links = document.getElementsByTagName('link');
  for (let i = 0; i < links.length; i++)
    if (/(?:^|\s)canonical(?:\s|$)/i.test(links[i]?.getAttribute('rel') ?? ''))
      return links[i]?.getAttribute('href') ?? null;
  return null;
}

function hostName(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}

function findDates(
  within: ParentNode,
  metas: Metas,
  thing: LinkedThing | null,
): Pick<Article, 'publishedAt' | 'modifiedAt'> {
  const date = (key: string) => isoDate(textOf(thing?.value[key]));
  const publishedAt =
    date('datePublished') ??
    isoDate(
      firstOf(
        metas,
        'article:published_time',
        'datepublished',
        'og:article:published_time',
        'parsely-pub-date',
        'pubdate',
        'publishdate',
        'dc.date.issued',
        'dc.date',
        'sailthru.date',
        'date',
        'article.published',
        'published_at',
        'publish-date',
      ),
    ) ??
    date('dateCreated') ??
    isoDate(
      timeOf(
        within,
        '[itemprop="datePublished"],time[pubdate],time.published,.entry-date[datetime],.published[datetime],.dateline[datetime]',
      ),
    ) ??
    isoDate(timeOf(within, within.nodeType === 9 ? 'article time[datetime],main time[datetime]' : 'time[datetime]'));
  const modifiedAt =
    date('dateModified') ??
    isoDate(firstOf(metas, 'article:modified_time', 'datemodified', 'og:updated_time', 'lastmod', 'last-modified')) ??
    isoDate(timeOf(within, '[itemprop="dateModified"],time.updated'));
  return { publishedAt, modifiedAt };
}

function timeOf(within: ParentNode, selector: string): string | null {
  const element = within.querySelector(selector);
  return (
    element?.getAttribute('datetime') ??
    element?.getAttribute('content') ??
    squeeze(element?.textContent)?.slice(0, 60) ??
    null
  );
}

function findLanguage(document: Document, metas: Metas, thing: LinkedThing | null): string | null {
  const claims = [
    document.documentElement?.getAttribute('lang'),
    document.documentElement?.getAttribute('xml:lang'),
    metas.get('content-language'),
    textOf(thing?.value['inLanguage'], 'alternateName'),
    firstOf(metas, 'og:locale', 'dc.language'),
  ];
  for (const claim of claims) {
    const tag = claim
      ?.trim()
      .replace(/_/g, '-')
      .split(/[,;\s]/)[0];
    if (!tag) continue;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? null;
    } catch {
      // Not a language tag: the next one.
    }
  }
  return null;
}

/** The head's titles, as far as it has any. */
function titlesOf(things: readonly LinkedThing[], metas: Metas): string[] {
  const claimed = [
    textOf(articleThing(things)?.value['headline']),
    firstOf(metas, 'og:title', 'twitter:title', 'dc.title'),
  ];
  return claimed.filter((title) => title !== null);
}

/** One article of a page whose head may speak of another one. */
export interface OwnPart {
  element: Element;
  headline: Element;
}

/**
 * @param url the page's address now, which a single-page navigation may have changed since it was loaded.
 * @param part where the article stands when the page holds several, or was another one when it was loaded. What the head says of another
 *   headline is not believed then.
 */
export function readMetadata(
  document: Document,
  url: string,
  things: readonly LinkedThing[],
  metas: Metas,
  part: OwnPart | null = null,
): Omit<Article, 'text'> {
  const headline = squeeze(part?.headline.textContent)?.slice(0, 300) ?? '';
  const titles = titlesOf(things, metas);
  const another =
    part !== null && headline !== '' && titles.length > 0 && !titles.some((title) => sharedWords(title, headline));
  const [ownThings, ownMetas]: [readonly LinkedThing[], Metas] = another ? [[], new Map()] : [things, metas];
  const within = another ? part.element : document;
  const thing = articleThing(ownThings);
  const publisher = textOf(articleThing(things)?.value['publisher']);
  const siteName =
    firstOf(metas, 'og:site_name') ??
    squeeze(publisher) ??
    contentOf(document, '[itemprop="publisher"] [itemprop="name"]') ??
    squeeze(textOf(things.find(({ types }) => types.includes('WebSite'))?.value['name'])) ??
    firstOf(metas, 'application-name') ??
    hostName(url);
  const canonical = another
    ? []
    : [
        canonicalLink(document),
        firstOf(metas, 'og:url'),
        textOf(thing?.value['mainEntityOfPage'], '@id') ?? textOf(thing?.value['url'], '@id'),
      ];
  return {
    url,
    canonicalUrl: canonicalAddress(url, canonical),
    title: part && headline ? headline : findTitle(document, metas, thing, siteName),
    byline: findByline(within, ownMetas, thing),
    siteName,
    ...findDates(within, ownMetas, thing),
    language: findLanguage(document, metas, thing),
  };
}
