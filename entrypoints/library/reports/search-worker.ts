/** Searches off the page's thread: typing and scrolling stay smooth while ten thousand reports are indexed. */
import { claimSentences } from '../../../lib/library/claims-list';
import { watchReports } from '../../../lib/library/watch';
import { createSearchIndex } from './search-index';
import type { SearchAnswer, SearchQuestion } from './search-messages';

const index = createSearchIndex(claimSentences);
let updating = new AbortController();
let turn = Promise.resolve();
let asked: SearchQuestion | null = null;

function answer() {
  if (!asked) return;
  const message: SearchAnswer = { query: asked.query, ids: index.search(asked.query) };
  postMessage(message);
}

watchReports((reports) => {
  updating.abort();
  updating = new AbortController();
  const { signal } = updating;
  // One after the other: an update that was overtaken must have left the index before the next one enters it.
  turn = turn.then(() => index.update(reports, signal, answer)).then(answer, () => {});
});

addEventListener('message', ({ data }: MessageEvent<SearchQuestion>) => {
  asked = data;
  answer();
});
