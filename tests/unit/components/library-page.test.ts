import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './words';
import { changedNumbers } from '../../../components/claim/changed-numbers';
import { keepLatest } from '../../../entrypoints/library/notes/keep-latest';
import { parseRoute, routeTo } from '../../../entrypoints/library/route';

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
