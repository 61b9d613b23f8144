import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planImport, runImport } from '../../../lib/export';
import { rescueLibrary } from '../../../lib/export/rescue';
import { inEnglish } from '../../../lib/failure';
import {
  deleteReports,
  getReport,
  keepDraft,
  listBin,
  listReports,
  listVersions,
  saveReport,
} from '../../../lib/library';
import { databaseName, db } from '../../../lib/library/database';
import { deleteDatabase } from '../../../lib/library/rescue';
import { article, reading } from './samples';

const close = () => db.close({ disableAutoOpen: false });
beforeEach(async () => {
  close();
  await Dexie.delete(databaseName);
});
afterEach(close);

/** Writes to the stored rows past the library. */
async function spoil(work: (raw: Dexie) => Promise<unknown>) {
  close();
  const raw = await new Dexie(databaseName).open();
  await work(raw);
  raw.close();
}

async function fill() {
  const changed = article().text.replace('40', '65');
  const { reportId } = await saveReport(article(), reading(), 'a note');
  await saveReport(article({ text: changed }), reading(changed));
  const other = await saveReport(article({ canonicalUrl: 'https://herald.example/b', title: 'Another' }), reading());
  const binned = await saveReport(article({ canonicalUrl: 'https://herald.example/c' }), reading());
  await deleteReports([binned.reportId]);
  await keepDraft('https://herald.example/d', 'half a thou');
  return { reportId, other: other.reportId };
}

/** What the rescued file holds, after it is imported into an empty library. */
async function brought() {
  const rescued = await rescueLibrary();
  await deleteDatabase();
  await runImport(await planImport(rescued.blob));
  return rescued;
}

describe('a library that cannot be opened', () => {
  it('of a newer version is rescued whole, and stays untouched', async () => {
    const { reportId } = await fill();
    close();
    await new Promise<void>((done, fail) => {
      const request = indexedDB.open(databaseName, 990);
      request.onupgradeneeded = () => request.result.createObjectStore('future');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        request.result.close();
        done();
      };
    });
    await expect(listReports()).rejects.toMatchObject({ code: 'newer' });
    close();
    const { reports, lost } = await brought();
    expect([reports, lost]).toEqual([3, []]);
    expect((await getReport(reportId))?.report).toMatchObject({ note: 'a note', version: 2 });
    expect(await listVersions(reportId)).toHaveLength(2);
    expect(await listBin()).toHaveLength(1);
  });

  it('with damaged rows gives what is right of them and says what is lost', async () => {
    const { reportId, other } = await fill();
    await spoil(async (raw) => {
      // A row with a wrong entry, one without its text, a text without its row, and nonsense.
      await raw.table('reports').update(reportId, { tags: 7, claimCount: 'x' });
      await raw.table('reports').put({ id: 'empty', canonicalUrl: 'https://herald.example/e', title: 'No text' });
      await raw.table('reports').delete(other);
      await raw.table('drafts').put({ canonicalUrl: 'https://herald.example/f', note: 7 });
    });
    const { lost } = await brought();
    expect(lost.map(inEnglish)).toEqual([expect.stringMatching(/^report \d \(No text\)$/), 'drafts 2']);
    expect((await getReport(reportId))?.report).toMatchObject({ note: 'a note', tags: [], version: 2, claimCount: 1 });
    expect((await getReport(other))?.version.text).toBe(article().text);
  });

  it('that is not there says so, and none is made', async () => {
    await expect(rescueLibrary()).rejects.toMatchObject({ code: 'missing' });
    expect(await Dexie.exists(databaseName)).toBe(false);
  });

  it('whose upgrade fails says that it is damaged, and is left as it was', async () => {
    const old = new Dexie(databaseName);
    old.version(2).stores({
      reports: 'id, &canonicalUrl',
      bin: 'id',
      stories: 'id',
      profiles: '++serial',
      postings: '[term+block]',
    });
    await old.table('profiles').add({ reportId: 'r', profile: 'not a profile' });
    old.close();
    await expect(listReports()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/Nothing was changed/),
    });
    close();
    const again = await new Dexie(databaseName).open();
    expect([again.verno, await again.table('profiles').count()]).toEqual([2, 1]);
    again.close();
  });
});

describe('room', () => {
  const storage = (usage: number, quota: number) =>
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage, quota }) } });
  afterEach(() => vi.unstubAllGlobals());

  it('that is nearly used up is told of when something is saved', async () => {
    storage(950_000_000, 1_000_000_000);
    expect(await saveReport(article(), reading())).toMatchObject({ status: 'new', storage: 'low' });
  });

  it('that is used up stops a save before it begins, and says what to do', async () => {
    storage(999_000_000, 1_000_000_000);
    await expect(saveReport(article(), reading())).rejects.toMatchObject({
      code: 'quota',
      message: expect.stringMatching(/full\. Nothing was changed\. Export/),
    });
    expect(await listReports()).toEqual([]);
  });
});
