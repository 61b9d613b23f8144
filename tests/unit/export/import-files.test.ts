import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportLibrary, ImportError } from '../../../lib/export';
import { planFiles } from '../../../lib/export/import-files';
import { readSavedPage } from '../../../lib/export/import-pages';
import { inEnglish } from '../../../lib/failure';
import { getReport, saveReport, wipeLibrary } from '../../../lib/library';
import { bringAnnotations } from '../../../lib/library/annotations';
import { listCorrections, setRevoked } from '../../../lib/library/corrections';
import { article, reading } from '../library/samples';

beforeEach(wipeLibrary);

const { window } = new JSDOM();
const parse = (html: string) => new window.DOMParser().parseFromString(html, 'text/html');
const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const json = (name: string, data: unknown) => file(name, JSON.stringify(data));

const highlight = (change: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://annotations.example/1',
  type: 'Annotation',
  motivation: 'commenting',
  created: '2025-05-03T09:00:00Z',
  body: [
    { type: 'TextualBody', value: 'check this', purpose: 'commenting' },
    { type: 'TextualBody', value: 'flood', purpose: 'tagging' },
  ],
  target: {
    source: 'https://herald.example/levee?utm_source=mail',
    selector: [
      { type: 'TextPositionSelector', start: 3, end: 9 },
      { type: 'TextQuoteSelector', exact: 'rose by 2 metres', prefix: 'The river Odra ', suffix: ' overnight.' },
    ],
  },
  ...change,
});

async function bring(data: unknown) {
  const plan = await planFiles([json('notes.jsonld', data)], parse);
  if (plan.kind !== 'annotations') throw new Error(plan.kind);
  return bringAnnotations(plan.annotations);
}

describe('annotations', () => {
  it.each([
    ['one', (one: object) => one],
    ['a list', (one: object) => [one]],
    [
      'a collection with its page',
      (one: object) => ({ type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } }),
    ],
    ['a graph', (one: object) => ({ '@graph': [one] })],
  ])('as %s become marks in the saved text, and a second time nothing', async (_, wrap) => {
    await saveReport(article(), reading());
    expect(await bring(wrap(highlight()))).toMatchObject({ added: 1, unchanged: 0, unsaved: [], missing: [] });
    const [mark] = await listCorrections();
    expect(mark).toMatchObject({
      kind: 'mark',
      as: 'note',
      note: 'check this\n#flood',
      createdAt: '2025-05-03T09:00:00.000Z',
      selector: { exact: 'rose by 2 metres' },
    });
    expect(await bring(wrap(highlight()))).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('that were taken back do not come back', async () => {
    await saveReport(article(), reading());
    await bring(highlight());
    const [mark] = await listCorrections();
    await setRevoked(mark?.id ?? '', true);
    expect(await bring(highlight())).toMatchObject({ added: 0, unchanged: 1 });
    expect(await listCorrections()).toEqual([]);
  });

  it('on a whole page become its note and tags, beside what is there', async () => {
    const { reportId } = await saveReport(article(), reading(), 'mine');
    const page = highlight({ target: 'https://herald.example/levee' });
    expect(await bring(page)).toMatchObject({ added: 1 });
    expect((await getReport(reportId))?.report).toMatchObject({ note: 'mine\n\ncheck this', tags: ['flood'] });
    expect(await bring(page)).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('of Hypothesis are read as well', async () => {
    await saveReport(article(), reading());
    const { selector } = highlight().target;
    const row = {
      id: 'x1',
      uri: 'https://herald.example/levee',
      text: 'hm',
      tags: ['a'],
      target: [{ source: 'https://herald.example/levee', selector }],
    };
    expect(await bring({ total: 1, rows: [row] })).toMatchObject({ added: 1 });
    expect(await listCorrections()).toMatchObject([{ note: 'hm\n#a' }]);
  });

  it('say which pages are not saved and which words are not there', async () => {
    await saveReport(article(), reading());
    const elsewhere = highlight({ id: 'b', target: { source: 'https://gazette.example/x' } });
    const gone = highlight({
      id: 'c',
      target: { source: 'https://herald.example/levee', selector: { exact: 'fell by 9 miles and a half yesterday' } },
    });
    expect(await bring([elsewhere, gone])).toEqual({
      added: 0,
      unchanged: 0,
      unsaved: [{ source: 'https://gazette.example/x', annotations: 1 }],
      missing: [{ title: 'Levee at Ostrava gives way', exact: 'fell by 9 miles and a half yesterday' }],
    });
  });

  it('that Claimbook wrote bring back the notes, not the claims', async () => {
    const { reportId } = await saveReport(article(), reading(), 'mine');
    const { blob } = await exportLibrary({ format: 'w3c', reportIds: null });
    await wipeLibrary();
    await saveReport(article(), reading());
    expect(await bring(JSON.parse(await blob.text()))).toMatchObject({ added: 1, missing: [] });
    expect(await listCorrections()).toEqual([]);
    expect(reportId).toBeTruthy();
  });

  it.each([
    ['nothing', []],
    ['no addresses', [highlight({ target: { source: 'javascript:alert(1)', selector: { exact: 'x' } } })]],
    ['something else', { bookmarks: [1, 2] }],
    ['lists in lists', JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)],
  ])('of %s are refused', async (_, data) => {
    await expect(planFiles([json('x.json', data)], parse)).rejects.toThrow(ImportError);
  });

  it('never let a key reach the prototype of objects', async () => {
    await saveReport(article(), reading());
    const text = JSON.stringify(highlight()).replace('{', '{"__proto__":{"polluted":1},');
    await planFiles([file('x.json', `[${text}]`)], parse);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const page = (
  head: string,
  body = '',
) => `<!doctype html>${head}<html lang="en"><head><title>Levee gives way</title></head><body><article><h1>Levee gives way</h1>
<p>At least 40 people were evacuated from the streets below the levee at Ostrava on Friday night, the mayor said, after the river Odra rose by two metres.</p>
<p>Volunteers filled sandbags until morning, and the school on the hill took in those who had nowhere else to go while the water stood in the lower town.</p>
<p>The regional government said that it would take at least a week before the road to the north could be used again, and promised help to the farmers.</p>${body}</article></body></html>`;

describe('saved pages', () => {
  it.each([
    ['by a browser', '<!-- saved from url=(0030)https://herald.example/levee -->'],
    ['by SingleFile', '<!--\n Page saved with SingleFile \n url: https://herald.example/levee \n saved date: Fri -->'],
  ])('%s are articles at their address', async (_, comment) => {
    const plan = await planFiles([file('a.html', page(comment))], parse);
    expect(plan).toMatchObject({
      kind: 'pages',
      refused: [],
      articles: [
        {
          url: 'https://herald.example/levee',
          title: 'Levee gives way',
          text: expect.stringMatching(/^At least 40 people[\s\S]*farmers\.$/),
        },
      ],
    });
  });

  it('run nothing, and what is no article says why', async () => {
    const seen: string[] = [];
    Object.assign(window, { ran: () => seen.push('ran') });
    const hostile = page(
      '<!-- saved from url=(0030)https://herald.example/x -->',
      '<script>ran()</script><img src=x onerror=ran()>',
    );
    const plan = await planFiles(
      [
        file('a.html', hostile),
        file('b.html', page('')),
        file('c.html', 'just text'),
        file('d.json', '{}'),
        file('e.html', '<!-- saved from url=(0030)https://herald.example/y --><!doctype html><p></p>'),
      ],
      parse,
    );
    expect(plan.kind === 'pages' && plan.refused.map(({ name, reason }) => `${name}: ${inEnglish(reason)}`)).toEqual([
      'b.html: The file does not say which address it was saved from.',
      'c.html: This is no HTML page.',
      'd.json: This is no HTML page.',
      'e.html: No article was found in this page.',
    ]);
    expect(plan.kind === 'pages' && plan.articles).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it('too large to be one article are not read', async () => {
    const large = { name: 'a.html', size: 1e9, text: async () => Promise.reject(new Error('read')) };
    expect(await readSavedPage(large, parse)).toMatchObject({ reason: [{ key: 'failure.import.largePage' }] });
  });
});

describe('a backup among the files', () => {
  it('is planned as before', async () => {
    await saveReport(article(), reading());
    const { blob } = await exportLibrary({ format: 'json', reportIds: null });
    await wipeLibrary();
    expect(await planFiles([file('backup.json', blob)], parse)).toMatchObject({ kind: 'library', plan: { added: 1 } });
    await expect(planFiles([file('a.json', blob), file('b.json', blob)], parse)).rejects.toThrow(/one backup/);
  });
});
