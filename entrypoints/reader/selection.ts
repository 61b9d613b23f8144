/** What the person selected in the article, as a place in its text. */
import type { Span } from '../../lib/annotation';
import { offsetOf, type TextMap } from '../../lib/article/text-map';

/** The first or last text of the article inside a range whose end stands in none of it, as a triple click leaves it. */
function edge(map: TextMap, range: Range, last: boolean): number | null {
  const inside = map.segments.filter(({ node }) => range.intersectsNode(node));
  const segment = last ? inside.at(-1) : inside[0];
  if (!segment) return null;
  return last ? segment.start + segment.length : segment.start;
}

/** @returns UTF-16 offsets into the article's text; null when nothing of the article is selected */
export function selectedSpan(map: TextMap): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(map, { node: range.startContainer, offset: range.startOffset }) ?? edge(map, range, false);
  const end = offsetOf(map, { node: range.endContainer, offset: range.endOffset }) ?? edge(map, range, true);
  return start !== null && end !== null && start < end ? { start, end } : null;
}
