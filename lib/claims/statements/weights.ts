/** Linear weights in a table that is addressed by feature hashes (feature hashing: Weinberger et al. 2009). */

export interface Weights {
  /** Its length is a power of two. Whole numbers once quantised, floats while training. */
  table: Int8Array | Float32Array;
  /** What one unit of the table is worth. */
  scale: number;
}

/** @returns the sum of the weights of `features[from..count)`, in units of the table */
export function tally({ table }: Weights, features: Int32Array, from: number, count: number): number {
  const mask = table.length - 1;
  let sum = 0;
  for (let index = from; index < count; index++) sum += table[(features[index] as number) & mask] as number;
  return sum;
}

/** @returns the sum of the weights of `features[0..count)` */
export const weigh = (weights: Weights, features: Int32Array, count: number): number =>
  tally(weights, features, 0, count) * weights.scale;
