/** Which tokens are cues. */
import { farCueFeatures, maximumFeatures, nearCueFeatures } from './cue-features';
import { POS, type View } from './view';
import { type Weights, weigh } from './weights';

/** Only these can be a cue's head; all else is skipped unread. */
const open = new Uint8Array(32);
for (const pos of [POS.VERB, POS.NOUN, POS.ADJ, POS.ADP, POS.SCONJ, POS.ADV, POS.AUX, POS.PART]) open[pos] = 1;

export function mayBeCue(view: View, index: number): boolean {
  if (open[view.pos[index] ?? 0]) return true;
  const lower = view.tokens[index]?.lower;
  return lower === ':' || lower === '—' || lower === '-';
}

const features = new Int32Array(maximumFeatures);

/**
 * Tokens whose word and neighbours alone speak so clearly against them are looked at no further: three in five, and fewer than one in a
 * thousand of those that would have come into question (PolNeAR, training texts).
 */
const hopeless = -2;
/** What hopeless tokens are given: too little to count anywhere. */
const outOfQuestion = -5;

/** @returns for each token the log-odds that it is a cue's head; -30 for those that cannot be, -5 for those not worth a closer look */
export function scoreCues(view: View, weights: Weights): Float32Array {
  const scores = new Float32Array(view.size).fill(-30);
  for (let index = 0; index < view.size; index++) {
    if (!mayBeCue(view, index)) continue;
    const near = nearCueFeatures(view, index, features);
    scores[index] =
      weigh(weights, features, near) < hopeless
        ? outOfQuestion
        : weigh(weights, features, farCueFeatures(view, index, features, near));
  }
  return scores;
}
