/** The orders a list can be in, as they stand in its address: `sort=title`. */

export const orders = {
  reports: ['saved', 'published', 'oldest', 'numbers', 'title'],
  stories: ['told', 'reports', 'title'],
  actors: ['reports', 'name'],
  notes: ['changed', 'oldest'],
} as const;

export type Sorted = keyof typeof orders;
export type Order<V extends Sorted> = (typeof orders)[V][number];

/** @returns the order that is asked for; the list's own, which comes first, for none and for one that is not known */
export function orderOf<V extends Sorted>(list: V, params: URLSearchParams): Order<V> {
  const known: readonly Order<V>[] = orders[list];
  return known.find((one) => one === params.get('sort')) ?? (known[0] as Order<V>);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Compares texts as people do: without case, "Flood 9" before "Flood 10". */
export const inAlphabet = (a: string, b: string): number => collator.compare(a, b);

/** Compares what sorts as text, the later first. */
export const latestFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);
