import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';
import { claimsOf, shortOf } from './read';

const engine = loadEngine();

/** Pieces that texts with numbers are made of, and pieces that break readers. */
const piece = fc.oneof(
  fc.constantFrom(
    '$',
    '£',
    '€',
    '%',
    '(',
    ')',
    '-',
    '–',
    '—',
    '/',
    ',',
    '.',
    ':',
    ';',
    '"',
    "'",
    '½',
    '°',
    '+',
    '&',
    '#',
    '\n',
  ),
  fc.constantFrom(
    'about',
    'at least',
    'up to',
    'between',
    'and',
    'to',
    'or',
    'from',
    'of',
    'per',
    'a',
    'the',
    'more than',
    'another',
    'half',
    'minus',
  ),
  fc.constantFrom(
    'one',
    'two',
    'twenty',
    'hundred',
    'thousand',
    'million',
    'dozens',
    'tens',
    'third',
    'quarters',
    'several',
  ),
  fc.constantFrom(
    'soldiers',
    'people',
    'km',
    'm',
    'bn',
    'per cent',
    'years',
    'old',
    'degrees',
    'dollars',
    'points',
    'dead',
    'of them',
    'troops',
  ),
  fc.constantFrom(
    'rose',
    'fell',
    'killed',
    'was',
    'said',
    'sent',
    'Norway',
    'March',
    'Friday',
    'Article',
    'S&P',
    'who',
    'which',
    'Mr.',
  ),
  fc.constantFrom('\u200b', '\u202e', '\ud800', '&amp;', '😀', 'السلام', '\u00a0', '\ufeff'),
  fc.integer({ min: 0, max: 9_999_999 }).map(String),
  fc.integer({ min: 1000, max: 9_999_999 }).map((value) => value.toLocaleString('en-US')),
  fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => value.toFixed(1)),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(''));

describe('any text', () => {
  test('claims are sorted, valid, within sentences, and finite', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), (given) => {
        const { sentences } = readDocument(given, 'en', engine);
        let last = -1;
        for (const claim of claimsOf(given, '2024-05-15')) {
          expect(claim.start).toBeLessThan(claim.end);
          expect(claim.start).toBeGreaterThanOrEqual(last);
          last = claim.start;
          expect(sentences.some(({ start, end }) => start <= claim.start && claim.end <= end)).toBe(true);
          expect(Number.isFinite(claim.quantity.low)).toBe(true);
          expect(Number.isFinite(claim.quantity.high)).toBe(true);
          expect(given.slice(claim.start, claim.end)).toBe(given.slice(claim.start, claim.end).trim());
          if (claim.about !== null) expect(claim.about.start).toBeLessThan(claim.about.end);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('more white space between words changes no claim', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = claimsOf(pieces.join(' ')).map(shortOf);
        const twice = claimsOf(pieces.join('  ')).map(shortOf);
        expect(twice).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the text of a span is its value', () => {
  const hedges = fc.constantFrom('', 'about ', 'at least ', 'up to ', 'more than ', 'nearly ', 'another ');
  const nouns = fc.constantFrom(
    'soldiers',
    'houses',
    'people',
    'artillery shells',
    'km',
    'kilometres',
    'tonnes',
    '%',
    'per cent',
    'million euros',
    'years',
  );
  const numbers = fc.oneof(
    fc.integer({ min: 2, max: 1_000_000 }).map((value) => ({ value, written: value.toLocaleString('en-US') })),
    fc.integer({ min: 11, max: 9999 }).map((value) => ({ value: value / 10, written: (value / 10).toFixed(1) })),
  );
  test('alone as in its sentence', () => {
    fc.assert(
      fc.property(hedges, numbers, nouns, (hedge, { value, written }, noun) => {
        const sentence = `The north sent ${hedge}${written} ${noun} to the border.`;
        const [claim] = claimsOf(sentence);
        const factor = noun.startsWith('million') ? 1e6 : 1;
        expect(claim?.quantity.low).toBeCloseTo(value * factor, 5);
        const [alone] = claimsOf(sentence.slice(claim?.start, claim?.end));
        expect(alone?.quantity.low).toBe(claim?.quantity.low);
        expect(alone?.quantity.high).toBe(claim?.quantity.high);
        expect(alone?.unit.name).toBe(claim?.unit.name);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile texts are read without complaint', () => {
  const size = 1_000_000;
  test.each([
    ['digits', '7'.repeat(size)],
    ['brackets', '('.repeat(size)],
    ['numbers', '7 '.repeat(size / 2)],
    ['grouped numbers', '7,000,'.repeat(size / 6)],
    ['number words', 'one hundred thousand '.repeat(size / 20)],
    ['ranges', '3-'.repeat(size / 2)],
    ['hedges', 'at least about up to '.repeat(size / 20)],
    ['hyphens', 'a-'.repeat(size / 2)],
    ['currencies', 'US $'.repeat(size / 4)],
    ['relative clauses', '5 dogs which of the '.repeat(size / 20)],
  ])('1 MB of %s', (_name, hostile) => {
    expect(() => claimsOf(hostile, '2024-05-15')).not.toThrow();
  });
});
