/** Keyboard commands: walk the marks of the page in front, open the library. */
import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messages';
import { handlers } from './handlers';

const walks: Record<string, 'next' | 'previous'> = { 'next-mark': 'next', 'previous-mark': 'previous' };

export async function walkOnCommand(command: string, tabId: number | undefined): Promise<void> {
  if (command === 'open-library') {
    await handlers['open-library']({}, { tabId: null, frameId: null });
    return;
  }
  const direction = walks[command];
  if (!direction) return;
  const tab = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  // A page without marks has no reader to answer: the key does nothing there, as keys do.
  if (tab !== undefined) await askPage(tab, 'walk', { direction }).catch(() => {});
}
