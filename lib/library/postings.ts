/** The inverted index of terms: which reports have a key. All functions run inside the caller's transaction on `postings`. */
import type { Lookup } from '../crossref/related';
import { type Changes, rowsOf, serialsInBlock } from './blocks';
import { db } from './database';
import type { Posting } from './rows';

/** Rows read of one term, the newest: a term so common tells little, and what is older has rarer ones in common. */
const blocksRead = 24;

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
    const rest = rows[index]?.serials.filter((serial) => !removed.has(serial)) ?? new Uint8Array();
    if (rest.length) left.push({ term, block, serials: rest });
    else gone.push([term, block]);
  }
  await db.postings.bulkPut(left);
  if (gone.length) await db.postings.bulkDelete(gone);
}

/** Serials of the reports with each key; bounded by the keys of one article, not by the library. */
export async function lookUp(keys: readonly string[]): Promise<Lookup> {
  const [reports, ...found] = await Promise.all([
    db.reports.count(),
    ...keys.map((term) =>
      db.postings
        .where('[term+block]')
        .between([term, Number.NEGATIVE_INFINITY], [term, Number.POSITIVE_INFINITY])
        .limit(blocksRead)
        .toArray(),
    ),
  ]);
  const newest = Math.max(0, ...found.map(([first]) => (first ? -first.block : 0)));
  const postings = new Map<string, ArrayLike<number>>();
  const counts = new Map<string, number>();
  for (const [index, rows] of found.entries()) {
    const serials: number[] = [];
    for (const { block, serials: within } of rows)
      for (const serial of within) serials.push(serial - block * serialsInBlock);
    const key = keys[index] as string;
    postings.set(key, serials);
    // Where older blocks were left out, they are taken to be as full as those read.
    const last = rows.at(-1);
    const read = last ? newest + last.block + 1 : 0;
    if (rows.length === blocksRead) counts.set(key, Math.round((serials.length * (newest + 1)) / read));
  }
  return { reports, postings, counts };
}
