/** Trains what finds the source and the content of a cue. */
import {
  type BoundaryFilters,
  contentEnds,
  contentStarts,
  maximumCandidates,
  pairAt,
  pairCount,
  sourceEnds,
  sourceStarts,
} from '../../../lib/claims/statements/candidates';
import {
  contentEndToCue,
  contentStartToCue,
  localContentEnd,
  localContentStart,
} from '../../../lib/claims/statements/content-features';
import type { SpanModels, TokenSpan } from '../../../lib/claims/statements/decode';
import {
  type CueContext,
  cueContext,
  localSourceEnd,
  localSourceStart,
  maximumSpanFeatures,
  noSourceFeatures,
  sourceEndToCue,
  sourceStartToCue,
} from '../../../lib/claims/statements/span-features';
import type { View } from '../../../lib/claims/statements/view';
import { type Example, type Gold, seeded, shuffled } from './data';
import { averaged, createLearner, endEpoch, type Learner, learnChoice } from './learn';

const boundaries = new Int32Array(maximumCandidates);
const buffer = new Int32Array(maximumSpanFeatures * 2);

/** The boundaries with their features. */
function options(count: number, featuresOf: (boundary: number) => number): { at: number[]; features: Int32Array[] } {
  const at = Array.from(boundaries.subarray(0, count));
  return { at, features: at.map((boundary) => buffer.slice(0, featuresOf(boundary))) };
}

/** Index of the boundary that is nearest to the wanted one, if it is within three tokens; -1 otherwise. */
function nearest(at: readonly number[], wanted: number): number {
  let best = -1;
  let distance = 4;
  at.forEach((boundary, index) => {
    const away = Math.abs(boundary - wanted);
    if (away < distance) {
      distance = away;
      best = index;
    }
  });
  return best;
}

export interface SpanTraining {
  bits: number;
  epochs: number;
  rate: number;
  seed: number;
  filters: BoundaryFilters;
  /** The source that the content model is shown for a gold statement: gold, or what the source model found for it. */
  sourceShown?: (example: Example, index: number) => TokenSpan | null;
}

function learnSource(
  view: View,
  cue: CueContext,
  source: TokenSpan | null,
  filters: BoundaryFilters,
  start: Learner,
  end: Learner,
): void {
  const starts = options(sourceStarts(view, cue, filters.sourceStart, boundaries), (at) =>
    sourceStartToCue(view, cue, at, buffer, localSourceStart(view, at, buffer)),
  );
  const none = buffer.slice(0, noSourceFeatures(view, cue, buffer));
  const right = source ? starts.at.indexOf(source[0]) : starts.at.length;
  if (right < 0) return;
  learnChoice(start, [...starts.features, none], right);
  if (!source) return;
  const [first, last] = source;
  const ends = options(sourceEnds(view, cue, filters.sourceEnd, first, boundaries), (at) =>
    sourceEndToCue(view, cue, first, at, buffer, localSourceEnd(view, at, buffer)),
  );
  const wanted = ends.at.indexOf(last);
  if (wanted >= 0) learnChoice(end, ends.features, wanted);
}

function learnContent(
  view: View,
  cue: CueContext,
  source: TokenSpan | null,
  content: TokenSpan,
  filters: BoundaryFilters,
  start: Learner,
  end: Learner,
): void {
  const starts = options(contentStarts(view, cue, filters.contentStart, boundaries), (at) =>
    contentStartToCue(view, cue, source, at, buffer, localContentStart(view, at, buffer)),
  );
  const right = nearest(starts.at, content[0]);
  if (right >= 0) learnChoice(start, starts.features, right);
  const ends = options(contentEnds(view, cue, filters.contentEnd, content[0], boundaries), (at) =>
    contentEndToCue(view, cue, source, content[0], at, buffer, localContentEnd(view, at, buffer)),
  );
  const wanted = nearest(ends.at, content[1]);
  if (wanted >= 0) learnChoice(end, ends.features, wanted);
}

export function trainSources(
  examples: readonly Example[],
  { bits, epochs, rate, seed, filters }: SpanTraining,
): Pick<SpanModels, 'sourceStart' | 'sourceEnd'> {
  const start = createLearner(bits, rate);
  const end = createLearner(bits, rate);
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { view, gold } of shuffled(examples, random))
      for (const { head, source } of gold) learnSource(view, cueContext(view, head), source, filters, start, end);
    endEpoch(start);
    endEpoch(end);
  }
  return { sourceStart: averaged(start), sourceEnd: averaged(end) };
}

export function trainContents(
  examples: readonly Example[],
  { bits, epochs, rate, seed, filters, sourceShown }: SpanTraining,
): Pick<SpanModels, 'contentStart' | 'contentEnd'> {
  const start = createLearner(bits, rate);
  const end = createLearner(bits, rate);
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffled(examples, random))
      example.gold.forEach(({ head, source, content }, index) => {
        const shown = sourceShown ? sourceShown(example, index) : source;
        if (content) learnContent(example.view, cueContext(example.view, head), shown, content, filters, start, end);
      });
    endEpoch(start);
    endEpoch(end);
  }
  return { contentStart: averaged(start), contentEnd: averaged(end) };
}

/** How much of the gold boundaries a filter keeps. */
const kept = 0.995;

/** The pairs of parts of speech at gold boundaries, the rarest left out. */
export function boundaryFilters(examples: readonly Example[]): BoundaryFilters {
  const filter = (boundaryOf: (gold: Gold) => number | undefined): Uint8Array => {
    const counts = new Map<number, number>();
    let total = 0;
    for (const { view, gold } of examples)
      for (const statement of gold) {
        const boundary = boundaryOf(statement);
        if (boundary === undefined) continue;
        const pair = pairAt(view, boundary);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
        total++;
      }
    const out = new Uint8Array(pairCount);
    let covered = 0;
    for (const [pair, times] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
      if (covered >= kept * total) break;
      covered += times;
      out[pair] = 1;
    }
    return out;
  };
  return {
    sourceStart: filter(({ source }) => source?.[0]),
    sourceEnd: filter(({ source }) => source?.[1]),
    contentStart: filter(({ content }) => content?.[0]),
    contentEnd: filter(({ content }) => content?.[1]),
  };
}
