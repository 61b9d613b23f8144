import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportLibrary, planImport } from '../../../lib/export';
import { editReport, getReport, listClaims, listVersions, saveReport, wipeLibrary } from '../../../lib/library';
import { compactRunner, oldVersions } from '../../../lib/library/compact';
import { addCorrection } from '../../../lib/library/corrections';
import { db } from '../../../lib/library/database';
import { addJob, cancelJob, forgetJob, listJobs, type Runner, runJobs } from '../../../lib/library/jobs';
import { makeMissing, outdatedReports, rereadRunner } from '../../../lib/library/reread';
import { article, reading } from './samples';

beforeEach(wipeLibrary);

/** Counts to `total`, a step each. */
const counting = (total: number, visit: (done: number) => void = () => {}): Runner => {
  return async (steps) => {
    while (steps.job.done < total) {
      const done = steps.job.done + 1;
      await steps.step({ done, total });
      visit(done);
    }
  };
};

describe('long work', () => {
  it('is told of while it runs and stays on the list until it is forgotten', async () => {
    const id = await addJob('compact', {});
    expect(await listJobs()).toMatchObject([{ id, state: 'waiting', done: 0 }]);
    await runJobs({ compact: counting(3) });
    expect(await listJobs()).toMatchObject([{ state: 'done', done: 3, total: 3, message: null }]);
    await forgetJob(id);
    expect(await listJobs()).toEqual([]);
  });

  it('goes on after its context has died, without doing again what was done', async () => {
    await addJob('compact', {});
    const seen: number[] = [];
    void runJobs({
      compact: async (steps) => {
        await steps.step({ done: 1, total: 3 });
        seen.push(1);
        await new Promise(() => {});
      },
    });
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await runJobs({ compact: counting(3, (done) => seen.push(done)) });
    expect(seen).toEqual([1, 2, 3]);
    expect(await listJobs()).toMatchObject([{ state: 'done', done: 3 }]);
  });

  it('ends before its next step when it is cancelled, and what is done stays', async () => {
    const id = await addJob('compact', {});
    let next = 0;
    await runJobs({
      compact: async (steps) => {
        await steps.step({ done: 1, total: 2 }, async () => void (await db.meta.put({ key: 'first', value: 1 })));
        await cancelJob(id);
        next = 1;
        await steps.step({ done: 2, total: 2 }, async () => void (await db.meta.put({ key: 'second', value: 1 })));
        next = 2;
      },
    });
    expect(next).toBe(1);
    expect(await listJobs()).toMatchObject([{ state: 'cancelled', done: 1 }]);
    expect(await db.meta.toCollection().primaryKeys()).toEqual(['first']);
  });

  it('that fails says why, and the next work is done', async () => {
    await addJob('compact', {});
    await addJob('rebuild', {});
    await runJobs({
      compact: async (steps) => {
        await steps.step({ done: 1 }, async () => {
          throw new Error('no room');
        });
      },
      rebuild: counting(1),
    });
    expect(await listJobs()).toMatchObject([
      { state: 'failed', done: 0, message: 'no room' },
      { state: 'done', done: 1 },
    ]);
  });

  it('of a kind that this context cannot do is left for another', async () => {
    await addJob('reread', {});
    await runJobs({ compact: counting(1) });
    expect(await listJobs()).toMatchObject([{ state: 'waiting' }]);
  });
});

describe('reading again after an update', () => {
  const text = article().text.replace('40', '65');
  const newer = { engineVersion: 'test-2', read: ({ text: given }: { text: string }) => reading(given).annotation };

  it('takes the new reading and keeps notes, tags, versions and corrections', async () => {
    const { reportId } = await saveReport(article(), {
      ...reading(),
      annotation: { ...reading().annotation, claims: [] },
    });
    const other = await saveReport(
      article({ canonicalUrl: 'https://herald.example/b', text }),
      reading(text),
      'a note',
    );
    await editReport(other.reportId, { tags: ['flood'] });
    await addCorrection({
      kind: 'not-claim',
      keys: ['https://herald.example/b'],
      canonicalUrl: 'https://herald.example/b',
      selector: { exact: 'At least 65 people', prefix: '', suffix: ' were evacuated', start: 0, end: 18 },
      pattern: null,
    });
    const ids = await outdatedReports('test-2');
    expect([...ids].sort()).toEqual([reportId, other.reportId].sort());
    await addJob('reread', { ids });
    await runJobs({ reread: rereadRunner(newer) });
    expect(await outdatedReports('test-2')).toEqual([]);
    expect(await listClaims(reportId)).toHaveLength(1);
    expect(await listClaims(other.reportId)).toHaveLength(0);
    expect((await getReport(other.reportId))?.report).toMatchObject({ note: 'a note', tags: ['flood'], version: 1 });
    expect(await db.profiles.count()).toBe(2);
  });

  it('leaves a text alone that changed while it was read', async () => {
    const { reportId } = await saveReport(article(), reading());
    await addJob('reread', { ids: [reportId] });
    await runJobs({
      reread: rereadRunner({
        engineVersion: 'test-2',
        read: async ({ text: given }) => {
          await saveReport(article({ text }), reading(text));
          return reading(given).annotation;
        },
      }),
    });
    expect((await getReport(reportId))?.version).toMatchObject({ version: 2, text, engineVersion: 'test-1' });
    expect((await listClaims(reportId)).map(({ claim }) => claim.quantity.low)).toEqual([65]);
  });

  it('makes what a library of an older version lacks', async () => {
    const { reportId } = await saveReport(article(), reading());
    const [before] = await db.profiles.toArray();
    const prints = await db.copies.toArray();
    await db.profiles.toCollection().modify({ senses: null });
    await db.copies.clear();
    await db.stale.put({ what: 'reading', reportId, mark: 0 });
    await makeMissing();
    expect(await db.profiles.toArray()).toEqual([before]);
    expect(await db.copies.toArray()).toEqual(prints);
    expect(await db.stale.where('[what+reportId]').equals(['reading', reportId]).count()).toBe(0);
  });
});

describe('letting go of old versions', () => {
  it('keeps the newest of each report, and as many more as asked', async () => {
    const ids = [];
    for (const address of ['a', 'b']) {
      for (const people of ['41', '52', '63']) {
        const changed = article().text.replace('40', people);
        const canonicalUrl = `https://herald.example/${address}`;
        ids.push((await saveReport(article({ canonicalUrl, text: changed }), reading(changed))).reportId);
      }
    }
    expect(await oldVersions()).toMatchObject({ versions: 4 });
    await addJob('compact', { keep: 2, after: '' });
    await runJobs({ compact: compactRunner });
    expect(await listJobs()).toMatchObject([{ state: 'done', done: 2, total: 2, result: { removed: 2 } }]);
    for (const id of new Set(ids)) expect((await listVersions(id)).map(({ version }) => version)).toEqual([2, 3]);
    expect(await oldVersions()).toMatchObject({ versions: 2 });
    // And a backup of what is left brings nothing new.
    const { blob } = await exportLibrary({ format: 'json', reportIds: null });
    expect(await planImport(blob)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  });
});
