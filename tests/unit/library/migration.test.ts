import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  deleteReports,
  getReport,
  LibraryError,
  listBin,
  listReports,
  saveReport,
  takeOutAll,
} from '../../../lib/library';
import { databaseName, db } from '../../../lib/library/database';
import { released, writeReleased } from '../../synthetic/released';
import { article, reading } from './samples';

afterEach(async () => {
  db.close({ disableAutoOpen: false });
  await Dexie.delete(databaseName);
});

describe.each(Object.keys(released).map(Number))('a library of schema version %i', (version) => {
  it('opens with everything that was in it', async () => {
    const kept = await saveReport(article(), reading(), 'a note');
    const deleted = await saveReport(article({ canonicalUrl: 'https://herald.example/gone' }), reading());
    await deleteReports([deleted.reportId]);
    const before = (await getReport(kept.reportId))?.report;
    const storyId = version < 2 ? null : (before?.storyId ?? null);
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
    db.close({ disableAutoOpen: false });
    await Dexie.delete(databaseName);

    const old = new Dexie(databaseName);
    await writeReleased(old, version, tables);
    old.close();

    expect((await getReport(kept.reportId))?.report).toMatchObject({
      note: 'a note',
      storyId,
      storyByHand: false,
    });
    expect((await getReport(kept.reportId))?.version.text).toBe(article().text);
    expect((await listBin()).map(({ report }) => report.storyByHand)).toEqual([false]);
    expect(await db.stale.toArray()).toEqual(
      ['reading', 'search'].map((what) => ({ what, reportId: kept.reportId, mark: 0 })),
    );
    // And it goes on working: what is saved next is compared with what is there.
    const next = await saveReport(article({ canonicalUrl: 'https://gazette.example/levee' }), reading());
    expect((await getReport(next.reportId))?.report.storyId).not.toBeNull();
    expect((await takeOutAll()).reports).toHaveLength(3);
  });
});

describe('a library', () => {
  it('written by a newer version is left alone, and says so', async () => {
    const newer = new Dexie(databaseName);
    newer.version(99).stores({ reports: 'id', future: 'id' });
    await newer.table('reports').add({ id: 'from the future' });
    newer.close();
    const error = await listReports().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(LibraryError);
    expect(error).toMatchObject({ code: 'newer' });
    db.close({ disableAutoOpen: false });
    const again = new Dexie(databaseName);
    again.version(99).stores({ reports: 'id', future: 'id' });
    expect(await again.table('reports').count()).toBe(1);
    again.close();
  });

  it.each([
    [
      'denies it',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    [
      'fails',
      () => {
        throw new DOMException('internal', 'UnknownError');
      },
    ],
  ])('in a window whose storage %s says so, and works when storage is back', async (_, open) => {
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation(open);
    await expect(saveReport(article(), reading())).rejects.toMatchObject({
      code: 'blocked',
      message: expect.stringMatching(/private window/),
    });
    spy.mockRestore();
    expect(await saveReport(article(), reading())).toMatchObject({ status: 'new' });
  });
});
