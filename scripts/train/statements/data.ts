/** Reads PolNeAR-shaped rows and lays their attributions on the tokens that the product reads. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { TokenSpan } from '../../../lib/claims/statements/decode';
import { type View, viewOf } from '../../../lib/claims/statements/view';
import type { WordClasses } from '../../../lib/claims/statements/word-classes';
import type { Document } from '../../../lib/language/document';

type Offsets = [start: number, end: number];
interface Row {
  id: string;
  text: string;
  attributions: { source?: Offsets[]; cue?: Offsets[]; content?: Offsets[] }[];
}

export interface Gold {
  cue: TokenSpan;
  /** The tokens of the cue, which may stand in several pieces. */
  cueTokens: number[];
  source: TokenSpan | null;
  content: TokenSpan | null;
  /** The token that the cue model learns to find; set by `chooseHeads`. */
  head: number;
}

export interface Example {
  id: string;
  view: View;
  gold: Gold[];
}

/** The tokens that a stretch of text touches; null when there are none. */
function tokensOf(document: Document, pieces: Offsets[] | undefined): TokenSpan | null {
  if (!pieces?.length) return null;
  const start = Math.min(...pieces.map((piece) => piece[0]));
  const end = Math.max(...pieces.map((piece) => piece[1]));
  const { tokens } = document;
  const firstWhere = (test: (index: number) => boolean) => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const first = firstWhere((index) => (tokens[index]?.end ?? 0) > start);
  const last = firstWhere((index) => (tokens[index]?.start ?? 0) >= end);
  return first < last ? [first, last] : null;
}

/**
 * @param path JSON Lines, gzipped or not: `{id, text, attributions: [{source, cue, content: [[start, end], ...]}]}`
 * @param read makes a document of a text, as the product does
 */
export function loadExamples(path: string, read: (text: string) => Document, classes: WordClasses): Example[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const row = JSON.parse(line) as Row;
      const document = read(row.text);
      const gold: Gold[] = [];
      for (const { source, cue, content } of row.attributions) {
        const span = tokensOf(document, cue);
        if (!span) continue;
        const cueTokens = (cue ?? []).flatMap((piece) => {
          const found = tokensOf(document, [piece]);
          return found ? Array.from({ length: found[1] - found[0] }, (_, index) => found[0] + index) : [];
        });
        gold.push({
          cue: span,
          cueTokens,
          source: tokensOf(document, source),
          content: tokensOf(document, content),
          head: span[0],
        });
      }
      return { id: row.id, view: viewOf(document, classes), gold };
    });
}

/** A small seeded generator (mulberry32): training must repeat itself. @returns numbers from 0 to 1 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let index = out.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = out[index] as T;
    out[index] = out[other] as T;
    out[other] = kept;
  }
  return out;
}
