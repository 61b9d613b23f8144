/**
 * The page script. Registered for the sites a person allowed, or injected once for "read this page". On anything but an article it
 * looks once, cheaply, and then only answers the popup.
 */
import { clearMarks } from '../../lib/highlight/paint';
import { answer, isOrphan } from './ask';
import { watchAddress } from './navigation';
import { type Session, startSession } from './session';
import { readSettings, restore, watchSettings } from './settings';

const key = Symbol.for('claimbook.reader');
interface Running {
  alive: () => boolean;
  stop: () => void;
}

/** Milliseconds after which a page that had no article is looked at again: some render theirs late. */
const laterLooks = [1000, 3000, 8000];

export default defineUnlistedScript(() => {
  const world = globalThis as Record<symbol, unknown>;
  const earlier = world[key] as Running | undefined;
  if (earlier?.alive()) return;
  earlier?.stop();
  if (window.top !== window || !/html/.test(document.contentType)) return;
  const whole = new AbortController();
  Object.defineProperty(world, key, {
    value: { alive: () => !whole.signal.aborted && !isOrphan(), stop: () => whole.abort() } satisfies Running,
    configurable: true,
    enumerable: false,
  });
  start(whole);
});

function start(whole: AbortController) {
  const { signal } = whole;
  let settings = restore(null);
  let page = new AbortController();
  let session = newSession();

  function newSession(): Session {
    return startSession(
      () => settings,
      AbortSignal.any([signal, page.signal]),
      () => whole.abort(),
    );
  }

  /** The page's first address, or a new one without loading: everything starts again. */
  function begin() {
    page.abort();
    page = new AbortController();
    session = newSession();
    if (document.visibilityState === 'visible') void look(0);
    else document.addEventListener('visibilitychange', () => void look(0), { once: true, signal: page.signal });
  }

  /** Looks now, and again later while there is no article but there are other paragraphs than before. */
  async function look(turn: number) {
    if (isOrphan()) return whole.abort();
    if (!settings.marksOn) return;
    const mine = page.signal;
    const paragraphs = document.getElementsByTagName('p').length;
    await session.look();
    if (!mine.aborted && session.known().status === 'not-article') lookLater(turn, paragraphs, mine);
  }

  function lookLater(turn: number, paragraphs: number, mine: AbortSignal) {
    const wait = laterLooks[turn];
    if (wait === undefined) return;
    const timer = setTimeout(() => {
      mine.removeEventListener('abort', stop);
      if (document.getElementsByTagName('p').length === paragraphs) lookLater(turn + 1, paragraphs, mine);
      else void look(turn + 1);
    }, wait);
    const stop = () => clearTimeout(timer);
    mine.addEventListener('abort', stop, { once: true });
  }

  signal.addEventListener('abort', () => {
    page.abort();
    clearMarks();
  });
  answer(
    {
      state: () => session.state(),
      show: async ({ start, end }) => {
        await session.show(start, end);
        return { done: true };
      },
      walk: async ({ direction }) => {
        await session.walk(direction);
        return { done: true };
      },
      'read-anyway': () => session.readAnyway(),
    },
    signal,
  );
  watchSettings((changed) => {
    const wasOff = !settings.marksOn;
    settings = changed;
    if (wasOff && settings.marksOn && session.known().status !== 'article') void look(0);
    else void session.mark().catch(() => {});
  }, signal);
  watchAddress(begin, signal);
  void readSettings().then((stored) => {
    settings = stored;
    if (!signal.aborted) begin();
  });
}
