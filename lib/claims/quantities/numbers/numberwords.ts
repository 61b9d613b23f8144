/** Numerals in words: "twenty-one thousand", "tens of thousands", "several hundred", "sixfold". */
import type { Cell } from '../cells';
import { magnitudes, type Numeral, past, plurals, small, tens, tidy } from './numerals';

/** Magnitudes that may open a numeral without a number before them: "million dollar house". */
const bareMagnitudes = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion']);

/** "tens of thousands", "dozens", "several hundred", "a few thousand". */
export function fromVague(cells: readonly Cell[], at: number): Numeral | null {
  const opener = cells[at];
  if (opener === undefined) return null;
  const numeral: Numeral = {
    first: at,
    end: at + 1,
    low: 0,
    high: 0,
    form: 'vague',
    plain: false,
    scale: 1,
    article: false,
  };
  const first = plurals.get(opener.lower);
  if (first !== undefined && first > 0) {
    if (opener.lower === 'tens' && cells[at + 1]?.lower !== 'of') return null;
    let value = first;
    while (cells[numeral.end]?.lower === 'of') {
      const next = plurals.get(cells[numeral.end + 1]?.lower ?? '');
      if (next === undefined || next === 0) break;
      value *= next;
      numeral.end += 2;
    }
    if (opener.lower === 'tens' && value === 10) return null;
    return { ...numeral, low: value, high: value * 10 };
  }
  const article = opener.lower === 'a';
  const word = article ? cells[at + 1]?.lower : opener.lower;
  const counted = at + (article ? 2 : 1);
  const several = word === 'several' || word === 'few';
  const couple = article && word === 'couple';
  if (!several && !couple) return null;
  const magnitude = cells[counted]?.lower === 'of' ? counted + 1 : counted;
  const value = magnitudes.get(cells[magnitude]?.lower ?? '');
  if (value === undefined || cells[magnitude]?.lower === 'score') return null;
  if (couple) return { ...numeral, end: magnitude + 1, low: 2 * value, high: 2 * value };
  return { ...numeral, end: magnitude + 1, low: 3 * value, high: 9 * value };
}

/** "twenty-one thousand", "one hundred and five", "two dozen", "thirteen". */
export function fromWords(cells: readonly Cell[], at: number): Numeral | null {
  let total = 0;
  let group = 0;
  let room = Number.POSITIVE_INFINITY;
  let index = at;
  let end = at;
  let article = false;
  if (cells[at]?.lower === 'a' || cells[at]?.lower === 'an') {
    if (!magnitudes.has(cells[at + 1]?.lower ?? '') || cells[at + 1]?.lower === 'score') return null;
    group = 1;
    room = 1;
    article = true;
    index = at + 1;
    end = at + 1;
  }
  for (;;) {
    let next = end === at ? index : past(cells, end);
    if (end > at && cells[next]?.lower === 'and' && group >= 100 && small.has(cells[next + 1]?.lower ?? '')) next++;
    else if (end > at && cells[next]?.lower === 'and' && group >= 100 && tens.has(cells[next + 1]?.lower ?? '')) next++;
    const word = cells[next]?.lower ?? '';
    const unit = small.get(word);
    const ten = tens.get(word);
    const magnitude = word === 'score' && group === 0 ? undefined : magnitudes.get(word);
    if (unit !== undefined && unit < room && (unit > 0 || end === at)) {
      group += unit;
      room = 1;
    } else if (ten !== undefined && room > 10) {
      group += ten;
      room = 10;
    } else if (magnitude !== undefined && magnitude < 100 && (end > at || article)) {
      total += (group === 0 ? 1 : group) * magnitude;
      group = 0;
      return done(next + 1, magnitude);
    } else if (magnitude === 100 && group > 0 && group < 100) {
      group *= 100;
      room = 100;
    } else if (
      magnitude !== undefined &&
      (magnitude >= 1000 || group === 0) &&
      (group > 0 || (end === at && bareMagnitudes.has(word)))
    ) {
      const factor = group === 0 ? 1 : group;
      total += factor * magnitude;
      group = 0;
      room = Number.POSITIVE_INFINITY;
      if (!isSmallerNext(cells, next + 1, magnitude)) return done(next + 1, magnitude);
    } else break;
    end = next + 1;
  }
  return end > at && !(article && end === at + 1) ? done(end, 1) : null;

  function done(last: number, scale: number): Numeral {
    const value = tidy(total + group);
    return { first: at, end: last, low: value, high: value, form: 'words', plain: false, scale, article };
  }
}

/** After "twenty-eight thousand": does "six hundred" go on? A magnitude of the same size or a new numeral does not. */
function isSmallerNext(cells: readonly Cell[], at: number, magnitude: number): boolean {
  const index = cells[at]?.lower === 'and' ? at + 1 : past(cells, at);
  const word = cells[index]?.lower ?? '';
  if (!small.has(word) && !tens.has(word)) return magnitudes.get(word) === 100 && magnitude > 100;
  return magnitude >= 1000;
}

/** "sixfold", "tenfold" */
export function fromFold(cells: readonly Cell[], at: number): Numeral | null {
  const lower = cells[at]?.lower ?? '';
  if (!lower.endsWith('fold') || lower.length < 6) return null;
  const stem = lower.slice(0, -4);
  const value = small.get(stem) ?? tens.get(stem) ?? magnitudes.get(stem);
  if (value === undefined || value < 2) return null;
  return { first: at, end: at + 1, low: value, high: value, form: 'words', plain: false, scale: 1, article: false };
}
