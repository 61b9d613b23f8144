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
import { atOffset, createFeatureList, type FeatureList, type FeatureSet, type TagContext, wordAt } from './features';
import { mayFollow } from './labels';
import { addFeature, type Model } from './model';
import { newSlot } from '../words';
import type { Word } from '../words';


export interface Tagger<Context extends TagContext> {
  readonly model: Model;
  readonly features: FeatureSet<Context>;
  /** Where this tagger keeps the summed scores of a word, in `Word.cache`. */
  readonly slot: number;
  /** For each label, those that may stand before it. */
  readonly predecessors: readonly Uint8Array[];
  readonly mayStart: Uint8Array;
  readonly mayEnd: Uint8Array;
  /** Added to each label's score, in the model's integer steps. */
  readonly bias: Int32Array;
}

/** @param bias by label name, in log-odds of the learner */
export function createTagger<Context extends TagContext>(
  model: Model,
  features: FeatureSet<Context>,
  bias: Readonly<Record<string, number>> = {},
): Tagger<Context> {
  const { labels } = model;
  return {
    model,
    features,
    slot: newSlot(),
    predecessors: labels.map((next) => Uint8Array.from(labels.keys()).filter((at) => mayFollow(labels[at] ?? '', next))),
    mayStart: Uint8Array.from(labels, (label) => (mayFollow(null, label) ? 1 : 0)),
    mayEnd: Uint8Array.from(labels, (label) => (mayFollow(label, null) ? 1 : 0)),
    bias: Int32Array.from(labels, (label) => Math.round((bias[label] ?? 0) / model.scale)),
  };
}

const impossible = -0x20000000;
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
    for (let at = 0; at < wordList.length; at++) {
      addFeature(model, atOffset(wordList.values[at] ?? 0, offset), sums, slot * size);
    }
  });
  word.cache[tagger.slot] = sums;
  return sums;
}

/** Fills `scores` with one row of label scores a token. */
function score<Context extends TagContext>(tagger: Tagger<Context>, context: Context, first: number, last: number): void {
  const { model, features, bias } = tagger;
  const size = model.labels.length;
  const { window } = features;
  const count = last - first;
  if (scores.length < count * size) {
    scores = new Int32Array(Math.max(count, 200) * size);
    back = new Uint8Array(scores.length);
  }
  for (let at = 0; at < count; at++) {
    const row = at * size;
    for (let label = 0; label < size; label++) scores[row + label] = bias[label] ?? 0;
    tokenList.length = 0;
    features.token(context, first + at, first, last, tokenList);
    for (let feature = 0; feature < tokenList.length; feature++) addFeature(model, tokenList.values[feature] ?? 0, scores, row);
  }
  const low = window[0] ?? 0;
  const high = window[window.length - 1] ?? 0;
  for (let at = low; at < count + high; at++) {
    const sums = wordScores(tagger, wordAt(context.document, first + at, first, last));
    for (let slot = 0; slot < window.length; slot++) {
      const target = at - (window[slot] ?? 0);
      if (target < 0 || target >= count) continue;
      const row = target * size;
      const from = slot * size;
      for (let label = 0; label < size; label++) scores[row + label] = (scores[row + label] ?? 0) + (sums[from + label] ?? 0);
    }
  }
}

/** Best path through `scores`, which it overwrites. */
function viterbi<Context extends TagContext>(tagger: Tagger<Context>, count: number, labels: Uint8Array, offset: number): void {
  const { model, predecessors, mayStart, mayEnd } = tagger;
  const { transitions } = model;
  const size = model.labels.length;
  for (let label = 0; label < size; label++) {
    scores[label] = mayStart[label] ? (scores[label] ?? 0) + (transitions[size * size + label] ?? 0) : impossible;
  }
  for (let at = 1; at < count; at++) {
    const row = at * size;
    for (let label = 0; label < size; label++) {
      const before = predecessors[label];
      let best = impossible;
      let from = 0;
      if (before) {
        for (let index = 0; index < before.length; index++) {
          const previous = before[index] ?? 0;
          const path = (scores[row - size + previous] ?? 0) + (transitions[previous * size + label] ?? 0);
          if (path > best) {
            best = path;
            from = previous;
          }
        }
      }
      scores[row + label] = best === impossible ? impossible : best + (scores[row + label] ?? 0);
      back[row + label] = from;
    }
  }
  const row = (count - 1) * size;
  let best = Number.NEGATIVE_INFINITY;
  let label = 0;
  for (let end = 0; end < size; end++) {
    const path = (scores[row + end] ?? 0) + (transitions[size * size + size + end] ?? 0);
    if (mayEnd[end] && path > best) {
      best = path;
      label = end;
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    labels[offset + at] = label;
    label = back[at * size + label] ?? 0;
  }
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
    score(tagger, context, from, to);
    viterbi(tagger, to - from, out, at + from - first);
  }
}

/** Like `tagInto`, into an array of its own. */
export function tag<Context extends TagContext>(tagger: Tagger<Context>, context: Context, first: number, last: number): Uint8Array {
  const out = new Uint8Array(last - first);
  tagInto(tagger, context, first, last, out, 0);
  return out;
}
