/** Trains what finds cues. */
import { cueFeatures, maximumFeatures } from '../../../lib/claims/statements/cue-features';
import { mayBeCue } from '../../../lib/claims/statements/cues';
import { type Weights, weigh } from '../../../lib/claims/statements/weights';
import { type Example, seeded, shuffled } from './data';
import { averaged, createLearner, endEpoch, learnBinary } from './learn';

/** The tokens that may be cues, with their features. */
export interface Prepared {
  example: Example;
  tokens: number[];
  features: Int32Array[];
}

export function prepare(example: Example): Prepared {
  const buffer = new Int32Array(maximumFeatures);
  const tokens: number[] = [];
  const features: Int32Array[] = [];
  for (let index = 0; index < example.view.size; index++) {
    if (!mayBeCue(example.view, index)) continue;
    tokens.push(index);
    features.push(buffer.slice(0, cueFeatures(example.view, index, buffer)));
  }
  return { example, tokens, features };
}

/**
 * Names each gold cue's head: of its tokens the one with the highest score (multiple-instance learning).
 * @returns by token: 1 a head, -1 another token of a cue (not learnt from), 0 no cue
 */
export function chooseHeads(example: Example, scoreOf: (token: number) => number): Int8Array {
  const labels = new Int8Array(example.view.size);
  for (const gold of example.gold) {
    let best = Number.NEGATIVE_INFINITY;
    for (const token of gold.cueTokens) {
      if (labels[token] === 0) labels[token] = -1;
      const value = scoreOf(token);
      if (value > best) {
        best = value;
        gold.head = token;
      }
    }
  }
  for (const gold of example.gold) labels[gold.head] = 1;
  return labels;
}

/** How often a word of this stem is in a cue: the first guess at heads. */
export function stemRates(examples: readonly Example[]): ReadonlyMap<number, number> {
  const total = new Map<number, number>();
  const inCue = new Map<number, number>();
  const count = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { view, gold } of examples) {
    for (let index = 0; index < view.size; index++) count(total, view.stem[index] as number);
    for (const { cueTokens } of gold) for (const token of cueTokens) count(inCue, view.stem[token] as number);
  }
  return new Map([...inCue].map(([stem, times]) => [stem, times / ((total.get(stem) ?? 0) + 20)]));
}

export interface CueTraining {
  bits: number;
  epochs: number;
  rate: number;
  seed: number;
}

export function trainCues(
  texts: readonly Prepared[],
  rates: ReadonlyMap<number, number>,
  { bits, epochs, rate, seed }: CueTraining,
): Weights {
  const learner = createLearner(bits, rate);
  const random = seeded(seed);
  let labels = new Map(
    texts.map((text) => [
      text,
      chooseHeads(text.example, (token) =>
        mayBeCue(text.example.view, token) ? (rates.get(text.example.view.stem[token] as number) ?? 0) : -1,
      ),
    ]),
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const text of shuffled(texts, random)) {
      const label = labels.get(text) as Int8Array;
      for (let index = 0; index < text.tokens.length; index++) {
        const want = label[text.tokens[index] as number] as number;
        if (want >= 0) learnBinary(learner, text.features[index] as Int32Array, want > 0);
      }
    }
    endEpoch(learner);
    labels = new Map(texts.map((text) => [text, chooseHeads(text.example, scoresOf(text, learner))]));
  }
  return averaged(learner);
}

/** @returns by token its score; tokens that may be no cue score -30 */
export function scoreArray(text: Prepared, weights: Weights): Float32Array {
  const scores = new Float32Array(text.example.view.size).fill(-30);
  for (let index = 0; index < text.tokens.length; index++) {
    const features = text.features[index] as Int32Array;
    scores[text.tokens[index] as number] = weigh(weights, features, features.length);
  }
  return scores;
}

/** The same as a function from token to score. */
function scoresOf(text: Prepared, weights: Weights): (token: number) => number {
  const scores = scoreArray(text, weights);
  return (token) => scores[token] as number;
}
