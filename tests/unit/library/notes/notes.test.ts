import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  deleteReports,
  forgetSearch,
  getReport,
  listSavedSearches,
  listTags,
  restoreReports,
  saveReport,
  saveSearch,
  tagReports,
  wipeLibrary,
} from '../../../../lib/library';
import { db } from '../../../../lib/library/database';
import { getNote, listClaimNotes, listNotes, listNoteTags, putNote } from '../../../../lib/library/notes/notes';
import { article, reading, spanOf } from '../samples';

beforeEach(() => wipeLibrary());

describe('notes on a claim', () => {
  const span = spanOf(article().text, 'At least 40 people');
  const saved = async () => (await saveReport(article(), reading())).reportId;
  const notesOf = async (reportId: string) =>
    (await listClaimNotes(reportId)).map(({ note, place }) => [note.note, note.tags, place?.start ?? null]);

  test('each key stroke goes to one note, tags beside it stay', async () => {
    const reportId = await saved();
    await putNote({ on: { kind: 'claim', reportId, span }, tags: ['#flood', 'flood '] });
    await putNote({ on: { kind: 'claim', reportId, span }, note: 'W' });
    await putNote({ on: { kind: 'claim', reportId, span }, note: 'Who counted?' });
    expect(await notesOf(reportId)).toEqual([['Who counted?', ['flood'], 0]]);
    expect(await listNoteTags()).toEqual(['flood']);
  });

  test('stays on its passage in a new version of the text, and is edited there', async () => {
    const reportId = await saved();
    await putNote({ on: { kind: 'claim', reportId, span }, note: 'Who counted?' });
    const text = `Rain fell all night. ${article().text}`;
    await saveReport(article({ text }), reading(text));
    const moved = spanOf(text, 'At least 40 people');
    expect(await notesOf(reportId)).toEqual([['Who counted?', [], moved.start]]);
    await putNote({ on: { kind: 'claim', reportId, span: moved }, note: 'The mayor did.' });
    expect(await notesOf(reportId)).toEqual([['The mayor did.', [], moved.start]]);
  });

  test('is kept, and said to have no place, when the passage has gone', async () => {
    const reportId = await saved();
    await putNote({ on: { kind: 'claim', reportId, span }, note: 'Who counted?' });
    await saveReport(article({ text: 'The story was withdrawn.' }), reading('The story was withdrawn.'));
    expect(await notesOf(reportId)).toEqual([['Who counted?', [], null]]);
  });

  test('goes into the bin with its report and comes back with it', async () => {
    const reportId = await saved();
    await putNote({ on: { kind: 'claim', reportId, span }, note: 'Who counted?' });
    await deleteReports([reportId]);
    await expect(putNote({ on: { kind: 'claim', reportId, span }, note: 'x' })).rejects.toThrow(/bin/);
    await restoreReports([reportId]);
    expect(await notesOf(reportId)).toEqual([['Who counted?', [], 0]]);
  });

  test('an emptied one is listed nowhere, but its row says when: a backup must not bring it back', async () => {
    const reportId = await saved();
    await putNote({ on: { kind: 'claim', reportId, span }, note: 'Who counted?' });
    await putNote({ on: { kind: 'claim', reportId, span }, note: '' });
    expect(await notesOf(reportId)).toEqual([]);
    expect(await listNotes('claim')).toEqual(new Map());
    expect(await db.notes.count()).toBe(1);
  });
});

test('actors and stories have one note each, found by what they are on', async () => {
  await putNote({ on: { kind: 'actor', key: 'p:mara vos' }, note: 'Speaks for the town' });
  await putNote({ on: { kind: 'story', storyId: 's1' }, tags: ['later'] });
  expect((await getNote('actor', 'p:mara vos'))?.note).toBe('Speaks for the town');
  expect((await listNotes('story')).get('s1')?.[0]?.tags).toEqual(['later']);
  expect(await getNote('actor', 'p:nobody')).toBeNull();
});

test('many reports are tagged at once; undo knows which of them changed', async () => {
  const first = (await saveReport(article(), reading())).reportId;
  const second = (await saveReport(article({ canonicalUrl: 'https://wire.example/x' }), reading())).reportId;
  await tagReports([second], { add: ['flood'] });
  const changed = await tagReports([first, second, 'gone'], { add: ['#flood'] });
  expect(changed).toEqual([first]);
  await tagReports(changed, { remove: ['flood'] });
  expect([(await getReport(first))?.report.tags, (await getReport(second))?.report.tags]).toEqual([[], ['flood']]);
  expect(await listTags()).toEqual(['flood']);
});

test('a search is kept by name in its list; the same name replaces it', async () => {
  await saveSearch({ view: 'claims', name: 'Trains', query: 'trains', filter: {} });
  const id = await saveSearch({ view: 'claims', name: 'Trains', query: 'trains', filter: { min: 100 } });
  await saveSearch({ view: 'reports', name: 'Trains', query: 'trains', filter: {} });
  expect((await listSavedSearches('claims')).map(({ name, filter }) => [name, filter])).toEqual([
    ['Trains', { min: 100 }],
  ]);
  await forgetSearch(id);
  expect(await listSavedSearches('claims')).toEqual([]);
  expect(await listSavedSearches('reports')).toHaveLength(1);
});
