/** The last judgement on cues. */
import { type Candidate, cueDensity, maximumVerdictFeatures, verdictFeatures } from './verdict-features';
import type { View } from './view';
import { type Weights, weigh } from './weights';

const features = new Int32Array(maximumVerdictFeatures);

/** @returns for each candidate the log-odds that it is the cue of a statement */
export function verdictScores(
  view: View,
  candidates: readonly Candidate[],
  scores: Float32Array,
  weights: Weights,
): number[] {
  const density = cueDensity(view, scores);
  return candidates.map((_, index) =>
    weigh(weights, features, verdictFeatures(view, candidates, index, scores, density, features)),
  );
}
