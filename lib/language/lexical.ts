/** What the taggers see of a word by itself: hashes of its form, its shape and its affixes, worked out once a word. */
import { hashText } from './tagger/hash';
import { newSlot, type Word } from './words';

export interface WordForm {
  lower: number;
  /** Case and character classes, runs shortened: "Xx", "XX", "X.X.", "d", "Xxd", "x-x". As a small integer hash. */
  shape: number;
  /** The same with runs up to four kept: "Xxxx", "XX", "dddd". */
  longShape: number;
  suffix1: number;
  suffix2: number;
  suffix3: number;
  suffix4: number;
  prefix2: number;
  prefix3: number;
  prefix4: number;
  /** First letter is a capital. */
  capital: boolean;
  /** Two or more letters, all capitals. */
  allCapitals: boolean;
  hasLetter: boolean;
}

const slot = newSlot();
const upper = /^\p{Lu}$/u;
const letter = /^\p{L}$/u;

function classOfUnit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return 120;
  if (code >= 65 && code <= 90) return 88;
  if (code >= 48 && code <= 57) return 100;
  if (code < 128) return code;
  const unit = text.charAt(at);
  return upper.test(unit) ? 88 : letter.test(unit) ? 120 : 46;
}

/** Words longer than this are judged by their first and last characters: hostile texts have words of a megabyte. */
const longest = 40;

function read(word: Word): WordForm {
  const text = word.text.length > longest ? word.text.slice(0, longest) : word.text;
  const { lower } = word;
  const size = lower.length;
  let shape = 7;
  let longShape = 11;
  let previous = 0;
  let run = 0;
  let capitals = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const klass = classOfUnit(text, at);
    if (klass === 88) capitals++;
    if (klass === 88 || klass === 120) letters++;
    run = klass === previous ? run + 1 : 1;
    if (run === 1) shape = Math.imul(shape, 31) + klass;
    if (run <= 4) longShape = Math.imul(longShape, 31) + klass;
    previous = klass;
  }
  return {
    lower: hashText(lower),
    shape,
    longShape,
    suffix1: hashText(lower, Math.max(0, size - 1), size),
    suffix2: hashText(lower, Math.max(0, size - 2), size),
    suffix3: hashText(lower, Math.max(0, size - 3), size),
    suffix4: hashText(lower, Math.max(0, size - 4), size),
    prefix2: hashText(lower, 0, Math.min(2, size)),
    prefix3: hashText(lower, 0, Math.min(3, size)),
    prefix4: hashText(lower, 0, Math.min(4, size)),
    capital: classOfUnit(text, 0) === 88,
    allCapitals: letters > 1 && capitals === letters,
    hasLetter: letters > 0,
  };
}

export function formOf(word: Word): WordForm {
  const known = word.cache[slot];
  if (known !== undefined) return known as WordForm;
  const form = read(word);
  word.cache[slot] = form;
  return form;
}
