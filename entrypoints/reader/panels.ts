/** Side panels that follow this page: each holds a port open, and hears which mark is current and that something changed. */
import { browser } from 'wxt/browser';
import type { Span } from '../../lib/annotation';
import { isOrphan } from './ask';

/** Must be what `entrypoints/sidepanel` connects by. */
export const panelPort = 'claimbook-panel';

export type PanelNews = { news: 'current'; span: Span | null } | { news: 'changed' };

export interface Panels {
  current: (span: Span | null) => void;
  changed: () => void;
}

/** @param left called when the last panel has gone */
export function watchPanels(left: () => void, signal: AbortSignal): Panels {
  type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];
  const ports = new Set<Port>();
  let shown: Span | null = null;
  const tell = (news: PanelNews) => {
    for (const port of ports) port.postMessage(news);
  };
  const connected = (port: Port) => {
    if (port.name !== panelPort || port.sender?.id !== browser.runtime.id) return;
    ports.add(port);
    port.onDisconnect.addListener(() => {
      if (ports.delete(port) && ports.size === 0) left();
    });
    port.postMessage({ news: 'current', span: shown } satisfies PanelNews);
  };
  browser.runtime.onConnect.addListener(connected);
  signal.addEventListener('abort', () => {
    if (!isOrphan()) browser.runtime.onConnect.removeListener(connected);
    for (const port of ports) port.disconnect();
    ports.clear();
  });
  return {
    current(span) {
      shown = span && { start: span.start, end: span.end };
      tell({ news: 'current', span: shown });
    },
    changed: () => tell({ news: 'changed' }),
  };
}
