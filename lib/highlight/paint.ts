/** Marks on the page by the CSS Custom Highlight API: no element is added, wrapped or changed. The looks are in `marks.css`. */
import type { Span } from '../annotation';
import { holderOf } from '../article/flat';
import { pointsOf, type TextMap } from '../article/text-map';
import type { Palette } from '../settings';
import type { Mark } from './marks';
import { groundReader, type Tone } from './tone';

/** Names of the highlights, as `marks.css` styles them. A later one lies above an earlier one. */
export const highlightNames = ['passage', 'actor', 'minor', 'claim', 'current'] as const;
type Name = (typeof highlightNames)[number];

const tones = ['light', 'mid', 'dark'] as const;
const palettes: readonly Palette[] = ['amber', 'blue', 'green', 'violet'];
let palette: Palette = 'amber';

/** Colours of what is painted from now on. */
export function choosePalette(wanted: Palette) {
  palette = wanted;
}

const nameOf = (name: Name, tone: Tone, of: Palette) =>
  // What the person keeps is no colour of ours to choose.
  of === 'amber' || tone === 'mid' || name === 'passage'
    ? `claimbook-${name}-on-${tone}`
    : `claimbook-${of}-${name}-on-${tone}`;

/** The span as a range that the page's later changes do not slow down; null where the page no longer has it. */
export function rangeOf(map: TextMap, span: Span): StaticRange | null {
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
export function liveRangeOf(map: TextMap, span: Span): Range | null {
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
  const ground = groundReader();
  return (node) => {
    const element = holderOf(node);
    if (!element) return 'light';
    const tone = known.get(element) ?? ground(element);
    known.set(element, tone);
    return tone;
  };
}

/** What this copy of the script made. An updated extension's new copy paints under the same names, in the registry both share. */
const own = new WeakSet<Highlight>();

function* keysOf(names: readonly Name[]): Generator<string> {
  for (const name of names) for (const tone of tones) for (const of of palettes) yield nameOf(name, tone, of);
}

const isOwn = (key: string): boolean => {
  const there = CSS.highlights.get(key);
  return there !== undefined && own.has(there);
};

/** Removes all marks of the extension, or those only that this copy of the script painted. */
export function clearMarks(ownOnly = false) {
  clear(highlightNames, ownOnly);
}

function clear(names: readonly Name[], ownOnly = false) {
  for (const key of keysOf(names)) if (!ownOnly || isOwn(key)) CSS.highlights.delete(key);
}

/** Is anything on the page that this copy of the script painted? */
export const hasOwnMarks = (): boolean => [...keysOf(highlightNames)].some(isOwn);

/** A set of highlights that grows by ranges; shown at once, or all together at the end. */
function highlightSet(show: (key: string, made: Highlight) => void) {
  const made = new Map<string, Highlight>();
  return {
    made,
    add(name: Name, tone: Tone, range: StaticRange) {
      const key = nameOf(name, tone, palette);
      let found = made.get(key);
      if (!found) {
        found = new Highlight();
        own.add(found);
        found.priority = highlightNames.indexOf(name);
        made.set(key, found);
        show(key, found);
      }
      found.add(range);
    },
  };
}

/**
 * Paints all marks in slices.
 * @param from text offset to begin at: what is in view comes first.
 * @param swap keep what is painted until the new marks are complete, so that a repaint does not flicker.
 * @yields after every few dozen marks, so that the caller can give the page its turn.
 */
export function* paintMarks(map: TextMap, marks: readonly Mark[], from: number, swap: boolean): Generator<void, void> {
  const tone = toneReader();
  if (!swap) clearMarks();
  const set = highlightSet((key, made) => {
    if (!swap) CSS.highlights.set(key, made);
  });
  const first = Math.max(
    0,
    marks.findIndex(({ end }) => end > from),
  );
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[(first + i) % marks.length];
    const range = mark && rangeOf(map, mark);
    if (mark && range) set.add(mark.kind, tone(range.startContainer), range);
    if (i % 64 === 63) yield;
  }
  if (!swap) return;
  clear(['passage', 'actor', 'minor', 'claim']);
  for (const [key, made] of set.made) CSS.highlights.set(key, made);
}

/** Shows which place is open; null for none. */
export function paintCurrent(map: TextMap, span: Span | null) {
  clear(['current'], true);
  const range = span && rangeOf(map, span);
  if (range)
    highlightSet((key, made) => CSS.highlights.set(key, made)).add(
      'current',
      toneReader()(range.startContainer),
      range,
    );
}
