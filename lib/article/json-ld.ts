/** What a page says of itself in JSON-LD (schema.org), read defensively: pages write it by hand and by broken templates. */

export interface LinkedThing {
  types: string[];
  value: Record<string, unknown>;
}

/** Larger scripts are product catalogues or whole articles several times over; more are never needed. */
const longestScript = 500_000;
const mostScripts = 20;
const mostThings = 300;

function parse(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // Raw line breaks inside strings are the commonest mistake.
      return JSON.parse(bare.replace(/[\t\r\n]+/g, ' '));
    } catch {
      return null;
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns the things described at top level, in `@graph`, and as `mainEntity`, each with its types; at most a few hundred. */
export function readJsonLd(document: Document): LinkedThing[] {
  const things: LinkedThing[] = [];
  const take = (value: unknown, depth: number) => {
    if (depth > 4 || things.length >= mostThings) return;
    if (Array.isArray(value)) {
      for (const entry of value) take(entry, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    const type = value['@type'];
    const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
    if (types.length > 0) things.push({ types: types.map((name: string) => name.replace(/^.*[/:#]/, '')), value });
    take(value['@graph'], depth + 1);
    take(value['mainEntity'], depth + 1);
    if (typeof value['mainEntityOfPage'] === 'object') take(value['mainEntityOfPage'], depth + 1);
  };
  const scripts = document.getElementsByTagName('script');
  let read = 0;
  for (let i = 0; i < scripts.length && read < mostScripts; i++) {
    const script = scripts[i];
    if (script?.type.toLowerCase() !== 'application/ld+json') continue;
    read++;
    const text = script.textContent ?? '';
    if (text.length <= longestScript) take(parse(text), 0);
  }
  return things;
}

const articleTypes =
  /^(?:(?:\w*News|Scholarly|Tech|Satirical|Medical\w*|Advertiser\w*)?Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;
export const isArticleType = (type: string) => articleTypes.test(type);

/** The first article described, unless it is one of many. */
export function articleThing(things: readonly LinkedThing[]): LinkedThing | null {
  return things.find(({ types }) => types.some(isArticleType)) ?? null;
}

/** A value's text: itself, its name, the first entry's. */
export function textOf(value: unknown, key = 'name'): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return value.length > 0 ? textOf(value[0], key) : null;
  return isObject(value) ? textOf(value[key], key) : null;
}

/** All names in a list of people, in order, without repetition. */
export function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((entry) => textOf(entry)).filter((name) => name !== null))].slice(0, 10);
}
