/** What opens elsewhere from the popup and the side panel. Each must be called within a click, before anything is awaited. */
import { browser } from 'wxt/browser';
import { askBackground } from '../../lib/messages';

/** The library page, at a report if one is given. */
export function openLibrary(reportId?: string): Promise<unknown> {
  return askBackground('open-library', reportId === undefined ? {} : { reportId });
}

interface PanelApi {
  sidePanel?: { open: (options: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

/** Opens the side panel (Chrome) or sidebar (Firefox) of a window. */
export function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApi;
  return sidebarAction ? sidebarAction.open() : (sidePanel?.open({ windowId }) ?? Promise.resolve());
}
