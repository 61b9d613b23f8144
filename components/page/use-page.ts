/** What the page in a tab says: asked when the popup opens, again while it reads, and when the tab goes elsewhere. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { askBackground, askPage, type PageState } from '../../lib/messages';
import { type Unreadable, whyUnreadable } from '../access/access';

export type PageView =
  | { view: 'asking' }
  | { view: 'no-access'; tabId: number; url: string | null }
  | { view: 'unreadable'; why: Unreadable }
  | { view: 'page'; tabId: number; url: string | null; state: PageState };

const firstWait = 80;
const longestWait = 800;

async function currentTab(tabId: number | null) {
  if (tabId !== null) return browser.tabs.get(tabId);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** A granted page whose reader does not run yet (it was open before the grant, or the extension was just updated) is read now. */
async function readIfGranted(tabId: number, url: string): Promise<PageState | null> {
  const granted = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }).catch(() => false);
  if (!granted) return null;
  await askBackground('read-tab', { tabId });
  return askPage(tabId, 'state', {});
}

async function ask(wanted: number | null): Promise<PageView> {
  const tab = await currentTab(wanted).catch(() => undefined);
  if (tab?.id === undefined) return { view: 'unreadable', why: 'browser' };
  const url = tab.url ?? null;
  const why = url === null ? null : whyUnreadable(url);
  if (why) return { view: 'unreadable', why };
  const state = await askPage(tab.id, 'state', {}).catch(() => null);
  const read = state ?? (url === null ? null : await readIfGranted(tab.id, url).catch(() => null));
  return read ? { view: 'page', tabId: tab.id, url, state: read } : { view: 'no-access', tabId: tab.id, url };
}

export function usePage(wanted: number | null) {
  const [view, setView] = useState<PageView>({ view: 'asking' });
  const wait = useRef(firstWait);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    const turn = ++asked.current;
    const next = await ask(wanted);
    // An answer that a later question has overtaken is old.
    if (turn === asked.current) setView(next);
  }, [wanted]);

  useEffect(() => {
    void refresh();
    const navigated = (tabId: number, change: { status?: string }) => {
      if (change.status === 'complete' && (wanted === null || wanted === tabId)) void refresh();
    };
    // A side panel outlives the tab it was opened over; access may be given elsewhere while it is open.
    const elsewhere = () => {
      if (wanted === null) void refresh();
    };
    browser.tabs.onUpdated.addListener(navigated);
    browser.tabs.onActivated?.addListener(elsewhere);
    browser.permissions.onAdded?.addListener(elsewhere);
    return () => {
      browser.tabs.onUpdated.removeListener(navigated);
      browser.tabs.onActivated?.removeListener(elsewhere);
      browser.permissions.onAdded?.removeListener(elsewhere);
    };
  }, [refresh, wanted]);

  const reading = view.view === 'page' && view.state.status === 'reading';
  useEffect(() => {
    if (!reading) {
      wait.current = firstWait;
      return;
    }
    const timer = setTimeout(() => {
      wait.current = Math.min(wait.current * 1.5, longestWait);
      void refresh();
    }, wait.current);
    return () => clearTimeout(timer);
  });

  const show = useCallback((state: PageState) => {
    asked.current++;
    setView((now) => (now.view === 'page' ? { ...now, state } : now));
  }, []);
  return { view, refresh, show };
}
