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
  isLetter,
  MARK,
  NEWLINE,
  NUMERIC,
  SPACE,
  SURROGATE,
} from './characters';
import type { Token } from './document';
import { endOfShort, scanNumber, scanSign } from './scan-sign';
import { clitics, numberWords, type Piece, scanWord } from './scan-word';
import type { WordTable } from './words';

export { isTitleAbbreviation } from './scan-word';

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
