/**
 * Classes of words that occur in like surroundings (k-means over embeddings), in two grains. The statement models carry their own:
 * their weights are bound to the numbers of the classes, which change whenever the clustering is done anew.
 */
import { hashText } from '../../language/tagger/hash';

export interface WordClasses {
  /** Key of a word (the upper bits of its hash) -> middle class in the upper byte, coarse class in the lower one; from 1. */
  readonly byKey: ReadonlyMap<number, number>;
}

const keyBits = 27;
export const keyOf = (lower: string): number => hashText(lower) >>> (32 - keyBits);

/** A class from 1 to 256 and one from 1 to 64; 0 for words without. */
export function classesOf({ byKey }: WordClasses, lower: string): { middle: number; coarse: number } {
  const packed = byKey.get(keyOf(lower));
  return packed === undefined ? { middle: 0, coarse: 0 } : { middle: (packed >> 8) + 1, coarse: (packed & 255) + 1 };
}

/** Bytes of the classes: sorted keys as differences (LEB128), then the middle classes, then the coarse ones, one byte each. */
export function encodeClasses({ byKey }: WordClasses): { keys: Uint8Array; middle: Uint8Array; coarse: Uint8Array } {
  const sorted = [...byKey].sort((a, b) => a[0] - b[0]);
  const keys: number[] = [];
  let previous = 0;
  for (const [key] of sorted) {
    let delta = key - previous;
    previous = key;
    while (delta > 127) {
      keys.push((delta & 127) | 128);
      delta >>>= 7;
    }
    keys.push(delta);
  }
  return {
    keys: Uint8Array.from(keys),
    middle: Uint8Array.from(sorted, ([, packed]) => packed >> 8),
    coarse: Uint8Array.from(sorted, ([, packed]) => packed & 255),
  };
}

export function decodeClasses(keys: Uint8Array, middle: Uint8Array, coarse: Uint8Array): WordClasses {
  const byKey = new Map<number, number>();
  let at = 0;
  let key = 0;
  for (let entry = 0; entry < middle.length; entry++) {
    let shift = 0;
    let byte: number;
    let delta = 0;
    do {
      byte = keys[at++] ?? 0;
      delta |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    key += delta;
    byKey.set(key, ((middle[entry] ?? 0) << 8) | (coarse[entry] ?? 0));
  }
  return { byKey };
}
