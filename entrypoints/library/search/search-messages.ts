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
  /** Reports, best first; without words newest first. */
  ids: string[];
  /** Ids of the claims that pass, by report, where the filter asks something of claims. */
  claims: Record<string, string[]> | null;
  /** False while reports are still being taken into the index. */
  complete: boolean;
}
