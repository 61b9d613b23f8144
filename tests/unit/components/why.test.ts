import { describe, expect, it } from 'vitest';
import './words';
import type { Counted } from '../../../lib/crossref/counted';
import lexicon from '../../../lib/crossref/lexicon.json';
import { type Because, inEnglish } from '../../../lib/crossref/why';
import { countedInWords, whyInWords } from '../../../lib/ui-text/why';

const because = (change: Partial<Because>): Because => ({
  kind: 'count',
  noun: 'buildings',
  concept: null,
  joined: false,
  owner: null,
  places: [],
  ...change,
});

describe('why two numbers are compared', () => {
  it.each(lexicon.concepts.map(({ name }) => name))('has words for "%s"', (concept) => {
    const reason = because({ concept });
    expect(whyInWords({ because: reason, relation: 'same' })).toBe(inEnglish(reason, 'same'));
  });

  it.each<[string, Partial<Because>, 'same' | 'adds' | 'part_of', string]>([
    [
      'things and what befell them',
      { concept: 'destroyed', joined: true, places: ['Lapland'] },
      'same',
      'both count buildings destroyed in Lapland',
    ],
    ['an increment', { noun: 'troops' }, 'adds', 'both count troops; the later number comes on top'],
    [
      'whose sum it is',
      { kind: 'give', noun: null, concept: 'profit', owner: 'Orlanda' },
      'same',
      'both give profits of Orlanda',
    ],
    ['a part', { kind: 'part', noun: null, concept: 'dead' }, 'part_of', 'a part of deaths, which both reports give'],
    ['nothing named', { noun: null }, 'same', 'both count the same thing'],
  ])('says %s', (_, change, relation, words) => {
    expect(whyInWords({ because: because(change), relation })).toBe(words);
    expect(inEnglish(because(change), relation)).toBe(words);
  });
});

describe('what the numbers of a row count', () => {
  const counted = (change: Partial<Counted>): Counted => ({
    noun: null,
    concept: null,
    joined: false,
    owner: null,
    places: [],
    side: null,
    ...change,
  });
  it.each<[string, Partial<Counted>, string, string | null]>([
    ['people and where', { concept: 'dead', places: ['Syria'] }, 'Deaths in Syria', null],
    ['who they were', { concept: 'dead', noun: 'soldiers', side: 'rebel side' }, 'Deaths', 'soldiers · rebel side'],
    ['things', { noun: 'buildings', concept: 'destroyed', joined: true }, 'Buildings destroyed', null],
    ['whose sum', { concept: 'assets', owner: 'Norrline' }, 'Assets of Norrline', null],
    ['the noun alone', { noun: 'troops' }, 'Troops', null],
  ])('%s', (_, change, title, more) => {
    expect(countedInWords(counted(change))).toEqual({ title, more });
  });
  it.each(lexicon.sides.map(({ name }) => name))('has words for the %s', (side) => {
    expect(countedInWords(counted({ noun: 'troops', concept: 'dead', side })).more).toBe(`troops · ${side}`);
  });
});
