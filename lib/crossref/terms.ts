/** The words of a text as terms: comparable across inflections, accents and typography. */
import { stemmer } from 'stemmer';

const word = /\p{L}[\p{L}\p{M}’']*/gu;
const plain = /^[\0-\x7f]*$/;
const accents = /\p{M}/gu;
const possessive = /['’]s?$/u;
/** Longer "words" are no words; the stemmer need not see them. */
const longest = 40;

const stems = new Map<string, string>();
const stemsKept = 50_000;

/** Lower case, without accents and possessive ending. */
export function fold(text: string): string {
  // Most words have no accents to take off, and normalising is dear.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(accents, '').toLowerCase();
}

/** Stem by Porter's algorithm (1980) of a word already folded. Remembered: the same words come again and again. */
export function stem(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const found = stemmer(folded);
  if (stems.size >= stemsKept) stems.clear();
  stems.set(folded, found);
  return found;
}

/** All terms of `text` in their order, with repetitions. Hyphenated words are two terms. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [raw] of fold(text).matchAll(word)) {
    const folded = raw.replace(possessive, '').replaceAll(/['’]/gu, '');
    if (folded.length > 1 && folded.length <= longest) terms.push(stem(folded));
  }
  return terms;
}
