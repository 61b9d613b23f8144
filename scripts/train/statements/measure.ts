/** The measure of statements: a cue counts when it overlaps the gold cue, source and content when they overlap by half (IoU). */
import { overlapShare, type TokenSpan } from '../../../lib/claims/statements/decode';
import type { Gold } from './data';

export interface Found {
  cue: TokenSpan;
  source: TokenSpan | null;
  content: TokenSpan | null;
}

export interface Counts {
  gold: number;
  found: number;
  cue: number;
  source: number;
  content: number;
  all: number;
}

export const noCounts = (): Counts => ({ gold: 0, found: 0, cue: 0, source: 0, content: 0, all: 0 });

/** Adds one text's matches to `counts`. */
export function count(counts: Counts, gold: readonly Gold[], found: readonly Found[]): void {
  counts.gold += gold.length;
  counts.found += found.length;
  const pairs: [number, Gold, Found][] = [];
  for (const want of gold)
    for (const got of found)
      if (overlapShare(want.cue, got.cue) > 0)
        pairs.push([
          overlapShare(want.cue, got.cue) + (want.content && got.content ? overlapShare(want.content, got.content) : 0),
          want,
          got,
        ]);
  pairs.sort((a, b) => b[0] - a[0]);
  const used = new Set<object>();
  for (const [, want, got] of pairs) {
    if (used.has(want) || used.has(got)) continue;
    used.add(want).add(got);
    const source = want.source ? !!got.source && overlapShare(want.source, got.source) >= 0.5 : !got.source;
    const content = !!want.content && !!got.content && overlapShare(want.content, got.content) >= 0.5;
    counts.cue++;
    if (source) counts.source++;
    if (content) counts.content++;
    if (source && content) counts.all++;
  }
}

/** F1 in points. */
export const f1 = (hits: number, { gold, found }: Counts): number => (gold + found ? (200 * hits) / (gold + found) : 0);

export const figures = (counts: Counts): string =>
  `cue ${f1(counts.cue, counts).toFixed(2)} (P ${((100 * counts.cue) / Math.max(1, counts.found)).toFixed(1)} R ${((100 * counts.cue) / counts.gold).toFixed(1)})` +
  `  +source ${f1(counts.source, counts).toFixed(2)}  +content ${f1(counts.content, counts).toFixed(2)}  all ${f1(counts.all, counts).toFixed(2)}`;
