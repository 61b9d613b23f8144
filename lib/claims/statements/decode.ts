/** Chooses a cue's source and content: the start, then the end, each by a log-linear model over the boundaries that come into question. */
import {
  type BoundaryFilters,
  contentEnds,
  contentStarts,
  maximumCandidates,
  sourceEnds,
  sourceStarts,
} from './candidates';
import { contentEndToCue, contentStartToCue, localContentEnd, localContentStart } from './content-features';
import {
  type CueContext,
  localSourceEnd,
  localSourceStart,
  maximumSpanFeatures,
  noSourceFeatures,
  sourceEndToCue,
  sourceStartToCue,
} from './span-features';
import type { View } from './view';
import { tally, type Weights, weigh } from './weights';

/** A pair of boundaries: token indexes, the first inclusive, the second exclusive. */
export type TokenSpan = readonly [number, number];

export interface Choice<T> {
  span: T;
  /** 0 to 1: the share of the probability that lies on spans that overlap this one by at least half. */
  confidence: number;
}

export interface SpanModels {
  sourceStart: Weights;
  sourceEnd: Weights;
  contentStart: Weights;
  contentEnd: Weights;
  filters: BoundaryFilters;
}

const features = new Int32Array(maximumSpanFeatures * 2);

/** Sums that the boundaries of a text keep for all cues around them, by boundary; NaN where none was worked out yet. */
export interface BoundarySums {
  sourceStart: Float64Array;
  sourceEnd: Float64Array;
  contentStart: Float64Array;
  contentEnd: Float64Array;
}

/** For one text and one set of models. */
export function createBoundarySums(view: View): BoundarySums {
  const none = () => new Float64Array(view.size + 1).fill(Number.NaN);
  return { sourceStart: none(), sourceEnd: none(), contentStart: none(), contentEnd: none() };
}

/** The sum of what `local` writes for a boundary, worked out once a text. */
function localSum(
  sums: Float64Array,
  weights: Weights,
  local: (view: View, boundary: number, out: Int32Array) => number,
  view: View,
  boundary: number,
): number {
  let sum = sums[boundary] as number;
  if (Number.isNaN(sum)) {
    sum = tally(weights, features, 0, local(view, boundary, features));
    sums[boundary] = sum;
  }
  return sum;
}
const starts = new Int32Array(maximumCandidates);
const ends = new Int32Array(maximumCandidates);
const startScores = new Float64Array(maximumCandidates);
const endScores = new Float64Array(maximumCandidates);

/** Scores to probabilities, in place. */
function softmax(scores: Float64Array, count: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) most = Math.max(most, scores[index] ?? 0);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const power = Math.exp((scores[index] ?? 0) - most);
    scores[index] = power;
    sum += power;
  }
  for (let index = 0; index < count; index++) scores[index] = (scores[index] ?? 0) / sum;
}

/** Index of the largest of `scores`, which is then set to -1. */
function takeBest(scores: Float64Array, count: number): { index: number; probability: number } {
  let index = 0;
  for (let at = 1; at < count; at++) if ((scores[at] ?? 0) > (scores[index] ?? 0)) index = at;
  const probability = scores[index] ?? 0;
  scores[index] = -1;
  return { index, probability };
}

export function overlapShare(a: TokenSpan, b: TokenSpan): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (a[1] - a[0] + b[1] - b[0] - shared);
}

interface Weighted {
  span: TokenSpan | null;
  probability: number;
}

/** The span with most probability near it (the measure counts spans that overlap by half), ties to the likelier one itself. */
function centre(found: readonly Weighted[]): Choice<TokenSpan | null> | null {
  let best: Choice<TokenSpan | null> | null = null;
  let most = -1;
  for (const { span, probability } of found) {
    let near = 0;
    for (const other of found) {
      if (span === null || other.span === null ? span === other.span : overlapShare(span, other.span) >= 0.5)
        near += other.probability;
    }
    if (near + probability / 10 > most) {
      most = near + probability / 10;
      best = { span, confidence: near };
    }
  }
  return best;
}

/** @returns the source's tokens, `span` null where the cue has none */
export function chooseSource(
  view: View,
  cue: CueContext,
  models: SpanModels,
  sums: BoundarySums,
): Choice<TokenSpan | null> {
  const { sourceStart, sourceEnd } = models;
  const count = sourceStarts(view, cue, models.filters.sourceStart, starts);
  for (let index = 0; index < count; index++) {
    const boundary = starts[index] as number;
    const local = localSum(sums.sourceStart, sourceStart, localSourceStart, view, boundary);
    const many = sourceStartToCue(view, cue, boundary, features, 0);
    startScores[index] = (local + tally(sourceStart, features, 0, many)) * sourceStart.scale;
  }
  startScores[count] = weigh(models.sourceStart, features, noSourceFeatures(view, cue, features));
  softmax(startScores, count + 1);
  const found: Weighted[] = [];
  let mass = 0;
  for (let rank = 0; rank < 2 && mass < 0.8; rank++) {
    const { index, probability } = takeBest(startScores, count + 1);
    if (probability < 0.02) break;
    mass += probability;
    if (index === count) {
      found.push({ span: null, probability });
      continue;
    }
    const start = starts[index] ?? 0;
    const many = sourceEnds(view, cue, models.filters.sourceEnd, start, ends);
    for (let at = 0; at < many; at++) {
      const boundary = ends[at] as number;
      const local = localSum(sums.sourceEnd, sourceEnd, localSourceEnd, view, boundary);
      const written = sourceEndToCue(view, cue, start, boundary, features, 0);
      endScores[at] = (local + tally(sourceEnd, features, 0, written)) * sourceEnd.scale;
    }
    softmax(endScores, many);
    for (let at = 0; at < many; at++) {
      const share = endScores[at] ?? 0;
      if (share > 0.05) found.push({ span: [start, ends[at] ?? 0], probability: probability * share });
    }
  }
  return centre(found) ?? { span: null, confidence: 0 };
}

/** @returns the content's tokens; null where no text can be content */
export function chooseContent(
  view: View,
  cue: CueContext,
  source: TokenSpan | null,
  models: SpanModels,
  sums: BoundarySums,
): Choice<TokenSpan> | null {
  const { contentStart, contentEnd } = models;
  const count = contentStarts(view, cue, models.filters.contentStart, starts);
  if (count === 0) return null;
  for (let index = 0; index < count; index++) {
    const boundary = starts[index] as number;
    const local = localSum(sums.contentStart, contentStart, localContentStart, view, boundary);
    const many = contentStartToCue(view, cue, source, boundary, features, 0);
    startScores[index] = (local + tally(contentStart, features, 0, many)) * contentStart.scale;
  }
  softmax(startScores, count);
  const found: Weighted[] = [];
  let mass = 0;
  for (let rank = 0; rank < 2 && mass < 0.75; rank++) {
    const { index, probability } = takeBest(startScores, count);
    if (probability < 0.02) break;
    mass += probability;
    const start = starts[index] ?? 0;
    const many = contentEnds(view, cue, models.filters.contentEnd, start, ends);
    for (let at = 0; at < many; at++) {
      const boundary = ends[at] as number;
      const local = localSum(sums.contentEnd, contentEnd, localContentEnd, view, boundary);
      const written = contentEndToCue(view, cue, source, start, boundary, features, 0);
      endScores[at] = (local + tally(contentEnd, features, 0, written)) * contentEnd.scale;
    }
    softmax(endScores, many);
    for (let at = 0; at < many; at++) {
      const share = endScores[at] ?? 0;
      if (share > 0.03) found.push({ span: [start, ends[at] ?? 0], probability: probability * share });
    }
  }
  const best = centre(found);
  return best?.span ? { span: best.span, confidence: best.confidence } : null;
}
