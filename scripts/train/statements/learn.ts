/** Log-linear learners over hashed features: AdaGrad (Duchi et al. 2011), weights averaged over the epochs. */
import type { Weights } from '../../../lib/claims/statements/weights';

export interface Learner extends Weights {
  table: Float32Array;
  readonly squares: Float32Array;
  readonly sums: Float32Array;
  averaged: number;
  readonly rate: number;
  readonly decay: number;
}

export function createLearner(bits: number, rate: number, decay = 1e-5): Learner {
  const size = 2 ** bits;
  return {
    table: new Float32Array(size),
    scale: 1,
    squares: new Float32Array(size).fill(1e-3),
    sums: new Float32Array(size),
    averaged: 0,
    rate,
    decay,
  };
}

export function step(learner: Learner, features: Int32Array, gradient: number): void {
  const { table, squares, rate, decay } = learner;
  const mask = table.length - 1;
  for (let index = 0; index < features.length; index++) {
    const at = (features[index] as number) & mask;
    const weight = table[at] as number;
    const slope = gradient + decay * weight;
    const square = (squares[at] as number) + slope * slope;
    squares[at] = square;
    table[at] = weight - (rate * slope) / Math.sqrt(square);
  }
}

export function endEpoch(learner: Learner): void {
  for (let at = 0; at < learner.table.length; at++)
    learner.sums[at] = (learner.sums[at] as number) + (learner.table[at] as number);
  learner.averaged++;
}

/** The weights to use: averaged over the epochs that ended. */
export const averaged = ({ sums, averaged: epochs }: Learner): Weights => ({
  table: sums.map((sum) => sum / Math.max(1, epochs)),
  scale: 1,
});

export function score({ table, scale }: Weights, features: Int32Array): number {
  const mask = table.length - 1;
  let sum = 0;
  for (let index = 0; index < features.length; index++) sum += table[(features[index] as number) & mask] as number;
  return sum * scale;
}

/** One step of logistic regression. */
export function learnBinary(learner: Learner, features: Int32Array, positive: boolean): void {
  const error = 1 / (1 + Math.exp(-score(learner, features))) - (positive ? 1 : 0);
  if (Math.abs(error) > 0.01) step(learner, features, error);
}

/** One step of a log-linear choice among `options`. */
export function learnChoice(learner: Learner, options: readonly Int32Array[], right: number): void {
  const scores = options.map((features) => score(learner, features));
  const most = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  for (let index = 0; index < options.length; index++) {
    const error = (powers[index] as number) / sum - (index === right ? 1 : 0);
    if (Math.abs(error) > 0.005) step(learner, options[index] as Int32Array, error);
  }
}

/** Steps on each side of zero: with more, the file grows and nothing is found that these do not find. */
const levels = 31;

/** Rounds to whole numbers. The few largest weights are clipped, so that one step stays small. */
export function quantised({ table, scale }: Weights): Weights {
  const sizes = Float32Array.from(table, Math.abs)
    .filter((weight) => weight > 0)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const unit = largest / levels;
  const rounded = Int8Array.from(table, (weight) => Math.max(-levels, Math.min(levels, Math.round(weight / unit))));
  return { table: rounded, scale: scale * unit };
}

/** The mean of models that were trained with different seeds: steadier than any of them, and no larger. */
export function mean(models: readonly Weights[]): Weights {
  const [first] = models;
  if (!first) throw new Error('No models to average');
  const table = new Float32Array(first.table.length);
  for (const model of models)
    for (let at = 0; at < table.length; at++)
      table[at] = (table[at] as number) + ((model.table[at] as number) * model.scale) / models.length;
  return { table, scale: 1 };
}
