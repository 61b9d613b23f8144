/** Words of a text as search knows them, and of a query. */
import { fold } from '../../crossref/terms';

/** Digits with their separators are one word; letters go on over marks and apostrophes do not join. */
const wordOrNumber = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;
/** Scripts written without spaces, or with endings glued on: found by every two neighbouring characters. */
const pairs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
/** Longer "words" are addresses and noise. */
const longest = 40;

/** "12,000", "12 000" and "12000" are one number; "1,5" stays what it is. */
function ungrouped(text: string): string {
  return text.replace(/(\d)[,'’\u00a0\u202f](?=\d{3}(?!\d))/g, '$1');
}

function* pairsOf(run: string, last: boolean): Generator<string> {
  const characters = [...run];
  for (let i = 0; i + 1 < characters.length; i++) yield `${characters[i]}${characters[i + 1]}`;
  if (last || characters.length === 1) yield characters.at(-1) as string;
}

function* split(text: string, last: boolean): Generator<string> {
  for (const [raw] of ungrouped(text.normalize('NFC')).matchAll(wordOrNumber)) {
    // The longest words first: most have no such script in them.
    if (raw.charCodeAt(0) < 0x1100) {
      if (raw.length <= longest) yield fold(raw);
      continue;
    }
    let at = 0;
    for (const match of raw.matchAll(pairs)) {
      if (match.index > at) yield fold(raw.slice(at, match.index));
      yield* pairsOf(match[0], last);
      at = match.index + match[0].length;
    }
    if (at < raw.length && raw.length - at <= longest) yield fold(raw.slice(at));
  }
}

/** Terms of a text to index, in their order, with repetitions. */
export const termsIn = (text: string): Iterable<string> => split(text, true);

/** Terms a query asks for, each once. */
export const queryTerms = (query: string): string[] => [...new Set(split(query, false))];
