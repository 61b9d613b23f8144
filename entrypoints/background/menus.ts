/** The context menu: marks of one's own on a selection, and the side panel. */
import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messages';
import { messageLanguage } from '../../lib/ui-text/language';
import { t } from '../../lib/ui-text/text';
import { openPanel } from './panel';
import { readTab } from './reader-scripts';

const pages = ['http://*/*', 'https://*/*'];
const marks = { 'mark-number': 'claim', 'mark-name': 'actor', 'keep-passage': 'note' } as const;

/** The language that the menu was made in while this background lives. */
let made: string | null = null;

/**
 * Makes the menu anew, in the language of the moment: what an earlier version or language left is gone. A menu that stands is left
 * alone: a click in one that is open would come to nothing.
 */
export async function makeMenus(): Promise<void> {
  const language = messageLanguage();
  if (made === language) return;
  await browser.contextMenus.removeAll();
  const selection: { contexts: ['selection']; documentUrlPatterns: string[] } = {
    contexts: ['selection'],
    documentUrlPatterns: pages,
  };
  browser.contextMenus.create({ id: 'mark-number', title: t('menu.number'), ...selection });
  browser.contextMenus.create({ id: 'mark-name', title: t('menu.name'), ...selection });
  browser.contextMenus.create({ id: 'keep-passage', title: t('menu.note'), ...selection });
  browser.contextMenus.create({ id: 'open-panel', title: t('menu.panel'), contexts: ['page', 'selection', 'action'] });
  made = language;
}

interface MenuClick {
  menuItemId: string | number;
}

/** Nothing may be awaited before the panel opens: it opens within the person's act only. */
export async function onMenuClick({ menuItemId }: MenuClick, tab?: { id?: number | undefined; windowId?: number }) {
  if (menuItemId === 'open-panel') return openPanel(tab?.windowId);
  const as = Object.hasOwn(marks, menuItemId) ? marks[menuItemId as keyof typeof marks] : null;
  if (!as || tab?.id === undefined) return;
  // The click gives access to this page where none was granted; a reader that runs already stays.
  await readTab(tab.id);
  await askPage(tab.id, 'mark-selection', { as });
}
