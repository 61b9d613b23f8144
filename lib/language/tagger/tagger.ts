/**
 * The sequence tagger: a linear-chain model (conditional random field or averaged structured perceptron, told apart only by how
 * they were trained) over hashed features, decoded with Viterbi. It serves parts of speech, names, and statements alike.
 *
 * How to make a tagger of your own:
 * 1. Describe what it sees as a `FeatureSet` (features.ts): `word` for what a word is by itself, `token` for what depends on the
 *    place. A context that extends `TagContext` carries the answers of earlier steps.
 * 2. Name its labels: `bilouLabels(['cue', 'source'])` for spans, or plain tags.
 * 3. Training script (scripts/train): `sequenceOf(set, context, first, last, labels)` for each stretch, then `trainTagger(sequences, options)`
 *    gives the bytes of the model file; write them to public/model/NAME.bin.
 * 4. At run time: list the file in `modelFiles` (engine.ts), `createTagger(decodeModel(file, bytes), set)` once, and per sentence
 *    `tag(tagger, context, first, last)` -> label indexes, `decodeSpans(...)` -> spans. `bias` shifts a label for recall or precision.
 */

import type { Word } from '../words';
import { newSlot } from '../words';
import { atOffset, createFeatureList, type FeatureList, type FeatureSet, type TagContext, wordAt } from './features';
import { mayFollow } from './labels';
import { addFeatures, type Model } from './model';
import { impossible, viterbi } from './viterbi';

export interface Tagger<Context extends TagContext> {
  readonly model: Model;
  readonly features: FeatureSet<Context>;
  /** Where this tagger keeps the summed scores of a word, in `Word.cache`. */
  readonly slot: number;
  /** Labels that may stand before label L: `predecessors[steps[L] .. steps[L + 1]]`, with the transitions' weights beside them. */
  readonly predecessors: Uint8Array;
  readonly predecessorWeights: Int32Array;
  readonly steps: Int32Array;
  readonly mayStart: Uint8Array;
  readonly mayEnd: Uint8Array;
  /** Added to each label's score, in the model's integer steps. */
  readonly bias: Int32Array;
  /** Lead over the second label, in the model's steps, from which a token is settled; Infinity for never. */
  readonly sure: number;
}

/**
 * @param bias by label name, in log-odds of the learner
 * @param sure for labels that may follow one another freely: where the words of the window alone give one label a lead of so many log-odds, the place
 *   is looked at no further, and labels that trail by as much are dropped. A trade of exactness for speed.
 */
export function createTagger<Context extends TagContext>(
  model: Model,
  features: FeatureSet<Context>,
  bias: Readonly<Record<string, number>> = {},
  sure = Number.POSITIVE_INFINITY,
): Tagger<Context> {
  const { labels } = model;
  const predecessors: number[] = [];
  const predecessorWeights: number[] = [];
  const steps = [0];
  labels.forEach((next, to) => {
    labels.forEach((label, from) => {
      if (!mayFollow(label, next)) return;
      predecessors.push(from);
      predecessorWeights.push(model.transitions[from * labels.length + to] ?? 0);
    });
    steps.push(predecessors.length);
  });
  return {
    model,
    features,
    slot: newSlot(),
    predecessors: Uint8Array.from(predecessors),
    predecessorWeights: Int32Array.from(predecessorWeights),
    steps: Int32Array.from(steps),
    mayStart: Uint8Array.from(labels, (label) => (mayFollow(null, label) ? 1 : 0)),
    mayEnd: Uint8Array.from(labels, (label) => (mayFollow(label, null) ? 1 : 0)),
    bias: Int32Array.from(labels, (label) => Math.round((bias[label] ?? 0) / model.scale)),
    sure: sure / model.scale,
  };
}

/** Longer stretches are tagged in pieces: memory stays bounded on a text without sentence ends. */
export const longestStretch = 1000;

let scores = new Int32Array(0);
let back = new Uint8Array(0);
const wordList: FeatureList = createFeatureList();
const tokenList: FeatureList = createFeatureList();

/** Scores of a word at all offsets of the window, one row of labels an offset. */
function wordScores<Context extends TagContext>(tagger: Tagger<Context>, word: Word): Int32Array {
  const known = word.cache[tagger.slot];
  if (known !== undefined) return known as Int32Array;
  const { model, features } = tagger;
  const size = model.labels.length;
  const sums = new Int32Array(features.window.length * size);
  features.window.forEach((offset, slot) => {
    wordList.length = 0;
    features.word(word, offset, wordList);
    for (let at = 0; at < wordList.length; at++) wordList.values[at] = atOffset(wordList.values[at] ?? 0, offset);
    addFeatures(model, wordList.values, wordList.length, sums, slot * size);
  });
  word.cache[tagger.slot] = sums;
  return sums;
}

/** Fills `scores` with one row of label scores for each of the tokens `from` to `to`, which stand in the stretch `first` to `last`. */
function score<Context extends TagContext>(
  tagger: Tagger<Context>,
  context: Context,
  first: number,
  last: number,
  from: number,
  to: number,
): void {
  const { model, features, bias, sure } = tagger;
  const size = model.labels.length;
  const { window } = features;
  const count = to - from;
  if (scores.length < count * size) {
    scores = new Int32Array(Math.max(count, 200) * size);
    back = new Uint8Array(scores.length);
  }
  for (let at = 0; at < count; at++) {
    const row = at * size;
    for (let label = 0; label < size; label++) scores[row + label] = bias[label] as number;
  }
  if (window.length > 0) {
    const low = window[0] as number;
    const high = window[window.length - 1] as number;
    for (let at = low; at < count + high; at++) {
      const sums = wordScores(tagger, wordAt(context.document, from + at, first, last));
      for (let slot = 0; slot < window.length; slot++) {
        const target = at - (window[slot] as number);
        if (target < 0 || target >= count) continue;
        const row = target * size;
        const base = slot * size;
        for (let label = 0; label < size; label++)
          scores[row + label] = (scores[row + label] as number) + (sums[base + label] as number);
      }
    }
  }
  for (let at = 0; at < count; at++) {
    const row = at * size;
    if (sure !== Number.POSITIVE_INFINITY && lead(row, size) > sure) continue;
    tokenList.length = 0;
    features.token(context, from + at, first, last, tokenList);
    addFeatures(model, tokenList.values, tokenList.length, scores, row);
  }
}

/** How far the best label of a row is ahead of the second. */
function lead(row: number, size: number): number {
  let best = impossible;
  let second = impossible;
  for (let label = 0; label < size; label++) {
    const value = scores[row + label] as number;
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  return best - second;
}

/**
 * Labels the tokens `first` to `last` (exclusive) of the context's document, as one sentence.
 * @param out written from its index `at` on, one label index (into `tagger.model.labels`) a token
 */
export function tagInto<Context extends TagContext>(
  tagger: Tagger<Context>,
  context: Context,
  first: number,
  last: number,
  out: Uint8Array,
  at: number,
): void {
  for (let from = first; from < last; from += longestStretch) {
    const to = Math.min(from + longestStretch, last);
    score(tagger, context, from, to, from, to);
    viterbi(tagger, { scores, back }, to - from, out, at + from - first, true, true);
  }
}

/** Like `tagInto`, into an array of its own. */
export function tag<Context extends TagContext>(
  tagger: Tagger<Context>,
  context: Context,
  first: number,
  last: number,
): Uint8Array {
  const out = new Uint8Array(last - first);
  tagInto(tagger, context, first, last, out, 0);
  return out;
}

/**
 * Labels the tokens `from` to `to` of the sentence `first` to `last` alone; its other tokens are "O". Keeps the labels' scores before any path was
 * chosen, for a second tagger to build on.
 * @param out @param kept indexed by token of the document: one label, one row of label scores in steps of `tagger.model.scale`
 */
export function tagKeeping<Context extends TagContext>(
  tagger: Tagger<Context>,
  context: Context,
  first: number,
  last: number,
  from: number,
  to: number,
  out: Uint8Array,
  kept: Int32Array,
): void {
  const size = tagger.model.labels.length;
  for (let low = from; low < to; low += longestStretch) {
    const high = Math.min(low + longestStretch, to);
    score(tagger, context, first, last, low, high);
    const base = low * size;
    for (let index = 0; index < (high - low) * size; index++) kept[base + index] = scores[index] as number;
    viterbi(tagger, { scores, back }, high - low, out, low, low === first, high === last);
  }
}

/**
 * Tags anew with the scores that `tagKeeping` kept plus those of a second tagger over the same labels, whose transitions are used.
 * @param scale of the kept scores: `model.scale` of the tagger that made them
 */
export function retagInto<Context extends TagContext>(
  tagger: Tagger<Context>,
  context: Context,
  first: number,
  last: number,
  from: number,
  to: number,
  out: Uint8Array,
  kept: Int32Array,
  scale: number,
): void {
  const size = tagger.model.labels.length;
  const ratio = scale / tagger.model.scale;
  for (let low = from; low < to; low += longestStretch) {
    const high = Math.min(low + longestStretch, to);
    score(tagger, context, first, last, low, high);
    const base = low * size;
    for (let index = 0; index < (high - low) * size; index++) {
      scores[index] = (scores[index] as number) + Math.round((kept[base + index] as number) * ratio);
    }
    viterbi(tagger, { scores, back }, high - low, out, low, low === first, high === last);
  }
}
