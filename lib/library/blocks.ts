/** How the index of terms is cut into rows. No database here: the schema's upgrades use it too. */
import type { Posting } from './rows';

/**
 * Serials in one row: a library of ten years' daily reading has one or two rows a term. They are written as distances of seven
 * bits a byte, so that the row of a common term stays at a byte a report and that of a rare one at a few.
 */
export const serialsInBlock = 16_384;

/** Minus the number of the block, so that the newest comes first. */
const blockOf = (serial: number) => 0 - Math.floor(serial / serialsInBlock);

/** Serials within their block to add or to take away, by term and block. */
export type Changes = Map<string, { term: string; block: number; serials: number[] }>;

export function collect(changes: Changes, terms: readonly string[], serial: number): void {
  const block = blockOf(serial);
  const within = serial % serialsInBlock;
  for (const term of terms) {
    const key = `${block}\n${term}`;
    const change = changes.get(key);
    if (change) change.serials.push(within);
    else changes.set(key, { term, block, serials: [within] });
  }
}

/** @param ascending whole numbers, each once */
export function packSerials(ascending: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let before = -1;
  for (const serial of ascending) {
    let distance = serial - before - 1;
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128);
    bytes.push(distance);
    before = serial;
  }
  return Uint8Array.from(bytes);
}

export function unpackSerials(bytes: Uint8Array): number[] {
  const serials: number[] = [];
  let serial = -1;
  for (let at = 0; at < bytes.length; ) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      distance |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    serial += distance + 1;
    serials.push(serial);
  }
  return serials;
}

/** @param now the serials that stand in each row already */
export function rowsOf(changes: Changes, now: readonly (Uint8Array | undefined)[] = []): Posting[] {
  return [...changes.values()].map(({ term, block, serials }, index) => {
    const old = now[index];
    const all = new Set(old ? [...unpackSerials(old), ...serials] : serials);
    return { term, block, serials: packSerials([...all].sort((a, b) => a - b)) };
  });
}
