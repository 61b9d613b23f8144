import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { saveReport, tagReports, wipeLibrary } from '../../../lib/library';
import { listLibraryClaims, listUnits } from '../../../lib/library/claims-list';
import { article, reading } from './samples';

beforeEach(() => wipeLibrary());

/** One report with one claim each; more than one batch of them. */
async function save(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const text = `At least ${100 + n} people were evacuated, the mayor said.`;
    const { reportId } = await saveReport(
      article({ canonicalUrl: `https://herald.example/${n}`, title: `Report ${n}`, text }),
      reading(text),
    );
    ids.push(reportId);
  }
  return ids;
}

const titles = ({ claims }: Awaited<ReturnType<typeof listLibraryClaims>>) => claims.map(({ report }) => report.title);

test('the newest report’s claims come first, as many as asked for, and it says whether there are more', async () => {
  await save(14);
  const some = await listLibraryClaims({}, 12);
  expect(titles(some)).toEqual(Array.from({ length: 12 }, (_, n) => `Report ${13 - n}`));
  expect(some.more).toBe(true);
  const all = await listLibraryClaims({}, 14);
  expect([titles(all).length, all.more]).toEqual([14, false]);
});

test('what the filter asks of reports and of claims narrows them', async () => {
  const ids = await save(13);
  await tagReports([ids[2] ?? '', ids[7] ?? ''], { add: ['later'] });
  expect(titles(await listLibraryClaims({ tag: 'later' }, 10))).toEqual(['Report 7', 'Report 2']);
  expect(titles(await listLibraryClaims({ words: ['EVACUATED', '111'] }, 10))).toEqual(['Report 11']);
  expect(titles(await listLibraryClaims({ certainty: 'denied' }, 10))).toEqual([]);
  expect(await listUnits()).toEqual(['people']);
});

test('what a search found comes in the search’s order, only the claims it names', async () => {
  const ids = await save(3);
  const found = [
    { id: ids[0] ?? '', claims: ['c1'] },
    { id: ids[2] ?? '', claims: ['another'] },
    { id: ids[1] ?? '', claims: null },
    { id: 'gone', claims: null },
  ];
  const some = await listLibraryClaims({}, 10, (from, count) => found.slice(from, from + count));
  expect(titles(some)).toEqual(['Report 0', 'Report 1']);
});
