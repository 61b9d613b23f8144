import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../lib/language/sentences';
import { tokenize } from '../../../lib/language/tokenize';
import { createWordTable } from '../../../lib/language/words';

const words = createWordTable();
const cut = (text: string) => tokenize(text, words).map((token) => token.text);
const sentences = (text: string) => {
  const tokens = tokenize(text, words);
  return splitSentences(text, tokens).map(({ start, end }) => text.slice(start, end));
};

describe('tokens', () => {
  it.each([
    ['10,000-12,000 troops', '10,000 - 12,000 troops'],
    ['worth $1.5m or £2-3bn', 'worth $ 1.5 m or £ 2 - 3 bn'],
    ['US$5, A$7 and Rs500', 'US $ 5 , A $ 7 and Rs 500'],
    ['1,00,000 of them, 1½ days', '1,00,000 of them , 1 ½ days'],
    ["the 34-year-old's two-thirds", "the 34 - year - old 's two - thirds"],
    ['twenty-one well-known test-launches', 'twenty - one well-known test-launches'],
    ["She didn't, can't and they'll", "She did n't , ca n't and they 'll"],
    ["the states' plan, Maria’s", "the states ' plan , Maria ’s"],
    ["O'Brien of Côte d'Ivoire", "O'Brien of Côte d'Ivoire"],
    ['Oslo-based, anti-China, Ji-won', 'Oslo - based , anti - China , Ji - won'],
    ['F-16s and Covid-19 in the mid-1990s', 'F-16s and Covid-19 in the mid-1990s'],
    ['on the 11th at 10:30 or 7.10am', 'on the 11th at 10:30 or 7.10 am'],
    ['the U.S., J. K. Rowling, Jan. 5', 'the U.S. , J. K. Rowling , Jan. 5'],
    ['No. 5, but no. Really', 'No. 5 , but no . Really'],
    [
      'see https://a.example/x?y=1, a@b.example, @you and #tag',
      'see https://a.example/x?y=1 , a@b.example , @you and #tag',
    ],
    ['wait... R&amp;D -- 3/4', 'wait ... R &amp; D -- 3 / 4'],
  ])('%s', (text, expected) => {
    expect(cut(text).join(' ')).toBe(expected);
  });

  it('straightens quotes and dashes in the lower form', () => {
    expect(tokenize('Kim’s — “AID”', words).map((token) => token.lower)).toEqual(['kim', "'s", '—', '"', 'aid', '"']);
  });
});

describe('sentences', () => {
  it.each([
    ['He met Mr. Lee in the U.S. on Jan. 5. She left.', ['He met Mr. Lee in the U.S. on Jan. 5.', 'She left.']],
    ['They came from the U.S. The rest stayed.', ['They came from the U.S.', 'The rest stayed.']],
    ['“Go now!” he said. “Stay.” She stayed.', ['“Go now!” he said.', '“Stay.”', 'She stayed.']],
    ['A headline\n\nA first line.', ['A headline', 'A first line.']],
    ['It rose 2.5%. Then it fell', ['It rose 2.5%.', 'Then it fell']],
    ['The harbour index .HBX lost 2 points. It fell .', ['The harbour index .HBX lost 2 points.', 'It fell .']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('any string', () => {
  const pieces = fc.constantFrom(
    'Mr.',
    ' ',
    '\n',
    "'",
    '"',
    '’s',
    '10,000',
    '.',
    '-',
    'U.S.',
    '\ud83d\ude00',
    '\ud800',
    '\u200f',
    '&amp;',
    '(',
    'é',
  );
  const text = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' }), fc.string()), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('gives sorted tokens that cover every visible character, and sentences that hold each token once', () => {
    fc.assert(
      fc.property(text, (value) => {
        const tokens = tokenize(value, words);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).toBe(value.slice(token.start, token.end));
          expect(value.slice(end, token.start)).toMatch(/^[\s\p{Z}\p{C}]*$/u);
          end = token.end;
        }
        let next = 0;
        for (const sentence of splitSentences(value, tokens)) {
          expect(sentence.first).toBe(next);
          expect(sentence.last).toBeGreaterThan(next);
          expect(sentence.start).toBe(tokens[sentence.first]?.start);
          expect(sentence.end).toBe(tokens[sentence.last - 1]?.end);
          next = sentence.last;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });

  it.each(['1', '(', "a'", '") ', '-a', '1,', '\ud800', 'A.'])('takes a megabyte of %j', (unit) => {
    const long = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const tokens = tokenize(long, words);
    expect(splitSentences(long, tokens).at(-1)?.last).toBe(tokens.length);
  });
});
