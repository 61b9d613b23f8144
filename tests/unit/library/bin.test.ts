import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  daysInBin,
  deleteReports,
  editReport,
  emptyBin,
  emptyOldBin,
  findReportByUrl,
  getReport,
  listBin,
  listReports,
  restoreReports,
  saveReport,
  wipeLibrary,
} from '../../../lib/library';
import { unpackSerials } from '../../../lib/library/blocks';
import { db } from '../../../lib/library/database';
import { article, reading } from './samples';

beforeEach(wipeLibrary);

/** Every row of every table, to compare the library before and after. Serials of the index, and what waits for search, may differ. */
async function everything() {
  const tables = await Promise.all(
    db.tables
      .filter(({ name }) => !['profiles', 'postings', 'stale'].includes(name))
      .map(async (table) => [table.name, await table.toArray()]),
  );
  return {
    tables: Object.fromEntries(tables),
    terms: (await db.postings.toArray()).map(({ term, serials }) => [term, unpackSerials(serials).length]),
  };
}

describe('deleting', () => {
  it('takes a report out of every list and undo brings back all of it', async () => {
    const text = article().text.replace('40', '65');
    const { reportId } = await saveReport(article(), reading(), 'a note');
    await saveReport(article({ text }), reading(text));
    await editReport(reportId, { tags: ['flood'] });
    await saveReport(article({ canonicalUrl: 'https://herald.example/other' }), reading());
    const before = await everything();

    await deleteReports([reportId]);
    expect(await getReport(reportId)).toBeUndefined();
    expect(await findReportByUrl(article().canonicalUrl)).toBeUndefined();
    expect(await db.claims.where('reportId').equals(reportId).count()).toBe(0);
    expect((await listBin()).map(({ report }) => report.note)).toEqual(['a note']);

    await restoreReports([reportId]);
    expect(await everything()).toEqual(before);
  });

  it('leaves no trace in the index of a report that is gone', async () => {
    const { reportId } = await saveReport(article(), reading());
    await deleteReports([reportId]);
    for (const table of [db.claims, db.actors, db.profiles, db.postings, db.copies])
      expect(await table.count(), table.name).toBe(0);
  });

  it('does nothing to a report that another window has deleted', async () => {
    const { reportId } = await saveReport(article(), reading());
    await Promise.all([deleteReports([reportId]), deleteReports([reportId])]);
    expect(await listBin()).toHaveLength(1);
    await restoreReports([reportId]);
    await restoreReports([reportId]);
    expect(await listReports()).toHaveLength(1);
  });

  it('brings a deleted report back with its note when its article is saved again', async () => {
    const { reportId } = await saveReport(article(), reading(), 'a note');
    await deleteReports([reportId]);
    const again = await saveReport(article(), reading());
    expect(again.reportId).toBe(reportId);
    expect((await getReport(reportId))?.report.note).toBe('a note');
    expect(await listBin()).toEqual([]);
  });

  it('says so when the bin was emptied before undo', async () => {
    const { reportId } = await saveReport(article(), reading());
    await deleteReports([reportId]);
    await emptyBin();
    await expect(restoreReports([reportId])).rejects.toMatchObject({ code: 'missing' });
  });

  it('keeps a report in the bin for its days, and not longer', async () => {
    const { reportId } = await saveReport(article(), reading());
    await deleteReports([reportId]);
    const day = 86_400_000;
    await emptyOldBin(Date.now() + (daysInBin - 1) * day);
    expect(await listBin()).toHaveLength(1);
    await emptyOldBin(Date.now() + (daysInBin + 1) * day);
    expect(await listBin()).toEqual([]);
  });
});

describe('editing', () => {
  it('keeps tags clean and single', async () => {
    const { reportId } = await saveReport(article(), reading());
    await editReport(reportId, { tags: [' #flood ', 'flood', '', 'two  words'] });
    expect((await getReport(reportId))?.report.tags).toEqual(['flood', 'two words']);
  });

  it('leaves the tags when only the note changes, and can empty the note', async () => {
    const { reportId } = await saveReport(article(), reading(), 'a note');
    await editReport(reportId, { tags: ['flood'] });
    await editReport(reportId, { note: '' });
    expect((await getReport(reportId))?.report).toMatchObject({ note: '', tags: ['flood'] });
  });

  it('says so when the report was deleted meanwhile', async () => {
    await expect(editReport('gone', { note: 'x' })).rejects.toMatchObject({ code: 'missing' });
  });
});
