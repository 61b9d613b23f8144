/** Numerals that writers set apart or glue to a currency's letter, which the tokenizer cuts: "35 000", "7,5 per cent", "N200 billion", "R2.5m". */
import type { Document, Token } from '../../language/document';
import currencies from './data/currencies.json';
import numbers from './data/numbers.json';
import { unitPhrase, unitSymbol } from './units/lexicon';

export interface WrittenNumeral {
  /** Letters of a currency before the digits, '' for none. */
  letters: string;
  /** Offsets of the digits in the text. */
  start: number;
  end: number;
  value: number;
  /** Index of the last token that is used up. */
  last: number;
}

const currencyLetters = new Set(currencies.letters);
const magnitudeWords = new Set([...Object.keys(numbers.magnitudes), ...Object.keys(numbers.abbreviations)]);
const lettered = /^[A-Z]\d/;
/** Could a word be a price with its currency's letter? */
export const opensWritten = (text: string): boolean => lettered.test(text) && currencyLetters.has(text.charAt(0));
const numeralAt = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const magnitudeAt = /\s?(?:million|billion|trillion|thousand|crore|lakh|mn|bn|tn|m|b|k)\b/iy;
/** What stands before a price. */
const paying =
  /^(?:paid|pay|pays|paying|cost|costs|costing|worth|earn|earns|earned|earning|spend|spent|spending|charged?|charges|fined?|for)$/;

/** "N200 billion", "K500,000", "paid R450": letters that are codes of roads and files elsewhere need a sign that money is meant. */
function afterLetter(document: Document, token: Token, index: number, last: number): WrittenNumeral | null {
  const letters = token.text.charAt(0);
  if (!opensWritten(token.text)) return null;
  const { text, tokens } = document;
  const start = token.start + 1;
  numeralAt.lastIndex = start;
  const numeral = numeralAt.exec(text)?.[0];
  if (numeral === undefined) return null;
  const end = start + numeral.length;
  magnitudeAt.lastIndex = end;
  const large = magnitudeAt.test(text);
  const after = text.charAt(end);
  if (!large && /[\p{L}\p{N}-]/u.test(after)) return null;
  const grouped = numeral.includes(',');
  const paid =
    /^\d{2,}$/.test(numeral) && paying.test(tokens[index - 1]?.lower ?? '') && tokens[index - 1]?.pos !== 'DET';
  if (!large && !grouped && !paid) return null;
  let used = index;
  while (used + 1 < last && (tokens[used + 1]?.start ?? Number.POSITIVE_INFINITY) < end) used++;
  // "R2.5m" is cut after its digits; a token that reaches beyond them cannot be shared out.
  if ((tokens[used]?.end ?? 0) > end) return null;
  return { letters, start, end, value: Number(numeral.replaceAll(',', '')), last: used };
}

const group = /^\d{3}$/;

/** "35 000 people", "1 250 000": groups of three with one space between, no other number beside them. */
function inGroups(document: Document, token: Token, index: number, last: number): WrittenNumeral | null {
  if (!/^[1-9]\d{0,2}$/.test(token.text)) return null;
  const { text, tokens } = document;
  let used = index;
  let digits = token.text;
  for (;;) {
    const next = tokens[used + 1];
    if (used + 1 >= last || next === undefined || !group.test(next.text)) break;
    if (next.start - (tokens[used]?.end ?? 0) !== 1 || /\n/.test(text.charAt(next.start - 1))) break;
    digits += next.text;
    used++;
  }
  if (used === index) return null;
  const after = used + 1 < last ? tokens[used + 1] : undefined;
  const before = tokens[index - 1];
  if (after?.kind === 'number' || before?.kind === 'number' || before?.kind === 'time') return null;
  if (after !== undefined && !after.spaceBefore && (after.lower === '-' || after.lower === ':')) return null;
  // "in 2023 100 people" is no such number, and a single group that is not round may be two numbers.
  const round = digits.endsWith('00');
  if (used === index + 1 && !round && after?.pos !== 'NOUN' && after?.pos !== 'ADJ') return null;
  return { letters: '', start: token.start, end: tokens[used]?.end ?? token.end, value: Number(digits), last: used };
}

/** "7,5 per cent", "32,2 million": a decimal comma shows by what follows it. */
function withComma(document: Document, token: Token, index: number, last: number): WrittenNumeral | null {
  const { tokens } = document;
  const comma = tokens[index + 1];
  const decimals = tokens[index + 2];
  const after = tokens[index + 3];
  if (index + 3 >= last || comma?.text !== ',' || comma.spaceBefore || decimals === undefined || after === undefined)
    return null;
  if (decimals.spaceBefore || !/^\d{1,2}$/.test(decimals.text) || !/^\d{1,3}$/.test(token.text)) return null;
  const measured =
    magnitudeWords.has(after.lower) ||
    unitSymbol(after.text) !== undefined ||
    unitPhrase((offset) => tokens[index + 3 + offset]?.lower) !== null;
  if (!measured) return null;
  return {
    letters: '',
    start: token.start,
    end: decimals.end,
    value: Number(`${token.text}.${decimals.text}`),
    last: index + 2,
  };
}

/** @param last end (exclusive) of the sentence in tokens. @returns what is written at the token, null where the tokens stand as they are. */
export function writtenAt(document: Document, index: number, last: number): WrittenNumeral | null {
  const token = document.tokens[index];
  if (token === undefined) return null;
  if (token.kind === 'number') return withComma(document, token, index, last) ?? inGroups(document, token, index, last);
  return token.kind === 'word' ? afterLetter(document, token, index, last) : null;
}
