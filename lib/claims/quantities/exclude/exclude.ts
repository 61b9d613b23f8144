/** What looks like a number and is no claim: dates, years and clock times (dates.ts), names with numbers (names.ts), scores, idioms. */

import type { Amount } from '../amounts/ranges';
import type { Cell } from '../cells';
import ellipsis from '../data/ellipsis.json';
import data from '../data/nonclaims.json';

import type { Counted } from '../nouns/nounphrase';
import { isClock, isDate, isYear, isYearOfPeriod } from './dates';
import { isAddress, isCode, isName, isNamedMeasure, isResolution } from './names';

const scoreNouns = new Set(data.scoreNouns);

const compoundHeads = new Set(data.compoundHeads);

const sure = new Set(data.sure);

/** "2-1", "a 5-3 decision", "6-4, 6-3": results; "1)" list marks; "(4)" shirt numbers. */
export function isScore(cells: readonly Cell[], amount: Amount, counted: Counted | null): boolean {
  if (amount.unit !== null || amount.currencyFirst) return false;
  const { numeral } = amount;
  if (amount.range === 'hyphen' && numeral.plain) {
    if (counted === null) return true;
    const head = cells[counted.head];
    return (
      amount.low >= amount.high ||
      (head !== undefined && scoreNouns.has(head.lower)) ||
      scoreNouns.has(cells[counted.first]?.lower ?? '')
    );
  }
  // "a 2-to-1 vote"
  if (amount.range === 'to' && cells[numeral.first + 1]?.lower === '-' && counted !== null) {
    return amount.low >= amount.high || scoreNouns.has(cells[counted.head]?.lower ?? '');
  }
  if (!numeral.plain || numeral.form !== 'digits') return false;
  const before = cells[amount.first - 1];
  const after = cells[amount.end];
  // "was 20-of-24 passing", "shot 5-for-9"
  if (after?.lower === '-' && !after.spaceBefore && /^(?:of|for)$/.test(cells[amount.end + 1]?.lower ?? ''))
    return true;
  if (after?.text === ')' && (before === undefined || before.text !== '(') && amount.low < 30) return true;
  if (after?.text === '.' && before === undefined && amount.low < 100) return true;
  if (after?.text === ')' && before?.text === '(') {
    const owner = cells[amount.first - 2];
    return owner === undefined || !(owner.pos === 'PROPN' && amount.low >= 16 && amount.low < 100);
  }
  return false;
}

/** "a hundred per cent sure", "100 percent behind it": wholly, and no share of anything. */
export function isWholly(cells: readonly Cell[], amount: Amount): boolean {
  if (amount.unit?.name !== 'percentage' || amount.low !== 100 || amount.high !== 100) return false;
  const next = cells[amount.end];
  const after = next?.pos === 'ADV' || next?.lower === 'on' ? cells[amount.end + 1] : next;
  return sure.has(next?.lower ?? '') || sure.has(after?.lower ?? '');
}

/** "would love to one day buy a boat": some time. */
function isOneDay(cells: readonly Cell[], amount: Amount): boolean {
  if (amount.low !== 1 || amount.high !== 1 || cells[amount.unitFirst]?.lower !== 'day' || amount.start < amount.first)
    return false;
  const before = cells[amount.first - 1]?.lower ?? '';
  const next = cells[amount.unitEnd]?.pos;
  return (next === 'VERB' || next === 'AUX') && /^(?:to|will|would|may|might|could|can|should|'ll|'d)$/.test(before);
}

/** "one another", "no one", "two-way". */
export function isIdiom(cells: readonly Cell[], amount: Amount, counted: Counted | null): boolean {
  const before = cells[amount.start - 1];
  const after = cells[amount.end];
  if (
    counted?.attributive === true &&
    cells[counted.first - 1]?.lower === '-' &&
    compoundHeads.has(cells[counted.first]?.lower ?? '')
  )
    return true;
  if (after?.lower === '-' && !after.spaceBefore && compoundHeads.has(cells[amount.end + 1]?.lower ?? '')) return true;
  if (
    amount.numeral.form === 'words' &&
    amount.low === 1 &&
    amount.unit === null &&
    amount.range === 'none' &&
    amount.numeral.scale === 1
  )
    return isPronounOne(cells, amount, counted);
  if (
    amount.unit === null &&
    counted === null &&
    amount.numeral.form === 'words' &&
    amount.low < 20 &&
    amount.start === amount.first
  ) {
    // "the other four are feared dead"
    const rest = before?.lower === 'other' || before?.lower === 'remaining';
    if (rest && (after?.pos === 'AUX' || after?.pos === 'VERB') && befalls(cells, amount.end)) return false;
    return (
      before !== undefined &&
      /^(?:the|these|those|all|any|other|both|day|his|her|my|our|your|their|first|last)$/.test(before.lower)
    );
  }
  return false;
}

const fates = new Set(ellipsis.fates);

/** Does a predicate that tells what became of people begin here? */
function befalls(cells: readonly Cell[], at: number): boolean {
  for (let index = at; index < at + 5; index++) {
    const cell = cells[index];
    if (cell === undefined || cell.pos === 'PUNCT' || cell.pos === 'NOUN') return false;
    if (fates.has(cell.lower)) return true;
  }
  return false;
}

function isPronounOne(cells: readonly Cell[], amount: Amount, counted: Counted | null): boolean {
  const before = cells[amount.start - 1]?.lower;
  if (counted === null || counted.part === 'pronoun') return !(counted?.part === 'pronoun');
  if (before === 'no' || before === 'any' || before === 'every' || before === 'each') return true;
  const head = cells[counted.head]?.lower;
  if (before === 'on' && (head === 'hand' || head === 'side')) return true;
  return head === 'thing' || head === 'things' || head === 'another' || head === 'hell' || head === 'kind';
}

/** Rules that need no noun phrase. */
export function isNoClaim(cells: readonly Cell[], amount: Amount): boolean {
  return (
    isCode(cells, amount) ||
    isResolution(cells, amount) ||
    isYearOfPeriod(cells, amount) ||
    isWholly(cells, amount) ||
    isNamedMeasure(cells, amount) ||
    isOneDay(cells, amount) ||
    isClock(cells, amount) ||
    isDate(cells, amount) ||
    isAddress(cells, amount)
  );
}

/** Rules that need to know what is counted. */
export function isNoCount(cells: readonly Cell[], amount: Amount, counted: Counted | null): boolean {
  return (
    isYear(cells, amount, counted) ||
    isName(cells, amount, counted) ||
    isScore(cells, amount, counted) ||
    isIdiom(cells, amount, counted)
  );
}
