import { useSyncExternalStore } from 'react';
import type { KeptLive } from '../../../lib/library/kept-live';
import type { Live } from '../../../lib/library/live';

/** What is kept for the page's life, and every change of it. */
export const useKept = <T>(kept: KeptLive<T>): Live<T> => useSyncExternalStore(kept.subscribe, kept.now);

const waiting: Live<never> = { value: undefined, error: null };
const nothing: KeptLive<never> = { subscribe: () => () => {}, now: () => waiting };

/** Stands for what is not asked for yet. */
export const notYet = <T>(): KeptLive<T> => nothing;
