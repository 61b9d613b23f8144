import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/annotation';
import { keptMarks } from '../../../lib/highlight/kept';

const never = () => false;
const lead = 'The ferry ran aground near Skell Point on Monday with 86 passengers on board, the coast guard said.';
const second = 'A helicopter lifted 14 people from the deck before the wind grew too strong for it.';
const third = 'The company said that 1,200 people use the line every day, and that it will pay their fares back.';
const text = [lead, second, third].join('\n\n');
const claimOf = (words: string, id: string): Claim =>
  ({
    id,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    salience: 'major',
    about: null,
  }) as Claim;
const claims = ['86 passengers', '14 people', '1,200 people'].map((words, i) => claimOf(words, `c${i}`));
const saved = { text, annotation: { claims } };
const now = (page: string, found: Claim[] = []) => keptMarks(saved, page, found, never);

describe('the marks of a saved report on a later visit', () => {
  it('are found where the text went', () => {
    const page = `Updated at noon, with a word of the company.\n\n${second}\n\n${lead}\n\n${third}`;
    const { marks } = now(page);
    expect(marks.map(({ status }) => status)).toEqual(['found', 'found', 'found']);
    for (const { was, at } of marks) expect(page.slice(at?.start, at?.end)).toBe(was);
  });

  it('say which number changed: what it was and what it is', () => {
    const { marks } = now(text.replace('86 passengers', '91 passengers'));
    expect(marks[0]).toMatchObject({ status: 'changed', was: '86 passengers', now: '91 passengers' });
  });

  it('say what is not on the page any more', () => {
    const { marks } = now([lead, third].join('\n\n'));
    expect(marks[1]).toEqual({ status: 'missing', was: '14 people', at: null, now: null });
  });

  it('follow words that were put otherwise', () => {
    const { marks } = now(text.replace('14 people from the deck', '14 persons from the deck'));
    expect(marks[1]).toMatchObject({ status: 'moved', now: '14 persons' });
  });

  it('that the engine does not see any more are marked all the same, and no others', () => {
    const { returned } = now(text, [claims[0] as Claim]);
    expect(returned.map(({ start, end }) => text.slice(start, end))).toEqual(['14 people', '1,200 people']);
  });

  it('are not called missing when there was no time to look for them', () => {
    let looks = 0;
    const { marks } = keptMarks(saved, `${'other words '.repeat(3000)}`, [], () => ++looks > 2);
    expect(marks.map(({ status }) => status)).toContain('unsearched');
    expect(marks.map(({ status }) => status)).not.toContain('found');
  });

  it('are looked for in a long text without reading it letter by letter for each', () => {
    let looks = 0;
    const long = Array.from({ length: 3000 }, (_, i) => `Paragraph ${i} says nothing of note about the harbour.`).join(
      '\n\n',
    );
    const { marks } = keptMarks(saved, `${long}\n\n${text.replace('86', '91')}`, [], () => ++looks > 50);
    expect(marks.map(({ status }) => status)).toEqual(['changed', 'found', 'found']);
  });
});
