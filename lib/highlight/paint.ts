/** Marks on the page by the CSS Custom Highlight API: no element is added, wrapped or changed. The looks are in `marks.css`. */
import { pointsOf, type TextMap } from '../article/text-map';
import type { Mark } from './marks';
import { type Tone, toneOf } from './tone';

/** Names of the highlights, as `marks.css` styles them. A later one lies above an earlier one. */
export const highlightNames = ['actor', 'minor', 'claim', 'current'] as const;
type Name = (typeof highlightNames)[number];

const nameOf = (name: Name, tone: Tone) => `claimbook-${name}-on-${tone}`;

/** The span as a range that the page's later changes do not slow down; null where the page no longer has it. */
export function rangeOf(map: TextMap, span: { start: number; end: number }): StaticRange | null {
  const points = pointsOf(map, span);
  if (!points) return null;
  const { start, end } = points;
  if (
    start.offset > start.node.length ||
    end.offset > end.node.length ||
    !start.node.isConnected ||
    !end.node.isConnected
  )
    return null;
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** A live range for measuring; null where the page no longer has the span. */
export function liveRangeOf(map: TextMap, span: { start: number; end: number }): Range | null {
  const fixed = rangeOf(map, span);
  if (!fixed) return null;
  const range = document.createRange();
  range.setStart(fixed.startContainer, fixed.startOffset);
  range.setEnd(fixed.endContainer, fixed.endOffset);
  return range;
}

/** The ground can change from paragraph to paragraph; each is looked at once a painting. */
function toneReader(): (node: Node) => Tone {
  const known = new Map<Element, Tone>();
  return (node) => {
    const element = node.parentElement;
    if (!element) return 'light';
    const tone = known.get(element) ?? toneOf(element);
    known.set(element, tone);
    return tone;
  };
}

function highlight(name: Name, tone: Tone): Highlight {
  const key = nameOf(name, tone);
  let found = CSS.highlights.get(key);
  if (!found) {
    found = new Highlight();
    found.priority = highlightNames.indexOf(name);
    CSS.highlights.set(key, found);
  }
  return found;
}

/** Removes all marks of ours. */
export function clearMarks() {
  for (const name of highlightNames)
    for (const tone of ['light', 'dark'] as const) CSS.highlights.delete(nameOf(name, tone));
}

/**
 * Paints in slices, in the order given.
 * @yields after every few dozen marks, so that the caller can give the page its turn. Returns the number painted.
 */
export function* paintMarks(map: TextMap, marks: readonly Mark[]): Generator<void, number> {
  const tone = toneReader();
  let painted = 0;
  clearMarks();
  for (const [index, mark] of marks.entries()) {
    const range = rangeOf(map, mark);
    if (range) {
      highlight(mark.kind, tone(range.startContainer)).add(range);
      painted++;
    }
    if (index % 64 === 63) yield;
  }
  return painted;
}

/** Shows which mark is open; null for none. */
export function paintCurrent(map: TextMap, mark: Mark | null) {
  for (const tone of ['light', 'dark'] as const) CSS.highlights.delete(nameOf('current', tone));
  const range = mark && rangeOf(map, mark);
  if (range) highlight('current', toneReader()(range.startContainer)).add(range);
}
