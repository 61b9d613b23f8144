/**
 * Mixes two integers into one. Lighter than the taggers' `mix` (two multiplications): it is called a hundred times a token, and
 * its results are only looked up in a table.
 *
 * @returns a signed 32-bit integer
 */
export function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b, -1640531535), -2048144789);
  return Math.imul(hash ^ (hash >>> 13), -1028477387);
}
