/** Dictionary forms of nouns and adjectives, for unit names: "soldiers" -> "soldier", "biggest" -> "big". */
import { nounLemma } from '../../../language/lemma';
import data from '../data/lemmas.json';

const nouns = new Map(Object.entries(data.nouns));
const adjectives = new Map(Object.entries(data.adjectives));

/** @param word lower case. @returns the singular; "people" for people and persons; the word itself where it is singular. */
export function lemmaOfNoun(word: string): string {
  const known = nouns.get(word);
  if (known !== undefined) return known;
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) return word.slice(0, hyphen + 1) + lemmaOfNoun(word.slice(hyphen + 1));
  return nounLemma(word);
}

/** @returns true for "soldiers", "people", "dead" and other forms that a number above one can count. */
export function isPluralNoun(word: string): boolean {
  if (invariant.has(word)) return true;
  const lemma = lemmaOfNoun(word);
  return lemma !== word || word.endsWith('men') || word.endsWith('people');
}

const invariant = new Set([
  'people',
  'police',
  'staff',
  'aircraft',
  'spacecraft',
  'personnel',
  'cattle',
  'sheep',
  'fish',
  'deer',
  'series',
  'species',
  'dead',
  'injured',
  'wounded',
  'missing',
  'hurt',
  'homeless',
  'crew',
  'youth',
  'salmon',
  'shrimp',
  'bison',
  'offspring',
  'data',
  'media',
  'headquarters',
  'barracks',
  'corps',
  'infantry',
  'cavalry',
]);

const vowel = /[aeiouy]/;

/** @param word lower case. @returns the positive form of a comparative or superlative in -er or -est; other words unchanged. */
export function lemmaOfAdjective(word: string, superlative: boolean): string {
  const known = adjectives.get(word);
  if (known !== undefined) return known;
  if (!superlative) return word;
  const stem = word.endsWith('est') ? word.slice(0, -3) : word.endsWith('er') ? word.slice(0, -2) : '';
  if (stem.length < 3 || !vowel.test(stem)) return word;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem;
}
