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
import { unpackSerials } from '../../../lib/library/blocks';
import { databaseName, db } from '../../../lib/library/database';
import { article, reading } from './samples';

/** Schemas as they were released: never to be changed here. */
const released: Record<number, Record<string, string>> = {
  1: {
    reports: 'id, &canonicalUrl, savedAt, publishedAt, siteName, *tags, *actorKeys',
    versions: '[reportId+version]',
    bin: 'id, &canonicalUrl, deletedAt',
    drafts: 'canonicalUrl',
    claims: 'id, reportId, unit, reportedAt, *sourceActors',
    actors: 'key, reports',
    profiles: '++serial, &reportId',
    postings: '[term+block]',
  },
  2: {
    reports: 'id, &canonicalUrl, savedAt, publishedAt, siteName, storyId, *tags, *actorKeys',
    versions: '[reportId+version]',
    bin: 'id, &canonicalUrl, deletedAt',
    drafts: 'canonicalUrl',
    stories: 'id',
    claims: 'id, reportId, unit, reportedAt, *sourceActors',
    actors: 'key, reports',
    profiles: '++serial, &reportId',
    postings: '[term+block]',
  },
};

/** Entries of a report that older versions did not know. */
const younger: Record<number, string[]> = { 1: ['storyId', 'storyByHand'] };

type Row = Record<string, unknown>;

/** Rows of today as the version wrote them. */
function asThen(version: number, name: string, rows: readonly Row[]): Row[] {
  const forget = (row: Row) =>
    Object.fromEntries(Object.entries(row).filter(([entry]) => !younger[version]?.includes(entry)));
  if (name === 'reports') return rows.map(forget);
  if (name === 'bin') return rows.map((row) => ({ ...row, report: forget(row['report'] as Row) }));
  if (name === 'profiles')
    return rows.map(({ senses: _, profile, ...row }) => ({ ...row, profile: JSON.parse(profile as string) }));
  if (name === 'postings')
    return rows.map(({ term, serials }) => ({
      term,
      block: 0,
      serials: Uint32Array.from(unpackSerials(serials as Uint8Array)),
    }));
  return [...rows];
}

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
    old.version(version).stores(released[version] ?? {});
    for (const [name, rows] of tables)
      if (name in (released[version] ?? {})) await old.table(name).bulkAdd(asThen(version, name, rows));
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
