/**
 * Gives tests the interface's words as the browser would: English from `locales/en.json`. Import it before anything that
 * speaks: WXT's i18n looks for the browser when it is loaded.
 */
import { readFileSync } from 'node:fs';
import en from '../../../locales/en.json';

type Tree = { [key: string]: string | Tree };

/** Messages by the names the browser knows them by: keys joined by "_". */
export function messagesOf(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('_'), value]] : messagesOf(value, [...path, key]),
  );
}

export const english: Tree = en;

const messages = new Map(messagesOf(english));

/** The words of another language, to be spoken with `speak`. */
export const wordsOf = (language: string): Map<string, string> =>
  new Map(messagesOf(JSON.parse(readFileSync(`${process.cwd()}/locales/${language}.json`, 'utf8'))));

/** Add what a test needs of the other extension APIs. */
export const fakeBrowser: Record<string, unknown> & { runtime: Record<string, unknown> } = {
  runtime: { id: 'claimbook' },
  i18n: { getMessage: (name: string) => messages.get(name) ?? '', getUILanguage: () => 'en-GB' },
};
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });
