/** Reading reports whole, for export and backup. */
import { versionsOf } from './bin';
import { attempt, db, keptTables } from './database';
import type { Correction, Draft, Note, Report, SavedReport, SavedSearch, Story, Version } from './rows';

/** The given reports, or all, with every version; newest saved first. */
export function takeOut(reportIds?: readonly string[]): Promise<{ report: Report; versions: Version[] }[]> {
  return attempt('readReport', () =>
    db.transaction('r', [db.reports, db.versions], async () => {
      const reports = reportIds
        ? (await db.reports.bulkGet([...reportIds])).filter((report) => report !== undefined)
        : await db.reports.orderBy('savedAt').reverse().toArray();
      return Promise.all(reports.map(async (report) => ({ report, versions: await versionsOf(report.id).toArray() })));
    }),
  );
}

/** What a backup holds beside reports. */
export interface Belongings {
  stories: Story[];
  notes: Note[];
  corrections: Correction[];
  searches: SavedSearch[];
  drafts: Draft[];
}

/** Everything a backup holds. */
export function takeOutAll(): Promise<{ reports: SavedReport[] } & Belongings> {
  return attempt('read', () =>
    db.transaction(
      'r',
      keptTables.map((name) => db.table(name)),
      async () => {
        const live = await takeOut();
        const bin = await db.bin.toArray();
        return {
          reports: [
            ...live.map((saved) => ({ ...saved, deletedAt: null })),
            ...bin.map(({ report, versions, deletedAt }) => ({ report, versions, deletedAt })),
          ],
          stories: await db.stories.toArray(),
          notes: await db.notes.toArray(),
          corrections: await db.corrections.toArray(),
          searches: await db.searches.toArray(),
          drafts: await db.drafts.toArray(),
        };
      },
    ),
  );
}

/** Deletes everything for good: reports, bin, notes, corrections, searches, drafts. */
export function wipeLibrary(): Promise<void> {
  return attempt('wipe', () =>
    db.transaction('rw', db.tables, async () => {
      await Promise.all(db.tables.map((table) => table.clear()));
    }),
  );
}
