/** Opening a mark's card: by click, by walking from mark to mark, or because the popup points to a place. */

import type { CardRequest } from '../../components/card/port';
import { offsetOf } from '../../lib/article/text-map';
import { isControl, markAtPoint } from '../../lib/highlight/hit';
import { type Mark, marksOf, step } from '../../lib/highlight/marks';
import { hasOwnMarks, liveRangeOf, paintCurrent } from '../../lib/highlight/paint';
import type { SavedState } from '../../lib/library/schema';
import { messageNamed } from '../../lib/ui-text/language';
import { isOrphan } from './ask';
import { loadCard, openCard } from './card-door';
import { showMessage } from './message';
import type { Panels } from './panels';
import type { MarkedArticle } from './session';
import { failed, messageToKeep, toldOf } from './words';

export interface Opening {
  walk: (direction: 'next' | 'previous') => Promise<void>;
  /**
   * Scrolls to a place and opens its card, or only shows which it is: `card` false, and no card open. Throws an Error for people when
   * the page does not have it any more.
   */
  show: (start: number, end: number, card?: boolean) => Promise<void>;
  /** Nobody points at a place any more: a current mark without a card is current no longer. */
  unpoint: () => void;
  /** The text changed: the open mark goes where `to` says, or its card closes. */
  move: (to: (mark: Mark) => Mark | null) => void;
  repaint: () => void;
  close: () => void;
  /** As `close`, when the reader ends. Says why where the extension was updated under an open card. */
  end: () => void;
}

/** Milliseconds that a pointer stands still until it is taken for resting. */
const restTime = 60;

/** CSS pixels that a pointer may travel during a click. */
const clickTravel = 4;

export function watchOpening(
  getArticle: () => MarkedArticle | null,
  saved: (state: SavedState) => void,
  /** Asks for the annotation anew: something was decided in the card. */
  reread: () => Promise<void>,
  orphaned: () => void,
  panels: Panels,
  signal: AbortSignal,
): Opening {
  // Asked for now: an orphan has no words any more.
  let updated = messageNamed('reader_updated');
  void messageToKeep('reader_updated').then((message) => {
    updated = message;
  });
  let current: Mark | null = null;
  let card: { close: () => void } | null = null;
  /** Openings so far: of several at once the last one counts. */
  let turns = 0;

  function setCurrent(mark: Mark | null) {
    current = mark;
    const article = getArticle();
    if (article) paintCurrent(article.map, mark);
    panels.current(mark);
  }

  async function open(mark: Mark, byKeyboard: boolean) {
    const article = getArticle();
    const range = article && liveRangeOf(article.map, mark);
    const anchor = range?.startContainer.parentElement;
    if (!article || !range || !anchor) return;
    setCurrent(mark);
    const turn = ++turns;
    const wanted = () => turn === turns && current !== null && !signal.aborted;
    // Until the card is there, Escape is ours: it lets go of what was asked for.
    const cancel = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && wanted() && !card) setCurrent(null);
    };
    addEventListener('keydown', cancel, { capture: true, passive: true });
    try {
      const request: CardRequest = {
        mark,
        article: article.article,
        annotation: article.annotation,
        saved: article.saved,
        kept: article.kept,
        passage: article.passages.find(({ id }) => mark.kind === 'passage' && id === mark.id) ?? null,
        position: article.marks.indexOf(mark) + 1,
        count: article.marks.length,
        boxes: () => {
          const now = getArticle();
          return Array.from((now && current && liveRangeOf(now.map, current)?.getClientRects()) || []);
        },
        anchor,
        byKeyboard,
        walk: (direction) => void walk(direction),
        show: (start, end) => void show(start, end).catch(() => {}),
        savedNow: saved,
        reread,
        closed: () => {
          card = null;
          setCurrent(null);
        },
        failed: (error) => void say(error),
      };
      const opened = await openCard(request, wanted);
      if (!opened) return;
      // The page may have gone elsewhere while the card's code came.
      if (signal.aborted) opened.close();
      else card = opened;
    } catch (error) {
      setCurrent(null);
      await say(error);
    } finally {
      removeEventListener('keydown', cancel, { capture: true });
    }

    async function say(error: unknown) {
      if (!range) return;
      if (isOrphan()) return leave(range.getBoundingClientRect());
      const message = await toldOf(error);
      if (!signal.aborted) showMessage(message, range.getBoundingClientRect(), signal);
    }
  }

  /** Says what happened, unless a newer reader has taken this one's place. */
  function leave(box: DOMRect) {
    // Asked before our own marks are cleared: what is painted by now may be the newer one's, which answers the same click.
    const replaced = !hasOwnMarks();
    orphaned();
    if (!replaced) showMessage(updated, box, new AbortController().signal);
  }

  function scrollTo(span: { start: number; end: number }) {
    const article = getArticle();
    const range = article && liveRangeOf(article.map, span);
    if (!range) return;
    const box = range.getBoundingClientRect();
    const margin = Math.min(120, innerHeight / 4);
    if (box.top >= margin && box.bottom <= innerHeight - margin) return;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    // In a paragraph longer than the window: its line, not its middle.
    const after = range.getBoundingClientRect();
    if (after.top < 0 || after.bottom > innerHeight) scrollBy(0, after.top - innerHeight / 3);
  }

  /** Text offset that a walk starts from: the selection, else the first mark in view. */
  function startOfWalk({ map, marks }: MarkedArticle): number {
    const selection = getSelection();
    const at = selection?.anchorNode
      ? offsetOf(map, { node: selection.anchorNode, offset: selection.anchorOffset })
      : null;
    if (at !== null) return at;
    return marks.find((mark) => (liveRangeOf(map, mark)?.getBoundingClientRect().top ?? -1) >= 0)?.start ?? 0;
  }

  async function walk(direction: 'next' | 'previous') {
    const article = getArticle();
    if (!article || article.marks.length === 0) return;
    const { marks } = article;
    const at = current ? marks.findIndex(({ start, end }) => start === current?.start && end === current.end) : -1;
    const next = marks[step(marks, direction, at >= 0 ? { index: at } : { offset: startOfWalk(article) })];
    if (!next) return;
    scrollTo(next);
    await open(next, true);
  }

  async function show(start: number, end: number, withCard = true) {
    const article = getArticle();
    if (!article) throw failed('reader.unread');
    if (!liveRangeOf(article.map, { start, end })) throw failed('reader.gone');
    const known =
      article.marks.find((mark) => mark.start === start && mark.end === end) ??
      marksOf(article.annotation, 'everything', undefined, article.passages).find(
        (mark) => mark.start === start && mark.end === end,
      );
    scrollTo({ start, end });
    if (known && (withCard || card)) await open(known, true);
    else if (known) setCurrent(known);
    else paintCurrent(article.map, { start, end });
  }

  /** Loads the card's code where a mark is, so that it is there when it is wanted. */
  function expect(x: number, y: number) {
    const article = getArticle();
    if (!article || isOrphan() || !markAtPoint(article, article.marks, x, y)) return;
    expecting.abort();
    loadCard().catch(() => {});
  }
  // Who rests the pointer on a mark may be about to click it; a finger only comes down.
  const expecting = new AbortController();
  let resting = 0;
  addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y, isTrusted }) => {
      if (!isTrusted) return;
      clearTimeout(resting);
      resting = setTimeout(() => expect(x, y), restTime) as unknown as number;
    },
    { signal: AbortSignal.any([signal, expecting.signal]), capture: true, passive: true },
  );

  // A click is a pointer that went down and up at one place, selects nothing, and means nothing to the page.
  let down = { x: 0, y: 0 };
  const options = { signal, capture: true, passive: true };
  addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y, isTrusted, button }) => {
      down = { x, y };
      if (isTrusted && button === 0) expect(x, y);
    },
    options,
  );
  addEventListener(
    'click',
    (event) => {
      const article = getArticle();
      if (!article || article.marks.length === 0 || !event.isTrusted || event.button !== 0 || event.detail !== 1)
        return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const { clientX: x, clientY: y } = event;
      if (Math.abs(x - down.x) > clickTravel || Math.abs(y - down.y) > clickTravel) return;
      if (isControl(event.composedPath())) return;
      const mark = markAtPoint(article, article.marks, x, y);
      if (!mark) return;
      if (isOrphan()) {
        leave(new DOMRect(x, y, 0, 0));
        return;
      }
      loadCard().catch(() => {});
      // After the page's own listeners have had the click.
      setTimeout(() => {
        if (!event.defaultPrevented && (getSelection()?.isCollapsed ?? true)) void open(mark, false);
      });
    },
    options,
  );

  return {
    walk,
    show,
    move(to) {
      if (!current) return;
      const next = to(current);
      if (next) setCurrent(next);
      else card?.close();
    },
    repaint: () => {
      if (current) setCurrent(current);
    },
    close: () => card?.close(),
    end() {
      const article = getArticle();
      const range = card && current && article && liveRangeOf(article.map, current);
      const told = range && isOrphan() && hasOwnMarks() ? range.getBoundingClientRect() : null;
      card?.close();
      if (told) showMessage(updated, told, new AbortController().signal);
    },
    unpoint() {
      if (!card) setCurrent(null);
    },
  };
}
