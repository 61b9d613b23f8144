/** Numerals: digits and number words, with their magnitudes, read into values. */
import type { Cell } from '../cells';
import { fromFraction, fromRatio, slashFraction, withHalf } from './fractions';
import { fromFold, fromVague, fromWords } from './numberwords';
import { type Numeral, type NumeralContext, withMagnitudes } from './numerals';

const isGluedHyphen = (cells: readonly Cell[], at: number): boolean =>
  cells[at]?.lower === '-' && cells[at]?.spaceBefore === false && cells[at + 1]?.spaceBefore === false;

function fromDigits(cells: readonly Cell[], at: number, context: NumeralContext): Numeral | null {
  const cell = cells[at];
  if (cell === undefined || cell.digits === '') return null;
  const numeral: Numeral = {
    first: at,
    end: at + 1,
    low: cell.value,
    high: cell.value,
    form: cell.digits === 'fraction' ? 'fraction' : 'digits',
    plain: cell.digits === 'integer',
    scale: 1,
    article: false,
  };
  const alone = slashFraction(cells, at);
  if (!Number.isNaN(alone))
    return withMagnitudes(
      cells,
      { ...numeral, end: at + 3, low: alone, high: alone, form: 'fraction', plain: false },
      context,
    );
  let value = cell.value;
  if (cell.digits === 'integer') {
    const next = cells[at + 1];
    const sign = next === undefined ? undefined : next.digits === 'fraction' ? next.value : undefined;
    const mixed = next?.digits === 'integer' ? slashFraction(cells, at + 1) : Number.NaN;
    if (sign !== undefined) {
      value += sign;
      numeral.end = at + 2;
    } else if (!Number.isNaN(mixed)) {
      value += mixed;
      numeral.end = at + 4;
    } else if (isGluedHyphen(cells, at + 1) && !Number.isNaN(slashFraction(cells, at + 2))) {
      // "a 2-1/2-year dispute"
      value += slashFraction(cells, at + 2);
      numeral.end = at + 5;
    } else if (cell.text.length <= 3 && next?.text === ',' && !next.spaceBefore && cells[at + 2]?.text === '000') {
      // Tokenised text: "10, 000".
      while (cells[numeral.end]?.text === ',' && cells[numeral.end + 1]?.text === '000') {
        value *= 1000;
        numeral.end += 2;
      }
    } else if (next?.lower === 'and' && cells[at + 2]?.lower === 'a' && cells[at + 3]?.lower === 'half') {
      value += 0.5;
      numeral.end = at + 4;
    }
    if (numeral.end > at + 1) numeral.plain = false;
  }
  numeral.low = value;
  numeral.high = value;
  return withMagnitudes(cells, numeral, context);
}

/**
 * @param at index of the cell where the numeral may open.
 * @returns the longest numeral that opens there, or null. Values are not signed.
 */
export function readNumeral(cells: readonly Cell[], at: number, context: NumeralContext): Numeral | null {
  const fraction = fromRatio(cells, at) ?? fromFraction(cells, at, context);
  if (fraction !== null) return fraction;
  const cell = cells[at];
  if (cell === undefined) return null;
  if (cell.digits !== '') return fromDigits(cells, at, context);
  const fold = fromFold(cells, at);
  if (fold !== null) return fold;
  const vague = fromVague(cells, at);
  if (vague !== null) return vague;
  const words = fromWords(cells, at);
  if (words === null) return null;
  return withHalf(cells, words, context);
}
