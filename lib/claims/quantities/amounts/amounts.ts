/** Amounts: numerals with sign, currency and measure, joined into ranges and lists that share a unit. */

import type { Cell } from '../cells';
import { readNumeral } from '../numbers/numbers';
import { magnitudeWord, numeralOpeners } from '../numbers/numerals';
import { currencyBefore, millionsOf } from '../units/currencies';
import type { Unit } from '../units/lexicon';
import { joinPer, perAfter } from '../units/per';
import { type UnitContext, unitAfter } from '../units/units';
import { modifierBefore } from './modifiers';
import { type Amount, isHyphen, join, joinOf } from './ranges';

/** "minus 5", "minus-5", "-5": the cell where the sign stands, or -1. A hyphen after a number is a range. */
function signBefore(cells: readonly Cell[], at: number, temperature: boolean): number {
  const one = cells[at - 1];
  const two = cells[at - 2];
  if (one === undefined) return -1;
  // "plus or minus 3 points" has no sign.
  if (one.lower === 'minus' && two?.lower === 'or') return -1;
  if (one.lower === 'minus' || one.lower === 'negative') return at - 1;
  if (one.lower !== '-') return -1;
  if (two?.lower === 'minus' && !one.spaceBefore) return at - 2;
  const free = two === undefined || one.spaceBefore || two.text === '(' || two.text === '$' || two.text === '£';
  if (!free || (two !== undefined && !Number.isNaN(two.value)) || two?.lower === 'to')
    return temperature && two?.pos !== 'NUM' && free ? at - 1 : -1;
  if (cells[at]?.spaceBefore === false) return at - 1;
  return temperature ? at - 1 : -1;
}

function readAmount(cells: readonly Cell[], at: number, context: UnitContext): Amount | null {
  const before = currencyBefore(cells, at);
  const numeral = readNumeral(cells, at, { money: before !== null });
  if (numeral === null) return null;
  let unit = before?.unit ?? null;
  let { low, high } = numeral;
  let { end } = numeral;
  let first = before?.first ?? at;
  let unitFirst = before?.first ?? end;
  let unitEnd = before?.end ?? end;
  const after = unitAfter(cells, { ...numeral, end }, context);
  if (after !== null && (unit === null || after.unit.kind === 'money')) {
    const again = unit !== null && after.unit.name !== unit.name && !/^dollars?$/.test(cells[after.first]?.lower ?? '');
    if (!again) {
      unit = unit ?? after.unit;
      unitFirst = after.first;
      unitEnd = after.end;
      end = after.end;
      const text = cells[after.first]?.text ?? '';
      if (millionsOf(text) !== undefined) {
        low *= 1e6;
        high *= 1e6;
      } else if (after.unit.kind === 'money') {
        // "75 USD million"
        const scale = /^[A-Z]{3}$/.test(text) && numeral.scale === 1 ? magnitudeWord(cells[end]?.lower) : 0;
        if (scale >= 1000) {
          low *= scale;
          high *= scale;
          end++;
          unitEnd = end;
        }
      }
    }
  } else if (before !== null && millionsOf(cells[at - 1]?.text ?? '') !== undefined) {
    low *= 1e6;
    high *= 1e6;
  } else if (
    before !== null &&
    /^(us|u\.s\.?)$/i.test(cells[end]?.text ?? '') &&
    /^[UuSs.]+$/.test(cells[end]?.text ?? '') &&
    cells[end]?.capital === true &&
    cells[end + 1]?.pos !== 'PROPN'
  ) {
    end++;
    unitEnd = end;
  }
  if (before === null && numeral.end === at + 1) {
    const million = currencyMillion(cells, at);
    if (million !== null) {
      unit = million;
      first = at - 1;
      low *= 1e6;
      high *= 1e6;
    }
  }
  if (unit?.kind === 'money')
    ({ high, low, end, unitEnd } = withCents(cells, { low, high, end, unitEnd }, unit, after !== null));
  const sign = signBefore(cells, first, unit?.kind === 'temperature');
  if (sign >= 0) {
    [low, high] = [-high, -low];
    first = sign;
  }
  let per = false;
  if (unit !== null) {
    const part = perAfter(cells, end) ?? perAfterOf(cells, end);
    if (part !== null && unit.kind !== 'speed') {
      unit = joinPer(unit, part.name);
      end = part.end;
      unitEnd = part.end;
      per = true;
    }
  }
  return {
    first,
    end,
    low,
    high,
    numeral,
    unit,
    unitFirst,
    unitEnd,
    currencyFirst: before !== null,
    per,
    range: 'none',
    shared: false,
    modifier: null,
    start: first,
  };
}

/** "MAUD 60" */
function currencyMillion(cells: readonly Cell[], at: number): Unit | null {
  return millionsOf(cells[at - 1]?.text ?? '') ?? null;
}

/** "litres of milk a day": a short of-phrase may stand between the unit and its "per" part. */
function perAfterOf(cells: readonly Cell[], at: number): { name: string; end: number } | null {
  if (cells[at]?.lower !== 'of') return null;
  for (let index = at + 1; index < at + 5; index++) {
    const cell = cells[index];
    if (cell === undefined) return null;
    if (cell.lower === 'a' || cell.lower === 'an' || cell.lower === 'per')
      return index > at + 1 ? perAfter(cells, index) : null;
    if (cell.pos !== 'NOUN' && cell.pos !== 'ADJ' && cell.pos !== 'PROPN') return null;
  }
  return null;
}

interface Extent {
  low: number;
  high: number;
  end: number;
  unitEnd: number;
}

/** "3 dollars 50 cents", "nine euros twenty", "15 dollars and 50": the hundredths belong to the amount. */
function withCents(cells: readonly Cell[], extent: Extent, unit: Unit, unitStandsAfter: boolean): Extent {
  if (
    !unitStandsAfter ||
    !unit.name.match(/dollar|euro|pound|yuan/) ||
    !Number.isInteger(extent.low) ||
    extent.low >= 1e5
  )
    return extent;
  const start = cells[extent.end]?.lower === 'and' ? extent.end + 1 : extent.end;
  const cents = readNumeral(cells, start, { money: false });
  if (cents === null || cents.low <= 0 || cents.low >= 100 || !Number.isInteger(cents.low) || cents.form === 'fraction')
    return extent;
  const next = cells[cents.end];
  if (next !== undefined && /^(cents?|pence|penny|p|centimes?)$/.test(next.lower)) {
    return { ...extent, low: extent.low + cents.low / 100, high: extent.high + cents.low / 100, end: cents.end + 1 };
  }
  const closes =
    next === undefined || (next.pos === 'PUNCT' && next.text !== '-' && next.text !== '$') || next.lower === 'more';
  if (!closes || (cents.low < 10 && cents.form === 'digits')) return extent;
  return { ...extent, low: extent.low + cents.low / 100, high: extent.high + cents.low / 100, end: cents.end };
}

/** Start of "an additional", "another" before the number at `at`, or -1. */
function extraBefore(cells: readonly Cell[], at: number): number {
  const word = cells[at - 1]?.lower ?? '';
  if (word === 'another') return at - 1;
  if (!/^(?:additional|extra|further)$/.test(word)) return -1;
  return /^an?$/.test(cells[at - 2]?.lower ?? '') ? at - 2 : at - 1;
}

function withModifier(cells: readonly Cell[], amount: Amount): Amount {
  const found = modifierBefore(cells, amount.first);
  if (found === null) {
    // "up to an additional 15 per cent"
    const more = extraBefore(cells, amount.first);
    const bound = more < 0 ? null : modifierBefore(cells, more);
    return bound === null || bound.modifier === 'about'
      ? amount
      : { ...amount, modifier: bound.modifier, start: bound.at };
  }
  // "up to about 60": the bound outside tells more.
  const outer = modifierBefore(cells, found.at);
  if (outer !== null)
    return { ...amount, modifier: found.modifier === 'about' ? outer.modifier : found.modifier, start: outer.at };
  return { ...amount, modifier: found.modifier, start: found.at };
}

/** The cheap test that spares most cells the readers of numerals. */
function mayOpen(cells: readonly Cell[], at: number): boolean {
  const cell = cells[at];
  if (cell === undefined) return false;
  if (cell.digits !== '') return true;
  const { lower } = cell;
  if (lower === 'a' || lower === 'an') {
    const next = cells[at + 1]?.lower ?? '';
    return numeralOpeners.has(next) || next === 'few' || next === 'couple';
  }
  return numeralOpeners.has(lower) || lower === 'several' || lower === 'few' || lower.endsWith('fold');
}

/** All amounts of a sentence in order, ranges joined. */
export function readAmounts(cells: readonly Cell[], context: UnitContext): Amount[] {
  const amounts: Amount[] = [];
  let at = 0;
  while (at < cells.length) {
    const amount = mayOpen(cells, at) ? readAmount(cells, at, context) : null;
    if (amount === null) {
      at++;
      continue;
    }
    let current = withModifier(cells, amount);
    const previous = amounts[amounts.length - 1];
    if (previous !== undefined) {
      // A hedge inside a range ("from 5 to as many as 10") belongs to the range.
      const range = joinOf(cells, previous, current);
      const bare =
        range === 'none' && current.start < current.first
          ? joinOf(cells, previous, { ...current, start: current.first })
          : range;
      if (bare !== 'none' && previous.range === 'none') {
        current = join(previous, current, bare);
        amounts.pop();
      } else if (bare !== 'none' && isHyphen(cells[previous.end]) && previous.range !== 'hyphen') {
        // "from 8 to 11-12 billion"
        current = join(previous, current, previous.range);
        amounts.pop();
      }
    }
    amounts.push(current);
    at = Math.max(amount.end, at + 1);
  }
  return amounts;
}
