import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../lib/annotation';
import { t } from '../../lib/ui-text/text';

interface Selected {
  span: Span;
  /** Where the selection ends, in pixels of the window's page. */
  top: number;
  left: number;
}

/** Where a place in the text's DOM stands in the text: paragraphs know where they start, and hold nothing but text. */
function offsetAt(node: Node, offset: number): number | null {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]');
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.getAttribute('data-start')) + before.toString().length;
}

/** @returns the selected passage; null when nothing, or something else, is selected */
export function selectedIn(text: Element): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start || !selection.toString().trim()) return null;
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const place = text.getBoundingClientRect();
  return { span: { start, end }, top: last.bottom - place.top, left: Math.max(0, last.left - place.left) };
}

/** Offers beside a selected passage what can be done with it. */
export function SelectionBar({
  text,
  actions,
}: {
  text: RefObject<HTMLElement | null>;
  actions: (passage: Span, done: () => void) => ReactNode;
}) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let holding = false;
    const look = () => setSelected(text.current && selectedIn(text.current));
    // While the mouse is down the passage still grows. What is opened from the bar takes the focus, and in Firefox the
    // selection with it: it was meant all the same.
    const change = () => {
      const used =
        document.activeElement?.closest('.selection-bar, .cb-menu, .cb-dialog') ??
        document.querySelector('.selection-bar [aria-expanded="true"]');
      if (!holding && !used) look();
    };
    const down = (event: PointerEvent) => {
      holding = event.target instanceof Node && (text.current?.contains(event.target) ?? false);
    };
    const up = () => {
      if (!holding) return;
      holding = false;
      // The selection is settled after the event.
      setTimeout(look);
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && setSelected(null);
    document.addEventListener('selectionchange', change);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('selectionchange', change);
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('keydown', key);
    };
  }, [text]);
  if (!selected) return null;
  const done = () => {
    getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={t('library.mark.bar')}
      style={{ insetBlockStart: selected.top, '--selection-left': `${selected.left}px` } as React.CSSProperties}
    >
      {actions(selected.span, done)}
    </div>
  );
}
