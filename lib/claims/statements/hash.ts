/** Hashes for features: integers only, no strings are built while a text is read. */

/** FNV-1a over the UTF-16 code units. @returns an unsigned 32-bit integer */
export function hashText(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/** Mixes two integers into one (multiply and shift, constants of MurmurHash3's finaliser). @returns a signed 32-bit integer */
export function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b, -1640531535), -2048144789);
  return Math.imul(hash ^ (hash >>> 13), -1028477387);
}
