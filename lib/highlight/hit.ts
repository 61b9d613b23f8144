/** Which mark a person means by a click: found from the caret position, without elements over the page. */
import { offsetOf, type TextMap } from '../article/text-map';
import { type Mark, marksAt } from './marks';
import { liveRangeOf } from './paint';

/** Pixels that a pointer may be off the mark's box. */
const tolerance = 2;

interface Caret {
  node: Node;
  offset: number;
}

function caretAt(x: number, y: number): Caret | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // Chromium before 128.
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** @returns the text offset nearest to a point; null where no text of the body is there. */
export function offsetAtPoint(map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  return caret && offsetOf(map, caret);
}

const near = (box: DOMRect, x: number, y: number) =>
  x >= box.left - tolerance && x <= box.right + tolerance && y >= box.top - tolerance && y <= box.bottom + tolerance;

/** @param x, y in CSS pixels of the window. @returns the mark under the point; null beside all marks. */
export function markAtPoint(map: TextMap, marks: readonly Mark[], x: number, y: number): Mark | null {
  const offset = offsetAtPoint(map, x, y);
  if (offset === null) return null;
  return (
    marksAt(marks, offset).find((mark) => {
      const boxes = liveRangeOf(map, mark)?.getClientRects() ?? [];
      return Array.from(boxes).some((box) => near(box, x, y));
    }) ?? null
  );
}

const control =
  'a[href],area,button,input,select,textarea,label,summary,option,video,audio,iframe,[contenteditable=""],[contenteditable="true"],[role="button"],[role="link"],[role="tab"],[role="checkbox"],[role="menuitem"],[onclick]';

/** Does a click there mean something to the page already? */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(control) !== null;
}
