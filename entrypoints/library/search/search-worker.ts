/** Searches off the page's thread: typing and scrolling stay smooth while reports are taken into the index. */

import type { Searcher } from '../../../lib/library/search/search';
import { followSearch, openSearch, updateSearch } from '../../../lib/library/search/store';
import { foundLine, type SearchAnswer, type SearchQuestion } from './search-messages';

let searcher: Searcher | null = null;
let asked: SearchQuestion | null = null;
let complete = false;

function answer() {
  if (!asked || !searcher) return;
  const { query, filter = {} } = asked;
  const found = searcher.search({ query, filter });
  const message: SearchAnswer = {
    query,
    filter,
    found: found.map(foundLine).join('\n'),
    ofClaims: !!found[0]?.claims,
    complete,
  };
  postMessage(message);
}

/** One after the other: an answer never mixes two states of the index. */
let turn = Promise.resolve();
const next = (work: () => Promise<void>) => {
  turn = turn.then(work).catch(() => {});
};

async function refresh() {
  searcher = await openSearch();
  answer();
}

// What is stored answers first; then what has changed since is taken in, batch by batch.
next(refresh);
let updating = false;
followSearch(() => {
  next(refresh);
  if (updating) return;
  updating = true;
  complete = false;
  updateSearch()
    .catch(() => {})
    .finally(() => {
      updating = false;
      complete = true;
      next(refresh);
    });
});

addEventListener('message', ({ data }: MessageEvent<SearchQuestion>) => {
  asked = data;
  answer();
});
