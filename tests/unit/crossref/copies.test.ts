import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCopiedSentence, printsOf, sharedPassages, shareOf } from '../../../lib/crossref/copies';

const agency =
  'VARNHOLM (Tidewire) — The ferry Corrievar ran aground near Skell Point on Monday with 86 passengers on board, the coast guard said. ' +
  'A helicopter lifted 14 people from the deck before the wind grew too strong. ' +
  'A lifeboat took off the others in the course of the afternoon, and nobody was hurt.';
const other =
  'The council of Dunmore voted on Tuesday to close three of its seven libraries from January, citing a shortfall of 2.4 million crowns. ' +
  'Readers protested outside the town hall while the members met behind closed doors until late in the evening.';

const shared = (a: string, b: string) => {
  const prints = new Set(printsOf(a));
  return printsOf(b).filter((print) => prints.has(print)).length;
};

describe('fingerprints', () => {
  it('are shared by a copy, whatever its case, accents, quotes and line breaks', () => {
    const copy = agency.toUpperCase().replace(/\. /g, '.\n\n').replace(/—/g, '-');
    expect(printsOf(copy)).toEqual(printsOf(agency));
  });

  it('are shared where one sentence of an agency stands in a text of another outlet', () => {
    const sentence = agency.slice(agency.indexOf('The ferry'), agency.indexOf(' A helicopter'));
    expect(shared(agency, `${other} ${sentence} ${other.slice(0, 90)}`)).toBeGreaterThan(0);
  });

  it('are not shared by texts on other things', () => {
    expect(shared(agency, other)).toBe(0);
  });

  it('are found for every run of 21 words in common, wherever it stands', () => {
    const words = fc.array(fc.constantFrom(...'a b c d e f g h i j k l m n o p'.split(' ')), { maxLength: 60 });
    const run = Array.from({ length: 21 }, (_, index) => `word${index}`);
    fc.assert(
      fc.property(words, words, words, words, (a, b, c, d) => {
        expect(shared([...a, ...run, ...b].join(' '), [...c, ...run, ...d].join(' '))).toBeGreaterThan(0);
      }),
    );
  });

  it('stay few for a long text and are none for an empty one', () => {
    expect(printsOf('')).toEqual([]);
    expect(printsOf(Array.from({ length: 50_000 }, (_, i) => `w${i % 9973}`).join(' ')).length).toBeLessThanOrEqual(
      1000,
    );
  });
});

describe('shared passages', () => {
  const inText = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

  it('are the whole text of a copy', () => {
    const passages = sharedPassages(agency, agency);
    expect(passages).toHaveLength(1);
    expect(shareOf(agency, passages)).toBe(1);
  });

  it('are named by where they stand in both texts', () => {
    const sentence = 'A helicopter lifted 14 people from the deck before the wind grew too strong.';
    const partial = `${other} ${sentence} ${other}`;
    const passages = sharedPassages(partial, agency);
    expect(passages.map(({ a }) => inText(partial, a))).toEqual([sentence.slice(0, -1)]);
    expect(passages.map(({ b }) => inText(agency, b))).toEqual([sentence.slice(0, -1)]);
    expect(shareOf(partial, passages)).toBeLessThan(0.4);
  });

  it('go on over small edits', () => {
    const edited = agency.replace('with 86 passengers on board', 'with some 90 passengers aboard');
    expect(sharedPassages(edited, agency)).toHaveLength(1);
  });

  it('are none for texts on other things, and for a few words in common', () => {
    expect(sharedPassages(agency, other)).toEqual([]);
    expect(sharedPassages('The coast guard said on Monday that all was well.', agency)).toEqual([]);
  });
});

describe('a sentence', () => {
  const sentence = 'At least 52 people were killed when the dam above Tavar gave way, the governor said on Sunday.';
  it.each([
    ['word by word', sentence, true],
    [
      'slightly edited',
      'At least 52 people were killed when the dam above the town of Tavar gave way, its governor said.',
      true,
    ],
    ['told anew', 'The governor of Tavar put the number of dead after the dam burst at 52 or more.', false],
    ['too short to tell', '52 people were killed.', false],
  ])('%s', (_, again, copied) => {
    expect(isCopiedSentence(sentence, again)).toBe(copied);
  });
});
