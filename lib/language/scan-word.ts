/** Words, links and the runs of letters in them: one of the scanners of `tokenize.ts`, which tells the conventions. */
import {
  classOf,
  classOfPair,
  DIGIT,
  IGNORABLE,
  isApostrophe,
  isHyphen,
  isLetter,
  LOWER,
  MARK,
  NEWLINE,
  PUNCTUATION,
  SPACE,
  SURROGATE,
  UPPER,
} from './characters';
import type { Token } from './document';
import lexicon from './lexicon/tokens.json';
import type { TokenKind } from './words';

const titles = new Set(lexicon.titles);
const abbreviations = new Set([...lexicon.titles, ...lexicon.abbreviations]);
const lowerCaseAbbreviations = new Set(
  'vs etc approx est pp cf no nos al viz ca incl max min avg a.m p.m e.g i.e'.split(' '),
);
const beforeDigits = new Set(lexicon.before_digits_only);
const currencyCodes = new Set(lexicon.currency_codes);
export const numberWords = new Set(lexicon.number_words);
const initialStoppers = new Set(lexicon.initial_stoppers);

export const clitics = new Set(['s', 'm', 'd', 're', 've', 'll']);

export const isTitleAbbreviation = (lower: string): boolean => lower.endsWith('.') && titles.has(lower.slice(0, -1));

/** Longest run of letters that a lexicon look-up is worth: hostile texts have words of a megabyte. */
const longestLookup = 24;

export const wordClass = (klass: number): boolean => isLetter(klass) || klass === DIGIT || klass === MARK;

/** Index after the URL, mail address or handle that starts at `start`: up to white space, without closing punctuation. */
function endOfLink(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const klass = classOf(text.charCodeAt(end));
    if (klass === SPACE || klass === NEWLINE) break;
    const code = text.charCodeAt(end);
    if (code === 0x22 || code === 0x3c || code === 0x3e || code === 0x201c || code === 0x201d) break;
    end++;
  }
  while (end > start + 1) {
    const klass = classOf(text.charCodeAt(end - 1));
    const code = text.charCodeAt(end - 1);
    if ((klass === PUNCTUATION && code !== 0x2f && code !== 0x5f) || klass === IGNORABLE) end--;
    else break;
  }
  return end;
}

export function endOfLetters(text: string, start: number): number {
  let end = start;
  while (end < text.length && wordClass(classOf(text.charCodeAt(end)))) end++;
  return end;
}

const lookup = (set: ReadonlySet<string>, text: string, start: number, end: number): boolean =>
  end > start && end - start <= longestLookup && set.has(text.slice(start, end).toLowerCase());

/** Where the clitic of a contraction starts when an apostrophe stands at `at` inside a word that began at `start`; -1 when none does. */
function cliticStart(text: string, start: number, at: number): number {
  const end = endOfLetters(text, at + 1);
  const length = end - at - 1;
  if (length < 1 || length > 2) return -1;
  const tail = text.slice(at + 1, end).toLowerCase();
  if (tail === 't' && at - 1 > start && (text.charCodeAt(at - 1) | 0x20) === 0x6e) return at - 1;
  return clitics.has(tail) ? at : -1;
}

/** What a scanner found: filled in place, since a text has many. */
export interface Piece {
  end: number;
  kind: TokenKind;
}

/** Scans a word that starts with a letter at `start`. `previous`: the token before, for initials; `cut`: end at any hyphen. */
export function scanWord(text: string, start: number, previous: Token | undefined, cut: boolean, piece: Piece): void {
  let at = start;
  let partStart = start;
  let hasDigit = false;
  let acronym = false;
  piece.kind = 'word';
  const first = text.charCodeAt(start) | 0x20;
  if (
    (first === 0x68 && /^https?:\/\//i.test(text.slice(start, start + 8))) ||
    (first === 0x77 && /^www\../i.test(text.slice(start, start + 5)))
  ) {
    piece.end = endOfLink(text, start);
    piece.kind = 'link';
    return;
  }
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const klass = classOf(code);
    if (isLetter(klass) || klass === MARK) {
      at++;
    } else if (klass === DIGIT) {
      if (!hasDigit && at - start <= 3 && lookup(currencyCodes, text, start, at)) break;
      hasDigit = true;
      at++;
    } else if (klass === SURROGATE) {
      if (!isLetter(classOfPair(text, at))) break;
      at += 2;
    } else {
      const next = text.charCodeAt(at + 1);
      const nextClass = classOf(next);
      if (klass === IGNORABLE) {
        if (!wordClass(nextClass)) break;
        at++;
      } else if (isApostrophe(code)) {
        if (!isLetter(nextClass)) break;
        const clitic = cliticStart(text, start, at);
        if (clitic >= 0) {
          at = clitic;
          break;
        }
        at++;
      } else if (code === 0x2e) {
        if (at - partStart === 1 && isLetter(nextClass) && !wordClass(classOf(text.charCodeAt(at + 2))) && !hasDigit) {
          acronym = true;
          at++;
          partStart = at;
        } else if (acronym && at - partStart === 1) {
          at++;
          break;
        } else if (nextClass === LOWER && !acronym) {
          piece.kind = 'link';
          at++;
          partStart = at;
        } else {
          if (keepsPoint(text, start, at, previous)) at++;
          break;
        }
      } else if (isHyphen(code) && !acronym && !cut) {
        if (nextClass === DIGIT) {
          at++;
          partStart = at;
          hasDigit = true;
          if (numberFollows(text, start, at)) {
            at--;
            break;
          }
        } else if (
          nextClass === LOWER &&
          classOf(text.charCodeAt(partStart)) === LOWER &&
          !hasDigit &&
          !lookup(numberWords, text, partStart, at) &&
          !lookup(numberWords, text, at + 1, endOfLetters(text, at + 1))
        ) {
          at++;
          partStart = at;
        } else break;
      } else if (code === 0x26) {
        if (nextClass !== UPPER || classOf(text.charCodeAt(at - 1)) !== UPPER) break;
        at++;
      } else if (code === 0x40) {
        if (!isLetter(nextClass)) break;
        piece.end = endOfLink(text, start);
        piece.kind = 'link';
        return;
      } else if (code === 0x5f) {
        at++;
      } else break;
    }
  }
  piece.end = at;
}

/** True when what stands after the hyphen is a quantity of its own ("to-10,000", "three-3.5") and no model number ("F-16"). */
function numberFollows(text: string, start: number, at: number): boolean {
  let end = at;
  while (classOf(text.charCodeAt(end)) === DIGIT) end++;
  const code = text.charCodeAt(end);
  return (
    (code === 0x2c || code === 0x2e) && classOf(text.charCodeAt(end + 1)) === DIGIT && !(end - at < 1) && start < at
  );
}

/** Does the word from `start` to `at` keep the point that stands at `at`? */
function keepsPoint(text: string, start: number, at: number, previous: Token | undefined): boolean {
  const length = at - start;
  if (length > 6) return false;
  const upper = classOf(text.charCodeAt(start)) === UPPER;
  let after = at + 1;
  while (classOf(text.charCodeAt(after)) === SPACE && after < at + 3 && after < text.length) after++;
  const afterClass = classOf(text.charCodeAt(after));
  if (length === 1) {
    if (!upper || afterClass !== UPPER || after >= text.length) return false;
    if (previous && initialStoppers.has(previous.lower)) return false;
    // "I." is an initial only inside a name.
    if (text.charCodeAt(start) !== 0x49) return true;
    return (
      text.charCodeAt(after + 1) === 0x2e || (!!previous && /^[A-Z][a-z]/.test(previous.text) && previous.end < start)
    );
  }
  const lower = text.slice(start, at).toLowerCase();
  if (!abbreviations.has(lower) || !(upper || lowerCaseAbbreviations.has(lower))) return false;
  return !beforeDigits.has(lower) || afterClass === DIGIT;
}
