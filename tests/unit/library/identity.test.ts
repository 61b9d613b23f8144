import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveReport, wipeLibrary } from '../../../lib/library';
import { noteBackup } from '../../../lib/library/backup';
import { db } from '../../../lib/library/database';
import { recognise } from '../../../lib/library/identity';
import { article, reading } from './samples';

const days = ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z', '2026-03-03T08:00:00.000Z'] as const;

beforeEach(wipeLibrary);

describe('recognise', () => {
  it('misses no library when there was none, or when it is the same as before', async () => {
    const first = await recognise(null, days[0]);
    expect(first.lost).toBeNull();
    const second = await recognise(first.mark, days[1]);
    expect(second).toEqual({ mark: { ...first.mark, at: days[1] }, lost: null });
  });

  it('tells of a library that is gone: how much it held, when, and its newest backup', async () => {
    const text = 'The levee at Tavar gave way.';
    await saveReport(article({ text }), reading(text));
    await noteBackup({ at: days[0], name: 'claimbook.json' });
    const { mark } = await recognise(null, days[0]);
    // What the browser does.
    await Promise.all(db.tables.map((table) => table.clear()));
    const after = await recognise(mark, days[1]);
    expect(after.lost).toEqual({
      id: mark.id,
      reports: 1,
      at: days[0],
      backup: { name: 'claimbook.json', at: days[0] },
    });
    // A background that died before it could keep what it found finds it again.
    expect((await recognise(mark, days[2])).lost).toEqual(after.lost);
    expect((await recognise(after.mark, days[2])).lost).toBeNull();
  });

  it('misses nothing when the library that is gone was empty', async () => {
    const { mark } = await recognise(null, days[0]);
    await Promise.all(db.tables.map((table) => table.clear()));
    expect((await recognise(mark, days[1])).lost).toBeNull();
  });
});
