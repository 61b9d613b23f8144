/**
 * Character classes by UTF-16 code unit, looked up in one byte table. The classes of non-ASCII units are found with the
 * Unicode properties of the JavaScript engine on first sight, so that start-up pays for none of them.
 */

export const SPACE = 1;
export const NEWLINE = 2;
export const LOWER = 3;
export const UPPER = 4;
/** Letters without case (Arabic, Hebrew, Chinese ...). */
export const LETTER = 5;
/** Combining marks: part of the word they follow. */
export const MARK = 6;
export const DIGIT = 7;
/** ½, ², ①: numbers that are no digits. */
export const NUMERIC = 8;
export const PUNCTUATION = 9;
export const SYMBOL = 10;
/** Soft hyphen, zero-width joiners, direction marks: invisible inside a word, nothing between words. */
export const IGNORABLE = 11;
/** A surrogate, lone or not: see `classOfPair`. */
export const SURROGATE = 12;

const table = new Uint8Array(65536);

const slow: readonly (readonly [RegExp, number])[] = [
  [/^\p{Lu}$|^\p{Lt}$/u, UPPER],
  [/^\p{Ll}$/u, LOWER],
  [/^\p{L}$/u, LETTER],
  [/^\p{M}$/u, MARK],
  [/^\p{Nd}$/u, DIGIT],
  [/^\p{N}$/u, NUMERIC],
  [/^[\u2028\u2029]$/u, NEWLINE],
  [/^[\p{Z}\u200b\ufeff]$/u, SPACE],
  [/^\p{C}$/u, IGNORABLE],
  [/^\p{P}$/u, PUNCTUATION],
];

function classify(character: string): number {
  for (const [pattern, klass] of slow) if (pattern.test(character)) return klass;
  return SYMBOL;
}

for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[\n\v\f\r]/.test(character)) table[code] = NEWLINE;
  else if (/\s/.test(character)) table[code] = SPACE;
  else if (/[A-Z]/.test(character)) table[code] = UPPER;
  else if (/[a-z]/.test(character)) table[code] = LOWER;
  else if (/\d/.test(character)) table[code] = DIGIT;
  else if (code < 32 || code === 127) table[code] = IGNORABLE;
  else table[code] = /[$+<=>^`|~]/.test(character) ? SYMBOL : PUNCTUATION;
}

/** @param code UTF-16 code unit; NaN (past the end of a text) counts as white space. */
export function classOf(code: number): number {
  const known = table[code];
  if (known === undefined) return SPACE;
  if (known !== 0) return known;
  const klass = code >= 0xd800 && code <= 0xdfff ? SURROGATE : classify(String.fromCharCode(code));
  table[code] = klass;
  return klass;
}

/** Class of the character at `index` when a surrogate stands there: SYMBOL for a lone one. */
export function classOfPair(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  return point > 0xffff ? classify(String.fromCodePoint(point)) : SYMBOL;
}

export const isLetter = (klass: number): boolean => klass >= LOWER && klass <= LETTER;

/** ' ’ ‘ ʼ ` ′: what writers use for an apostrophe. */
export const isApostrophe = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x60 || code === 0x2032;

/** - ‐ ‑: hyphens inside compounds. Dashes are not among them. */
export const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;
