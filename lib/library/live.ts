/** Live queries for the extension's pages: a component shows what the library holds, and again whenever that changes. */
import { useLiveQuery } from 'dexie-react-hooks';
import { failureInWords } from '../ui-text/failure';
import { LibraryError, type LibraryErrorCode } from './errors';

export interface Live<T> {
  /** Undefined while the first answer is on its way, and when it failed. */
  value: T | undefined;
  /** What went wrong, for people. */
  error: string | null;
  /** What sort of thing went wrong with the library. */
  code?: LibraryErrorCode | null;
}

const waiting: Live<never> = { value: undefined, error: null };

/** @param query reads through this room's functions only; asked again when what it read changes, or when `deps` do */
export function useLive<T>(query: () => Promise<T>, deps: unknown[]): Live<T> {
  return useLiveQuery<Live<T>, Live<T>>(
    // Dexie follows the awaits of an async function only where it can see that it is one: else the browser ends the
    // transactions that `query` is in the middle of.
    async () => {
      try {
        return { value: await query(), error: null };
      } catch (error) {
        return {
          value: undefined,
          error: failureInWords(error),
          code: error instanceof LibraryError ? error.code : null,
        };
      }
    },
    deps,
    waiting,
  );
}
