/** What the page script and the card's own script agree on. Both run in the extension's isolated world of the same page. */
import type { Annotation } from '../../lib/annotation';
import type { Article } from '../../lib/article/article';
import type { KeptMark } from '../../lib/highlight/kept';
import type { Mark, Passage } from '../../lib/highlight/marks';
import type { SavedState } from '../../lib/library/schema';

/** Where the card's script leaves its opener. */
export const cardKey = Symbol.for('claimbook.card');

export interface CardRequest {
  mark: Mark;
  article: Article;
  annotation: Annotation;
  saved: SavedState | null;
  /** What became of the saved report's marks where the text changed since; null else. */
  kept: KeptMark[] | null;
  /** The mark's passage, where it is one the person keeps. */
  passage: Passage | null;
  /** Place among the marks, from 1. */
  position: number;
  count: number;
  /** The mark's boxes in CSS pixels of the window; empty when the page no longer shows it. */
  boxes: () => DOMRect[];
  /** Element that the mark stands in: its scrolling ancestors are followed. */
  anchor: Element;
  /** Opened by key: the focus is shown. */
  byKeyboard: boolean;
  walk: (direction: 'next' | 'previous') => void;
  /** Goes to another place in the text and opens its card. */
  show: (start: number, end: number) => void;
  savedNow: (saved: SavedState) => void;
  /** Something was decided in the card that the page's marks follow from. */
  reread: () => Promise<void>;
  closed: () => void;
  /** The card broke, as it does when the extension was updated under it, and has closed. */
  failed: (error: unknown) => void;
}

/** Opens the card, or turns an open one to another mark. */
export type OpenCard = (request: CardRequest) => Promise<{ close: () => void }>;
