/** Between the page and its search worker. Both are ours and start together: types are trusted. */
import type { SearchFilter } from '../../../lib/library';

export interface SearchQuestion {
  query: string;
  filter?: SearchFilter;
}

/** Comes for each question, and again whenever the index has changed. */
export interface SearchAnswer {
  query: string;
  filter: SearchFilter;
  /**
   * A line a report, best first; without words newest first: its id and, where the filter asks something of claims, the ids of those
   * that pass, between tabs. One string crosses at once; ten thousand lists of ids keep both sides busy for longer than the search.
   */
  found: string;
  /** Whether lines hold claims. */
  ofClaims: boolean;
  /** False while reports are still being taken into the index. */
  complete: boolean;
}

export const foundLine = ({ id, claims }: { id: string; claims: readonly string[] | null }): string =>
  claims ? [id, ...claims].join('\t') : id;

/** Reports that were found; `claims` is null where nothing was asked of them. Lines are read when they are looked at. */
export interface Found {
  count: number;
  ids: () => string[];
  some: (from: number, count: number) => { id: string; claims: string[] | null }[];
}

export function readFound({ found, ofClaims }: Pick<SearchAnswer, 'found' | 'ofClaims'>): Found {
  const lines = found === '' ? [] : found.split('\n');
  const read = (line: string) => {
    const [id = '', ...claims] = line.split('\t');
    return { id, claims: ofClaims ? claims : null };
  };
  return {
    count: lines.length,
    ids: () => (ofClaims ? lines.map((line) => line.slice(0, line.indexOf('\t'))) : lines),
    some: (from, count) => lines.slice(from, from + count).map(read),
  };
}
