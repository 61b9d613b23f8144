/** Reports on their way into the bin: lists are without them at once, while the library still writes. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Report } from '../../../lib/library';

let leaving: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>) {
  leaving = next;
  for (const changed of listeners) changed();
}

export const leave = (ids: readonly string[]): void => set(new Set([...leaving, ...ids]));

/** They are brought back, or could not be deleted. */
export function stay(ids: readonly string[]): void {
  const back = new Set(ids);
  set(new Set([...leaving].filter((id) => !back.has(id))));
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** @param reports as the library holds them now: what has left it is waited for no longer, and may come back */
export function useLeaving(reports: readonly Report[] | undefined): ReadonlySet<string> {
  const now = useSyncExternalStore(subscribe, () => leaving);
  useEffect(() => {
    if (!reports || leaving.size === 0) return;
    const there = new Set(reports.map(({ id }) => id));
    const gone = [...leaving].filter((id) => !there.has(id));
    if (gone.length > 0) stay(gone);
  }, [reports]);
  return now;
}
