/** Which way a number moved: "rose 3%", "fell to 12", "up 58 points", "2% lower". */
import type { Cell } from './cells';
import data from './data/trends.json';

export type Trend = 'up' | 'down';

const verbs = new Map<string, Trend>();
for (const word of data.up) if (!word.includes(' ')) verbs.set(word, 'up');
for (const word of data.down) if (!word.includes(' ')) verbs.set(word, 'down');
const reach = new Set(data.reach);
const value = new Set(data.value);
const mid = new Set(data.mid);
const up = new Set(data.particlesUp);
const down = new Set(data.particlesDown);

export const isTrendVerb = (lower: string): boolean => verbs.has(lower) && !reach.has(lower);
export const isReachVerb = (lower: string): boolean => reach.has(lower);

export interface TrendMatch {
  trend: Trend;
  /** Index of the verb or particle. */
  at: number;
  /** The number is what was reached ("fell to 12"), not how far it moved. */
  level: boolean;
  kind: 'verb' | 'particle' | 'reach' | 'after';
  /** The verb tells a trend only of money, points and percentages ("lost", "gained"). */
  valueOnly: boolean;
}

/**
 * @param start first cell of hedge and number. @param end cell after number and unit.
 * @returns the movement that the words around the number tell, or null.
 */
export function trendAround(cells: readonly Cell[], start: number, end: number): TrendMatch | null {
  let level = false;
  let skipped = false;
  for (let index = start - 1; index >= Math.max(0, start - 6); index--) {
    const cell = cells[index];
    if (cell === undefined) break;
    const { lower, pos } = cell;
    const adjacent = index === start - 1;
    if ((up.has(lower) || down.has(lower)) && pos !== 'NOUN') {
      const trend = up.has(lower) ? 'up' : 'down';
      const verb = cells[index - 1];
      // "edged up", "went down": the verb stands before.
      if (lower === 'off' && !adjacent) return null;
      if (verb !== undefined && verb.lower === 'by') return null;
      if (skipped && !level && !adjacent) return null;
      return { trend, at: index, level, kind: 'particle', valueOnly: lower === 'off' };
    }
    if (reach.has(lower) && pos !== 'NOUN')
      return adjacent || skipped === false
        ? { trend: 'up', at: index, level: true, kind: 'reach', valueOnly: false }
        : null;
    const trend = verbs.get(lower);
    if (trend !== undefined && pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'ADP') {
      return { trend, at: index, level, kind: 'verb', valueOnly: value.has(lower) };
    }
    if (lower === 'to' || lower === 'at') {
      if (lower === 'at') return null;
      level = true;
      continue;
    }
    if (lower === 'from') {
      level = true;
      continue;
    }
    if (pos !== 'ADV' && !mid.has(lower)) break;
    skipped = true;
  }
  const next = cells[end];
  if (next !== undefined && (next.lower === 'higher' || next.lower === 'lower')) {
    return { trend: next.lower === 'higher' ? 'up' : 'down', at: end, level: false, kind: 'after', valueOnly: false };
  }
  return null;
}
