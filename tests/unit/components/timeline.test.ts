import { describe, expect, test } from 'vitest';
import './words';
import { dayTicks, labelled, type Point, pointsOf, spread } from '../../../entrypoints/library/story/points';
import type { Report } from '../../../lib/library';
import { claim } from '../library/samples';

const day = (iso: string) => new Date(`${iso}T00:00:00`);
const point = (words: string, change: Partial<Point> = {}): Point => ({
  day: day('2025-05-02'),
  low: 1,
  high: 1,
  open: null,
  certainty: 'certain',
  again: false,
  words,
  label: words,
  href: '#',
  ...change,
});

describe('points of a time line', () => {
  const text = 'At least 40 people were evacuated.';
  const report = { id: 'r1', siteName: 'The Herald', url: 'https://h.example', publishedAt: '2025-05-02' } as Report;
  const told = (low: number | null, high: number | null, modifier: 'exact' | 'at_least' = 'exact') => ({
    report,
    row: {
      id: 'r1/c1',
      reportId: 'r1',
      claim: claim(text, '40 people', { quantity: { low, high, modifier, trend: null } }),
      sentence: text,
      sentenceStart: 0,
      source: 'the mayor',
      sourceActors: [],
      unit: 'people',
      reportedAt: '2025-05-02',
    },
  });

  test('a number that a report repeats is one point; another number is another', () => {
    expect(pointsOf([told(40, 40), told(40, 40), told(50, 50)]).map(({ low }) => low)).toEqual([40, 50]);
  });
  test('an open end points its way', () => {
    expect(pointsOf([told(40, null), told(null, 60), told(40, 40, 'at_least')]).map(({ open }) => open)).toEqual([
      'up',
      'down',
      'up',
    ]);
  });
  test('a point says number, outlet, day, source and certainty, and leads to its sentence', () => {
    const [found] = pointsOf([told(40, 40)]);
    expect(found?.label.split('\n')).toEqual(['40 people', 'The Herald, 2 May 2025', 'the mayor', 'stated as fact']);
    expect(found?.href).toBe('#/report/r1/c1');
  });
});

test('points of one moment do not hide each other', () => {
  const moved = spread([point('a'), point('b'), point('c', { day: day('2025-05-03') })], 86_400_000);
  expect(new Set(moved.map((one) => one.day.getTime())).size).toBe(3);
});

describe('labels', () => {
  const at = { a: 0, b: 4, c: 500 } as Record<string, number>;
  const place = ({ words }: Point) => ({ x: at[words] ?? 0, y: 0 });
  test('keep apart; the last comes before what stands in its way', () => {
    const shown = labelled([point('a'), point('c'), point('b')], place).map(({ words }) => words);
    expect(shown).toContain('b');
    expect(shown).toContain('c');
    expect(shown).not.toContain('a');
  });
});

describe('days on the axis', () => {
  const written = (from: string, to: string, most: number) =>
    dayTicks(day(from), day(to), most).map((tick) => tick.toLocaleDateString('en-CA'));
  test('each once', () =>
    expect(written('2025-05-01', '2025-05-03', 10)).toEqual(['2025-05-01', '2025-05-02', '2025-05-03']));
  test('at most so many', () => expect(written('2025-01-01', '2025-12-31', 6).length).toBeLessThanOrEqual(7));
  test('a single moment still has an axis', () =>
    expect(written('2025-05-01', '2025-05-01', 6)).toEqual(['2025-05-01']));
});
