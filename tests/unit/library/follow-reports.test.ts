import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteReports, editReport, restoreReports, saveReport, tagReports, wipeLibrary } from '../../../lib/library';
import { db } from '../../../lib/library/database';
import { type FollowedReports, followReports } from '../../../lib/library/follow-reports';
import { article, reading } from './samples';

let stop: () => void = () => {};
let heard: FollowedReports[] = [];
beforeEach(async () => {
  await wipeLibrary();
  heard = [];
});
afterEach(() => stop());

const follow = () => {
  stop = followReports(
    (now) => heard.push(now),
    (error) => {
      throw error;
    },
  );
};
const save = async (name: string) =>
  (await saveReport(article({ canonicalUrl: `https://herald.example/${name}`, title: name }), reading())).reportId;
const titles = () => heard.at(-1)?.reports.map(({ title }) => title);
const shows = (...wanted: string[]) =>
  vi.waitFor(() => {
    expect(heard.at(-1)?.all).toBe(true);
    expect(titles()).toEqual(wanted);
  });

test('all reports are told, the newest saved first, and each that comes, goes or comes back', async () => {
  const first = await save('one');
  await save('two');
  follow();
  await shows('two', 'one');
  await save('three');
  await shows('three', 'two', 'one');
  await deleteReports([first]);
  await shows('three', 'two');
  await restoreReports([first]);
  await shows('three', 'two', 'one');
});

test('a change of one report reads that one again and leaves the rest as they are', async () => {
  const id = await save('one');
  await save('two');
  follow();
  await shows('two', 'one');
  const kept = heard.at(-1)?.reports[0];
  await editReport(id, { note: 'Who says so?' });
  await vi.waitFor(() => expect(heard.at(-1)?.reports[1]?.note).toBe('Who says so?'));
  expect(heard.at(-1)?.reports[0]).toBe(kept);
});

test('what changes many reports at once, and what empties the library, is seen', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 55; n++) ids.push(await save(`report ${n}`));
  follow();
  await vi.waitFor(() => expect(heard.at(-1)?.reports).toHaveLength(55));
  await tagReports(ids, { add: ['flood'] });
  await vi.waitFor(() => expect(heard.at(-1)?.reports.every(({ tags }) => tags.includes('flood'))).toBe(true));
  await db.reports.clear();
  await shows();
});

test('the newest stand there before the rest is read', async () => {
  for (let n = 0; n < 45; n++) await save(`report ${n}`);
  follow();
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard.map(({ reports, all }) => [reports.length, all])).toEqual([
    [40, false],
    [45, true],
  ]);
  expect(titles()?.[0]).toBe('report 44');
});
