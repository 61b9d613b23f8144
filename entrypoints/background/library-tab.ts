import { browser } from 'wxt/browser';

/** Opens the library, at a report if one is given: in the tab that shows it already, if there is one. */
export async function openLibraryTab(reportId?: string): Promise<void> {
  const page = browser.runtime.getURL('/library.html');
  const url = reportId === undefined ? page : `${page}#/report/${encodeURIComponent(reportId)}`;
  const open = (await browser.tabs.query({})).find((tab) => tab.url?.split('#')[0] === page);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  // Without a report to go to, the library stays where the person left it.
  await browser.tabs.update(open.id, { active: true, ...(reportId === undefined ? {} : { url }) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
