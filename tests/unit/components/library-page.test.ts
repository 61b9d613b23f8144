import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './words';
import { changedNumbers } from '../../../components/claim/changed-numbers';
import { keepLatest } from '../../../entrypoints/library/report/keep-latest';
import { createSearchIndex } from '../../../entrypoints/library/reports/search-index';
import { parseRoute, routeTo } from '../../../entrypoints/library/route';
import type { Report } from '../../../lib/library';

function report(id: string, change: Partial<Report> = {}): Report {
  return {
    id,
    canonicalUrl: `https://herald.example/${id}`,
    url: `https://herald.example/${id}`,
    title: id,
    byline: null,
    siteName: 'The Herald',
    publishedAt: '2025-05-02',
    modifiedAt: null,
    language: 'en',
    firstSavedAt: '2025-05-02T10:00:00.000Z',
    savedAt: '2025-05-02T10:00:00.000Z',
    changedAt: '2025-05-02T10:00:00.000Z',
    version: 1,
    textHash: '',
    note: '',
    tags: [],
    lead: '',
    claimCount: 0,
    actorKeys: [],
    storyId: null,
    storyByHand: false,
    ...change,
  };
}

describe('search', () => {
  const never = new AbortController().signal;
  const sentences = new Map([['levee', ['At least 12,000 people were evacuated.']]]);
  const filled = async (...reports: Report[]) => {
    const index = createSearchIndex(async () => sentences);
    await index.update(reports, never);
    return index;
  };
  const levee = report('levee', {
    title: 'Levee at Ostráva gives way',
    note: 'ask the engineer',
    tags: ['flood'],
    actorKeys: ['p:mara vos'],
  });
  const other = report('other', { title: 'Council elections' });

  test.each([
    ['the beginning of a word', 'eva'],
    ['a number as written', '12,000'],
    ['a number without its grouping', '12000'],
    ['without its accent', 'ostrava'],
    ['a typing error', 'engineeer'],
    ['a tag', 'flood'],
    ['a name', 'mara'],
    ['several words, all there', 'levee evacuated'],
  ])('finds %s', async (_, query) => {
    expect((await filled(levee, other)).search(query)).toEqual(['levee']);
  });

  test('a number is not found by a part of it', async () => {
    expect((await filled(levee, other)).search('000')).toEqual([]);
  });

  test('finds nothing where one of the words is missing', async () => {
    expect((await filled(levee, other)).search('levee elections')).toEqual([]);
  });

  test('follows the library: changed, gone, back', async () => {
    const index = await filled(levee, other);
    await index.update([{ ...levee, note: 'settled', changedAt: '2025-05-03T10:00:00.000Z' }, other], never);
    expect([index.search('engineer'), index.search('settled')]).toEqual([[], ['levee']]);
    await index.update([other], never);
    expect(index.search('levee')).toEqual([]);
    await index.update([levee, other], never);
    expect(index.search('levee')).toEqual(['levee']);
  });

  test('reads only what is new or changed', async () => {
    const read: string[][] = [];
    const index = createSearchIndex(async (ids) => {
      read.push([...ids]);
      return new Map();
    });
    await index.update([levee, other], never);
    await index.update([levee, other, report('third')], never);
    expect(read).toEqual([['levee', 'other'], ['third']]);
  });
});

describe('addresses in the page', () => {
  test('lead back to what they were made of', () => {
    const part = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && text !== '.' && text !== '..');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), part),
        (path, params) => {
          const route = parseRoute(routeTo(path, params));
          expect(route.path).toEqual(path);
          expect(Object.fromEntries(route.params)).toEqual({ ...params });
        },
      ),
    );
  });
  test('an empty or broken one leads somewhere', () => {
    expect(parseRoute('').path).toEqual(['reports']);
    expect(parseRoute('#/report/%E0%A4%A').path).toEqual(['report', '%E0%A4%A']);
  });
  test('empty filters are left out', () => {
    expect(routeTo(['reports'], { q: '', tag: 'a b' })).toBe('#/reports?tag=a+b');
  });
});

describe('a note that is being typed', () => {
  test('is written one state at a time, the newest last, none after it', async () => {
    const written: string[] = [];
    const finish: (() => void)[] = [];
    const settled: boolean[] = [];
    const keep = keepLatest(
      (value: string) => {
        written.push(value);
        return new Promise<void>((resolve) => finish.push(resolve));
      },
      ({ pending }) => settled.push(pending),
    );
    for (const value of ['a', 'ab', 'abc']) keep(value);
    expect(written).toEqual(['a']);
    finish[0]?.();
    await Promise.resolve().then(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(written).toEqual(['a', 'abc']);
    finish[1]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(settled).toEqual([true, false]);
  });

  test('goes on after a write that failed, and says so', async () => {
    const errors: unknown[] = [];
    const keep = keepLatest(
      async (value: string) => {
        if (value === 'bad') throw new Error('full');
      },
      ({ error }) => errors.push(error),
    );
    keep('bad');
    await new Promise((resolve) => setImmediate(resolve));
    keep('good');
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toEqual([new Error('full'), null]);
  });
});

test('two versions are compared number by number, a repeated one once for each time', () => {
  expect(changedNumbers(['12 dead', '40 people', '40 people'], ['14 dead', '40 people'])).toEqual({
    added: ['14 dead'],
    gone: ['12 dead', '40 people'],
  });
});
