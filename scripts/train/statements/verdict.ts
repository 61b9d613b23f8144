/** Trains the last judgement on a cue, from what the other models said of texts that they had not seen. */
import {
  type Candidate,
  cueDensity,
  maximumVerdictFeatures,
  verdictFeatures,
} from '../../../lib/claims/statements/verdict-features';
import type { Weights } from '../../../lib/claims/statements/weights';
import { type Example, type Gold, seeded, shuffled } from './data';
import { averaged, createLearner, endEpoch, learnBinary } from './learn';

/** What the models said of one text. */
export interface Judged {
  example: Example;
  scores: Float32Array;
  candidates: Candidate[];
}

const buffer = new Int32Array(maximumVerdictFeatures);

export function featuresOf({ example, scores, candidates }: Judged): Int32Array[] {
  const density = cueDensity(example.view, scores);
  return candidates.map((_, index) =>
    buffer.slice(0, verdictFeatures(example.view, candidates, index, scores, density, buffer)),
  );
}

/** For each candidate the gold statement whose cue it is; of several in one cue only the likeliest is right. */
export function matches({ example, candidates }: Judged): (Gold | null)[] {
  const found: (Gold | null)[] = candidates.map(() => null);
  for (const gold of example.gold) {
    let best = -1;
    candidates.forEach(({ token, score }, index) => {
      if (token < gold.cue[0] || token >= gold.cue[1] || found[index]) return;
      const other = candidates[best];
      if (!other || score > other.score) best = index;
    });
    if (best >= 0) found[best] = gold;
  }
  return found;
}

export function trainVerdict(
  texts: readonly Judged[],
  bits: number,
  epochs: number,
  rate: number,
  seed: number,
): Weights {
  const learner = createLearner(bits, rate, 1e-4);
  const random = seeded(seed);
  const prepared = texts.map((text) => ({ features: featuresOf(text), right: matches(text) }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, right } of shuffled(prepared, random))
      for (const [index, list] of features.entries()) learnBinary(learner, list, right[index] !== null);
    endEpoch(learner);
  }
  return averaged(learner);
}
