/** What a numeral is, the tables of number words, and magnitudes ("million", "bn", "m"). */
import type { Cell } from '../cells';
import data from '../data/numbers.json';

export interface Numeral {
  /** Cells, `first` inclusive, `end` exclusive. */
  first: number;
  end: number;
  /** Equal, except for vague plurals ("dozens": 12 to 120). */
  low: number;
  high: number;
  form: 'digits' | 'words' | 'fraction' | 'vague';
  /** Digits without grouping, decimals and magnitude: could be a year, a number in a name, a page. */
  plain: boolean;
  /** The magnitude word or sign at the end ("2-3 billion" shares it); 1 if none. */
  scale: number;
  /** Opened by "a": "a dozen", "a third". */
  article: boolean;
}

/** What the readers of money know and this file does not: is the numeral an amount of money ("$5m")? */
export interface NumeralContext {
  money: boolean;
}

const table = (record: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(record));

export const small = table(data.small);

export const tens = table(data.tens);

export const magnitudes = table(data.magnitudes);

const abbreviations = table(data.abbreviations);

const glued = table(data.glued);

export const plurals = table(data.plurals);

export const denominators = table(data.denominators);

/** Lower-case words that can open a numeral: the quick test of whether a sentence has any. */
export const numeralOpeners: ReadonlySet<string> = new Set([
  ...small.keys(),
  ...tens.keys(),
  ...magnitudes.keys(),
  ...plurals.keys(),
  ...denominators.keys(),
]);

export const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value);

const isHyphen = (cell: Cell | undefined): boolean => cell !== undefined && cell.lower === '-' && !cell.spaceBefore;

/** The cell after an optional glued hyphen. */
export const past = (cells: readonly Cell[], at: number): number =>
  isHyphen(cells[at]) && cells[at + 1]?.spaceBefore === false ? at + 1 : at;

/** @returns the factor that a magnitude word or sign at `at` stands for, or 0. "m", "b" and "t" count only where a unit cannot be meant. */
function magnitudeAt(cells: readonly Cell[], at: number, context: NumeralContext): number {
  const cell = cells[at];
  if (cell === undefined) return 0;
  const word = magnitudes.get(cell.lower);
  if (word !== undefined) return cell.lower === 'score' ? 0 : word;
  const short = abbreviations.get(cell.lower);
  if (short !== undefined) return short;
  if (cell.text.length > 2) return 0;
  const sign = glued.get(cell.text);
  if (sign === undefined) return 0;
  if (context.money) return cell.spaceBefore && sign < 1e6 ? 0 : sign;
  if (cell.spaceBefore) return cell.text === 'M' && isNounish(cells[at + 1]) ? sign : 0;
  if (cell.text === 'k' || cell.text === 'bn' || cell.text === 'M' || cell.text === 'MM') return sign;
  return isCountedNext(cells, at + 1) ? sign : 0;
}

const isNounish = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.pos === 'NOUN' || cell.pos === 'ADJ' || cell.pos === 'PROPN');

/** "35m of its devices", "12.3m tonnes", "4.3M sales", "200m people": something is counted, so that the letter is a magnitude. */
function isCountedNext(cells: readonly Cell[], at: number): boolean {
  const next = cells[at];
  if (next === undefined || !next.spaceBefore) return false;
  if (next.lower === 'of') return true;
  for (let index = at; index < at + 4; index++) {
    const cell = cells[index];
    if (cell === undefined) return false;
    if (cell.lower === 'people' || cell.lower === 'metric') return true;
    if (cell.pos === 'NOUN' && cell.lower.endsWith('s') && !cell.lower.endsWith('ss')) return true;
    if (!isNounish(cell) && cell.lower !== 'and') return false;
  }
  return false;
}

/** Consumes magnitudes after `at`: "million", "-million", "bn". */
export function withMagnitudes(cells: readonly Cell[], numeral: Numeral, context: NumeralContext): Numeral {
  let { end } = numeral;
  let factor = 1;
  for (;;) {
    const at = past(cells, end);
    const found = magnitudeAt(cells, at, context);
    if (found === 0) break;
    factor *= found;
    end = at + 1;
    if (found < 100) break;
  }
  if (factor === 1) return numeral;
  return {
    ...numeral,
    end,
    low: tidy(numeral.low * factor),
    high: tidy(numeral.high * factor),
    scale: factor,
    plain: false,
  };
}

/** @returns the factor of a magnitude word ("million"), or 0. */
export const magnitudeWord = (lower: string | undefined): number => magnitudes.get(lower ?? '') ?? 0;
