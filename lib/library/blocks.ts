/** How the index of terms is cut into rows. No database here: the schema's upgrades use it too. */
import type { Posting } from './rows';

/** Serials in one row: a byte tells them apart, and writing one report rewrites little. */
export const serialsInBlock = 256;

/** Minus the number of the block, so that the newest comes first. */
const blockOf = (serial: number) => -Math.floor(serial / serialsInBlock);

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

/** @param now the serials that stand in each row already */
export function rowsOf(changes: Changes, now: readonly (ArrayLike<number> | undefined)[] = []): Posting[] {
  return [...changes.values()].map(({ term, block, serials }, index) => ({
    term,
    block,
    serials: Uint8Array.from(new Set([...Array.from(now[index] ?? []), ...serials])).sort(),
  }));
}
