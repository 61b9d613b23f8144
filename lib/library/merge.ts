/** Bringing a backup in: planned first, then written in one transaction; the newer side wins, report by report. */

import type { Table } from 'dexie';
import { versionsOf } from './bin';
import { putCorrections } from './corrections/store';
import { attempt, db } from './database';
import { addDerived, removeDerived } from './derived-tables';
import { newest } from './new-report';
import type { Correction, Note, Report, SavedReport, Version } from './rows';
import type { Belongings } from './take-out';

export interface Conflict {
  title: string;
  /** The note that stays, and the older one that does not. */
  kept: string;
  dropped: string;
}

export interface MergeResult {
  added: number;
  updated: number;
  unchanged: number;
  /** Notes that differed on both sides. */
  conflicts: Conflict[];
}

/** Entries that follow from the newest version, and from the corrections of the library it is in, say nothing of their own. */
const followed = new Set(['claimCount', 'actorKeys', 'lead', 'language']);

const same = (a: SavedReport, b: SavedReport) => {
  const own = (name: string, value: unknown) => (followed.has(name) ? undefined : value);
  const { versions: versionsA, ...restA } = a;
  const { versions: versionsB, ...restB } = b;
  return (
    JSON.stringify(restA, own) === JSON.stringify(restB, own) && JSON.stringify(versionsA) === JSON.stringify(versionsB)
  );
};

/** My versions and those of theirs whose text I have not, oldest first. */
function union(mine: readonly Version[], theirs: readonly Version[]): Version[] {
  const all = [...mine];
  for (const version of theirs) {
    const known = all.findLastIndex(({ textHash }) => textHash === version.textHash);
    if (known < 0) all.push(version);
    // The same text read by two engines: the side that saved it later has the newer engine.
    else if (version.savedAt > (all[known]?.savedAt ?? '')) all[known] = version;
  }
  return all.sort((a, b) => (a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : 0));
}

const later = (saved: SavedReport) =>
  saved.deletedAt !== null && saved.deletedAt > saved.report.changedAt ? saved.deletedAt : saved.report.changedAt;

/** @returns how the report stands after both sides are one; `mine` itself when nothing of it changes. */
export function mergeReport(
  mine: SavedReport,
  theirs: SavedReport,
): { merged: SavedReport; conflict: Conflict | null } {
  const newer = later(theirs) > later(mine) ? theirs : mine;
  const older = newer === mine ? theirs : mine;
  const { id } = mine.report;
  const texts = union(mine.versions, theirs.versions);
  // A text taken back later is newest again: the newer side says which one is, and the newest has the highest number.
  const last = texts.findLast(({ textHash }) => textHash === newer.report.textHash) ?? texts.at(-1);
  const ordered = [...texts.filter((text) => text !== last), ...(last ? [last] : [])];
  // Where nothing comes in, numbers stay: older versions may have been let go.
  const asBefore = ordered.length === mine.versions.length && ordered.every((text, at) => text === mine.versions[at]);
  const versions = asBefore
    ? mine.versions
    : ordered.map((version, index) => ({ ...version, reportId: id, version: index + 1 }));
  const current = versions.at(-1);
  const [firstSavedAt = mine.report.firstSavedAt] = [mine.report.firstSavedAt, theirs.report.firstSavedAt].sort();
  const report: Report = {
    ...newer.report,
    id,
    firstSavedAt,
    note: newer.report.note || older.report.note,
    ...(current ? newest(current) : {}),
  };
  const merged = { report, versions, deletedAt: newer.deletedAt };
  const dropped = older.report.note && older.report.note !== report.note ? older.report.note : '';
  const conflict = dropped ? { title: report.title, kept: report.note, dropped } : null;
  return same(merged, mine) ? { merged: mine, conflict: null } : { merged, conflict };
}

/** How the reports that `theirs` speak of stand in the library, the bin included: looked up by id, then by address. */
async function findMine(theirs: readonly SavedReport[]): Promise<(SavedReport | undefined)[]> {
  const ids = theirs.map(({ report }) => report.id);
  const addresses = theirs.map(({ report }) => report.canonicalUrl);
  const [liveById, liveByAddress, binnedById, binnedByAddress] = await Promise.all([
    db.reports.bulkGet(ids),
    db.reports.where('canonicalUrl').anyOf(addresses).toArray(),
    db.bin.bulkGet(ids),
    db.bin.where('canonicalUrl').anyOf(addresses).toArray(),
  ]);
  const live = new Map(liveByAddress.map((report) => [report.canonicalUrl, report]));
  const binned = new Map(binnedByAddress.map((row) => [row.canonicalUrl, row]));
  const found = theirs.map(({ report }, index) => ({
    live: liveById[index] ?? live.get(report.canonicalUrl),
    binned: binnedById[index] ?? binned.get(report.canonicalUrl),
  }));
  const versions = await Promise.all(found.map((one) => (one.live ? versionsOf(one.live.id).toArray() : [])));
  return found.map((one, index) => {
    if (one.live) return { report: one.live, versions: versions[index] ?? [], deletedAt: null };
    return one.binned && { report: one.binned.report, versions: one.binned.versions, deletedAt: one.binned.deletedAt };
  });
}

/** What a backup brings: reports, and what belongs to the library beside them. */
export interface Brought {
  belongings: Belongings;
  reports: readonly SavedReport[];
}

/** Reports merged in one go: written in batches of this many, memory stays level. */
export const batch = 250;

export const nothingMerged = (): MergeResult => ({ added: 0, updated: 0, unchanged: 0, conflicts: [] });

/** Says what `mergePart` would do. @param seen shared by all parts of a file. @throws LibraryError */
export function planMerge(part: Brought, seen: Seen, result: MergeResult): Promise<void> {
  return attempt('planImport', () =>
    db.transaction('r', db.tables, async () => {
      await mergeBelongings(part, result, true);
      for (let from = 0; from < part.reports.length; from += batch)
        await mergeReports(part.reports.slice(from, from + batch), seen, result, true);
    }),
  );
}

/**
 * Merges a part of a backup into the library. Doing it twice changes nothing the second time. Inside the caller's transaction on all
 * tables, or in one of its own.
 * @param part checked content (lib/export/import.ts)
 * @throws LibraryError; nothing was changed then
 */
export function mergePart(part: Brought, result: MergeResult = nothingMerged()): Promise<MergeResult> {
  return attempt('import', () =>
    db.transaction('rw', db.tables, async () => {
      await mergeBelongings(part, result, false);
      for (let from = 0; from < part.reports.length; from += batch)
        await mergeReports(part.reports.slice(from, from + batch), new Map(), result, false);
      return result;
    }),
  );
}

/** Reports as earlier batches left them, by id and by address: a dry run must know what it would have written. */
export type Seen = Map<string, SavedReport>;

const remembered = 2000;

/** Merges one batch. Inside the caller's transaction. */
export async function mergeReports(
  theirs: readonly SavedReport[],
  seen: Seen,
  result: MergeResult,
  dryRun: boolean,
): Promise<void> {
  const mine = await findMine(theirs);
  const changes = new Map<string, { was: SavedReport | undefined; now: SavedReport }>();
  for (const [index, saved] of theirs.entries()) {
    const { id, canonicalUrl } = saved.report;
    // A file may hold one report twice, or one that another entry has just become.
    const again = seen.get(id) ?? seen.get(canonicalUrl);
    const now = again ?? mine[index];
    const { merged, conflict } = now ? mergeReport(now, saved) : { merged: saved, conflict: null };
    if (conflict) result.conflicts.push(conflict);
    if (now && merged === now) {
      result.unchanged++;
      continue;
    }
    if (now) result.updated++;
    else result.added++;
    const change = changes.get(merged.report.id);
    changes.set(merged.report.id, { was: change ? change.was : mine[index], now: merged });
    // A dry run has nothing written to look up; in earnest only this batch has not.
    seen.set(merged.report.id, merged).set(merged.report.canonicalUrl, merged);
  }
  if (!dryRun) await write([...changes.values()]);
  // Our own files hold a report once: a few thousand to remember are enough for those that do not.
  if (!dryRun || seen.size > remembered) seen.clear();
}

async function write(changes: readonly { was: SavedReport | undefined; now: SavedReport }[]): Promise<void> {
  const before = changes.flatMap(({ was }) => (was ? [was] : []));
  const live = before.filter(({ deletedAt }) => deletedAt === null).map(({ report }) => report);
  await removeDerived(live);
  await db.versions.bulkDelete(
    before.flatMap(({ report, versions }) => versions.map(({ version }): [string, number] => [report.id, version])),
  );
  await db.bin.bulkDelete(before.map(({ report }) => report.id));
  await db.reports.bulkDelete(live.map(({ id }) => id));

  const kept = changes.map(({ now }) => now);
  const staying = kept.filter(({ deletedAt }) => deletedAt === null);
  await db.reports.bulkPut(staying.map(({ report }) => report));
  await db.versions.bulkPut(staying.flatMap(({ versions }) => versions));
  await db.bin.bulkPut(
    kept.flatMap(({ report, versions, deletedAt }) =>
      deletedAt === null ? [] : [{ id: report.id, canonicalUrl: report.canonicalUrl, deletedAt, report, versions }],
    ),
  );
  await addDerived(
    staying.flatMap(({ report, versions }) => {
      const version = versions.find((one) => one.version === report.version);
      return version ? [{ report, version }] : [];
    }),
  );
}

/** The key of a row in its table. */
const keyOf = { stories: 'id', notes: 'id', corrections: 'id', searches: 'id', drafts: 'canonicalUrl' } as const;

/** Of what is here and in the file, the side that changed last stays. */
async function mergeBelongings({ belongings: theirs }: Brought, result: MergeResult, dryRun: boolean): Promise<void> {
  for (const name of Object.keys(keyOf) as (keyof Belongings)[]) {
    const table: Table<{ changedAt: string }, string> = db.table(name);
    const rows = theirs[name];
    const mine = await table.bulkGet(rows.map((row) => String(row[keyOf[name] as keyof typeof row])));
    const newer = rows.filter(({ changedAt }, index) => changedAt > (mine[index]?.changedAt ?? ''));
    if (name === 'notes') result.conflicts.push(...noteConflicts(theirs.notes, mine as (Note | undefined)[]));
    if (dryRun) continue;
    if (name === 'corrections') await putCorrections(newer as unknown as Correction[]);
    else await table.bulkPut(newer);
  }
}

function noteConflicts(theirs: readonly Note[], mine: readonly (Note | undefined)[]): Conflict[] {
  return theirs.flatMap((note, index): Conflict[] => {
    const other = mine[index];
    if (!other?.note || !note.note || other.note === note.note || note.changedAt <= other.changedAt) return [];
    return [{ title: note.selector?.exact ?? note.key, kept: note.note, dropped: other.note }];
  });
}
