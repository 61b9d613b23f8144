import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './words';
import { paragraphsOf } from '../../../components/claim/segments';
import { filterOf, noFilter, paramsOf } from '../../../entrypoints/library/list/filter';
import { readAmount, readNumber, writeNumber } from '../../../entrypoints/library/report/amount';
import { independent, sourcesOf, tellingsOf } from '../../../entrypoints/library/story/tellings';
import { actorKindSchema, certaintySchema } from '../../../lib/annotation';
import type { Report } from '../../../lib/library';
import type { StoryClaim } from '../../../lib/library/story';
import { claim, reading } from '../library/samples';

describe('filters in the address', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
  const filter = fc.record(
    {
      siteName: word,
      tag: word,
      actorKey: word,
      from: fc.constant('2025-01-01'),
      storyId: word,
      unit: word,
      min: fc.integer(),
      max: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      certainty: fc.constantFrom(...certaintySchema.options),
      source: word,
      sourceActor: word,
      actorKind: fc.constantFrom(...actorKindSchema.options),
    },
    { requiredKeys: [] },
  );
  test('a kept search leads back to what was searched', () => {
    fc.assert(
      fc.property(filter, (some) => {
        expect(filterOf(new URLSearchParams(paramsOf('', some)))).toEqual(some);
      }),
    );
  });
  test('what is no filter in an old or foreign link is passed over', () => {
    expect(filterOf(new URLSearchParams('min=many&certainty=sure&kind=thing&other=1&tag='))).toEqual({});
  });
  test('clearing takes every filter away', () => {
    const left = { ...paramsOf('x', { tag: 'a', min: 1, actorKind: 'person' }), ...noFilter };
    expect(Object.values(left).filter(Boolean)).toEqual([]);
  });
});

describe('a number typed by hand', () => {
  test.each([
    ['12,000', 12_000],
    ['12 000', 12_000],
    ["1'234'567", 1_234_567],
    ['1.5', 1.5],
    ['-3', -3],
    ['12,5', null],
    ['about 5', null],
    ['', null],
  ])('%s is read as %s', (typed, number) => expect(readNumber(typed)).toBe(number));

  test.each([
    ['12.000', 12_000],
    ['1.234.567,5', 1_234_567.5],
    ['12 000', 12_000],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['0,125', 0.125],
    ['1,2,3', null],
  ])('%s is read as %s where decimals begin with a comma', (typed, number) =>
    expect(readNumber(typed, ',')).toBe(number),
  );

  test.each([12_000, 1.5, 0.125, 2_312_456])('%s is read again as it is written', (value) =>
    expect(readNumber(writeNumber(value))).toBe(value),
  );

  const of = claim('At least 40 people left.', '40 people');
  test('a range is put in order, its unit kept when it was not changed', () => {
    expect(readAmount({ from: '60', to: '50', hedge: 'about', unit: 'people' }, of)).toEqual({
      quantity: { low: 50, high: 60, modifier: 'about', trend: null },
      unit: of.unit,
    });
  });
  test('another unit is what is counted now', () => {
    expect(readAmount({ from: '6', to: '', hedge: 'exact', unit: 'Boats' }, of)?.unit).toEqual({
      text: 'Boats',
      name: 'boats',
      kind: 'count',
    });
  });
});

describe('who told a number', () => {
  const told = (
    id: string,
    outlet: string,
    number: number,
    change: { source?: string; actors?: string[]; sentence?: string } = {},
  ): StoryClaim => {
    const text = `At least ${number} people left.`;
    return {
      report: { id, siteName: outlet, url: `https://${outlet}.example/${id}` } as Report,
      row: {
        id: `${id}/c1`,
        reportId: id,
        claim: claim(text, `${number} people`, {
          quantity: { low: number, high: number, modifier: 'exact', trend: null },
          attribution: change.source ? 's1' : null,
        }),
        sentence: change.sentence ?? `${id}: ${text}`,
        sentenceStart: 0,
        source: change.source ?? null,
        sourceActors: change.actors ?? [],
        unit: 'people',
        reportedAt: '2025-05-02',
      },
    };
  };

  test('two outlets that cite one person are one source', () => {
    const mayor = { source: 'Mara Vos', actors: ['p:mara vos'] };
    const tellings = tellingsOf([told('a', 'herald', 40, mayor), told('b', 'wire', 40, mayor)], new Map());
    expect(independent(tellings)).toBe(1);
    expect(tellings.map(({ again }) => again)).toEqual([false, true]);
  });
  test('another number from the same source is no repetition', () => {
    const mayor = { source: 'Mara Vos', actors: ['p:mara vos'] };
    const tellings = tellingsOf([told('a', 'herald', 40, mayor), told('b', 'wire', 52, mayor)], new Map());
    expect(tellings.map(({ again }) => again)).toEqual([false, false]);
  });
  test('a copy of a report is no second source', () => {
    const claims = [told('a', 'herald', 40), told('b', 'wire', 40)];
    expect(independent(tellingsOf(claims, new Map()))).toBe(2);
    expect(independent(tellingsOf(claims, new Map([['b', 'a']])))).toBe(1);
  });
  test('sources are listed with the named ones first and nobody last', () => {
    const claims = [
      told('a', 'herald', 40),
      told('a', 'herald', 41),
      told('b', 'wire', 40, { source: 'She' }),
      told('c', 'wire', 40, { source: 'The mayor' }),
      told('d', 'post', 40, { source: 'the mayor' }),
    ];
    expect(sourcesOf(claims, ({ row }) => row.source ?? 'itself').map(({ key, said }) => [key, said.length])).toEqual([
      ['as written:mayor', 2],
      ['outlet:herald', 2],
      ['unnamed', 1],
    ]);
  });
});

test('passages with a note are marked in the text, across claims and names', () => {
  const text = 'At least 40 people were evacuated, the mayor said.';
  const note = { start: 3, end: 18, note: 'who counted?' };
  const [paragraph] = paragraphsOf(text, reading(text).annotation, null, [note]);
  const noted = paragraph?.segments.filter((segment) => segment.note !== null).map((segment) => segment.text);
  expect(noted?.join('')).toBe(text.slice(3, 18));
  expect(paragraph?.segments.map((segment) => segment.text).join('')).toBe(text);
});
