/** Bringing a backup in: planned first, then written in one transaction; the newer side wins, report by report. */

import type { Table } from 'dexie';
import { versionsOf } from './bin';
import { attempt, db } from './database';
import { addDerived, removeDerived } from './derived-tables';
import { newest } from './new-report';
import type { Note, Report, SavedReport, Version } from './rows';
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

/** Derived rows are written in batches of this many reports, to keep memory level. */
const batch = 250;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Both sides' versions, each text once, oldest first and numbered anew. */
function union(mine: readonly Version[], theirs: readonly Version[]): Version[] {
  const byHash = new Map<string, Version>();
  for (const version of [...mine, ...theirs]) {
    const known = byHash.get(version.textHash);
    // The same text read by two engines: the side that saved it later has the newer engine.
    if (!known || version.savedAt > known.savedAt) byHash.set(version.textHash, version);
  }
  return [...byHash.values()].sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
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
  const versions = union(mine.versions, theirs.versions).map((version, index) => ({
    ...version,
    reportId: id,
    version: index + 1,
  }));
  // A text taken back later is newest again: the newer side says which one is.
  const current = versions.find(({ textHash }) => textHash === newer.report.textHash) ?? versions.at(-1);
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

/** The report as it stands in the library, in the bin included; looked up by id, then by address. */
async function findMine({ report }: SavedReport): Promise<SavedReport | undefined> {
  const { id, canonicalUrl } = report;
  const live = (await db.reports.get(id)) ?? (await db.reports.where('canonicalUrl').equals(canonicalUrl).first());
  if (live) return { report: live, versions: await versionsOf(live.id).toArray(), deletedAt: null };
  const binned = (await db.bin.get(id)) ?? (await db.bin.where('canonicalUrl').equals(canonicalUrl).first());
  return binned && { report: binned.report, versions: binned.versions, deletedAt: binned.deletedAt };
}

/**
 * Merges a backup into the library. Doing it twice changes nothing the second time.
 * @param file checked content (lib/export/import.ts)
 * @param dryRun only say what would happen
 * @throws LibraryError; nothing was changed then
 */
export function mergeLibrary(
  { reports: theirs, ...belongings }: { reports: readonly SavedReport[] } & Belongings,
  { dryRun = false } = {},
): Promise<MergeResult> {
  return attempt('import this file', () =>
    db.transaction(dryRun ? 'r' : 'rw', db.tables, async () => {
      const result: MergeResult = { added: 0, updated: 0, unchanged: 0, conflicts: [] };
      const changed = new Map<string, { was: SavedReport | undefined; now: SavedReport }>();
      const addresses = new Map<string, string>();
      for (const saved of theirs) {
        // A file may hold one report twice, or one that another entry has just become.
        const again = changed.get(saved.report.id) ?? changed.get(addresses.get(saved.report.canonicalUrl) ?? '');
        const was = again ? again.was : await findMine(saved);
        const mine = again ? again.now : was;
        const { merged, conflict } = mine ? mergeReport(mine, saved) : { merged: saved, conflict: null };
        if (conflict) result.conflicts.push(conflict);
        if (mine && merged === mine) {
          result.unchanged++;
          continue;
        }
        if (mine) result.updated++;
        else result.added++;
        changed.set(merged.report.id, { was, now: merged });
        addresses.set(merged.report.canonicalUrl, merged.report.id);
      }
      if (!dryRun) {
        const changes = [...changed.values()];
        for (let from = 0; from < changes.length; from += batch) await write(changes.slice(from, from + batch));
      }
      await mergeBelongings(belongings, result, dryRun);
      return result;
    }),
  );
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
async function mergeBelongings(theirs: Belongings, result: MergeResult, dryRun: boolean): Promise<void> {
  for (const name of Object.keys(keyOf) as (keyof Belongings)[]) {
    const table: Table<{ changedAt: string }, string> = db.table(name);
    const rows = theirs[name];
    const mine = await table.bulkGet(rows.map((row) => String(row[keyOf[name] as keyof typeof row])));
    const newer = rows.filter(({ changedAt }, index) => changedAt > (mine[index]?.changedAt ?? ''));
    if (name === 'notes') result.conflicts.push(...noteConflicts(theirs.notes, mine as (Note | undefined)[]));
    if (!dryRun) await table.bulkPut(newer);
  }
}

function noteConflicts(theirs: readonly Note[], mine: readonly (Note | undefined)[]): Conflict[] {
  return theirs.flatMap((note, index): Conflict[] => {
    const other = mine[index];
    if (!other?.note || !note.note || other.note === note.note || note.changedAt <= other.changedAt) return [];
    return [{ title: note.selector?.exact ?? note.key, kept: note.note, dropped: other.note }];
  });
}
