/**
 * Which language the interface speaks: the browser's, or the one chosen in the settings. Browsers bind their i18n messages to
 * their own language for good, so another language's messages are read from the extension's own files when it is chosen.
 */
import { browser } from 'wxt/browser';

/** The interface's languages by their own names, in the order of the settings' list. One file each in `locales/`. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  uk: 'Українська',
  ja: '日本語',
  ko: '한국어',
} as const;

/** Messages by the names that browsers know them by: keys joined by "_". */
export type Messages = ReadonlyMap<string, string>;

let chosen: Messages | null = null;

/** A message in the language chosen, else in the browser's; '' where there is none. @param name parts joined by "_" */
export function messageNamed(name: string): string {
  return chosen?.get(name) ?? browser.i18n.getMessage(name as never);
}

/** The language of the messages themselves, as their file says: plural forms must fit it. */
export function messageLanguage(): string {
  return messageNamed('product_locale') || 'en';
}

/**
 * BCP 47: what numbers, dates and lists are written by. The browser's own variant of the messages' language ("en-GB"), where it is one,
 * so that no German date stands in an English sentence.
 */
export function uiLanguage(): string {
  const language = messageLanguage();
  const own = browser.i18n.getUILanguage() || language;
  return own.split('-')[0] === language ? own : language;
}

/**
 * A message with its placeholders filled. From right to left each value stands by itself, so that an English name or a number keeps
 * its own direction (Unicode's isolates); elsewhere nothing is added.
 */
export function fill(message: string, values: Readonly<Record<string, unknown>>): string {
  const isolate = textDirection() === 'rtl';
  return message.replace(/\{(\w+)\}/g, (all, name: string) =>
    values[name] === undefined ? all : isolate ? `\u2068${values[name]}\u2069` : String(values[name]),
  );
}

/** Languages written from right to left that browsers have an interface in. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'iw', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function textDirection(language = messageLanguage()): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * Speaks `language` from now on; null: the browser's. What was written already stays: whoever shows it asks again. A language that
 * cannot be loaded leaves the browser's.
 */
export async function speak(language: string | null, load: (language: string) => Promise<Messages> = ownFile) {
  const own = browser.i18n.getMessage('product_locale' as never);
  chosen = language === null || language === own ? null : await load(language).catch(() => null);
}

type MessagesFile = Record<string, { message: string }>;

/** The file that the browser itself would read; extension pages and the background may, pages and their scripts may not. */
export async function ownFile(language: string): Promise<Messages> {
  const response = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as '/'));
  if (!response.ok) throw new Error(`There are no messages for "${language}".`);
  const file = (await response.json()) as MessagesFile;
  return new Map(Object.entries(file).map(([name, { message }]) => [name, message]));
}
