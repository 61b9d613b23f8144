/** Numbers and signs: scanners of `tokenize.ts`, which tells the conventions. */
import { classOf, classOfPair, DIGIT, isApostrophe, isLetter, PUNCTUATION, SURROGATE } from './characters';
import { endOfLetters, type Piece, wordClass } from './scan-word';

/** Scans a number that starts at `start` with a digit, or with a point before a digit. */
export function scanNumber(text: string, start: number, piece: Piece): void {
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
export function endOfShort(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && wordClass(classOf(text.charCodeAt(end)))) end++;
  return end;
}

/** Scans what is neither word nor number. */
export function scanSign(text: string, start: number, klass: number, piece: Piece): void {
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
