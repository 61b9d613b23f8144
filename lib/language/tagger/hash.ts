/** Hashing without building strings: features are 32-bit integers mixed from other integers. */

/** FNV-1a over UTF-16 code units, finished so that all bits depend on all units. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash, to - from);
}

/** Mixes two 32-bit integers into one; not symmetric. (Finaliser of MurmurHash3.) */
export function mix(left: number, right: number): number {
  let hash = Math.imul(left ^ 0x9e3779b9, 0x85ebca6b) ^ right;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
