/** Text of a body and where each of its characters stands in the page, both ways. */
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
 *   does, and the segments in order of `start`.
 */
export function mapText(blocks: readonly Block[]): TextMap {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  for (const block of blocks) {
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
      while (i < data.length) {
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
        while (end < data.length) {
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
