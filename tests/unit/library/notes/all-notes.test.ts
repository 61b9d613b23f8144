import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { writeNotes } from '../../../../lib/export';
import { deleteReports, editReport, listReports, saveReport, wipeLibrary } from '../../../../lib/library';
import { addCorrection, selectorOf } from '../../../../lib/library/corrections';
import { db } from '../../../../lib/library/database';
import { listWrittenNotes, notesOfReports, type WrittenNote } from '../../../../lib/library/notes/all-notes';
import { putNote } from '../../../../lib/library/notes/notes';
import { article, reading, spanOf } from '../samples';

beforeEach(() => wipeLibrary());

const said = 'At least 40 people';
const saved = async () => (await saveReport(article(), reading())).reportId;
const list = async () => [...notesOfReports(await listReports()), ...(await listWrittenNotes())];

async function noted(): Promise<string> {
  const reportId = await saved();
  await editReport(reportId, { note: 'Ask the mayor.', tags: ['later'] });
  await putNote({ on: { kind: 'claim', reportId, span: spanOf(article().text, said) }, note: 'Who counted?' });
  const [actor] = await db.actors.toArray();
  await putNote({ on: { kind: 'actor', key: actor?.key ?? '' }, note: 'Never answers.' });
  const { canonicalUrl, text } = article();
  await addCorrection({
    kind: 'mark',
    as: 'note',
    note: 'A strange start.',
    canonicalUrl,
    selector: selectorOf(text, { start: 0, end: 8 }),
    keys: [canonicalUrl],
    quantity: null,
    unit: null,
    actor: null,
  });
  return reportId;
}

test('what was written anywhere is listed with its place', async () => {
  const reportId = await noted();
  const found = Object.fromEntries((await list()).map((one) => [one.kind, one]));
  expect(Object.keys(found).sort()).toEqual(['actor', 'claim', 'passage', 'report']);
  expect(found['report']).toMatchObject({ note: 'Ask the mayor.', tags: ['later'], title: article().title });
  const [claim] = await db.claims.where('reportId').equals(reportId).toArray();
  expect(found['claim']).toMatchObject({ note: 'Who counted?', quote: said, target: claim?.claim.id });
  expect(found['claim']?.report?.id).toBe(reportId);
  expect(found['passage']).toMatchObject({ note: 'A strange start.', quote: article().text.slice(0, 8) });
  expect(found['actor']?.title).toBeTruthy();
});

test('a note whose report was deleted is still there, can be changed, and says that its place is gone', async () => {
  const reportId = await noted();
  await deleteReports([reportId]);
  const one = (await list()).find(({ kind }) => kind === 'claim') as WrittenNote;
  expect(one).toMatchObject({ note: 'Who counted?', quote: said, title: null, report: null });
  await putNote({ on: { kind: 'kept', id: one.key }, note: 'The mayor.' });
  expect((await list()).find(({ kind }) => kind === 'claim')).toMatchObject({ note: 'The mayor.', quote: said });
});

test('what is changed by its id stays what it was on; what is emptied is listed no more', async () => {
  await noted();
  const of = async (wanted: WrittenNote['kind']) => (await list()).find(({ kind }) => kind === wanted);
  const passage = await of('passage');
  await putNote({ on: { kind: 'passage', id: passage?.key ?? '' }, note: 'A good start.' });
  expect(await of('passage')).toMatchObject({ note: 'A good start.', quote: passage?.quote });
  const claim = await of('claim');
  await putNote({ on: { kind: 'kept', id: claim?.key ?? '' }, note: '', tags: [] });
  expect(await of('claim')).toBeUndefined();
  await expect(putNote({ on: { kind: 'kept', id: 'claim:nothing' }, note: 'x' })).rejects.toMatchObject({
    code: 'missing',
  });
});

test('they leave as Markdown with their source, and as a table that runs no formula', async () => {
  await noted();
  const notes = (await list()).map((one) => (one.kind === 'report' ? { ...one, note: '=1+1' } : one));
  const now = new Date('2026-03-01T10:00:00Z');
  const markdown = writeNotes(notes, 'markdown', now);
  expect(markdown.name).toBe('claimbook-notes-2026-03-01.md');
  const text = await markdown.blob.text();
  expect(text).toContain(`> ${said}`);
  expect(text).toContain('Who counted?');
  expect(text).toContain(`](${article().url})`);
  const table = (await writeNotes(notes, 'csv', now).blob.text()).split('\r\n');
  expect(table[0]).toContain('quote,note,tags');
  expect(table).toHaveLength(notes.length + 2);
  expect(table.join('\n')).toContain("'=1+1");
});
