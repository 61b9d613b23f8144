import { describe, expect, it } from 'vitest';
import type { Annotation, Claim } from '../../../lib/annotation';
import { marksAt, marksOf, step } from '../../../lib/highlight/marks';

const claim = (id: string, start: number, end: number, salience: Claim['salience'] = 'major') =>
  ({ id, start, end, salience }) as Claim;
const annotation = {
  claims: [claim('c1', 40, 60), claim('c2', 10, 20, 'minor')],
  actors: [
    {
      id: 'a1',
      mentions: [
        { start: 0, end: 5 },
        { start: 45, end: 50 },
      ],
    },
  ],
} as unknown as Annotation;

describe('what is marked', () => {
  it.each([
    ['claims', ['c1']],
    ['claims-and-actors', ['a1', 'c1', 'a1']],
    ['everything', ['a1', 'c2', 'c1', 'a1']],
  ] as const)('%s', (density, ids) => expect(marksOf(annotation, density).map(({ id }) => id)).toEqual(ids));
});

describe('a passage the person keeps', () => {
  const kept = [{ id: 'k1', start: 35, end: 90, note: '' }];
  it('is marked whatever else is', () =>
    expect(marksOf(annotation, 'claims', undefined, kept).map(({ id }) => id)).toEqual(['k1', 'c1']));
  it.each([
    [47, 'c1'],
    [80, 'k1'],
  ])('lies behind the marks in it: offset %i -> %s', (offset, id) =>
    expect(marksAt(marksOf(annotation, 'everything', undefined, kept), offset)[0]?.id).toBe(id),
  );
});

describe('which mark a place means', () => {
  const marks = marksOf(annotation, 'everything');
  it.each([
    [47, 'c1'],
    [60, 'c1'],
    [3, 'a1'],
    [30, undefined],
  ])('offset %i -> %s', (offset, id) => expect(marksAt(marks, offset)[0]?.id).toBe(id));
});

describe('walking', () => {
  const marks = marksOf(annotation, 'everything');
  it.each([
    ['next', { offset: 30 }, 2],
    ['previous', { offset: 30 }, 1],
    ['next', { offset: 99 }, 0],
    ['previous', { offset: 0 }, 3],
    ['next', { index: 3 }, 0],
    ['previous', { index: 0 }, 3],
    ['next', { index: 0 }, 1],
  ] as const)('%s from %j', (direction, from, index) => expect(step(marks, direction, from)).toBe(index));
  it('goes nowhere without marks', () => expect(step([], 'next', { offset: 0 })).toBe(-1));
});
