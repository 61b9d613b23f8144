import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../../components/claim/segments';
import type { Annotation } from '../../../lib/annotation';
import { claim, spanOf } from '../library/samples';

const text = 'Kiln workers in Oster lost 40 jobs, the union said.\n\n\nNothing else happened.';
const annotation: Annotation = {
  language: 'en',
  sentences: [],
  actors: [
    { id: 'a1', name: 'Oster', kind: 'place', roles: [], mentions: [{ ...spanOf(text, 'Oster'), kind: 'place' }] },
  ],
  attributions: [
    {
      id: 's1',
      source: { ...spanOf(text, 'the union'), actors: [] },
      cue: spanOf(text, 'said'),
      content: spanOf(text, 'Kiln workers in Oster lost 40 jobs'),
    },
  ],
  claims: [claim(text, '40 jobs', { attribution: 's1' })],
};

describe('a saved text, cut where its marks begin and end', () => {
  test('paragraphs without the blank lines between them', () => {
    const paragraphs = paragraphsOf(text, annotation, null);
    expect(paragraphs.map(({ segments }) => segments.map((segment) => segment.text).join(''))).toEqual([
      'Kiln workers in Oster lost 40 jobs, the union said.',
      'Nothing else happened.',
    ]);
  });

  test('marks stand on their words', () => {
    const segments = paragraphsOf(text, annotation, null).flatMap((paragraph) => paragraph.segments);
    expect(segments.filter((segment) => segment.claim).map((segment) => segment.text)).toEqual(['40 jobs']);
    expect(segments.filter((segment) => segment.mention).map((segment) => segment.text)).toEqual(['Oster']);
    expect(segments.every((segment) => segment.statement === null)).toBe(true);
  });

  test('the chosen claim shows who said it, how and what', () => {
    const segments = paragraphsOf(text, annotation, 'c1').flatMap((paragraph) => paragraph.segments);
    const part = (name: string) =>
      segments
        .filter((segment) => segment.statement === name)
        .map((segment) => segment.text)
        .join('');
    expect([part('source'), part('cue'), part('content')]).toEqual([
      'the union',
      'said',
      'Kiln workers in Oster lost 40 jobs',
    ]);
  });

  test('whatever overlaps, no character is lost, doubled or moved', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(span), fc.array(span), (any, claims, mentions) => {
        const made: Annotation = {
          ...annotation,
          actors: [
            {
              id: 'a1',
              name: 'x',
              kind: 'place',
              roles: [],
              mentions: mentions.map((one) => ({ ...one, kind: 'place' as const })),
            },
          ],
          claims: claims.map((one, index) => ({ ...claim(text, '40 jobs'), ...one, id: `c${index}` })),
          attributions: [],
        };
        const found = paragraphsOf(any, made, null).map(({ start, segments }) => {
          const joined = segments.map((segment) => segment.text).join('');
          expect(any.slice(start, start + joined.length)).toBe(joined);
          return joined;
        });
        expect(found).toEqual(any.split('\n').filter((line) => line.trim()));
      }),
    );
  });
});
