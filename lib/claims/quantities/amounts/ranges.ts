/** Ranges and alternatives: "10,000-12,000", "between 3 and 5", "three or four", "$2-3 billion". */
import type { Modifier } from '../../../annotation';
import type { Cell } from '../cells';
import type { Numeral } from '../numbers/numerals';
import type { Unit } from '../units/lexicon';
import { isTrendVerb } from './trends';

export interface Amount {
  /** Cells from currency or number to unit, `first` inclusive, `end` exclusive. */
  first: number;
  end: number;
  low: number;
  high: number;
  numeral: Numeral;
  unit: Unit | null;
  /** Cells of the unit; equal when it is empty or shared from a later amount. */
  unitFirst: number;
  unitEnd: number;
  /** A currency stands before the number. */
  currencyFirst: boolean;
  /** "per day" and the like is part of the unit. */
  per: boolean;
  /** Joined from two numbers. */
  range: 'none' | 'to' | 'from' | 'between' | 'or' | 'hyphen';
  /** Unit taken over from a later amount of the same list. */
  shared: boolean;
  modifier: Modifier | null;
  /** First cell of the hedge, or `first`. */
  start: number;
}

export const isHyphen = (cell: Cell | undefined): boolean => cell?.lower === '-';

const sameUnit = (a: Unit | null, b: Unit | null): boolean =>
  a === null ||
  b === null ||
  a.name === b.name ||
  a.name.startsWith(`${b.name} per`) ||
  b.name.startsWith(`${a.name} per`);

/** Is the number before the cell at `at` opened by "between" or "from", hedges aside? */
function openedBy(cells: readonly Cell[], at: number): string {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const word = cells[index]?.lower;
    if (word === 'between' || word === 'from') return word;
    if (
      word !== 'of' &&
      word !== 'about' &&
      word !== 'up' &&
      word !== 'to' &&
      word !== 'just' &&
      word !== 'around' &&
      word !== 'an' &&
      word !== 'estimated' &&
      word !== 'roughly' &&
      word !== 'some' &&
      word !== 'nearly' &&
      word !== 'the' &&
      word !== 'over' &&
      word !== 'a' &&
      word !== 'anywhere' &&
      word !== 'US' &&
      word !== 'only'
    )
      return '';
  }
  return '';
}

/** Does a verb of change stand before the amount ("rose 3% to 58"), so that "to" opens the level reached? */
function changesBy(cells: readonly Cell[], first: number): boolean {
  for (let index = first - 1; index >= Math.max(0, first - 4); index--) {
    const cell = cells[index];
    if (cell === undefined) return false;
    if (isTrendVerb(cell.lower) || cell.lower === 'up' || cell.lower === 'down') return true;
    if (cell.pos !== 'ADV' && cell.pos !== 'ADP' && cell.pos !== 'ADJ' && cell.pos !== 'DET') return false;
  }
  return false;
}

const followedByNoun = (cells: readonly Cell[], at: number): boolean => {
  const cell = cells[at];
  return cell !== undefined && (cell.pos === 'NOUN' || cell.pos === 'PROPN' || cell.pos === 'ADJ') && cell.spaceBefore;
};

/** How two neighbouring amounts are joined into one range, or 'none'. */
export function joinOf(cells: readonly Cell[], a: Amount, b: Amount): Amount['range'] {
  if (a.numeral.form === 'vague' || b.numeral.form === 'vague' || !sameUnit(a.unit, b.unit)) return 'none';
  if (b.currencyFirst && !a.currencyFirst) return 'none';
  // A year beside a number of another kind: "in 2015 to 6.1 million".
  if (isYearLike(a) && !isYearLike(b)) return 'none';
  const gap = b.start - a.end;
  if (gap < 1 || gap > 3) return 'none';
  const one = cells[a.end];
  if (one === undefined) return 'none';
  const opener = openedBy(cells, a.first);
  if (isHyphen(one)) {
    // "0-to-60-mph"
    if (gap >= 2) return cells[a.end + 1]?.lower === 'to' ? 'to' : 'none';
    if (a.unit !== null && b.unit === null && !a.currencyFirst) return 'none';
    if (one.spaceBefore !== (cells[a.end + 1]?.spaceBefore ?? false) && !b.unit) return 'none';
    return 'hyphen';
  }
  if (gap !== 1) return 'none';
  if (one.text === '/' && a.currencyFirst && b.currencyFirst && !one.spaceBefore) return 'hyphen';
  if (one.lower === 'to' || one.lower === 'through') {
    // "won by 46 percent to 42 percent": a result, two numbers.
    if (opener !== 'from' && a.unit?.kind === 'percent' && b.unit !== null && a.low > b.low) return 'none';
    if (opener === 'from')
      return a.unit !== null && b.unit === null && !a.currencyFirst && followedByNoun(cells, b.end) ? 'none' : 'from';
    if (a.unit !== null && (changesBy(cells, a.first) || (b.unit === null && !a.currencyFirst))) return 'none';
    return 'to';
  }
  if (one.lower === 'and' && opener === 'between') return 'between';
  if (one.lower === 'or') {
    if (
      a.unit !== null ||
      a.numeral.form === 'fraction' ||
      b.low <= a.low ||
      (b.low > a.low * 2 && b.low !== a.low + 1) ||
      a.numeral.scale > 1
    )
      return 'none';
    return 'or';
  }
  return 'none';
}

const isYearLike = (amount: Amount): boolean =>
  amount.numeral.plain &&
  amount.unit === null &&
  amount.low >= 1000 &&
  amount.low <= 2199 &&
  Number.isInteger(amount.low);

export function join(a: Amount, b: Amount, range: Amount['range']): Amount {
  let low = a.low;
  if (
    b.numeral.scale > 1 &&
    a.numeral.scale === 1 &&
    Math.abs(a.low) < Math.abs(b.low) / b.numeral.scale + 1e-9 &&
    a.numeral.form !== 'fraction'
  ) {
    low *= b.numeral.scale;
  }
  const high = b.high;
  const unit = b.unit ?? a.unit;
  return {
    ...b,
    first: a.first,
    low,
    high,
    numeral: { ...b.numeral, first: a.numeral.first, plain: a.numeral.plain && b.numeral.plain },
    unit: a.unit !== null && a.currencyFirst && b.per === false ? a.unit : unit,
    unitFirst: b.unit === null ? a.unitFirst : b.unitFirst,
    unitEnd: b.unit === null ? a.unitEnd : b.unitEnd,
    currencyFirst: a.currencyFirst || b.currencyFirst,
    range,
    modifier: a.modifier,
    start: a.start,
  };
}
