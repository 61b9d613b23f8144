/**
 * Addresses inside the library page: `library.html#/reports?q=troops`, `#/report/ID/CLAIM`, `#/claims?unit=troop`. What a
 * person sees stands in the address, so that links, bookmarks and the back button work.
 */
import { useSyncExternalStore } from 'react';

export interface Route {
  /** The parts of the path, decoded: ["report", "ID"]. */
  path: string[];
  params: URLSearchParams;
}

/** @param hash with or without "#". An empty or foreign one leads to the reports. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const parts = path.split('/').filter(Boolean).map(decode);
  return { path: parts.length > 0 ? parts : ['reports'], params: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param params empty values are left out */
export function routeTo(path: string[], params: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query ? `?${query}` : ''}`;
}

const replaced = 'claimbook:replaced';

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  addEventListener(replaced, changed);
  return () => {
    removeEventListener('hashchange', changed);
    removeEventListener(replaced, changed);
  };
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return parseRoute(hash);
}

/** Changes parameters of the present address; what is typed replaces its history entry, what is chosen adds one. */
export function setParams(change: Record<string, string | undefined>, how: 'replace' | 'push'): void {
  const { path, params } = parseRoute(location.hash);
  const hash = routeTo(path, { ...Object.fromEntries(params), ...change });
  if (how === 'push') location.hash = hash;
  else {
    history.replaceState(history.state, '', hash);
    dispatchEvent(new Event(replaced));
  }
}
