/** Acronyms and the names they stand for. */
import organizations from './lexicon/organizations.json';
import { fold } from './names';

/** Words that say what sort of body it is and add nothing to its name. */
export const genericWords: ReadonlySet<string> = new Set(organizations.generic);

export const words = (folded: string): string[] => folded.split(' ').filter(Boolean);

/** Words of a name that its acronym may leave out. */
export const small = new Set([
  'of',
  'and',
  'the',
  'for',
  'in',
  'on',
  'to',
  'de',
  'la',
  'del',
  'des',
  'du',
  'et',
  '&',
  'y',
  'e',
  'a',
  'an',
  's',
]);

/** Could `short` ("KCNA", "U.N.") be made of the first letters of `long`? Small words count or not, hyphenated parts too. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}\p{N}&]/gu, '').toLowerCase();
  if (
    letters.length < 2 ||
    letters.length > 8 ||
    !/^[^a-z]*[A-Z][^a-z]*$|^[A-Z]+[a-z]?[A-Z]+s?$/.test(short.replace(/\s/g, ''))
  )
    return false;
  const parts = words(fold(long));
  if (parts.length < 2) return false;
  const all = parts.map((part) => part[0] ?? '').join('');
  const main = parts
    .filter((part) => !small.has(part))
    .map((part) => part[0] ?? '')
    .join('');
  return (
    letters === main ||
    letters === all ||
    (letters.length > 2 &&
      main.startsWith(letters) &&
      main.length === letters.length + 1 &&
      genericWords.has(parts.at(-1) ?? ''))
  );
}
