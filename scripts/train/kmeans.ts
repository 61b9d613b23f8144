/** Spherical k-means (Dhillon and Modha 2001) with seeded k-means++-like starts taken from frequent words. */
import { randomOf } from './tagger';

/** Index of the mean most like the vector at `from`. `width` is a multiple of 4. */
export function nearest(
  vectors: Float32Array,
  from: number,
  means: Float32Array,
  width: number,
  classes: number,
): number {
  let best = Number.NEGATIVE_INFINITY;
  let id = 0;
  let base = 0;
  for (let at = 0; at < classes; at++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let axis = 0; axis < width; axis += 4, base += 4) {
      a += (vectors[from + axis] as number) * (means[base] as number);
      b += (vectors[from + axis + 1] as number) * (means[base + 1] as number);
      c += (vectors[from + axis + 2] as number) * (means[base + 2] as number);
      d += (vectors[from + axis + 3] as number) * (means[base + 3] as number);
    }
    const dot = a + b + c + d;
    if (dot > best) {
      best = dot;
      id = at;
    }
  }
  return id;
}

/** @param vectors rows of `width` floats, each of length 1. @returns class of each row, and the class means, normalised. */
export function cluster(
  vectors: Float32Array,
  width: number,
  classes: number,
  rounds: number,
  seed: number,
  log: (line: string) => void,
): { ids: Uint16Array; means: Float32Array } {
  const count = vectors.length / width;
  const random = randomOf(seed);
  const means = new Float32Array(classes * width);
  // The rows come most frequent first: starts drawn among the first third are real words and far from empty.
  const used = new Set<number>();
  for (let at = 0; at < classes; at++) {
    let row = Math.floor(random() * Math.max(classes, count / 3));
    while (used.has(row)) row = Math.floor(random() * count);
    used.add(row);
    means.set(vectors.subarray(row * width, row * width + width), at * width);
  }
  const ids = new Uint16Array(count);
  for (let round = 1; round <= rounds; round++) {
    const sums = new Float64Array(classes * width);
    const sizes = new Int32Array(classes);
    let moved = 0;
    for (let row = 0; row < count; row++) {
      const from = row * width;
      const id = nearest(vectors, row * width, means, width, classes);
      if (ids[row] !== id) moved++;
      ids[row] = id;
      sizes[id] = (sizes[id] as number) + 1;
      for (let axis = 0; axis < width; axis++)
        sums[id * width + axis] = (sums[id * width + axis] as number) + (vectors[from + axis] as number);
    }
    for (let at = 0; at < classes; at++) {
      if (sizes[at] === 0) {
        const row = Math.floor(random() * count);
        means.set(vectors.subarray(row * width, row * width + width), at * width);
        continue;
      }
      let norm = 0;
      for (let axis = 0; axis < width; axis++) norm += (sums[at * width + axis] as number) ** 2;
      norm = Math.sqrt(norm) || 1;
      for (let axis = 0; axis < width; axis++) means[at * width + axis] = (sums[at * width + axis] as number) / norm;
    }
    log(`round ${round}: ${moved} moved`);
    if (moved < count / 1000) break;
  }
  return { ids, means };
}
