import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  getDraft,
  getReport,
  keepDraft,
  LibraryError,
  listActors,
  listClaims,
  listReports,
  listVersions,
  savedStateOf,
  saveReport,
  wipeLibrary,
} from '../../../lib/library';
import { db } from '../../../lib/library/database';
import { article, reading } from './samples';

beforeEach(wipeLibrary);

describe('saving a report', () => {
  it('keeps the article, what was read in it, and the note', async () => {
    const result = await saveReport(article(), reading(), 'check the number');
    expect(result).toMatchObject({ status: 'new', version: 1 });
    const saved = await getReport(result.reportId);
    expect(saved?.report).toMatchObject({
      canonicalUrl: 'https://herald.example/levee',
      title: 'Levee at Ostrava gives way',
      note: 'check the number',
      claimCount: 1,
    });
    expect(saved?.version.text).toBe(article().text);
    expect(saved?.version.annotation).toEqual(reading().annotation);
    expect(await listClaims(result.reportId)).toMatchObject([
      { source: 'the mayor', sentence: 'At least 40 people were evacuated, the mayor said.', reportedAt: '2025-05-02' },
    ]);
    expect(await listActors()).toEqual([{ key: 'p:odra', name: 'Odra', kind: 'place', reports: 1 }]);
  });

  it('changes nothing when the same article is saved again, from another address of it too', async () => {
    const first = await saveReport(article(), reading(), 'a note');
    const again = await saveReport(article({ url: 'https://herald.example/levee?share=1' }), reading());
    expect(again).toEqual({ ...first, status: 'unchanged' });
    expect(await listReports()).toHaveLength(1);
    expect((await getReport(first.reportId))?.report.note).toBe('a note');
    expect(await db.claims.count()).toBe(1);
  });

  it('keeps a changed text as a new version and the old one beside it', async () => {
    const first = await saveReport(article(), reading(), 'a note');
    const text = article().text.replace('40', '65');
    const second = await saveReport(article({ text }), reading(text));
    expect(second).toMatchObject({ reportId: first.reportId, status: 'updated', version: 2 });
    expect((await listVersions(first.reportId)).map((version) => version.text)).toEqual([article().text, text]);
    const claims = await listClaims(first.reportId);
    expect(claims.map(({ claim }) => claim.quantity.low)).toEqual([65]);
    expect((await getReport(first.reportId))?.report).toMatchObject({ note: 'a note', version: 2 });
  });

  it('takes over what a newer engine reads in the same text without a new version', async () => {
    const { reportId } = await saveReport(article(), {
      annotation: { ...reading().annotation, claims: [] },
      engineVersion: 'test-0',
    });
    const again = await saveReport(article(), reading());
    expect(again).toMatchObject({ status: 'unchanged', version: 1 });
    expect((await getReport(reportId))?.version.engineVersion).toBe('test-1');
    expect(await listClaims(reportId)).toHaveLength(1);
  });

  it('says whether an article is saved and whether its text is still the saved one', async () => {
    expect(await savedStateOf(article())).toBeNull();
    const { reportId, savedAt } = await saveReport(article(), reading(), 'a note');
    expect(await savedStateOf(article())).toEqual({ reportId, savedAt, version: 1, sameText: true, note: 'a note' });
    expect(await savedStateOf(article({ text: 'Corrected.' }))).toMatchObject({ sameText: false });
  });

  it('keeps two articles that differ only in their address apart', async () => {
    await saveReport(article(), reading());
    await saveReport(article({ canonicalUrl: 'https://gazette.example/levee' }), reading());
    expect(await listReports()).toHaveLength(2);
    expect(await listActors()).toMatchObject([{ reports: 2 }]);
  });

  it('makes one report of two windows saving the same article at once', async () => {
    const results = await Promise.all([saveReport(article(), reading()), saveReport(article(), reading())]);
    expect(results.map(({ status }) => status).sort()).toEqual(['new', 'unchanged']);
    expect(new Set(results.map(({ reportId }) => reportId)).size).toBe(1);
  });

  it('keeps versions in order when the clock was set back', async () => {
    const first = await saveReport(article(), reading());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
    try {
      const second = await saveReport(article({ text: 'New text.' }), reading('New text.'));
      expect(second.savedAt > first.savedAt).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers only after the transaction has completed', async () => {
    const events: string[] = [];
    // Dexie binds the browser's function when it opens the database.
    db.close({ disableAutoOpen: false });
    const begin = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const transaction = begin.apply(this, args);
      if (transaction.mode === 'readwrite') transaction.addEventListener('complete', () => events.push('complete'));
      return transaction;
    });
    await db.open();
    await saveReport(article(), reading()).then(() => events.push('answered'));
    spy.mockRestore();
    db.close({ disableAutoOpen: false });
    expect(events).toEqual(['complete', 'answered']);
  });

  it('leaves nothing behind when a write fails half way', async () => {
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.claims.hook('creating', fail);
    try {
      await expect(saveReport(article(), reading(), 'a note')).rejects.toThrow(LibraryError);
    } finally {
      db.claims.hook('creating').unsubscribe(fail);
    }
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0);
  });

  it('says in words what to do when the disk is full', async () => {
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.reports.hook('creating', fail);
    try {
      const error = await saveReport(article(), reading()).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'quota' });
      expect((error as Error).message).toMatch(/could not save this report.*full.*nothing was changed.*delete/i);
    } finally {
      db.reports.hook('creating').unsubscribe(fail);
    }
  });
});

describe('drafts', () => {
  it('are kept until the note is saved', async () => {
    const { canonicalUrl } = article();
    await keepDraft(canonicalUrl, 'half a thou');
    expect(await getDraft(canonicalUrl)).toBe('half a thou');
    await saveReport(article(), reading());
    expect(await getDraft(canonicalUrl)).toBe('half a thou');
    await saveReport(article(), reading(), 'half a thought');
    expect(await getDraft(canonicalUrl)).toBe('');
  });

  it('are forgotten when emptied', async () => {
    await keepDraft('https://herald.example/x', 'a');
    await keepDraft('https://herald.example/x', '');
    expect(await db.drafts.count()).toBe(0);
  });
});
