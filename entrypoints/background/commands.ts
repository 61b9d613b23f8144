/** Keyboard commands: walk the marks of the page in front, open the library. */
import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messages';
import { openLibraryTab } from './library-tab';
import { openPanel } from './panel';

const walks: Record<string, 'next' | 'previous'> = { 'next-mark': 'next', 'previous-mark': 'previous' };

interface CommandTab {
  id?: number | undefined;
  windowId?: number;
}

export async function onCommand(command: string, tab: CommandTab | undefined): Promise<void> {
  if (command === 'open-panel') return openPanel(tab?.windowId);
  if (command === 'open-library') return openLibraryTab();
  const direction = walks[command];
  if (!direction) return;
  const tabId = tab?.id ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  // A page without marks has no reader to answer: the key does nothing there, as keys do.
  if (tabId !== undefined) await askPage(tabId, 'walk', { direction }).catch(() => {});
}
