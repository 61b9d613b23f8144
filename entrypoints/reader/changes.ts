/** Watches the article, and little else on the page, for changes. */
import { holderOf } from '../../lib/article/flat';

/** Milliseconds of quiet before a look, and the longest wait while changes keep coming. */
const quiet = 400;
const longestWait = 2000;
/** A page that never rests is looked at less and less often, up to this many milliseconds apart. */
const longestPause = 30_000;

/**
 * Calls `changed` after changes in the watched root, or when it was taken from the page: one observer, debounced, with pauses that
 * double while every look is followed by the next change. The callback's own work must not change the page.
 * @returns sets what to watch: the article's root and the shadow roots in it, which are trees of their own. The same again costs nothing.
 */
export function watchChanges(
  changed: () => void,
  signal: AbortSignal,
): (root: Element, shadows: readonly ShadowRoot[]) => void {
  let watched: readonly Node[] = [];
  let timer = 0;
  let first = 0;
  let pause = 0;
  let lastLook = Number.NEGATIVE_INFINITY;
  const flush = () => {
    timer = 0;
    const now = performance.now();
    const restless = now - lastLook < pause + 2 * longestWait;
    pause = restless ? Math.min(longestPause, Math.max(quiet, pause * 2)) : 0;
    lastLook = now;
    changed();
  };
  const observer = new MutationObserver(() => {
    const now = performance.now();
    if (timer === 0) first = now;
    else if (now - first > longestWait) return;
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(quiet, lastLook + pause - now)) as unknown as number;
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return (root, shadows) => {
    const wanted: Node[] = [root, ...shadows];
    if (wanted.length === watched.length && wanted.every((node, at) => node === watched[at])) return;
    watched = wanted;
    observer.disconnect();
    for (const node of wanted) observer.observe(node, { childList: true, characterData: true, subtree: true });
    // The article's removal happens in an element above it: those are watched for their own children only.
    for (let at = holderOf(root); at; at = holderOf(at)) {
      observer.observe(at, { childList: true });
      if (at.shadowRoot) observer.observe(at.shadowRoot, { childList: true });
    }
  };
}

/** Milliseconds until new colours stand, transitions included. */
const recolouring = 400;

/** Calls `changed` when the page may have other colours: after its own switch at the root, or the system's. */
export function watchColours(changed: () => void, signal: AbortSignal) {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, recolouring) as unknown as number;
  };
  const observer = new MutationObserver(later);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
