import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimCertainty } from '../../../lib/claims/statements/certainty';
import { claimAttribution } from '../../../lib/claims/statements/claim-source';
import { findAttributions } from '../../../lib/claims/statements/statements';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();

/** Pieces of news prose and of what breaks readers, strung together at random. */
const pieces = fc.constantFrom(
  'The minister said',
  'said',
  ' that ',
  '"',
  '\u201c',
  '\u201d',
  "'",
  ', according to officials',
  '. ',
  '\n\n',
  'may have lost 300 men',
  'denied',
  ': ',
  ' — ',
  '(',
  ')',
  '12,000',
  'Neither figure could be verified.',
  '\u200b',
  '\u202e',
  '\ud800',
  'é\u0301',
  '🙂',
  '&amp;',
  ' he added',
  ',',
  'OSLO',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
);

describe('on any text', () => {
  it('every span is a stretch of the text that is not empty, in the order of cues', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findAttributions(readDocument(text, 'en', engine), [], engine);
        let previous = -1;
        for (const { source, cue, content } of found) {
          for (const span of [source, cue, content]) {
            if (!span) continue;
            expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          expect(cue.start).toBeGreaterThan(previous);
          previous = cue.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a claim anywhere gets a certainty, and a source that is one of the statements', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(20), (text, at, length) => {
        const document = readDocument(text, 'en', engine);
        const statements = findAttributions(document, [], engine);
        const start = text.length ? at % text.length : 0;
        const claim = { start, end: Math.min(text.length, start + length) };
        const id = claimAttribution(document, claim, statements);
        const statement = statements.find((one) => one.id === id) ?? null;
        expect(id === null).toBe(statement === null);
        expect(['certain', 'probable', 'possible', 'denied', 'unknown']).toContain(
          claimCertainty(document, claim, statement, statements),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('the same text gives the same statements', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = () => findAttributions(readDocument(text, 'en', engine), [], engine);
        expect(read()).toEqual(read());
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['brackets', '('.repeat(200_000)],
    ['quotation marks', '"'.repeat(200_000)],
    ['one long sentence', 'he said that '.repeat(4_000)],
    ['digits', '1'.repeat(1_000_000)],
  ])('reads a long text of %s', (_, text) => {
    const document = readDocument(text, 'en', engine);
    expect(() => findAttributions(document, [], engine)).not.toThrow();
  });
});
