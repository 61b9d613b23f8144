/** What several views of a page show, read once and followed from then on: a view that comes back shows it at once. */
import { liveQuery } from 'dexie';
import { failureInWords } from '../ui-text/failure';
import { LibraryError } from './errors';
import { type FollowedReports, followReports } from './follow-reports';
import type { Live } from './live';

/** Fits React's `useSyncExternalStore`. */
export interface KeptLive<T> {
  /** @returns stops telling; what was read is kept */
  subscribe: (changed: () => void) => () => void;
  now: () => Live<T>;
}

type Follow<T> = (next: (value: T) => void, failed: (error: unknown) => void) => () => void;

const waiting: Live<never> = { value: undefined, error: null };

/** @param always goes on reading when nobody listens: what takes long to read must not be read anew for each view */
function keep<T>(follow: Follow<T>, always: boolean): KeptLive<T> {
  const listeners = new Set<() => void>();
  let now: Live<T> = waiting;
  let stop: (() => void) | null = null;
  const tell = (next: Live<T>) => {
    now = next;
    for (const changed of listeners) changed();
  };
  const next = (value: T) => {
    if (always || listeners.size > 0) return tell({ value, error: null });
    // It changed while nobody looked: what was read is forgotten, rather than read again and again.
    stop?.();
    stop = null;
    now = waiting;
  };
  const failed = (error: unknown) => {
    const code = error instanceof LibraryError ? error.code : null;
    tell({ value: now.value, error: failureInWords(error), code });
  };
  return {
    now: () => now,
    subscribe: (changed) => {
      listeners.add(changed);
      stop ??= follow(next, failed);
      return () => void listeners.delete(changed);
    },
  };
}

/** Kept as long as it is right. @param query reads through this room's functions only */
export const keepLive = <T>(query: () => Promise<T>): KeptLive<T> =>
  keep((next, error) => {
    // Dexie follows the awaits of an async function only where it can see that it is one.
    const subscription = liveQuery(async () => await query()).subscribe({ next, error });
    return () => subscription.unsubscribe();
  }, false);

export const allReports: KeptLive<FollowedReports> = keep(followReports, true);
