/**
 * All reports, followed: read once, the newest first, in pieces between which the page can answer; after a change only what changed
 * is read again. A live query over a large library would read all of it for each tag.
 */
import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import { attempt, databaseName, db } from './database';
import type { Report } from './rows';

export interface FollowedReports {
  /** Newest saved first. */
  reports: readonly Report[];
  /** False while only the newest are known. */
  all: boolean;
}

const shownAtOnce = 40;
const piece = 500;
/** An import changes the library batch by batch: it is not read anew after each. Milliseconds. */
const unhurried = 400;

/** As Dexie names it: the primary keys of the rows that a transaction, of whichever context, has changed. */
const changedKeys = `idb://${databaseName}/reports/`;

const newestFirst = (a: Report, b: Report) =>
  a.savedAt === b.savedAt ? (a.id < b.id ? -1 : 1) : a.savedAt < b.savedAt ? 1 : -1;

/** @param next hears of the newest at once, of all when they are read, and of every change. @returns stops following */
export function followReports(next: (now: FollowedReports) => void, failed: (error: unknown) => void): () => void {
  let reports: Report[] | null = null;
  let pending: RangeSet | 'all' | null = 'all';
  let readAt = 0;
  let working = false;
  let stopped = false;

  const work = async () => {
    working = true;
    while (pending && !stopped) {
      const changed = pending;
      pending = null;
      try {
        const keys = changed === 'all' ? null : fewKeys(changed);
        reports = reports && keys ? await patched(reports, keys) : await readAll(reports ? null : first);
        if (!keys) readAt = Date.now();
        if (!stopped) next({ reports, all: true });
      } catch (error) {
        reports = null;
        if (!stopped) failed(error);
      }
    }
    working = false;
  };
  const first = (newest: Report[]) => {
    if (!stopped) next({ reports: newest, all: false });
  };
  const start = () => {
    if (!working) void work();
  };
  const hear = (parts: ObservabilitySet) => {
    const keys = parts[changedKeys];
    if ('all' in parts) pending = 'all';
    else if (!keys) return;
    else if (pending !== 'all') {
      pending = (pending ?? new RangeSet()).add(keys);
      if (!fewKeys(pending)) pending = 'all';
    }
    if (!working) setTimeout(start, reports && pending === 'all' ? Math.max(0, readAt + unhurried - Date.now()) : 0);
  };
  Dexie.on('storagemutated', hear);
  start();
  return () => {
    stopped = true;
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}

async function readAll(first: ((newest: Report[]) => void) | null): Promise<Report[]> {
  if (first) first(await attempt('read', () => db.reports.orderBy('savedAt').reverse().limit(shownAtOnce).toArray()));
  const reports: Report[] = [];
  for (let last = ''; ; ) {
    const some = await attempt('read', () => db.reports.where('id').above(last).limit(piece).toArray());
    reports.push(...some);
    last = some.at(-1)?.id ?? '';
    if (some.length < piece) return reports.sort(newestFirst);
  }
}

/** @returns the keys of a set; null where it holds ranges or so many that reading everything is as well */
function fewKeys(changed: RangeSet): string[] | null {
  const ranges = [...changed];
  return ranges.length <= piece && ranges.every(({ from, to }) => from === to)
    ? ranges.map(({ from }) => String(from))
    : null;
}

async function patched(reports: readonly Report[], keys: readonly string[]): Promise<Report[]> {
  const rows = await attempt('read', () => db.reports.bulkGet([...keys]));
  const changed = new Set(keys);
  return [...reports.filter(({ id }) => !changed.has(id)), ...rows.filter((row) => row !== undefined)].sort(
    newestFirst,
  );
}
