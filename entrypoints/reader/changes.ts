/** Watches the article, and nothing else on the page, for changes. */

/** Milliseconds of quiet before a look, and the longest wait while changes keep coming. */
const quiet = 400;
const longestWait = 2000;
/** A page that never rests is looked at less and less often, up to this many milliseconds apart. */
const longestPause = 30_000;

/**
 * Calls `changed` after changes in `root`, or when it was taken from the page: one observer, debounced, with growing pauses while
 * every look brings the next. The callback's own work must not change the page.
 */
export function watchChanges(root: Element, changed: () => void, signal: AbortSignal) {
  let timer = 0;
  let first = 0;
  let pause = 0;
  let last = 0;
  const flush = () => {
    timer = 0;
    first = 0;
    const now = performance.now();
    pause = now - last < pause + longestWait * 2 ? Math.min(longestPause, Math.max(500, pause * 2)) : 0;
    last = now;
    changed();
  };
  const observer = new MutationObserver(() => {
    const now = performance.now();
    if (timer && now - first > longestWait) return;
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(quiet, last + pause - now)) as unknown as number;
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  // The article's removal happens in an element above it: those are watched for their own children only.
  for (let at = root.parentElement; at; at = at.parentElement) observer.observe(at, { childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
