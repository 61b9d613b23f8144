import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../lib/annotation';
import { wholeNames } from '../../../lib/highlight/whole-names';

const text = 'The Bank of Norvik raised its rate. Norvik exports fell, the bank said. Norvik Airways lost money.';
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const annotation: Annotation = {
  language: 'en',
  sentences: [],
  attributions: [],
  claims: [],
  actors: [
    {
      id: 'a1',
      name: 'Bank of Norvik',
      kind: 'organization',
      roles: [],
      mentions: [{ ...at('Bank of'), kind: 'organization' }],
    },
    {
      id: 'a2',
      name: 'Norvik',
      kind: 'place',
      roles: [],
      mentions: [at('Norvik'), at('Norvik', 30), at('Norvik', 70)].map((span) => ({ ...span, kind: 'place' as const })),
    },
    {
      id: 'a3',
      name: 'Norvik Airways',
      kind: 'organization',
      roles: [],
      mentions: [{ ...at('Airways'), kind: 'organization' }],
    },
  ],
};
const shown = (one: Annotation) =>
  one.actors.map(({ name, mentions }) => [name, mentions.map(({ start, end }) => text.slice(start, end))]);

describe('names in pieces', () => {
  test('are shown whole, and what stands inside them is not shown again', () => {
    expect(shown(wholeNames(text, annotation))).toEqual([
      ['Bank of Norvik', ['Bank of Norvik']],
      ['Norvik', ['Norvik']],
      ['Norvik Airways', ['Norvik Airways']],
    ]);
    expect(wholeNames(text, annotation).actors[1]?.mentions[0]?.start).toBe(text.indexOf('Norvik exports'));
  });
  test('whole names and short forms stay as they are', () => {
    const [, place] = annotation.actors;
    const plain = { ...annotation, actors: place ? [place] : [] };
    expect(wholeNames(text, plain)).toBe(plain);
  });
});
