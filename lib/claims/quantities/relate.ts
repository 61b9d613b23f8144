/** What neighbouring numbers tell of one another: conversions, "or 0.6%", "to $219 billion, from $109 billion". */
import type { Cell } from './cells';
import type { Quantity } from './quantity';

const lowerAt = (cells: readonly Cell[], at: number): string => cells[at]?.lower ?? '';

/** "1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit)", "lost 190 points, or 0.6%": the same amount in other words. */
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
    // "from $71 billion in 2019 to more than $211 billion in 2021"
    if (before !== undefined && before.trend?.kind === 'origin' && before.unit.name === quantity.unit.name) {
      quantity.trend = { ...before.trend, kind: 'verb', level: true };
    }
    // "takes its assets to $219 billion, from $109 billion"
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
