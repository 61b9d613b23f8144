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

/** @param shadows open shadow roots to look into; Firefox looks into all. */
function caretAt(x: number, y: number, shadows: readonly ShadowRoot[]): Caret | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadows] });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // Chromium before 128.
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Where text and its marks are found. */
interface Place {
  map: TextMap;
  /** Open shadow roots that parts of the text stand in. */
  shadows: readonly ShadowRoot[];
}

/** @returns the text offset nearest to a point; null where no text of the body is there. */
export function offsetAtPoint({ map, shadows }: Place, x: number, y: number): number | null {
  const caret = caretAt(x, y, shadows);
  return caret && offsetOf(map, caret);
}

const near = (box: DOMRect, x: number, y: number) =>
  x >= box.left - tolerance && x <= box.right + tolerance && y >= box.top - tolerance && y <= box.bottom + tolerance;

/** @param x, y in CSS pixels of the window. @returns the mark under the point; null beside all marks. */
export function markAtPoint(place: Place, marks: readonly Mark[], x: number, y: number): Mark | null {
  const offset = offsetAtPoint(place, x, y);
  if (offset === null) return null;
  return (
    marksAt(marks, offset).find((mark) => {
      const boxes = liveRangeOf(place.map, mark)?.getClientRects() ?? [];
      return Array.from(boxes).some((box) => near(box, x, y));
    }) ?? null
  );
}

const control =
  'a[href],area,button,input,select,textarea,label,summary,option,video,audio,iframe,[contenteditable=""],[contenteditable="true"],[role="button"],[role="link"],[role="tab"],[role="checkbox"],[role="menuitem"],[onclick]';

/** Does a click there mean something to the page already? @param path what the event passes, innermost first. */
export function isControl(path: readonly EventTarget[]): boolean {
  for (let i = 0; i < path.length; i++) {
    const at = path[i];
    if (at instanceof Element && at.matches(control)) return true;
  }
  return false;
}
