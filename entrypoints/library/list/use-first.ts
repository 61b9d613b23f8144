import { type Live, useLive } from '../../../lib/library/live';

/**
 * What a list shows: its first rows at once, and all of them when they are read. All are asked for only after the first have
 * been painted: the database answers in the order it is asked.
 * @returns `all` says whether the value is complete
 */
export function useFirstThenAll<T>(first: () => Promise<T>, all: () => Promise<T>): Live<T> & { all: boolean } {
  const some = useLive(first, []);
  const there = some.value !== undefined || some.error !== null;
  const rest = useLive(async () => (there ? await all() : undefined), [there]);
  return {
    value: rest.value ?? some.value,
    error: rest.error ?? some.error,
    all: rest.value !== undefined,
  };
}
