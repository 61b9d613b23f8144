/**
 * Words of the interface. They live in `locales/*.json`, typed by WXT's i18n module and built into the browser's own message
 * files; which language they come in is said in `language.ts`, and plural forms follow that language's rules.
 */
import type { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';
import { fill, messageLanguage, messageNamed, uiLanguage } from './language';

export { uiLanguage } from './language';

type Key = keyof GeneratedI18nStructure;
type PluralKey = { [K in Key]: K extends `${infer Base}.other` ? Base : never }[Key];
type Values = Record<string, unknown>;

function read(key: string, values?: Values): string {
  const message = messageNamed(key.replaceAll('.', '_'));
  if (!message) console.warn(`There is no message "${key}".`);
  return values ? fill(message, values) : message;
}

/** A message by its key; `{name}` in it is filled from `values`. */
export const t = read as ReturnType<typeof createI18n<GeneratedI18nStructure>>['t'];

/** Formatters are dear to make and asked for by every row of a list: one each language and options. */
const kept = new Map<string, unknown>();
function keep<T>(name: string, make: (language: string) => T): T {
  const language = uiLanguage();
  const key = `${language} ${name}`;
  let made = kept.get(key) as T | undefined;
  if (made === undefined) {
    made = make(language);
    kept.set(key, made);
  }
  return made;
}

/** Writes numbers by the rules of the interface's language. */
export const numberFormat = (options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  keep(`number ${JSON.stringify(options)}`, (language) => new Intl.NumberFormat(language, options));

/** Writes dates by the rules of the interface's language. */
export const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  keep(`date ${JSON.stringify(options)}`, (language) => new Intl.DateTimeFormat(language, options));

/** "12,300" */
export const count = (n: number): string => numberFormat().format(n);

/**
 * A message that depends on a count: `key.one`, `key.other`, and `few` or `many` where the language has them. `{n}` in it
 * is the count, written by the language's rules.
 */
export function plural(key: PluralKey, n: number, values: Record<string, string> = {}): string {
  const language = messageLanguage();
  const category = keep(`plural ${language}`, () => new Intl.PluralRules(language)).select(n);
  const form = messageNamed(`${key}.${category}`.replaceAll('.', '_')) ? category : 'other';
  return read(`${key}.${form}`, { n: count(n), ...values });
}

/** A message in pieces, for where something is shown in the place of `{name}`: "higher than {quantity}" gives ['higher than ', '']. */
export function around(message: string, name: string): [before: string, after: string] {
  const [before = '', after = ''] = message.split(`{${name}}`);
  return [before, after];
}

/** “Words of an article”: what stands between the marks is the article's, the marks are the reader's language's. */
export const quoted = (text: string): string => t('punctuation.quote', { text });

/** "a senior official (Mara Voss)" */
export const withAside = (text: string, aside: string): string => t('punctuation.aside', { text, aside });

/** "page.html: this is no article" */
export const named = (name: string, text: string): string => t('punctuation.named', { name, text });

/** "Reuters, Tass and KCNA", as the language joins a list. */
export function list(parts: string[]): string {
  return keep('list', (language) => new Intl.ListFormat(language, { type: 'conjunction' })).format(parts);
}
