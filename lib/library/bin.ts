/** Deleting with undo: a deleted report lies in the bin, whole, until the bin is emptied. */
import { attempt, db } from './database';
import { addDerived, removeDerived } from './derived-tables';
import { LibraryError } from './errors';
import type { Binned } from './rows';

/** Days that a deleted report lies in the bin at least. */
export const daysInBin = 30;

/**
 * Moves reports with notes, tags and all versions into the bin; ids that are not in the library are passed over (two
 * windows may delete the same report).
 * @throws LibraryError; nothing was changed then
 */
export function deleteReports(reportIds: readonly string[]): Promise<void> {
  return attempt('deleteReports', () =>
    db.transaction('rw', db.tables, async () => {
      const reports = (await db.reports.bulkGet([...reportIds])).filter((report) => report !== undefined);
      const deletedAt = new Date().toISOString();
      const binned: Binned[] = [];
      for (const report of reports) {
        const versions = await versionsOf(report.id).toArray();
        binned.push({ id: report.id, canonicalUrl: report.canonicalUrl, deletedAt, report, versions });
      }
      await removeDerived(reports);
      await db.bin.bulkPut(binned);
      await db.reports.bulkDelete(reports.map((report) => report.id));
      for (const report of reports) await versionsOf(report.id).delete();
    }),
  );
}

/** Undo of `deleteReports`. @throws LibraryError "missing" when a report is neither in the bin nor in the library. */
export function restoreReports(reportIds: readonly string[]): Promise<void> {
  return attempt('restoreReports', () =>
    db.transaction('rw', db.tables, async () => {
      const rows = await db.bin.bulkGet([...reportIds]);
      const binned = rows.filter((row) => row !== undefined);
      const absent = reportIds.filter((_, index) => !rows[index]);
      const there = await db.reports.where('id').anyOf(absent).count();
      if (there < absent.length)
        throw new LibraryError('missing', ['failure.doing.restoreReports', 'failure.gone.bin', 'failure.unchanged']);
      await moveOutOfBin(binned);
    }),
  );
}

/** Deletes for good: the given reports in the bin, or everything in it. */
export function emptyBin(reportIds?: readonly string[]): Promise<void> {
  return attempt('emptyBin', () => (reportIds ? db.bin.bulkDelete([...reportIds]) : db.bin.clear()));
}

/** Deletes for good what has lain in the bin for `daysInBin`. @param now milliseconds since 1970 */
export function emptyOldBin(now: number): Promise<number> {
  const before = new Date(now - daysInBin * 86_400_000).toISOString();
  return attempt('emptyBin', () => db.bin.where('deletedAt').below(before).delete());
}

/** Inside the caller's transaction. */
export async function moveOutOfBin(binned: readonly Binned[]): Promise<void> {
  await db.reports.bulkPut(binned.map(({ report }) => report));
  await db.versions.bulkPut(binned.flatMap(({ versions }) => versions));
  await addDerived(
    binned.flatMap(({ report, versions }) => {
      const version = versions.find((one) => one.version === report.version);
      return version ? [{ report, version }] : [];
    }),
  );
  await db.bin.bulkDelete(binned.map(({ id }) => id));
}

export function versionsOf(reportId: string) {
  return db.versions.where('[reportId+version]').between([reportId, 0], [reportId, Number.POSITIVE_INFINITY]);
}
