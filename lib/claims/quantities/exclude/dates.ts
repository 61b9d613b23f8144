/** Numbers that are dates, years and clock times. */

import type { Amount } from '../amounts/ranges';
import type { Cell } from '../cells';
import data from '../data/nonclaims.json';
import type { Counted } from '../nouns/nounphrase';

export const months = new Set(data.months);

const clock = new Set(data.clock);

const beforeYear = new Set(data.beforeYear);

export const isPlainInteger = (amount: Amount): boolean =>
  amount.numeral.plain && amount.unit === null && Number.isInteger(amount.low);

/** A month's name; "may" and "march" in lower case only beside a day's number, which the caller has. */
const isMonth = (cell: Cell | undefined): boolean =>
  cell !== undefined &&
  months.has(cell.lower) &&
  (cell.capital || (cell.lower !== 'march' && cell.lower !== 'may') || cell.pos === 'PROPN');

/** "March 29", "8 and 13 October", "Sept. 20-24", "October 2024". */
export function isDate(cells: readonly Cell[], amount: Amount): boolean {
  const { numeral } = amount;
  if (!numeral.plain || amount.unit !== null || amount.currencyFirst) return false;
  const year = amount.low >= 1000 && amount.low <= 2200;
  if (amount.low > 31 && !year) return false;
  const before = cells[amount.first - 1];
  const after = cells[amount.end];
  if (isMonth(before)) return true;
  if (before?.text === '.' && isMonth(cells[amount.first - 2])) return true;
  // "in may 12 people": a month in lower case needs the number to end its phrase.
  if (after?.lower === 'may' && before?.lower === 'on') return true;
  if (before?.lower === 'may' && (after === undefined || after.pos === 'PUNCT' || after.pos === 'NUM')) return true;
  if (isMonth(after) && (after?.lower !== 'may' || after.capital || before?.lower === 'on')) return true;
  if (after?.lower === 'of' && isMonth(cells[amount.end + 1])) return true;
  return false;
}

/** A number of four digits that reads as a year: nothing is counted by it, or words stand before it that go with years. */
export function isYear(cells: readonly Cell[], amount: Amount, counted: Counted | null): boolean {
  if (!isPlainInteger(amount) || amount.currencyFirst) return false;
  const value = amount.low;
  const long = cells[amount.numeral.first]?.text.length ?? 0;
  if (long !== 4 || value < 1000 || value > 2199)
    return amount.range === 'hyphen' && long === 4 && value >= 1000 && value <= 2199;
  const before = cells[amount.start - 1];
  const modern =
    value >= 1800 && (value <= 2099 || before?.lower === 'by' || before?.lower === 'in' || before?.lower === 'until');
  // Writers group the digits of a count near today's years, or say it is about: "1,988 people".
  if (value >= 1950 && value <= 2039 && value % 100 !== 0 && amount.start === amount.first)
    return before?.lower !== 'of' || cells[amount.start - 2]?.lower !== 'average';
  if (amount.range !== 'none' && value >= 1000 && amount.high <= 2199)
    return counted === null || amount.range === 'between' || amount.range === 'from' || modern;
  const after = cells[amount.end];
  // "growth over 2024": during that year; "over 2,000" is grouped or counts something.
  if (
    modern &&
    value >= 1950 &&
    value <= 2099 &&
    value % 100 !== 0 &&
    counted === null &&
    /^(?:over|beyond|past)$/.test(cells[amount.start]?.lower ?? '')
  )
    return true;
  if (amount.start < amount.first && amount.modifier !== 'about') return false;
  if (amount.start < amount.first && counted !== null) return false;
  if (!modern)
    return (
      before !== undefined &&
      (before.lower === 'in' ||
        before.lower === 'since' ||
        before.lower === 'a.d.' ||
        before.lower === 'ad' ||
        isMonth(before)) &&
      counted === null
    );
  if (before === undefined) return counted === null || counted.attributive || !isCountable(cells, counted);
  if (before.lower === "'s" || before.lower === '-') return true;
  if (counted !== null && counted.part === 'none' && isCountable(cells, counted) && !beforeYear.has(before.lower))
    return false;
  if (
    counted !== null &&
    counted.part === 'none' &&
    isCountable(cells, counted) &&
    (before.lower === ',' ||
      before.lower === 'and' ||
      before.lower === 'with' ||
      before.lower === 'of' ||
      before.lower === 'than' ||
      before.lower === 'to' ||
      before.lower === 'for')
  ) {
    return (
      value >= 1900 &&
      value <= 2035 &&
      before.lower !== ',' &&
      before.lower !== 'and' &&
      before.lower !== 'with' &&
      before.lower !== 'of'
    );
  }
  if (before.lower === 'average' || (before.lower === 'of' && cells[amount.start - 2]?.lower === 'average'))
    return false;
  if (
    before.lower === 'of' &&
    /^(?:total|average|number|maximum|minimum|sum|cost|price|score|capacity|population|height|altitude)$/.test(
      cells[amount.start - 2]?.lower ?? '',
    )
  )
    return false;
  if (before.lower === 'about' || before.lower === 'around') return false;
  if (after?.lower === 'of' && counted?.part !== 'none' && !beforeYear.has(before.lower)) return false;
  return true;
}

function isCountable(cells: readonly Cell[], counted: Counted): boolean {
  const head = cells[counted.head];
  return (
    head !== undefined &&
    !counted.attributive &&
    counted.end - counted.first <= 4 &&
    head.lower.endsWith('s') &&
    counted.first === counted.head
  );
}

/** "7.10am", "9 p.m.", "5 o'clock", "1700 GMT". */
export function isClock(cells: readonly Cell[], amount: Amount): boolean {
  const after = cells[amount.numeral.end];
  if (amount.currencyFirst) return false;
  const word = after?.lower === '-' ? cells[amount.numeral.end + 1]?.lower : after?.lower;
  if (word === undefined) return false;
  if (word === 'est' || word === 'et' || word === 'ist') return cells[amount.numeral.end]?.capital === true;
  if (clock.has(word)) return true;
  return (
    (word === 'a' || word === 'p') &&
    cells[amount.numeral.end + 1]?.text === '.' &&
    /^m\.?$/.test(cells[amount.numeral.end + 2]?.lower ?? '')
  );
}

/** "the 1988 quarter", "the 2023 season": a year before a unit of time. */
export function isYearOfPeriod(cells: readonly Cell[], amount: Amount): boolean {
  if (!amount.numeral.plain || amount.unit?.kind !== 'duration' || amount.low < 1900 || amount.low > 2099) return false;
  return cells[amount.unitFirst - 1]?.lower !== '-' && cells[amount.unitFirst]?.lower.endsWith('s') === false;
}
