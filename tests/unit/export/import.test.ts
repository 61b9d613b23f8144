import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportLibrary, ImportError, planImport, runImport } from '../../../lib/export';
import { importRunner, startImport } from '../../../lib/export/exchange';
import { readLibrary, readLibraryFile } from '../../../lib/export/import';
import {
  deleteReports,
  editReport,
  getReport,
  keepDraft,
  listBin,
  listClaims,
  listReports,
  listVersions,
  saveReport,
  takeOutAll,
  wipeLibrary,
} from '../../../lib/library';
import { unpackSerials } from '../../../lib/library/blocks';
import { addCorrection } from '../../../lib/library/corrections';
import { db, derivedTables, keptTables, localTables } from '../../../lib/library/database';
import { cancelJob, forgetJob, listJobs, runJobs } from '../../../lib/library/jobs';
import { article, reading } from '../library/samples';

beforeEach(wipeLibrary);

const backup = async () => (await exportLibrary({ format: 'json', reportIds: null })).blob.text();
const bring = async (text: string) => runImport(await planImport(text));

/** The library without the serial numbers of its index, which only order it. */
async function library() {
  const rows = async (name: string) => (await db.table(name).toArray()) as Record<string, unknown>[];
  const kept = await Promise.all([...keptTables, 'claims', 'actors'].map(async (name) => [name, await rows(name)]));
  const profiles = (await db.profiles.toArray()).map(({ reportId, profile }) => [reportId, profile]).sort();
  const terms = (await db.postings.toArray()).map(({ term, serials }) => [term, unpackSerials(serials).length]);
  return { ...Object.fromEntries(kept), profiles, terms };
}

const moment = '2025-05-03T10:00:00.000Z';

/** A row in each of the tables that hold what the person made beside reports. */
async function keepEverything(reportId: string) {
  const selector = { exact: 'At least 40 people', prefix: '', suffix: ' were evacuated', start: 0, end: 18 };
  const dated = { createdAt: moment, changedAt: moment };
  await db.stories.put({ id: 's1', name: 'The levee', namedByHand: true, ...dated });
  await db.notes.put({
    id: `claim:${reportId}:1`,
    kind: 'claim',
    key: reportId,
    selector,
    note: 'n',
    tags: ['t'],
    ...dated,
  });
  await addCorrection({
    kind: 'not-claim',
    keys: ['https://herald.example/levee'],
    canonicalUrl: 'https://herald.example/levee',
    selector,
    pattern: null,
  });
  await db.searches.put({ id: 'q1', name: 'Floods', query: 'flood', filter: { min: 3 }, view: 'reports', ...dated });
}

const words = fc.array(
  fc.constantFrom('river', 'rose', 'mayor', 'said', '"hm"', '<b>', '=1', 'Odra', '12', '😀', '\ud800'),
  { maxLength: 12 },
);
const step = fc.oneof(
  fc.record({ do: fc.constant('save' as const), address: fc.nat(3), words, note: fc.string({ maxLength: 8 }) }),
  fc.record({
    do: fc.constant('tag' as const),
    which: fc.nat(3),
    tags: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('delete' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('draft' as const), address: fc.nat(3), note: fc.string({ maxLength: 8 }) }),
);

async function take(one: typeof step extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  if (one.do === 'save') {
    const text = `At least ${one.words.length + 3} people left, the mayor said. ${one.words.join(' ')}`;
    const canonicalUrl = `https://herald.example/${one.address}`;
    await saveReport(article({ canonicalUrl, text }), reading(text), one.note);
  } else if (one.do === 'draft') {
    await keepDraft(`https://herald.example/${one.address}`, one.note);
  } else {
    const report = (await listReports())[one.which];
    if (report && one.do === 'delete') await deleteReports([report.id]);
    if (report && one.do === 'tag') await editReport(report.id, { tags: one.tags });
  }
}

describe('a backup', () => {
  it('brings back an identical library after a wipe, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await wipeLibrary();
        for (const one of steps) await take(one);
        const before = await library();
        const text = await backup();
        await wipeLibrary();
        await bring(text);
        expect(await library()).toEqual(before);
        // A second time there is nothing to do.
        expect(await bring(text)).toMatchObject({ added: 0, updated: 0 });
        expect(await library()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('holds every table that is neither derived nor about this machine', async () => {
    expect(db.tables.map(({ name }) => name).sort()).toEqual([...keptTables, ...derivedTables, ...localTables].sort());
    const { reportId } = await saveReport(article(), reading(), 'kept');
    await saveReport(article({ canonicalUrl: 'https://herald.example/b' }), reading());
    await deleteReports([(await listReports())[0]?.id ?? '']);
    await keepDraft('https://herald.example/c', 'half a thou');
    await keepEverything(reportId);
    const before = await library();
    for (const name of keptTables) expect(before[name].length, name).toBeGreaterThan(0);
    const text = await backup();
    await wipeLibrary();
    await bring(text);
    expect(await library()).toEqual(before);
  });

  it('corrects reports that are in the library already', async () => {
    const { reportId } = await saveReport(article(), reading());
    const uncorrected = await backup();
    await keepEverything(reportId);
    const corrected = await backup();
    expect(await listClaims(reportId)).toHaveLength(0);
    await wipeLibrary();
    await bring(uncorrected);
    expect(await listClaims(reportId)).toHaveLength(1);
    await bring(corrected);
    expect(await listClaims(reportId)).toHaveLength(0);
    expect(await bring(uncorrected)).toMatchObject({ updated: 0 });
    expect(await listClaims(reportId)).toHaveLength(0);
  });

  it('is one report a line, so that two backups can be compared', async () => {
    await saveReport(article(), reading());
    await saveReport(article({ canonicalUrl: 'https://herald.example/b' }), reading());
    expect((await backup()).split('\n').filter((line) => line.startsWith('{"report"'))).toHaveLength(2);
  });
});

describe('importing', () => {
  it('says what it would do without doing it', async () => {
    await saveReport(article(), reading(), 'mine');
    const text = await backup();
    await wipeLibrary();
    expect(await planImport(text)).toMatchObject({ added: 1, updated: 0, unchanged: 0, conflicts: [] });
    expect(await listReports()).toEqual([]);
  });

  it('lets the newer note win and shows the other one', async () => {
    const { reportId } = await saveReport(article(), reading(), 'first');
    const text = await backup();
    await editReport(reportId, { note: 'second' });
    expect(await bring(text)).toMatchObject({ unchanged: 1, conflicts: [] });
    expect((await getReport(reportId))?.report.note).toBe('second');

    const newer = await backup();
    await wipeLibrary();
    await bring(text);
    const plan = await planImport(newer);
    expect(plan).toMatchObject({ updated: 1, conflicts: [{ kept: 'second', dropped: 'first' }] });
    await runImport(plan);
    expect((await getReport(reportId))?.report.note).toBe('second');
  });

  it('makes one report of an article saved on two machines, with the versions of both', async () => {
    const first = 'At least 40 people left, the mayor said.';
    const second = 'At least 65 people left, the mayor said.';
    await saveReport(article({ text: first }), reading(first));
    const theirs = await backup();
    await wipeLibrary();
    const { reportId } = await saveReport(article({ text: second }), reading(second));
    expect(await bring(theirs)).toMatchObject({ added: 0, updated: 1 });
    expect(await listReports()).toHaveLength(1);
    expect((await listVersions(reportId)).map(({ text }) => text)).toEqual([first, second]);
    expect((await getReport(reportId))?.version.text).toBe(second);
  });

  it('writes over no text when one that was newest elsewhere is newest again', async () => {
    const texts = ['40', '65', '70'].map((people) => `At least ${people} people left, the mayor said.`);
    const [first = '', second = '', third = ''] = texts;
    await saveReport(article({ text: second }), reading(second));
    const theirs = await backup();
    await wipeLibrary();
    const { reportId } = await saveReport(article({ text: first }), reading(first));
    // The newer side has the older text: it was taken back there.
    await editReport(reportId, { note: 'taken back' });
    await bring(theirs);
    expect((await getReport(reportId))?.version.text).toBe(first);
    await saveReport(article({ text: third }), reading(third));
    expect((await listVersions(reportId)).map(({ text }) => text).sort()).toEqual(texts);
    expect((await getReport(reportId))?.version.text).toBe(third);
  });

  it('knows a text that came back for what it is', async () => {
    const texts = ['40', '65', '40'].map((people) => `At least ${people} people left, the mayor said.`);
    let reportId = '';
    for (const text of texts) reportId = (await saveReport(article({ text }), reading(text))).reportId;
    const own = await backup();
    expect(await bring(own)).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect((await listVersions(reportId)).map(({ text }) => text)).toEqual(texts);
  });

  it('leaves a report in the bin that was deleted after the backup', async () => {
    const { reportId } = await saveReport(article(), reading());
    const text = await backup();
    await deleteReports([reportId]);
    await bring(text);
    expect(await listReports()).toEqual([]);
    expect(await listBin()).toHaveLength(1);
  });

  it('takes a broken link between statement and claim out instead of the report', async () => {
    await saveReport(article(), reading());
    const { reports } = await readLibraryFile((await backup()).replaceAll('"attribution":"s1"', '"attribution":"s9"'));
    expect(reports[0]?.versions[0]?.annotation.claims[0]?.attribution).toBeNull();
  });
});

describe('a file', () => {
  const rows = async (text: string) => {
    const parts = [];
    for await (const part of readLibrary(new Blob([text]))) parts.push(part);
    return {
      reports: parts.flatMap(({ reports }) => reports.map(({ report }) => report.canonicalUrl)),
      corrections: parts.flatMap(({ belongings }) => belongings.corrections.map(({ kind }) => kind)),
    };
  };

  it('is read alike line by line, set anew by another program, and as older versions wrote it', async () => {
    const { reportId } = await saveReport(article(), reading());
    await saveReport(article({ canonicalUrl: 'https://herald.example/b' }), reading());
    await keepEverything(reportId);
    const text = await backup();
    const expected = await rows(text);
    expect(expected).toMatchObject({ reports: { length: 2 }, corrections: ['not-claim'] });
    const { corrections, stories, reports, drafts, ...head } = JSON.parse(text);
    expect(await rows(JSON.stringify(JSON.parse(text), null, 2))).toEqual(expected);
    const old = `${JSON.stringify(head).slice(0, -1)},\n"reports":[\n${reports.map((row: unknown) => JSON.stringify(row)).join(',\n')}\n],\n"stories":${JSON.stringify(stories)},\n"corrections":${JSON.stringify(corrections)},\n"drafts":${JSON.stringify(drafts)}}\n`;
    expect(await rows(old)).toEqual(expected);
    expect(await rows(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });

  it('cut off anywhere is never taken for a whole one', async () => {
    await saveReport(article(), reading(), 'n');
    const text = await backup();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length - 3 }), async (end) => {
        await expect(rows(text.slice(0, end))).rejects.toThrow(ImportError);
      }),
      { numRuns: 100 },
    );
  });

  it('that goes on after its end is refused', async () => {
    await saveReport(article(), reading(), 'n');
    const text = await backup();
    await expect(rows(`${text}{}`)).rejects.toThrow(ImportError);
  });
});

describe('an import', () => {
  const many = async (count: number) => {
    for (let i = 0; i < count; i++)
      await saveReport(article({ canonicalUrl: `https://herald.example/${i}`, title: `Report ${i}` }), reading());
    return backup();
  };

  it('goes on where a browser that was killed left it, and comes to the same', async () => {
    const text = await many(3);
    const before = await library();
    await wipeLibrary();
    const id = await startImport(new Blob([text]));
    // Dies after the transaction that wrote everything, before the job could be told to be done.
    const dead = runJobs({
      import: async (steps) => {
        await importRunner(steps);
        await new Promise(() => {});
      },
    });
    void dead;
    await vi.waitFor(async () => expect((await listJobs())[0]?.done).toBe(3));
    expect((await listJobs())[0]).toMatchObject({ id, state: 'running', total: 3 });
    await runJobs({ import: importRunner });
    expect((await listJobs())[0]).toMatchObject({ state: 'done', result: { added: 3, updated: 0 }, input: null });
    await forgetJob(id);
    expect(await library()).toEqual(before);
  });

  it('that is cancelled before it runs imports nothing', async () => {
    const text = await many(2);
    await wipeLibrary();
    const id = await startImport(new Blob([text]));
    await cancelJob(id);
    await runJobs({ import: importRunner });
    expect((await listJobs())[0]).toMatchObject({ state: 'cancelled', input: null });
    expect(await listReports()).toEqual([]);
  });
});

describe('a bad file changes nothing and says what is wrong', () => {
  const reasons: [string, (text: string) => string, RegExp][] = [
    ['cut off', (text) => text.slice(0, -40), /ends too early|not JSON/],
    ['no JSON', () => 'title,url\n', /not JSON/],
    ['foreign', () => '{"items":[]}', /not exported by Claimbook/],
    ['null', () => 'null', /not exported by Claimbook/],
    ['from a newer version', (text) => text.replace('"formatVersion":1', '"formatVersion":2'), /newer version/],
    ['a wrong type', (text) => text.replace('"note":"n"', '"note":7'), /damaged/],
    ['an offset outside the text', (text) => text.replace('"start":0,"end":18', '"start":0,"end":99999'), /damaged/],
    ['a version missing', (text) => text.replace('"version":1,"textHash"', '"version":3,"textHash"'), /damaged/],
  ];
  it.each(reasons)('%s', async (_, spoil, message) => {
    await saveReport(article(), reading(), 'n');
    const text = await backup();
    const before = await library();
    expect(spoil(text)).not.toBe(text);
    const error = await planImport(spoil(text)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).message).toMatch(message);
    expect((error as ImportError).message).toMatch(/nothing was imported/i);
    expect(await library()).toEqual(before);
  });

  it('names the place', async () => {
    await saveReport(article(), reading(), 'n');
    const error = await planImport((await backup()).replace('"note":"n"', '"note":7')).catch(
      (caught: unknown) => caught,
    );
    expect((error as ImportError).places[0]).toMatch(/^report 1 \("Levee at Ostrava gives way"\): report\.note: /);
  });

  it('never lets a key reach the prototype of objects', async () => {
    await saveReport(article(), reading(), 'n');
    const text = (await backup()).replace(
      '"note":"n"',
      '"note":"n","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
    );
    await wipeLibrary();
    await bring(text);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const [report] = (await takeOutAll()).reports;
    expect(Object.keys(report?.report ?? {})).not.toContain('constructor');
    expect(report?.report).not.toHaveProperty('polluted');
  });

  it('writes nothing when writing fails half way', async () => {
    await saveReport(article(), reading(), 'n');
    const text = await backup();
    await wipeLibrary();
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.postings.hook('creating', fail);
    try {
      await expect(bring(text)).rejects.toThrow(/is full\. Nothing was changed/);
    } finally {
      db.postings.hook('creating').unsubscribe(fail);
    }
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0);
  });
});
