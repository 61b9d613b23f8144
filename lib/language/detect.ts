/**
 * Which language a text is in. English is what the rest of the engine reads, and inputs can be as short as "75ml", so English needs
 * no proof: another language has to be clearly there. Franc (trigrams of the Universal Declaration of Human Rights) names it.
 */
import { francAll } from 'franc';
import languages from './lexicon/languages.json';

const codes: ReadonlyMap<string, string> = new Map(Object.entries(languages.codes));
const only = [...codes.keys()];

/** Function words of English that are no everyday words of its neighbours. */
const english = new Set(
  `the and of that is was were are be been with which this these those from have has had they their would will could should not by
  for as at it its his her he she you your we our who what when where there than then after before about into over said says but or
  if an on while during because between against other more most such through i my me them how out up all`
    .split(/\s+/)
    .filter(Boolean),
);

/** Function words of other languages in Latin script; those that are English words or parts of names often met in English are left out. */
const foreign = new Set(languages.function_words.flatMap((line) => line.split(' ')));

/** So much of a text is looked at: enough to be sure, little enough to cost nothing. */
const sampleLength = 3000;
/** Share of English function words among all words: running English has 0.35 to 0.5, other Latin-script languages below 0.1. */
const surelyEnglish = 0.18;
const hardlyEnglish = 0.08;
/** Lists of names have no English function words either: so many words, or so large a share of foreign function words, prove another language. */
const surelyForeign = 0.17;
const manyWords = 60;

const wordPattern = /[\p{L}\p{M}]+/gu;
const latin = /^[\p{Script=Latin}\p{M}]+$/u;

/** @returns BCP 47 tag of the language most of the text is in; "en" when the text does not say. */
export function detectLanguage(text: string): string {
  const sample = text.length > sampleLength ? text.slice(0, sampleLength) : text;
  let words = 0;
  let known = 0;
  let abroad = 0;
  let foreignLetters = 0;
  let letters = 0;
  for (const [word] of sample.replace(/https?:\/\/\S{1,300}/g, ' ').matchAll(wordPattern)) {
    words++;
    letters += word.length;
    const lower = word.toLowerCase();
    if (english.has(lower)) known++;
    else if (foreign.has(lower)) abroad++;
    else if (!latin.test(word)) foreignLetters += word.length;
  }
  if (letters === 0) return 'en';
  if (foreignLetters * 2 < letters) {
    const share = known / words;
    if (share >= surelyEnglish) return 'en';
    if ((abroad < 2 || abroad / words < surelyForeign) && (words < manyWords || share >= hardlyEnglish)) return 'en';
    const best = francAll(sample, { only, minLength: 1 })[0];
    if (!best || best[0] === 'und') return 'en';
    return codes.get(best[0]) ?? 'en';
  }
  const best = francAll(sample, { only, minLength: 1 })[0];
  return (best && codes.get(best[0])) ?? 'und';
}
