/**
 * The page script. Registered for the sites a person allowed, or injected once for "read this page". On anything but an article it
 * looks once, cheaply, and then only answers the popup.
 */
import { countParagraphs } from '../../lib/article/detect';
import { answer, isOrphan } from './ask';
import { watchAddress } from './navigation';
import { watchPanels } from './panels';
import { startSession } from './session';
import { failed } from './words';

const key = Symbol.for('claimbook.reader');
interface Running {
  alive: () => boolean;
  stop: () => void;
}

/** Milliseconds between a new address and the first look at what is there. */
const settling = 100;

/** Milliseconds after which a page that had no article is looked at again: some render theirs late. */
const laterLooks = [1000, 3000, 8000];

export default defineUnlistedScript(() => {
  const world = globalThis as Record<symbol, unknown>;
  const earlier = world[key] as Running | undefined;
  if (earlier?.alive()) return;
  earlier?.stop();
  if (window.top !== window || !/html/.test(document.contentType)) return;
  Object.defineProperty(world, key, { value: start(), configurable: true, enumerable: false });
});

/** What an older version of the extension left open in the page: nothing behind it answers any more. */
function sweep() {
  for (const left of document.querySelectorAll('html > claimbook-card')) left.remove();
}

function start(): Running {
  sweep();
  const whole = new AbortController();
  const { signal } = whole;
  const stop = () => {
    whole.abort();
    clearTimeout(later);
    session.stop();
  };
  let later = 0;
  const panels = watchPanels(() => session.opening()?.unpoint(), signal);
  let session = startSession(stop, panels, false);

  /** The page's first address, or a new one without loading. */
  function begin() {
    if (document.visibilityState === 'visible') void look(0);
    else document.addEventListener('visibilitychange', () => void look(0), { once: true, signal });
  }

  /** Looks now, and again later while there is no article but there are other paragraphs than before. */
  async function look(turn: number) {
    const mine = session;
    await mine.look();
    if (mine === session && mine.known().status === 'not-article') lookLater(turn, countParagraphs(document));
  }

  function lookLater(turn: number, paragraphs: number) {
    const wait = laterLooks[turn];
    if (wait === undefined || signal.aborted) return;
    later = setTimeout(() => {
      if (countParagraphs(document) === paragraphs) lookLater(turn + 1, paragraphs);
      else void look(turn + 1);
    }, wait) as unknown as number;
  }

  const opening = () => {
    const found = session.opening();
    if (!found) throw failed('reader.unread');
    return found;
  };
  answer(
    {
      state: () => session.state(),
      show: async ({ start, end, card }) => {
        await opening().show(start, end, card);
        return { done: true };
      },
      walk: async ({ direction }) => {
        await session.opening()?.walk(direction);
        return { done: true };
      },
      'read-anyway': () => session.readAnyway(),
      'mark-selection': async ({ as }) => {
        await session.markSelection(as);
        return { done: true };
      },
      stop: () => {
        // After the answer is on its way.
        setTimeout(stop);
        return { done: true };
      },
    },
    signal,
  );
  watchAddress(() => {
    clearTimeout(later);
    session.stop();
    if (isOrphan()) return stop();
    session = startSession(stop, panels, true);
    panels.changed();
    // Pages change their title and their text after their address.
    later = setTimeout(begin, settling) as unknown as number;
  }, signal);
  begin();
  return { alive: () => !signal.aborted && !isOrphan(), stop };
}
