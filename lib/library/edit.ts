/** Notes, tags and drafts. */
import { attempt, db } from './database';
import { searchAnew } from './derived-tables';
import { LibraryError } from './errors';
import { momentAfter } from './moment';
import type { Report } from './rows';

/** Changes a report's note or tags. @throws LibraryError "missing" when the report is gone; nothing was changed then */
export function editReport(reportId: string, change: { note?: string | undefined; tags?: string[] | undefined }) {
  return attempt('keepNote', () =>
    db.transaction('rw', [db.reports, db.drafts, db.stale], async () => {
      const report = await db.reports.get(reportId);
      if (!report)
        throw new LibraryError('missing', ['failure.doing.keepNote', 'failure.gone.report', 'failure.gone.bringBack']);
      const edited: Report = { ...report, changedAt: momentAfter(report.changedAt) };
      if (change.note !== undefined) {
        edited.note = change.note;
        await db.drafts.delete(report.canonicalUrl);
      }
      if (change.tags !== undefined) edited.tags = cleanTags(change.tags);
      await db.reports.put(edited);
      await searchAnew([reportId]);
    }),
  );
}

/** Trimmed, without "#", each once. */
export function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => tag.trim().replace(/^#+/, '').replace(/\s+/gu, ' ')).filter(Boolean);
  return [...new Set(clean)];
}

/** Keeps a note that is being written; an empty one is forgotten. */
export function keepDraft(canonicalUrl: string, note: string): Promise<void> {
  return attempt('keepNote', async () => {
    if (note) await db.drafts.put({ canonicalUrl, note, changedAt: new Date().toISOString() });
    else await db.drafts.delete(canonicalUrl);
  });
}

export function getDraft(canonicalUrl: string): Promise<string> {
  return attempt('read', async () => (await db.drafts.get(canonicalUrl))?.note ?? '');
}

/**
 * Adds tags to many reports and takes others away.
 * @returns the reports that changed: undo is the opposite for these. @throws LibraryError; nothing was changed then
 */
export function tagReports(
  reportIds: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[] | undefined; remove?: readonly string[] | undefined },
): Promise<string[]> {
  return attempt('tagReports', () =>
    db.transaction('rw', [db.reports, db.stale], async () => {
      const reports = (await db.reports.bulkGet([...reportIds])).filter((report) => report !== undefined);
      const edited = reports.flatMap((report): Report[] => {
        const tags = cleanTags([...report.tags.filter((tag) => !remove.includes(tag)), ...add]);
        const same = tags.length === report.tags.length && tags.every((tag, index) => tag === report.tags[index]);
        return same ? [] : [{ ...report, tags, changedAt: momentAfter(report.changedAt) }];
      });
      await db.reports.bulkPut(edited);
      const changed = edited.map(({ id }) => id);
      await searchAnew(changed);
      return changed;
    }),
  );
}
