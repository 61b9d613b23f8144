/** Which mark is current in the page, as its reader tells over an open port. */
import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Span } from '../../lib/annotation';
import { type PanelNews, panelPort } from '../reader/panels';

/**
 * @param page anything that changes when there may be another page to listen to
 * @param changed called when the page's state is another: ask for it again
 * @returns the current mark's place in the article's text; null when none is current
 */
export function useCurrent(tabId: number, page: unknown, changed: () => void): Span | null {
  const [current, setCurrent] = useState<Span | null>(null);
  const port = useRef<ReturnType<typeof browser.tabs.connect> | null>(null);
  const onChange = useRef(changed);
  onChange.current = changed;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another port
  useEffect(() => {
    port.current = null;
    return () => port.current?.disconnect();
  }, [tabId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a port that was cut off is opened anew with the next page
  useEffect(() => {
    if (port.current) return;
    const opened = browser.tabs.connect(tabId, { name: panelPort, frameId: 0 });
    port.current = opened;
    opened.onMessage.addListener((news: PanelNews) => {
      if (news.news === 'changed') onChange.current();
      else setCurrent(news.span);
    });
    opened.onDisconnect.addListener(() => {
      // Read, so that the browser does not report it: a page that goes cuts its port off.
      void browser.runtime.lastError;
      if (port.current === opened) port.current = null;
      setCurrent(null);
    });
  }, [tabId, page]);
  return current;
}
