/** The side panel (Chrome) or sidebar (Firefox), and what the toolbar button opens. */
import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/settings';

interface PanelApi {
  sidePanel?: { open: (options: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

/** Opens it in a window. Must be called within a person's act, before anything is awaited. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApi;
  if (sidebarAction) await sidebarAction.open();
  else if (windowId !== undefined) await sidePanel?.open({ windowId });
}

/** The button opens the popup, or, where the person likes it better, the panel: then its click arrives as an event. */
export async function setButton({ button }: Pick<Settings, 'button'>): Promise<void> {
  await browser.action.setPopup({ popup: button === 'panel' ? '' : browser.runtime.getURL('/popup.html') });
}
