/** The inverted index of terms: which reports have a key. All functions run inside the caller's transaction on `postings`. */
import type { Lookup } from '../crossref/related';
import { type Changes, packSerials, rowsOf, serialsInBlock, unpackSerials } from './blocks';
import { db } from './database';
import type { Posting } from './rows';

const keysOf = (changes: Changes) => [...changes.values()].map(({ term, block }): [string, number] => [term, block]);

export async function addPostings(changes: Changes): Promise<void> {
  const rows = await db.postings.bulkGet(keysOf(changes));
  await db.postings.bulkPut(
    rowsOf(
      changes,
      rows.map((row) => row?.serials),
    ),
  );
}

export async function removePostings(changes: Changes): Promise<void> {
  const wanted = [...changes.values()];
  const rows = await db.postings.bulkGet(keysOf(changes));
  const left: Posting[] = [];
  const gone: [string, number][] = [];
  for (const [index, { term, block, serials }] of wanted.entries()) {
    const removed = new Set(serials);
    const rest = unpackSerials(rows[index]?.serials ?? new Uint8Array()).filter((serial) => !removed.has(serial));
    if (rest.length) left.push({ term, block, serials: packSerials(rest) });
    else gone.push([term, block]);
  }
  await db.postings.bulkPut(left);
  if (gone.length) await db.postings.bulkDelete(gone);
}

/** Blocks read, the newest: about a hundred thousand reports. */
const blocksRead = 6;

/** Serials of the reports with each key; bounded by the keys of one article, not by the library. */
export async function lookUp(keys: readonly string[]): Promise<Lookup> {
  const [newest = 0] = await db.profiles.toCollection().reverse().limit(1).primaryKeys();
  const last = Math.floor(newest / serialsInBlock);
  const blocks = Array.from({ length: Math.min(last + 1, blocksRead) }, (_, index) => last - index);
  // One request for everything: each has its price, whatever it brings.
  const rows = await db.postings.bulkGet(
    blocks.flatMap((block) => keys.map((term): [string, number] => [term, block === 0 ? 0 : -block])),
  );
  const postings = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = keys[index % keys.length] as string;
    const serials = row ? unpackSerials(row.serials) : [];
    const offset = (blocks[Math.floor(index / keys.length)] as number) * serialsInBlock;
    if (offset) for (let i = 0; i < serials.length; i++) serials[i] = (serials[i] as number) + offset;
    const known = postings.get(key);
    if (known) for (const serial of serials) known.push(serial);
    else postings.set(key, serials);
  }
  // Serials are given out one by one: but for deleted reports, the newest is their number.
  return { reports: newest, postings };
}
