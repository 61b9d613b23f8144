/** What neighbouring numbers tell of one another: conversions, "or 0.2%", "to £80m, from £60m". */
import type { Cell } from './cells';
import type { Quantity } from './quantity';

const lowerAt = (cells: readonly Cell[], at: number): string => cells[at]?.lower ?? '';

/** "3 degrees Celsius (5.4 Fahrenheit)", "lost 40 points, or 0.2%": the same amount in other words. */
function restates(cells: readonly Cell[], before: Quantity, quantity: Quantity): boolean {
  const gap = quantity.first - before.end;
  if (quantity.unit.name === before.unit.name || quantity.unit.kind === 'count' || quantity.unit.kind === 'duration')
    return false;
  if (gap === 1 && lowerAt(cells, before.end) === '(') return lowerAt(cells, quantity.end) === ')';
  if (gap === 1) return lowerAt(cells, before.end) === 'or';
  return gap === 2 && lowerAt(cells, before.end) === ',' && lowerAt(cells, before.end + 1) === 'or';
}

/** Brings hedges and trends over; changes the quantities in place. */
export function relate(cells: readonly Cell[], quantities: Quantity[]): void {
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index] as Quantity;
    const before = quantities[index - 1];
    const after = quantities[index + 1];
    if (before !== undefined && restates(cells, before, quantity)) {
      if (quantity.trend === null) quantity.trend = before.trend;
      if (quantity.modifier === 'exact' && lowerAt(cells, before.end) === '(') quantity.modifier = before.modifier;
    }
    const opener = lowerAt(cells, quantity.amount.start - 1);
    if (opener !== 'to' || quantity.trend !== null) continue;
    // "went from 46% in 2019 to 68% in 2020"
    if (
      before !== undefined &&
      before.unit.name === quantity.unit.name &&
      lowerAt(cells, before.amount.start - 1) === 'from' &&
      before.low !== quantity.low &&
      quantity.first - before.end <= 6 &&
      quantity.unit.kind !== 'duration'
    ) {
      quantity.trend = {
        trend: quantity.low > before.low ? 'up' : 'down',
        at: quantity.first,
        level: true,
        kind: 'verb',
        valueOnly: false,
      };
      continue;
    }
    // "from 6,000 cows in 2016 to almost 9,000 in 2020"
    if (before !== undefined && before.trend?.kind === 'origin' && before.unit.name === quantity.unit.name) {
      quantity.trend = { ...before.trend, kind: 'verb', level: true };
    }
    // "lifts its stock to £80m, from £60m"
    if (
      after !== undefined &&
      after.unit.name === quantity.unit.name &&
      lowerAt(cells, after.amount.start - 1) === 'from' &&
      after.first - quantity.end <= 3 &&
      after.low !== quantity.low
    ) {
      quantity.trend = {
        trend: quantity.low > after.low ? 'up' : 'down',
        at: quantity.first,
        level: true,
        kind: 'verb',
        valueOnly: false,
      };
    }
  }
}
