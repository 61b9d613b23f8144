/**
 * Finding a saved quote again in a text that may have changed: W3C TextQuoteSelector (Web Annotation Data Model 4.2.4). Exact first, then
 * fuzzy within a budget; a place whose digits differ is a changed number, never a hit.
 */

export interface Quote {
  exact: string;
  /** Text just before and after, up to `contextLength` characters. */
  prefix: string;
  suffix: string;
}

export type Anchored =
  /** The quote stands there word for word. */
  | { status: 'found'; start: number; end: number }
  /** It stands there in other words. */
  | { status: 'moved'; start: number; end: number }
  /** The same words with another number. */
  | { status: 'changed'; start: number; end: number; now: string }
  | { status: 'missing' }
  /** Time was up before the whole text was searched. */
  | { status: 'unsearched' };

export const contextLength = 32;

export function quoteOf(text: string, start: number, end: number): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  };
}

/** Length of the common end of two strings. */
function commonEnd(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
function commonStart(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

/** More places than these are looked at in no text: a quote so common has no place of its own. */
const mostPlaces = 1000;

/** @returns the place whose surroundings agree best with the quote's; -1 where the exact words do not occur. */
function findExact(text: string, quote: Quote): number {
  let best = -1;
  let bestScore = -1;
  let places = 0;
  for (
    let at = text.indexOf(quote.exact);
    at >= 0 && places < mostPlaces;
    at = text.indexOf(quote.exact, at + 1), places++
  ) {
    const end = at + quote.exact.length;
    const score =
      commonEnd(quote.prefix, text.slice(Math.max(0, at - contextLength), at)) +
      commonStart(quote.suffix, text.slice(end, end + contextLength));
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

const digits = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ');

interface Place {
  start: number;
  end: number;
  /** Edit distance. */
  distance: number;
}

/**
 * Finds the best approximate place of `pattern` by Sellers' dynamic programme (1980), column by column, O(pattern * text).
 * @returns its offsets and edit distance; null when nothing is within `limit`; 'expired' when `expired` says so.
 */
function findFuzzy(text: string, pattern: string, limit: number, expired: () => boolean): Place | null | 'expired' {
  const rows = pattern.length;
  let costs = new Uint16Array(rows + 1);
  let starts = new Int32Array(rows + 1);
  let nextCosts = new Uint16Array(rows + 1);
  let nextStarts = new Int32Array(rows + 1);
  for (let row = 0; row <= rows; row++) costs[row] = row;
  let best: Place | null = null;
  for (let column = 1; column <= text.length; column++) {
    if (column % 512 === 0 && expired()) return 'expired';
    nextCosts[0] = 0;
    nextStarts[0] = column;
    const code = text.charCodeAt(column - 1);
    for (let row = 1; row <= rows; row++) {
      const replace = (costs[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === code ? 0 : 1);
      const insert = (costs[row] ?? 0) + 1;
      const remove = (nextCosts[row - 1] ?? 0) + 1;
      if (replace <= insert && replace <= remove) {
        nextCosts[row] = replace;
        nextStarts[row] = starts[row - 1] ?? 0;
      } else if (insert <= remove) {
        nextCosts[row] = insert;
        nextStarts[row] = starts[row] ?? 0;
      } else {
        nextCosts[row] = remove;
        nextStarts[row] = nextStarts[row - 1] ?? 0;
      }
    }
    const distance = nextCosts[rows] ?? rows;
    if (distance <= limit && distance < (best?.distance ?? limit + 1))
      best = { start: nextStarts[rows] ?? 0, end: column, distance };
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  return best;
}

/** Pieces that a pattern is cut into, and places of one piece that are looked at. */
const mostPieces = 6;
const leastPiece = 10;
const mostSeeds = 40;

/**
 * As `findFuzzy`, but first around the places where a piece of the pattern stands word for word: an edit leaves most pieces whole, and the
 * whole text has to be searched only for quotes that are gone or rewritten throughout.
 */
function findSeeded(text: string, pattern: string, limit: number, expired: () => boolean): Place | null | 'expired' {
  const pieces = Math.max(1, Math.min(mostPieces, Math.floor(pattern.length / leastPiece)));
  const length = Math.ceil(pattern.length / pieces);
  let best: Place | null = null;
  let searchedTo = -1;
  const windows: [number, number][] = [];
  for (let offset = 0; offset < pattern.length; offset += length) {
    const piece = pattern.slice(offset, offset + length);
    if (piece.length < leastPiece) continue;
    let seeds = 0;
    for (let at = text.indexOf(piece); at >= 0 && seeds < mostSeeds; at = text.indexOf(piece, at + 1), seeds++)
      windows.push([Math.max(0, at - offset - limit), Math.min(text.length, at - offset + pattern.length + limit)]);
  }
  for (const [from, to] of windows.sort(([a], [b]) => a - b)) {
    if (to <= searchedTo) continue;
    searchedTo = to;
    const place = findFuzzy(text.slice(from, to), pattern, limit, expired);
    if (place === 'expired') return place;
    if (place && place.distance < (best?.distance ?? limit + 1))
      best = { start: from + place.start, end: from + place.end, distance: place.distance };
  }
  return best ?? findFuzzy(text, pattern, limit, expired);
}

/** Share of a quote with its surroundings that may differ for it to be the same place. */
const tolerated = 0.25;

/**
 * @param expired says when the time for the costly search is up; a search that is cut short answers `unsearched`.
 */
export function anchor(text: string, quote: Quote, expired: () => boolean): Anchored {
  if (!quote.exact) return { status: 'missing' };
  const exact = findExact(text, quote);
  // Words as short as "two" occur anywhere: they count as found only in familiar surroundings.
  if (exact >= 0) {
    const end = exact + quote.exact.length;
    const familiar =
      commonEnd(quote.prefix, text.slice(Math.max(0, exact - contextLength), exact)) +
      commonStart(quote.suffix, text.slice(end, end + contextLength));
    if (quote.exact.length >= 24 || familiar >= Math.min(12, quote.prefix.length + quote.suffix.length))
      return { status: 'found', start: exact, end };
  }
  const pattern = quote.prefix + quote.exact + quote.suffix;
  const place = findSeeded(text, pattern, Math.floor(pattern.length * tolerated), expired);
  if (place === 'expired') return { status: 'unsearched' };
  if (!place) return { status: 'missing' };
  // The quote's own words inside the place: what is left when the surroundings are laid over it.
  const within = text.slice(place.start, place.end);
  const own = findFuzzy(within, quote.exact, Math.ceil(quote.exact.length * 0.5), expired);
  if (own === 'expired') return { status: 'unsearched' };
  if (!own) return { status: 'missing' };
  const [start, end] = wholeWords(text, place.start + own.start, place.start + own.end);
  const now = text.slice(start, end);
  if (digits(now) !== digits(quote.exact)) return { status: 'changed', start, end, now };
  return { status: 'moved', start, end };
}

/** Widens to whole words and numbers: an edit distance may end inside one. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  let [from, to] = [start, end];
  while (from > 0 && isWord(from - 1) && isWord(from)) from--;
  while (to < text.length && isWord(to - 1) && isWord(to)) to++;
  return [from, to];
}
