/**
 * Cuts a text into tokens. One pass over the UTF-16 code units, linear on any string; tokens never overlap, never contain white
 * space, and every visible character is in exactly one token.
 *
 * The conventions, which readers of quantities, statements and names rely on:
 * - Numbers with grouping and decimals are one token: "10,000", "1,00,000", "2.3", ".5", "1'000". So are dotted dates and versions ("13.05.2022").
 *   Fraction signs are tokens of their own: "1½" -> 1 ½. A sign, a currency or a percent sign is a token of its own: "-" "$" "5" "%".
 * - Letters glued to a number are cut off: "1.5m" -> 1.5 m, "10km" -> 10 km, "7.10am" -> 7.10 am. Not cut: ordinals ("11th"), decades ("1990s", "20s").
 *   Clock times with a colon are one token of kind time ("10:30").
 * - Letters before digits stay together: "G20", "F-16", "Covid-19", "mid-1990s". Currency codes are cut off: "Rs500" -> Rs 500, "US$5" -> US $ 5.
 * - Dashes and hyphens between numbers are tokens: "10,000-12,000" -> three tokens (check `spaceBefore`). Slashes too: "3/4", "km/h".
 * - Hyphenated compounds in lower case are one token ("test-launch", "anti-aircraft", "well-known"), but are cut at every hyphen that touches
 *   a number or a number word ("34-year-old" -> 34 - year - old, "two-thirds", "twenty-one", "multi-million"), and at every hyphen next to a capital
 *   ("Moscow-backed" -> Moscow - backed, "U.S.-South", "Ji-won" -> Ji - won, "anti-China"), since names end there.
 * - Contractions: "didn't" -> did n't, "can't" -> ca n't, "he'll" -> he 'll, "Kim's" -> Kim 's, "states'" -> states '. Names keep theirs: "O'Brien", "d'Ivoire".
 * - Abbreviations keep their point ("U.S.", "Mr.", "Jan.", "a.m.", initials "J."); "No." only before a number.
 * - URLs, mail addresses, bare domains, @handles and #tags are one token of kind link.
 * - Quotes, brackets and all other punctuation are one token a character; "...", "--" and runs of four or more equal signs are one token.
 * - An HTML entity left in the text ("&amp;", "&#8217;") is one token of kind symbol.
 */
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
  NUMERIC,
  PUNCTUATION,
  SPACE,
  SURROGATE,
  UPPER,
} from './characters';
import type { Token } from './document';
import lexicon from './lexicon/tokens.json';
import type { TokenKind, WordTable } from './words';

const titles = new Set(lexicon.titles);
const abbreviations = new Set([...lexicon.titles, ...lexicon.abbreviations]);
const lowerCaseAbbreviations = new Set(
  'vs etc approx est pp cf no nos al viz ca incl max min avg a.m p.m e.g i.e'.split(' '),
);
const beforeDigits = new Set(lexicon.before_digits_only);
const currencyCodes = new Set(lexicon.currency_codes);
const numberWords = new Set(lexicon.number_words);
const initialStoppers = new Set(lexicon.initial_stoppers);

const clitics = new Set(['s', 'm', 'd', 're', 've', 'll']);

export const isTitleAbbreviation = (lower: string): boolean => lower.endsWith('.') && titles.has(lower.slice(0, -1));

/** Longest run of letters that a lexicon look-up is worth: hostile texts have words of a megabyte. */
const longestLookup = 24;

const wordClass = (klass: number): boolean => isLetter(klass) || klass === DIGIT || klass === MARK;

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

function endOfLetters(text: string, start: number): number {
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

interface Piece {
  end: number;
  kind: TokenKind;
}

/** Scans a word that starts with a letter at `start`. `previous`: the token before, for initials; `cut`: end at any hyphen. */
function scanWord(text: string, start: number, previous: Token | undefined, cut: boolean, piece: Piece): void {
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

/** Scans a number that starts at `start` with a digit, or with a point before a digit. */
function scanNumber(text: string, start: number, piece: Piece): void {
  let at = start + 1;
  let grouped = false;
  piece.kind = 'number';
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (classOf(code) === DIGIT) {
      at++;
      continue;
    }
    if (classOf(text.charCodeAt(at + 1)) !== DIGIT) break;
    if (code === 0x2e) {
      at += 2;
    } else if (code === 0x2c || isApostrophe(code)) {
      let digits = 1;
      while (digits < 5 && classOf(text.charCodeAt(at + 1 + digits)) === DIGIT) digits++;
      // "1,00,000": groups of two stand before a last group of three.
      const two = digits === 2 && text.charCodeAt(at + 3) === 0x2c && classOf(text.charCodeAt(at + 4)) === DIGIT;
      if (digits !== 3 && !two) break;
      grouped = true;
      at += 1 + digits;
    } else if (code === 0x3a) {
      if (piece.kind === 'number' && (grouped || at - start > 2)) break;
      if (classOf(text.charCodeAt(at + 2)) !== DIGIT || classOf(text.charCodeAt(at + 3)) === DIGIT) break;
      piece.kind = 'time';
      at += 3;
    } else break;
  }
  if (piece.kind === 'number' && isLetter(classOf(text.charCodeAt(at)))) {
    const end = at + 3 < text.length ? endOfShort(text, at) : endOfLetters(text, at);
    const tail = end - at <= 2 ? text.slice(at, end).toLowerCase() : '';
    if (tail === 'st' || tail === 'nd' || tail === 'rd' || tail === 'th') {
      piece.kind = 'ordinal';
      at = end;
    } else if (tail === 's' && text.charCodeAt(at) === 0x73) {
      piece.kind = 'word';
      at = end;
    }
  }
  piece.end = at;
}

/** Like `endOfLetters`, but looks at no more than three characters. */
function endOfShort(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && wordClass(classOf(text.charCodeAt(end)))) end++;
  return end;
}

/** Scans what is neither word nor number. */
function scanSign(text: string, start: number, klass: number, piece: Piece): void {
  const code = text.charCodeAt(start);
  piece.kind = klass === PUNCTUATION ? 'punct' : 'symbol';
  piece.end = start + 1;
  if (klass === SURROGATE) {
    piece.kind = 'symbol';
    // A run of emoji and what joins them is one token.
    let at = start;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (classOf(unit) === SURROGATE) {
        const pair = classOfPair(text, at);
        if (isLetter(pair) || pair === DIGIT) break;
        at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      } else if (unit === 0x200d || (unit >= 0xfe00 && unit <= 0xfe0f)) at++;
      else break;
    }
    piece.end = Math.max(at, start + 1);
    return;
  }
  const next = text.charCodeAt(start + 1);
  if (code === 0x26 && (isLetter(classOf(next)) || next === 0x23)) {
    const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,9});/i.exec(text.slice(start, start + 14));
    if (entity) {
      piece.kind = 'symbol';
      piece.end = start + entity[0].length;
      return;
    }
  }
  if ((code === 0x40 || code === 0x23) && isLetter(classOf(next)) && !wordClass(classOf(text.charCodeAt(start - 1)))) {
    let end = endOfLetters(text, start + 1);
    while (text.charCodeAt(end) === 0x5f) end = endOfLetters(text, end + 1);
    piece.kind = 'link';
    piece.end = end;
    return;
  }
  if (next === code) {
    let end = start + 2;
    while (end < text.length && text.charCodeAt(end) === code) end++;
    const run = end - start;
    const doubled = code === 0x2e || code === 0x2d || (run === 2 && (code === 0x27 || code === 0x60));
    if (run >= 4 || doubled) piece.end = end;
  }
}

/** @returns the tokens in order; `pos` is still "X". Offsets are UTF-16 code units into `text`. Never throws. */
export function tokenize(text: string, words: WordTable): Token[] {
  const tokens: Token[] = [];
  const piece: Piece = { end: 0, kind: 'word' };
  let at = 0;
  let spaceBefore = true;
  let previous: Token | undefined;
  // Inside "34-year-old": from a number on, every hyphen cuts until white space.
  let inNumberCompound = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let klass = classOf(code);
    if (klass === SPACE || klass === NEWLINE) {
      spaceBefore = true;
      at++;
      continue;
    }
    if (klass === IGNORABLE) {
      at++;
      continue;
    }
    if (klass === SURROGATE) {
      const pair = classOfPair(text, at);
      if (isLetter(pair)) klass = pair;
    }
    if (isApostrophe(code) && previous && previous.end === at && previous.kind === 'word') {
      // The second half of a contraction, or the mark of a plural possessive.
      const end = isLetter(classOf(text.charCodeAt(at + 1))) ? endOfShort(text, at + 1) : at + 1;
      const clitic = end > at + 1 && end - at <= 3 && clitics.has(text.slice(at + 1, end).toLowerCase());
      piece.end = clitic ? end : at + 1;
      piece.kind = clitic ? 'word' : 'punct';
    } else if ((code | 0x20) === 0x6e && previous && previous.end === at && isApostrophe(text.charCodeAt(at + 1))) {
      piece.end = at + 3;
      piece.kind = 'word';
    } else if (isLetter(klass) || klass === MARK) scanWord(text, at, previous, inNumberCompound && !spaceBefore, piece);
    else if (klass === DIGIT) scanNumber(text, at, piece);
    else if (klass === NUMERIC) {
      piece.end = at + 1;
      piece.kind = 'number';
    } else if (
      code === 0x2e &&
      classOf(text.charCodeAt(at + 1)) === DIGIT &&
      (spaceBefore || previous?.kind === 'symbol' || previous?.text === '(')
    ) {
      scanNumber(text, at, piece);
    } else scanSign(text, at, klass, piece);
    const word = words.intern(text.slice(at, piece.end), piece.kind);
    previous = {
      start: at,
      end: piece.end,
      text: word.text,
      lower: word.lower,
      kind: word.kind,
      pos: 'X',
      spaceBefore,
      word,
    };
    tokens.push(previous);
    if (word.kind === 'number' || numberWords.has(word.lower)) inNumberCompound = true;
    else if (spaceBefore || word.lower !== '-') inNumberCompound &&= !spaceBefore && word.kind === 'word';
    at = piece.end;
    spaceBefore = false;
  }
  return tokens;
}
