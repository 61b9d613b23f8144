import { afterEach, describe, expect, test } from 'vitest';
import './words';
import type { Annotation, Claim } from '../../../lib/annotation';
import { aboutInWords, comparisonInWords, countedOfInWords, outletOf, sourceOf } from '../../../lib/ui-text/claim';
import { dayInWords, daysInWords } from '../../../lib/ui-text/dates';
import { speak } from '../../../lib/ui-text/language';
import { plural } from '../../../lib/ui-text/text';
import { wordsOf } from './words';

afterEach(() => speak(null));

const claim: Claim = {
  id: 'c1',
  start: 0,
  end: 0,
  quantity: { low: 10_000, high: 12_000, modifier: 'exact', trend: null },
  unit: { text: 'troops', name: 'troop', kind: 'count' },
  about: null,
  role: null,
  time: null,
  attribution: 's1',
  certainty: 'certain',
  salience: 'major',
};
const report = {
  id: 'r1',
  canonicalUrl: 'https://northernwire.example/1',
  url: 'https://www.northernwire.example/a',
  title: 'A',
  siteName: 'Northern Wire',
  publishedAt: '2025-05-03',
  savedAt: '2025-05-04T09:00:00Z',
};

describe('who said it', () => {
  const text = 'She said so. A senior\n official agreed.';
  const attribution = { id: 's1', cue: { start: 4, end: 8 }, content: { start: 9, end: 11 } };
  const annotation = (source: Annotation['attributions'][number]['source']): Annotation => ({
    language: 'en',
    sentences: [],
    actors: [{ id: 'a1', name: 'Mara Voss', kind: 'person', roles: [], mentions: [] }],
    attributions: [{ ...attribution, source }],
    claims: [],
  });

  test('a pronoun is told by its name', () => {
    expect(sourceOf(claim, annotation({ start: 0, end: 3, actors: ['a1'] }), text)).toEqual({
      kind: 'named',
      text: 'Mara Voss',
      actor: { id: 'a1', name: 'Mara Voss' },
    });
  });
  test('words stay as written, on one line', () => {
    expect(sourceOf(claim, annotation({ start: 13, end: 31, actors: [] }), text).text).toBe('A senior official');
  });
  test('no source named', () => {
    expect(sourceOf(claim, annotation(null), text)).toEqual({ kind: 'unnamed', text: 'an unnamed source' });
  });
  test('no statement at all: the report itself', () => {
    expect(sourceOf({ ...claim, attribution: null }, annotation(null), text).kind).toBe('report');
  });
});

describe('what a number is about', () => {
  const about = (sentence: string, words: string) => {
    const [first = '', ...rest] = words.split(' ');
    const start = sentence.indexOf(first);
    const last = rest.at(-1) ?? first;
    return aboutInWords({ text: words, start, end: sentence.indexOf(last, start) + last.length }, sentence);
  };
  test('is said with the small words the text joins it by', () => {
    expect(about('The growth of comparable sales fell to 3%.', 'growth comparable sales')).toBe(
      'growth of comparable sales',
    );
  });
  test('has dots where the text says more', () => {
    expect(about('He sits in jail in lieu of $70,000 bond.', 'lieu bond')).toBe('lieu … bond');
  });
  test('is left out of a list where it only says who acts beside a count', () => {
    const sentence = 'Police arrested six people and seized $9,000.';
    const acting = { text: 'Police', start: 0, end: 6, subject: true as const };
    const people = { text: 'people', name: 'person', kind: 'count' as const };
    expect(countedOfInWords({ about: acting, unit: people }, sentence)).toBeNull();
    expect(countedOfInWords({ about: acting, unit: { text: '$', name: 'dollar', kind: 'money' } }, sentence)).toBe(
      'Police',
    );
    expect(countedOfInWords({ about: { text: 'Police', start: 0, end: 6 }, unit: people }, sentence)).toBe('Police');
  });
  test('stays as it is where the text is not at hand', () => {
    expect(aboutInWords({ text: 'lieu bond', start: 40, end: 50 }, 'Another sentence.', 60)).toBe('lieu bond');
  });
});

describe('comparison', () => {
  test('says relation, number, outlet and day', () => {
    expect(comparisonInWords({ relation: 'higher', claim, report }).replaceAll('\u00a0', ' ')).toBe(
      'higher than 10,000–12,000 troops in Northern Wire, 3 May 2025',
    );
  });
  test.each([
    ['de', 'higher', 'höher als 10.000–12.000 troops in Northern Wire, 3. Mai 2025'],
    ['fr', 'part_of', 'compris dans 10 000–12 000 troops (Northern Wire, 3 mai 2025)'],
    ['uk', 'same', 'збігається з числом 10 000–12 000 troops (Northern Wire, 3 трав. 2025 р.)'],
    ['ko', 'higher', 'Northern Wire(2025년 5월 3일)의 10,000~12,000 troops 수치보다 커요'],
    ['ja', 'lower', 'Northern Wire（2025年5月3日）が伝えた10,000～12,000 troopsを下回る'],
  ] as const)('reads as a sentence in %s', async (language, relation, words) => {
    await speak(language, async () => wordsOf(language));
    expect(comparisonInWords({ relation, claim, report }).replace(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });
  test('an outlet without a name is told by its host, an address that is none by itself', () => {
    expect(outletOf({ siteName: null, url: report.url })).toBe('northernwire.example');
    expect(outletOf({ siteName: null, url: 'saved by hand' })).toBe('saved by hand');
  });
});

describe('days', () => {
  const now = new Date('2025-08-01T12:00:00');
  test.each([
    ['2025-05-03', '3 May'],
    ['2024-05-03', '3 May 2024'],
    ['2025-05-03T12:00:00', '3 May'],
    ['not a date', null],
    [null, null],
  ])('%s', (iso, words) => expect(dayInWords(iso, now)).toBe(words));
});

test('plurals follow the count', () => {
  expect([0, 1, 2, 1500].map((n) => plural('count.reports', n))).toEqual([
    '0 reports',
    '1 report',
    '2 reports',
    '1,500 reports',
  ]);
});

test.each([
  ['en', '2025-05-03', '2025-05-05', '3 May – 5 May'],
  ['en', '2025-05-03', '2025-05-03', '3 May'],
  ['en', null, '2025-05-03', '3 May'],
  ['de', '2024-05-03', null, '3. Mai 2024'],
  ['ja', '2025-05-03', '2025-05-05', '5月3日～5月5日'],
] as const)('a time in %s from %s to %s', async (language, from, to, words) => {
  if (language !== 'en') await speak(language, async () => wordsOf(language));
  expect(daysInWords(from, to, new Date('2025-08-01T12:00:00'))).toBe(words);
});
