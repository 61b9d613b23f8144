/** One page, read and marked: from the first look until the page goes elsewhere. */
import type { Annotation } from '../../lib/annotation';
import type { Found } from '../../lib/article/read';
import { readPage } from '../../lib/article/read';
import { offsetOf } from '../../lib/article/text-map';
import { isControl, markAtPoint } from '../../lib/highlight/hit';
import { type Mark, marksOf, step } from '../../lib/highlight/marks';
import { clearMarks, liveRangeOf, paintCurrent, paintMarks } from '../../lib/highlight/paint';
import type { SavedState } from '../../lib/library/schema';
import type { PageState } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { askAnnotation, isOrphan } from './ask';
import { loadCard, openCard } from './card-door';
import { watchChanges } from './changes';
import { showFailure } from './failure';
import { marksOnAt } from './settings';
import { inSlices } from './slices';

interface Article extends Found {
  annotation: Annotation;
  saved: SavedState | null;
  marks: Mark[];
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * @param signal ends the session: marks and card go, nothing runs on.
 * @param orphaned called when the extension is found to be gone.
 */
export function startSession(getSettings: () => Settings, signal: AbortSignal, orphaned: () => void) {
  let article: Article | null = null;
  let state: PageState = { status: 'reading' };
  let reading: Promise<void> | null = null;
  /** Read although it does not look like an article. */
  let forced = false;
  let current: Mark | null = null;
  let card: { close: () => void } | null = null;
  let watch = new AbortController();

  signal.addEventListener('abort', () => {
    watch.abort();
    card?.close();
    clearMarks();
  });

  const marksOn = () => article !== null && marksOnAt(getSettings(), article.article.canonicalUrl);

  async function read(): Promise<void> {
    try {
      const found = await inSlices(readPage(document, location.href, forced), signal);
      if (!found.isArticle && !(forced && found.found)) {
        article = null;
        state = { status: 'not-article', reason: found.reason };
        return;
      }
      if (found.found) await take(found.found);
    } catch (error) {
      if (signal.aborted) return;
      if (isOrphan()) return orphaned();
      state = { status: 'failed', message: messageOf(error) };
    }
  }

  async function take(found: Found) {
    const sameText = article !== null && article.article.text === found.article.text;
    const answer =
      article && sameText
        ? { annotation: article.annotation, saved: article.saved }
        : await askAnnotation(found.article);
    signal.throwIfAborted();
    article = { ...found, ...answer, marks: [] };
    watch.abort();
    watch = new AbortController();
    watchChanges(found.root, () => void look(), watch.signal);
    await mark();
  }

  /** Paints what the settings ask for, and says how it stands. */
  async function mark() {
    if (!article) return;
    const { map, annotation, saved, notice } = article;
    const on = marksOn();
    article.marks = on ? marksOf(annotation, getSettings().density) : [];
    state = { status: 'article', article: article.article, annotation, saved, notice, marksOn: on };
    if (on) await inSlices(paintMarks(map, article.marks), signal);
    else {
      clearMarks();
      card?.close();
    }
    if (current) paintCurrent(map, current);
  }

  function noteSaved(saved: SavedState | null) {
    if (!article || state.status !== 'article') return;
    article.saved = saved;
    state = { ...state, saved };
  }

  /** The page changed: reads it again. One reading at a time. */
  function look(): Promise<void> {
    if (isOrphan()) {
      orphaned();
      return Promise.resolve();
    }
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function open(mark: Mark, byKeyboard: boolean) {
    if (!article) return;
    const range = liveRangeOf(article.map, mark);
    const anchor = range?.startContainer.parentElement;
    if (!range || !anchor) return;
    const { marks, annotation, saved } = article;
    current = mark;
    paintCurrent(article.map, mark);
    try {
      card = await openCard({
        mark,
        article: article.article,
        annotation,
        saved,
        position: marks.indexOf(mark) + 1,
        count: marks.length,
        boxes: () => Array.from((article && liveRangeOf(article.map, mark)?.getClientRects()) || []),
        anchor,
        byKeyboard,
        walk: (direction) => void walk(direction),
        show: (start, end) => void show(start, end),
        savedNow: noteSaved,
        closed: () => {
          card = null;
          current = null;
          if (article) paintCurrent(article.map, null);
        },
      });
    } catch (error) {
      current = null;
      paintCurrent(article.map, null);
      showFailure(
        isOrphan() ? 'Claimbook was updated. Reload this page to use it here.' : messageOf(error),
        range.getBoundingClientRect(),
        signal,
      );
    }
  }

  function scrollTo(mark: { start: number; end: number }) {
    const range = article && liveRangeOf(article.map, mark);
    if (!range) return;
    const box = range.getBoundingClientRect();
    const margin = Math.min(120, innerHeight / 4);
    if (box.top >= margin && box.bottom <= innerHeight - margin) return;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    // A paragraph longer than the window: its line, not its middle.
    const after = range.getBoundingClientRect();
    if (after.top < 0 || after.bottom > innerHeight) scrollBy(0, after.top - innerHeight / 3);
  }

  /** Text offset that a walk starts from: the selection, else the first line in view. */
  function startOfWalk(): number {
    if (!article) return 0;
    const selection = getSelection();
    if (selection?.anchorNode) {
      const at = offsetOf(article.map, { node: selection.anchorNode, offset: selection.anchorOffset });
      if (at !== null) return at;
    }
    const { map, marks } = article;
    const inView = marks.find((mark) => (liveRangeOf(map, mark)?.getBoundingClientRect().top ?? -1) >= 0);
    return inView?.start ?? 0;
  }

  async function walk(direction: 'next' | 'previous') {
    if (!article || article.marks.length === 0) return;
    const { marks } = article;
    const at = current ? marks.findIndex(({ start, end }) => start === current?.start && end === current?.end) : -1;
    const next = marks[step(marks, direction, at >= 0 ? { index: at } : { offset: startOfWalk() })];
    if (!next) return;
    scrollTo(next);
    await open(next, true);
  }

  async function show(start: number, end: number) {
    if (!article) throw new Error('This page is not read yet.');
    const { annotation } = article;
    const known =
      article.marks.find((mark) => mark.start === start && mark.end === end) ??
      marksOf(annotation, 'everything').find((mark) => mark.start <= start && end <= mark.end);
    if (!known || !liveRangeOf(article.map, known)) throw new Error('This place is not on the page any more.');
    scrollTo(known);
    await open(known, true);
  }

  // A click is a pointer that went down and up at one place, selects nothing, and means nothing to the page.
  let down = { x: 0, y: 0 };
  addEventListener(
    'pointerdown',
    (event) => {
      down = { x: event.clientX, y: event.clientY };
    },
    { signal, capture: true, passive: true },
  );
  addEventListener(
    'click',
    (event) => {
      if (!article || !marksOn() || !event.isTrusted || event.button !== 0 || event.detail !== 1) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (Math.abs(event.clientX - down.x) > 4 || Math.abs(event.clientY - down.y) > 4) return;
      if (isControl(event.composedPath()[0] ?? event.target)) return;
      const mark = markAtPoint(article.map, article.marks, event.clientX, event.clientY);
      if (!mark) return;
      if (isOrphan()) return orphaned();
      void loadCard().catch(() => {});
      // After the page's own listeners have had the click.
      setTimeout(() => {
        if (event.defaultPrevented || !(getSelection()?.isCollapsed ?? true)) return;
        void open(mark, false);
      });
    },
    { signal, capture: true, passive: true },
  );

  return {
    look,
    mark,
    walk,
    show,
    known: () => state,
    /** How it stands, for the popup: looks now if nothing made it look before, and asks anew whether the article is saved. */
    state: async (): Promise<PageState> => {
      if (state.status === 'reading' && !reading) void look();
      if (!article || state.status !== 'article') return state;
      try {
        const { saved } = await askAnnotation(article.article);
        noteSaved(saved);
      } catch {
        // What was known stands.
      }
      return state;
    },
    readAnyway: async (): Promise<PageState> => {
      forced = true;
      await (reading ?? Promise.resolve());
      await look();
      return state;
    },
  };
}

export type Session = ReturnType<typeof startSession>;
