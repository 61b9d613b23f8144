/**
 * Features as data: a place is described by named values, a template names the values that make one feature together. One short loop hashes
 * them all, which engines compile far better than a hundred calls; the hash is light, since its results are only looked up in a table.
 */

/** Which values of a place, by their position in the array of values, make a feature together; sorted by how many they are. */
export interface Templates {
  /** By number of values from 1 to 4: positions, so many a feature. */
  readonly positions: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  /** What tells features apart, in the same order. */
  readonly salts: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  readonly size: number;
}

export { positionsOf } from '../../language/tagger/templates';

/**
 * @param positions as `positionsOf` gives them
 * @param salt of the first feature; the others follow. Features of one table need different salts
 * @param features each with the names of its values, one to four, separated by spaces
 */
export function templates(
  positions: Readonly<Record<string, number>>,
  salt: number,
  features: readonly string[],
): Templates {
  const byCount: [number[], number[], number[], number[]] = [[], [], [], []];
  const salts: [number[], number[], number[], number[]] = [[], [], [], []];
  features.forEach((feature, index) => {
    const names = feature.split(' ');
    const kind = names.length - 1;
    if (kind > 3) throw new Error(`The feature "${feature}" has more than four values`);
    for (const name of names) {
      const position = positions[name];
      if (position === undefined) throw new Error(`The feature "${feature}" names no value "${name}"`);
      byCount[kind as 0].push(position);
    }
    salts[kind as 0].push(Math.imul(salt + index, 0x9e3779b1));
  });
  return {
    positions: byCount.map((list) => Uint8Array.from(list)) as unknown as Templates['positions'],
    salts: salts.map((list) => Int32Array.from(list)) as unknown as Templates['salts'],
    size: features.length,
  };
}

const first = 0x85ebca6b | 0;
const second = 0xc2b2ae35 | 0;

/**
 * Writes the features of a place as 32-bit hashes.
 * @param values of the place @param from where in `out` to begin @returns how many there are in `out` now
 */
export function writeFeatures(
  { positions, salts }: Templates,
  values: Int32Array,
  out: Int32Array,
  from: number,
): number {
  let count = from;
  const [ones, twos, threes, fours] = positions;
  const [salts1, salts2, salts3, salts4] = salts;
  for (let index = 0; index < salts1.length; index++) {
    let hash = Math.imul((values[ones[index] as number] as number) ^ (salts1[index] as number), first);
    hash = Math.imul(hash ^ (hash >>> 15), second);
    out[count++] = hash ^ (hash >>> 13);
  }
  for (let index = 0, at = 0; index < salts2.length; index++, at += 2) {
    let hash = Math.imul((values[twos[at] as number] as number) ^ (salts2[index] as number), first);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[twos[at + 1] as number] as number), second);
    out[count++] = hash ^ (hash >>> 13);
  }
  for (let index = 0, at = 0; index < salts3.length; index++, at += 3) {
    let hash = Math.imul((values[threes[at] as number] as number) ^ (salts3[index] as number), first);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[threes[at + 1] as number] as number), second);
    hash = Math.imul(hash ^ (hash >>> 13) ^ (values[threes[at + 2] as number] as number), first);
    out[count++] = hash ^ (hash >>> 15);
  }
  for (let index = 0, at = 0; index < salts4.length; index++, at += 4) {
    let hash = Math.imul((values[fours[at] as number] as number) ^ (salts4[index] as number), first);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[fours[at + 1] as number] as number), second);
    hash = Math.imul(hash ^ (hash >>> 13) ^ (values[fours[at + 2] as number] as number), first);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (values[fours[at + 3] as number] as number), second);
    out[count++] = hash ^ (hash >>> 13);
  }
  return count;
}
