import { describe, expect, test } from 'vitest';
import { claimsOf } from './read';

describe('about: what the number describes', () => {
  test.each([
    // The subject of the clause.
    ['Swedish exports to Chile rose 4%.', 'Swedish exports Chile'],
    ['The mill on the river, which burned in May, employs 40 people.', 'mill river'],
    // The noun that a measure stands before.
    ['It is a 40 km pipeline.', 'pipeline'],
    // The complement, and whose it is.
    ['Norsk Salt sold 20% of its mines.', 'Norsk Salt mines'],
    // The noun that governs it.
    ['Critics called a grant of $3 million too small.', 'Critics grant'],
    // The noun before a bracket.
    ['The winner was Ole Lund (14.2 seconds).', 'Ole Lund'],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)[0]?.about?.text).toBe(expected);
  });
  test('a subject that does something to what is counted is told from what is counted', () => {
    const subjects = (text: string) => claimsOf(text).map(({ about }) => [about?.text, about?.subject ?? false]);
    expect(subjects('The sheriff arrested six men.')).toEqual([['sheriff', true]]);
    expect(subjects('Norsk Salt sold 20% of its mines.')).toEqual([['Norsk Salt mines', false]]);
    expect(subjects('Dealers last year sold 4,000 vans, up 4% from 2022.')).toEqual([
      ['Dealers', true],
      ['Dealers', true],
    ]);
  });
  test('a pronoun that stands for nothing before it describes nothing', () => {
    expect(claimsOf('They bought 40 cows.')[0]?.about).toBeNull();
  });
  test('offsets enclose the words', () => {
    const text = 'Last week Swedish exports rose 4%.';
    const about = claimsOf(text)[0]?.about;
    expect(text.slice(about?.start, about?.end)).toBe(about?.text);
  });
});

describe('role', () => {
  test.each([
    ['They sent another 300 nurses.', 'additional'],
    ['They will send two more ships.', 'additional'],
    ['They sent 300 nurses in all.', 'total'],
    ['The combined toll now stands at 460.', 'total'],
    ['A third of the crop rotted.', 'part'],
    ['Exports fell 9%.', 'change'],
    ['The mine earns $3 million a year.', 'rate'],
    ['They sent 300 nurses.', null],
    ['They will send up to another 300 nurses.', 'additional'],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)[0]?.role).toBe(expected);
  });
  test('what a later sentence adds to was a total', () => {
    const claims = claimsOf('The north lent its ally 900 nurses. It is now sending an additional 200 nurses.');
    expect(claims.map((claim) => claim.role)).toEqual(['total', 'additional']);
  });
  test('numbers after a colon are parts of the one before it', () => {
    const claims = claimsOf('The storm cost $90 million: $60 million in roads and $30 million in bridges.');
    expect(claims.map((claim) => claim.role)).toEqual(['total', 'part', 'part']);
  });
});

describe('time', () => {
  const day = '2024-05-15'; // a Wednesday
  test.each([
    ['The mine lost 40 jobs on Monday.', { text: 'Monday', from: '2024-05-13', to: '2024-05-13' }],
    ['The mine lost 40 jobs in March 2023.', { text: 'March 2023', from: '2023-03-01', to: '2023-03-31' }],
    ['The mine has lost 40 jobs since October.', { text: 'since October', from: '2023-10-01', to: day }],
    ['The mine lost 40 jobs last year.', { text: 'last year', from: '2023-01-01', to: '2023-12-31' }],
    ['The mine lost 40 jobs last week.', { text: 'last week', from: '2024-05-06', to: '2024-05-12' }],
    ['The mine lost 40 jobs last weekend.', { text: 'last weekend', from: '2024-05-11', to: '2024-05-12' }],
    ['The mine lost 40 jobs last quarter.', { text: 'last quarter', from: '2024-01-01', to: '2024-03-31' }],
    ['The mine previously lost 40 jobs.', { text: 'previously', from: null, to: day }],
    ['The mine lost 40 jobs two weeks ago.', { text: 'two weeks ago', from: '2024-05-01', to: '2024-05-01' }],
    // The number of a house is no year.
    ['Ann Lee, 34, of 1909 Oak Drive, was freed.', null],
    // What is to come.
    ['The mine will cut 40 jobs on Monday.', { text: 'Monday', from: '2024-05-20', to: '2024-05-20' }],
    ['The mine, which will close, cut 40 jobs on Monday.', { text: 'Monday', from: '2024-05-13', to: '2024-05-13' }],
    ['The mine plans to cut 40 jobs in March.', { text: 'March', from: '2025-03-01', to: '2025-03-31' }],
    ['Another 40 guests arrive next Wednesday.', { text: 'next Wednesday', from: '2024-05-22', to: '2024-05-22' }],
    // Parts of years, and back from the report's day.
    ['In the fourth quarter the mine lost 40 jobs.', { text: 'fourth quarter', from: '2023-10-01', to: '2023-12-31' }],
    [
      'The mine lost 40 jobs in the first half of 2022.',
      { text: 'first half of 2022', from: '2022-01-01', to: '2022-06-30' },
    ],
    ['The mine lost 40 jobs in the past year.', { text: 'past year', from: '2023-05-15', to: day }],
    ['In the second half the Wrens scored 40 points.', null],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence, day)[0]?.time ?? null).toEqual(expected);
  });
  test('without a date of publication only full dates are resolved', () => {
    expect(claimsOf('The mine lost 40 jobs on Monday.')[0]?.time).toEqual({ text: 'Monday', from: null, to: null });
    expect(claimsOf('The mine lost 40 jobs.')[0]?.time).toBeNull();
  });
});

describe('salience', () => {
  test.each([
    ['More than 3,000 nurses quit.', 'major'],
    ['Two people died.', 'major'],
    ['The two leaders met.', 'minor'],
    ['The 34-year-old quit.', 'minor'],
    ['The talks took three days.', 'minor'],
    ['Exports fell 9%.', 'major'],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)[0]?.salience).toBe(expected);
  });
});
