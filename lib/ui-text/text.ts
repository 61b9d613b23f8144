/**
 * Words of the interface. They live in `locales/*.json` and reach the browser as WXT's i18n messages; this file adds what
 * the module lacks: plural forms by the rules of the person's language.
 */
import { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';

type Key = keyof GeneratedI18nStructure;
type PluralKey = { [K in Key]: K extends `${infer Base}.other` ? Base : never }[Key];

/** A message by its key; `{name}` in it is filled from `values`. */
export const { t } = createI18n<GeneratedI18nStructure>();

/** BCP 47: the language the browser shows its own interface in. Numbers and dates follow it. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage() || 'en';
}

const message = (key: string): string => browser.i18n.getMessage(key.replaceAll('.', '_') as never);

/** The language of the messages themselves: plural forms must fit it, even where the browser's language has no file of ours. */
function messageLanguage(): string {
  return message('product.locale') || 'en';
}

/**
 * A message that depends on a count: `key.one`, `key.other`, and `few` or `many` where the language has them. `{n}` in it
 * is the count, written by the person's rules.
 */
export function plural(key: PluralKey, count: number, values: Record<string, string> = {}): string {
  const category = new Intl.PluralRules(messageLanguage()).select(count);
  const found = message(`${key}.${category}`) ? category : 'other';
  const read = t as unknown as (key: string, values: Record<string, string>) => string;
  return read(`${key}.${found}`, { n: new Intl.NumberFormat(uiLanguage()).format(count), ...values });
}

/** "Reuters, Tass and KCNA", as the person's language joins a list. */
export function list(parts: string[]): string {
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(parts);
}
