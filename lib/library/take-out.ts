/** Reading reports whole, for export and backup. */
import { versionsOf } from './bin';
import { attempt, db } from './database';
import type { Draft, Report, SavedReport, Story, Version } from './rows';

/** The given reports, or all, with every version; newest saved first. */
export function takeOut(reportIds?: readonly string[]): Promise<{ report: Report; versions: Version[] }[]> {
  return attempt('read these reports', () =>
    db.transaction('r', [db.reports, db.versions], async () => {
      const reports = reportIds
        ? (await db.reports.bulkGet([...reportIds])).filter((report) => report !== undefined)
        : await db.reports.orderBy('savedAt').reverse().toArray();
      return Promise.all(reports.map(async (report) => ({ report, versions: await versionsOf(report.id).toArray() })));
    }),
  );
}

/** Everything a backup holds: reports, the bin, stories, drafts. */
export function takeOutAll(): Promise<{ reports: SavedReport[]; drafts: Draft[]; stories: Story[] }> {
  return attempt('read the library', () =>
    db.transaction('r', [db.reports, db.versions, db.bin, db.drafts, db.stories], async () => {
      const live = await takeOut();
      const bin = await db.bin.toArray();
      return {
        reports: [
          ...live.map((saved) => ({ ...saved, deletedAt: null })),
          ...bin.map(({ report, versions, deletedAt }) => ({ report, versions, deletedAt })),
        ],
        drafts: await db.drafts.toArray(),
        stories: await db.stories.toArray(),
      };
    }),
  );
}

/** Deletes everything for good: reports, bin, drafts. */
export function wipeLibrary(): Promise<void> {
  return attempt('delete the library', () =>
    db.transaction('rw', db.tables, async () => {
      await Promise.all(db.tables.map((table) => table.clear()));
    }),
  );
}
