/** How a later number stands to an earlier one. */
export type Relation = 'same' | 'overlaps' | 'higher' | 'lower' | 'adds' | 'part_of';

type Range = readonly [number, number];

/** Relative difference below which two numbers are one number written twice. */
const rounding = 1e-6;
export const near = (a: number, b: number) =>
  a === b || Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));

/** By the numbers alone; modifiers do not count ("over 60" after "about 60" is the same number). */
export function numericRelation(later: Range, earlier: Range): 'same' | 'overlaps' | 'higher' | 'lower' {
  if (near(later[0], earlier[0]) && near(later[1], earlier[1])) return 'same';
  if (later[0] <= earlier[1] && earlier[0] <= later[1]) return 'overlaps';
  return later[0] > earlier[1] ? 'higher' : 'lower';
}
