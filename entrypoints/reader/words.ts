/** What the page script itself says: in the language that the person chose, which need not be the browser's. */
import { browser } from 'wxt/browser';
import type { FailureKey } from '../../lib/said';
import { failureInWords } from '../../lib/ui-text/failure';
import { messageNamed, speak } from '../../lib/ui-text/language';

/** Messages that a page can come to show without the card; the card fetches its own. */
const starting = ['reader_', 'failure_', 'product_'];

let ready: Promise<void> | null = null;

async function take(): Promise<void> {
  const { settings } = await browser.storage.local.get('settings');
  const language = (settings as { language?: unknown } | undefined)?.language;
  await speak(typeof language === 'string' ? language : null, async (chosen) => {
    const request = { to: 'background', type: 'words', payload: { language: chosen, starting } };
    const answer = (await browser.runtime.sendMessage(request)) as { value?: Record<string, string> };
    return new Map(Object.entries(answer.value ?? {}));
  });
}

/** Resolves when the words are there. The browser's language is better than silence. */
export function spoken(): Promise<void> {
  ready ??= take().catch(() => {});
  return ready;
}

/** An error that says `key`, here and to whoever asked. */
export const failed = (key: FailureKey): Error => Object.assign(new Error(key), { said: [{ key }] });

/** @returns what to show of an error */
export async function toldOf(error: unknown): Promise<string> {
  await spoken();
  return failureInWords(error);
}

/** @returns a message that stays at hand when the extension is gone from the page */
export async function messageToKeep(name: string): Promise<string> {
  await spoken();
  return messageNamed(name);
}
