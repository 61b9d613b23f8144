/** Long work in short tasks, so that the page stays responsive. */

/** Milliseconds of one task: well under the 50 that a person feels as a hitch, also on a machine several times slower. */
const slice = 8;

function nextTurn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((go) => setTimeout(go, 0));
}

/** Milliseconds that a page can be too busy for us. */
const longestBusy = 500;

/** Resolves when the page has nothing to do. */
export const idle = (): Promise<void> => new Promise((go) => requestIdleCallback(() => go(), { timeout: longestBusy }));

/** Runs `steps` to its end, giving the page its turn whenever a slice is used up. Throws when `signal` aborts. */
export async function inSlices<Result>(steps: Generator<void, Result>, signal: AbortSignal): Promise<Result> {
  let until = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await nextTurn();
    signal.throwIfAborted();
    until = performance.now() + slice;
  }
}
