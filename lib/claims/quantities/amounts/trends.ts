/** Which way a number moved: "rose 3%", "fell to 12", "up 58 points", "2% lower". */
import type { Cell } from '../cells';
import data from '../data/trends.json';

export type Trend = 'up' | 'down';

const verbs = new Map<string, Trend>();
for (const word of data.up) if (!word.includes(' ')) verbs.set(word, 'up');
for (const word of data.down) if (!word.includes(' ')) verbs.set(word, 'down');
const reach = new Set(data.reach);
const value = new Set(data.value);
const mid = new Set(data.mid);
const nounsToo = new Set(data.nounsToo);
const moves = new Set(data.moves);
const phrasal = new Set(data.phrasal);
const sure = new Set(data.sure);
const up = new Set(data.particlesUp);
const down = new Set(data.particlesDown);

export const isTrendVerb = (lower: string): boolean => verbs.has(lower) && !reach.has(lower);
/** Forms that are verbs wherever they stand: "rose", "slid". */
export const isSureTrend = (lower: string): boolean => sure.has(lower);
export const isReachVerb = (lower: string): boolean => reach.has(lower);

export interface TrendMatch {
  trend: Trend;
  /** Index of the verb or particle. */
  at: number;
  /** The number is what was reached ("fell to 12"), not how far it moved. */
  level: boolean;
  /** "origin": the number is what something moved away from ("up from 12"). */
  kind: 'verb' | 'particle' | 'reach' | 'after' | 'origin';
  /** The verb tells a trend only of money, points and percentages ("lost", "raised"), unless "by" stands before the number. */
  valueOnly: boolean;
}

/** Does the cell say that something rises or falls, as a verb? */
function verbTrend(cells: readonly Cell[], index: number): Trend | null {
  const cell = cells[index];
  if (cell === undefined) return null;
  const trend = verbs.get(cell.lower);
  if (trend === undefined) return null;
  if (!nounsToo.has(cell.lower) || cell.pos === 'VERB') return trend;
  return cells[index + 1]?.lower === 'by' ? trend : null;
}

/**
 * @param start first cell of hedge and number. @param number first cell of currency and number. @param end cell after number and unit.
 * @returns the movement that the words around the number tell, or null.
 */
export function trendAround(cells: readonly Cell[], start: number, number: number, end: number): TrendMatch | null {
  const hedge = cells[start];
  // "passed 5,000": the hedge is the verb.
  if (start < number && hedge !== undefined && reach.has(hedge.lower)) {
    return { trend: 'up', at: start, level: true, kind: 'reach', valueOnly: false };
  }
  let level = false;
  let by = false;
  let origin = false;
  for (let index = start - 1; index >= Math.max(0, start - 6); index--) {
    const cell = cells[index];
    if (cell === undefined) break;
    const { lower, pos } = cell;
    const particle = up.has(lower) ? 'up' : down.has(lower) ? 'down' : null;
    if (particle !== null && pos !== 'NOUN') {
      const verb = cells[index - 1];
      // "gave up 500", "set up 12"
      if (phrasal.has(verb?.lower ?? '')) return null;
      if (verb?.pos === 'VERB' && !moves.has(verb.lower) && !verbs.has(verb.lower)) return null;
      return { trend: particle, at: index, level, kind: origin ? 'origin' : 'particle', valueOnly: false };
    }
    if (reach.has(lower) && pos !== 'NOUN') {
      return level || by || origin ? null : { trend: 'up', at: index, level: true, kind: 'reach', valueOnly: false };
    }
    const trend = verbTrend(cells, index);
    if (trend !== null)
      return {
        trend,
        at: index,
        level,
        kind: origin ? 'origin' : 'verb',
        valueOnly: value.has(lower) && !by && !level,
      };
    if (lower === 'to') level = true;
    else if (lower === 'by') by = true;
    else if (lower === 'from') origin = true;
    else if (pos !== 'ADV' && !mid.has(lower)) {
      // "cut its rate by a point": the object stands between.
      const moved = by && !level && !origin ? objectVerb(cells, index) : -1;
      const way = moved < 0 ? null : verbTrend(cells, moved);
      return way === null ? after(cells, end) : { trend: way, at: moved, level: false, kind: 'verb', valueOnly: false };
    }
  }
  return after(cells, end);
}

/** The verb before a noun phrase that ends at `at`, or -1. */
function objectVerb(cells: readonly Cell[], at: number): number {
  for (let index = at; index >= Math.max(0, at - 5); index--) {
    const cell = cells[index];
    if (cell?.pos === 'VERB') return index;
    if (cell === undefined || !/^(?:NOUN|ADJ|DET|PRON|PROPN|PART)$/.test(cell.pos)) return -1;
  }
  return -1;
}

/** "2% lower" */
function after(cells: readonly Cell[], end: number): TrendMatch | null {
  const next = cells[end];
  if (next === undefined || (next.lower !== 'higher' && next.lower !== 'lower')) return null;
  return { trend: next.lower === 'higher' ? 'up' : 'down', at: end, level: false, kind: 'after', valueOnly: false };
}
