/** The words that say how sure a text is, by class, as the rules of certainty look them up. */
import type { Certainty } from '../../annotation';
import lexicon from './lexicon/certainty.json';
import { stemOf } from './stem';

const table = (classes: Record<string, string[]>, key: (word: string) => string): ReadonlyMap<string, Certainty> =>
  new Map(
    Object.entries(classes).flatMap(([certainty, words]) =>
      words.map((word) => [key(word), certainty as Certainty] as const),
    ),
  );
const same = (word: string): string => word;
export const verbs = table(lexicon.verbs, stemOf);
export const clausalVerbs = table(lexicon.verbs_before_clauses, stemOf);
export const nouns = table(lexicon.nouns, stemOf);
export const modals = table(lexicon.modals, same);
export const adverbs = table(lexicon.adverbs, same);
export const adjectives = table(lexicon.adjectives, same);
export const verification = {
  verbs: new Set(lexicon.verification.verbs.map(stemOf)),
  nouns: new Set(lexicon.verification.negative_nouns),
  adjectives: new Set(lexicon.verification.negative_adjectives),
  about: new Set(lexicon.verification.about.map(stemOf)),
  several: new Set(lexicon.verification.several),
};
export const falsity = new Set(lexicon.falsity);
/** Adverbs that open a clause. */
export const openers = new Set(['where', 'when', 'how', 'why']);
export const negations = new Set([
  'not',
  "n't",
  'never',
  'no',
  'neither',
  'nor',
  'cannot',
  'without',
  'nobody',
  'none',
]);
