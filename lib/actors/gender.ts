/** Whether "he" or "she" can stand for a person, as the text and the given name tell it. For finding what a pronoun means, and nothing else. */
import type { Actor } from '../annotation';
import type { Document } from '../language/document';
import { FEMALE, type Gazetteer, genderOfName, MALE } from '../language/gazetteer';
import lexicon from './lexicon/gender.json';
import { familyFirst, fold } from './names';

const male = new Set(lexicon.male);
const female = new Set(lexicon.female);

const pronouns: ReadonlyMap<string, number> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, MALE] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, FEMALE] as const),
]);

/** MALE or FEMALE for a pronoun of the third person singular (lower case), else 0. */
export const genderOfPronoun = (lower: string): number => pronouns.get(lower) ?? 0;

const sign = (word: string): number => (male.has(word) ? MALE : 0) | (female.has(word) ? FEMALE : 0);

/** So many mentions are looked at for a title before them. */
const mentionsRead = 12;
const lastWord = /([\p{L}.]+)\s+$/u;

/** @returns MALE, FEMALE, both where the signs disagree, 0 where there are none. */
export function genderOf(actor: Actor, document: Document, gazetteer: Gazetteer): number {
  let told = 0;
  for (const { start } of actor.mentions.slice(0, mentionsRead)) {
    const before = lastWord.exec(document.text.slice(Math.max(0, start - 20), start))?.[1];
    if (before) told |= sign(before.toLowerCase());
  }
  for (const role of actor.roles) {
    // The head of "wife of the chairman" and of "chairman's wife"; of others the last word that says anything.
    const words =
      role
        .toLowerCase()
        .split(/ of | for | at | in /)[0]
        ?.split(/[^\p{L}]+/u) ?? [];
    told |= sign(words.at(-1) ?? '');
  }
  if (told !== 0) return told;
  const parts = fold(actor.name).split(' ');
  const given = parts[0] ?? '';
  // "Kim Jong Un": what stands first is the family's name.
  if (parts.length < 2 || familyFirst.has(given)) return 0;
  return genderOfName(gazetteer, given);
}
