/** Currencies before and after a numeral: "$", "A$", "USD", "5 €", "30 MUSD". */
import type { Cell } from '../cells';
import currencyData from '../data/currencies.json';
import { currencyCode, currencySign, dollar, dollarLetters, type Unit } from './lexicon';
import type { UnitMatch } from './units';

const isGlued = (cell: Cell | undefined): boolean => cell !== undefined && !cell.spaceBefore;

/** Letters that are signs of a currency only where digits are glued to them. */
const gluedLetters = new Set(currencyData.letters);

/** Letters before "$" that are words of English too need to be glued to it. */
const ambiguousLetters = new Set(['A', 'a', 'R', 'J', 'Z', 'Can']);

/** @param at index of the numeral's first cell. @returns the currency that stands before it ("$", "A$", "US $", "$US", "USD", "Rs"). */
export function currencyBefore(cells: readonly Cell[], at: number): UnitMatch | null {
  const one = cells[at - 1];
  const two = cells[at - 2];
  if (one === undefined) return null;
  if (one.text === '$') {
    const letters = two === undefined ? undefined : (dollarLetters(two.text) ?? undefined);
    if (two !== undefined && letters !== undefined && (!one.spaceBefore || !ambiguousLetters.has(two.text))) {
      return { first: at - 2, end: at, unit: letters };
    }
    return { first: at - 1, end: at, unit: dollar };
  }
  if (two?.text === '$' && isGlued(one)) {
    const letters = dollarLetters(one.text);
    if (letters !== undefined) return { first: at - 2, end: at, unit: letters };
  }
  const sign = currencySign(one.text);
  if (
    sign !== undefined &&
    (one.text.length === 1 || one.text !== one.lower || one.lower === 'rs' || sign.name === 'sen')
  ) {
    if (gluedLetters.has(one.text) && !isGlued(cells[at])) return null;
    return { first: at - 1, end: at, unit: sign };
  }
  const code = currencyCode(one.text);
  // "10 USD 20": the code belongs to the number before it, unless that has one already.
  const taken = two !== undefined && !Number.isNaN(two.value) && currencyCode(cells[at - 3]?.text ?? '') === undefined;
  if (code !== undefined && (isGlued(cells[at]) || !taken)) return { first: at - 1, end: at, unit: code };
  if (one.lower === 'dollar' && two?.value === undefined) return { first: at - 1, end: at, unit: dollar };
  if (one.lower === 'dollar' && Number.isNaN(two?.value ?? 0)) return { first: at - 1, end: at, unit: dollar };
  return null;
}

/** "MUSD", "MEUR": millions of a currency. */
export function millionsOf(text: string): Unit | undefined {
  return text.length === 4 && text.startsWith('M') ? currencyCode(text.slice(1)) : undefined;
}

/** Currency after the numeral: "5 €", "10 USD", "420 million Finnish markka", "75 USD million" (then `factor`). */
export function currencyAfter(cells: readonly Cell[], at: number): UnitMatch | null {
  const cell = cells[at];
  if (cell === undefined) return null;
  const next = cells[at + 1];
  if (cell.text === '$') {
    if (next !== undefined && !Number.isNaN(next.value) && isGlued(next)) return null;
    return { first: at, end: at + 1, unit: dollar };
  }
  if (next?.text === '$' && isGlued(next) && Number.isNaN(cells[at + 2]?.value ?? Number.NaN)) {
    const letters = dollarLetters(cell.text);
    if (letters !== undefined) return { first: at, end: at + 2, unit: letters };
  }
  const sign = currencySign(cell.text);
  if (
    sign !== undefined &&
    (cell.text.length === 1
      ? !gluedLetters.has(cell.text)
      : cell.text === 'kn' ||
        cell.text === 'Ft' ||
        cell.text === 'Kč' ||
        cell.text === 'zł' ||
        cell.text.charCodeAt(0) > 0x2ff)
  ) {
    if (next !== undefined && !Number.isNaN(next.value) && isGlued(next) && cell.spaceBefore) return null;
    return { first: at, end: at + 1, unit: sign };
  }
  const code = currencyCode(cell.text) ?? millionsOf(cell.text);
  if (code !== undefined) {
    if (next !== undefined && !Number.isNaN(next.value) && isGlued(next)) return null;
    const end = next?.text === '$' && isGlued(next) ? at + 2 : at + 1;
    return { first: at, end, unit: code };
  }
  return null;
}
