/**
 * Features of a place as data: its values by name, and which of them make a feature together. One short loop hashes them all; a hundred calls of `add` and
 * `mix` in one function are more than engines inline. Gives the very integers that `add(list, template, mix(mix(a, b), c))` gives.
 */
import type { FeatureList } from './features';

export interface Templates {
  /** By number of values from 1 to 3: positions in the array of values, so many a feature. */
  readonly positions: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** The features' numbers, mixed in beforehand, in the same order. */
  readonly numbers: readonly [Int32Array, Int32Array, Int32Array];
  readonly size: number;
}

/** @returns each name's position in the array of values */
export const positionsOf = <Name extends string>(...names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.freeze(Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>);

/**
 * @param positions as `positionsOf` gives them
 * @param features by template number the names of their values, one to three, separated by spaces
 */
export function templates(
  positions: Readonly<Record<string, number>>,
  features: Readonly<Record<number, string>>,
): Templates {
  const lists: [number[], number[], number[]] = [[], [], []];
  const numbers: [number[], number[], number[]] = [[], [], []];
  for (const [number, feature] of Object.entries(features)) {
    const names = feature.split(' ');
    if (names.length > 3) throw new Error(`The feature "${feature}" has more than three values`);
    const kind = (names.length - 1) as 0 | 1 | 2;
    for (const name of names) {
      const position = positions[name];
      if (position === undefined) throw new Error(`The feature "${feature}" names no value "${name}"`);
      lists[kind].push(position);
    }
    numbers[kind].push(Math.imul(Number(number) ^ 0x9e3779b9, 0x85ebca6b));
  }
  return {
    positions: [Uint8Array.from(lists[0]), Uint8Array.from(lists[1]), Uint8Array.from(lists[2])],
    numbers: [Int32Array.from(numbers[0]), Int32Array.from(numbers[1]), Int32Array.from(numbers[2])],
    size: Object.keys(features).length,
  };
}

/** The finishing steps of `mix`. */
function finish(begun: number): number {
  let hash = Math.imul(begun ^ (begun >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}

const mixed = (left: number, right: number): number => finish(Math.imul(left ^ 0x9e3779b9, 0x85ebca6b) ^ right);

/** Adds the features of a place to a list. @param values of the place, by position */
export function addTemplates({ positions, numbers, size }: Templates, values: Int32Array, list: FeatureList): void {
  let count = list.length;
  if (count + size > list.values.length) {
    const grown = new Int32Array((count + size) * 2);
    grown.set(list.values);
    list.values = grown;
  }
  const out = list.values;
  const [ones, twos, threes] = positions;
  const [numbers1, numbers2, numbers3] = numbers;
  for (let index = 0; index < numbers1.length; index++)
    out[count++] = finish((numbers1[index] as number) ^ (values[ones[index] as number] as number));
  for (let index = 0, at = 0; index < numbers2.length; index++, at += 2) {
    const value = mixed(values[twos[at] as number] as number, values[twos[at + 1] as number] as number);
    out[count++] = finish((numbers2[index] as number) ^ value);
  }
  for (let index = 0, at = 0; index < numbers3.length; index++, at += 3) {
    const two = mixed(values[threes[at] as number] as number, values[threes[at + 1] as number] as number);
    const value = mixed(two, values[threes[at + 2] as number] as number);
    out[count++] = finish((numbers3[index] as number) ^ value);
  }
  list.length = count;
}
