/** Text of a body and where each of its characters stands in the page, both ways. */
import type { Span } from '../annotation';
import type { Block } from './tree';

/** A place in the page: offset in UTF-16 code units into the node's data. */
export interface DomPoint {
  node: Text;
  offset: number;
}

/** A run of text that stands in the node character by character. */
interface Segment {
  start: number;
  length: number;
  node: Text;
  offset: number;
}

export interface TextMap {
  text: string;
  segments: Segment[];
}

const isSpace = (code: number) =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x2028 ||
  code === 0x2029 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x3000;
/** Soft hyphen, zero-width space, word joiner, byte order mark: invisible, and in the way inside words and numbers. */
const isInvisible = (code: number) => code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff;

/**
 * @returns the blocks' text, paragraphs separated by a blank line, lines by a line break, white space collapsed as a browser
 *   does, and the segments in order of `start`. A text longer than `limit` ends there, in the middle of a node if need be.
 * @yields now and then.
 */
export function* mapText(blocks: readonly Block[], limit = Number.POSITIVE_INFINITY): Generator<void, TextMap> {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  let count = 0;
  for (const block of blocks) {
    if (length >= limit) break;
    if (++count % 64 === 0) yield;
    let empty = true;
    /** What has to stand before the next visible character: line breaks, or a space (with its place in the page). */
    let breaks = 0;
    let space: DomPoint | null = null;
    for (const node of block.items) {
      if (!node) {
        breaks++;
        space = null;
        continue;
      }
      const data = node.data;
      let i = 0;
      while (i < data.length && length < limit) {
        const code = data.charCodeAt(i);
        if (isSpace(code)) {
          space ??= { node, offset: i };
          i++;
          continue;
        }
        if (isInvisible(code)) {
          i++;
          continue;
        }
        if (empty) {
          if (length > 0) write('\n\n');
        } else if (breaks > 0) write(breaks > 1 ? '\n\n' : '\n');
        else if (space) {
          segments.push({ start: length, length: 1, node: space.node, offset: space.offset });
          write(' ');
        }
        empty = false;
        breaks = 0;
        space = null;
        let end = i + 1;
        while (end < data.length && end - i < limit - length) {
          const ahead = data.charCodeAt(end);
          if (isInvisible(ahead)) break;
          if (isSpace(ahead)) {
            // A single space followed by text keeps the run one-to-one.
            const after = end + 1 < data.length ? data.charCodeAt(end + 1) : 32;
            if (isSpace(after) || isInvisible(after)) break;
          }
          end++;
        }
        const run = data.slice(i, end);
        const last = segments.at(-1);
        if (last && last.node === node && last.start + last.length === length && last.offset + last.length === i)
          last.length += run.length;
        else segments.push({ start: length, length: run.length, node, offset: i });
        write(run.replace(/\s/g, ' '));
        i = end;
      }
    }
  }
  return { text: parts.join(''), segments };
}

/** Index of the last segment that starts at or before `offset`; -1 if none does. */
function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * @param span offsets into the text, not empty.
 * @returns where its first character begins and its last one ends in the page; null outside the text. A border on white space
 *   that the page does not have (between paragraphs) moves inwards.
 */
export function pointsOf(map: TextMap, span: Span): { start: DomPoint; end: DomPoint } | null {
  const { segments } = map;
  if (span.start < 0 || span.end > map.text.length || span.start >= span.end) return null;
  let first = segments[segmentAt(segments, span.start)];
  if (!first || span.start >= first.start + first.length) first = segments[segmentAt(segments, span.start) + 1];
  const last = segments[segmentAt(segments, span.end - 1)];
  if (!first || !last || first.start >= span.end || last.start + last.length <= span.start) return null;
  return {
    start: { node: first.node, offset: first.offset + Math.max(0, span.start - first.start) },
    end: { node: last.node, offset: last.offset + Math.min(last.length, span.end - last.start) },
  };
}

const byNode = new WeakMap<TextMap, Map<Text, number[]>>();

/** @returns the offset into the text of a place in the page; null where the place is not in the body. */
export function offsetOf(map: TextMap, point: { node: Node; offset: number }): number | null {
  let index = byNode.get(map);
  if (!index) {
    index = new Map();
    for (const [at, { node }] of map.segments.entries()) {
      const list = index.get(node);
      if (list) list.push(at);
      else index.set(node, [at]);
    }
    byNode.set(map, index);
  }
  let found: number | null = null;
  for (const at of index.get(point.node as Text) ?? []) {
    const segment = map.segments[at];
    if (!segment || (segment.offset > point.offset && found !== null)) break;
    found = segment.start + Math.min(segment.length, Math.max(0, point.offset - segment.offset));
  }
  return found;
}
