/** Between the page and its search worker. Both are ours and start together: types are trusted. */
export interface SearchQuestion {
  query: string;
}

/** Comes for each question, and again whenever the index has changed. */
export interface SearchAnswer {
  query: string;
  /** Reports, best first. */
  ids: string[];
}
