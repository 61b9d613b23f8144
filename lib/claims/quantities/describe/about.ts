/**
 * What a number describes, from the structure of its sentence: the noun that a measure stands before ("a 5 kW motor"), the complement ("60% of
 * its revenue"), the noun that governs it ("a grant of $3 million") and the subject of its clause. The logic is that of NewsQuant's annotation
 * (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor").
 */
import type { Cell } from '../cells';
import data from '../data/about.json';
import type { Quantity } from '../quantity';
import { type Chunk, readChunks } from './chunks';
import {
  complementAt,
  contentOf,
  describeBracket,
  describeGoverned,
  describeHedged,
  describeListed,
  describeMeasured,
  measuredNoun,
  onlyOf,
  opensVerb,
  subjectCells,
} from './descriptions';

import { endOfChain, headLower, previousSubject, type Scene, verbBefore } from './structure';

const reporting = new Set(data.reporting);

/** What a number describes. */
export interface Described {
  /** Cells, in the order of the text; empty for none. */
  cells: readonly number[];
  /** They are the subject of the number's clause and no part of its own phrase: who "arrested six people". */
  subject: boolean;
}

/** What the quantity in the chunk at `at` describes by its own phrase; null when only the clause around it can tell. */
function describeQuantity(scene: Scene, quantity: Quantity, at: number, last: number): number[] | null {
  const { chunks, cells } = scene;
  const verb = verbBefore(scene, at);
  if (quantity.age) {
    // "Maddon, 66,", "the driver, who was 40"
    const owner = chunks[at - 1]?.kind === 'comma' ? chunks[at - 2] : chunks[at - 1];
    const place = chunks[at - 1]?.kind === 'comma' ? at - 2 : at - 1;
    if (owner?.kind === 'noun') {
      // "her brother Emil, who was 12": the name says it all.
      const whole = contentOf(scene, { first: place, last: place });
      const name = whole.filter((cell) => cells[cell]?.pos === 'PROPN');
      return cells[owner.head]?.pos === 'PROPN' && name.length > 0 ? name : whole;
    }
  }
  // "one in five Britons"
  const whole = chunks[at + 1];
  if (quantity.unit.kind === 'none' && quantity.amount.numeral.form === 'fraction' && whole?.kind === 'noun') {
    return contentOf(scene, { first: at + 1, last: at + 1 });
  }
  const noun = measuredNoun(scene, quantity, at);

  // "68-year-old Ann Berg"
  if (noun > 0 && quantity.age) return contentOf(scene, { first: noun, last: endOfChain(scene, noun, onlyOf, false) });
  if (noun > 0) return describeMeasured(scene, quantity, at, noun, verb);
  const bracket = describeBracket(scene, at);
  if (bracket !== null) return bracket;
  const governed = describeGoverned(scene, quantity, at, verb);
  const complement = complementAt(scene, quantity, at, verb);
  if (complement > 0) {
    const chunk = chunks[complement] as Chunk;
    const found = contentOf(scene, { first: complement, last: endOfChain(scene, complement, onlyOf, false) });
    // "a grant of $3 million for repairs", but "a price of 90p on the share"
    const word = cells[chunks[at + 1]?.first ?? -1]?.lower;
    if (governed.length > 0)
      return quantity.unit.kind === 'count' || word === 'on' ? governed : [...governed, ...found];
    const whole =
      quantity.unit.kind !== 'count' &&
      quantity.unit.kind !== 'none' &&
      chunks[at + 1]?.first !== undefined &&
      cells[chunks[at + 1]?.first ?? -1]?.lower === 'of';
    let left = at - 1;
    while (chunks[left]?.kind === 'other') left--;
    // "6 tons of hay and 2 tons of straw": the second object of the same verb.
    if (chunks[left]?.kind === 'and' && chunks[verb + 1]?.kind !== 'noun' && last === verb + 1) left = verb;
    // "found 40% of bakers agreed": a clause of its own.
    const clause =
      opensVerb(chunks[endOfChain(scene, complement, onlyOf, false) + 1]) ||
      (verb >= 0 && reporting.has(headLower(scene, chunks[verb] as Chunk)));
    return chunk.possessed || (whole && verb === left && !clause) ? [...subjectCells(scene, verb), ...found] : found;
  }
  if (governed.length > 0) return governed;
  const hedged = describeHedged(scene, quantity, at, verb);
  if (hedged.length > 0) return hedged;
  const listed = describeListed(scene, quantity, at);
  if (listed !== null) return listed;
  const next = chunks[at + 1];
  let left = at - 1;
  while (chunks[left]?.kind === 'other') left--;
  const before = chunks[left]?.kind;
  // "the laptop 16 inch is"
  if (opensVerb(next) && before === 'noun' && chunks[left]?.end === quantity.first && quantity.unit.kind !== 'count') {
    return contentOf(scene, { first: left, last: left });
  }

  // The number's own phrase is the subject: "Dozens of shops were closed".
  if ((opensVerb(next) || next?.kind === 'relative') && before !== 'preposition' && before !== 'verb') return [];
  return null;
}

/** The subject of the clause that the quantity in the chunk at `at` stands in. */
function describeClause(scene: Scene, at: number): number[] {
  const { chunks, cells } = scene;
  const verb = verbBefore(scene, at);
  if (verb >= 0) return subjectCells(scene, verb);
  const from = Math.max(0, at - 40);
  const earlier = chunks.slice(from, at);
  if (earlier.some((chunk) => chunk.kind === 'stop' && cells[chunk.first]?.text !== ':')) return [];
  return contentOf({ cells, chunks: earlier }, previousSubject({ cells, chunks: earlier }, earlier.length - 1, 0));
}

/** Is the quantity the one before it in other words: "7 miles (11 km)", "40 points, or 0.2%", "60% of its value, or $30 billion"? */
function restates(scene: Scene, at: number, last: number, quantity: Quantity, before: Quantity | undefined): boolean {
  const { chunks, cells } = scene;
  if (last < 0) return false;
  const opener = chunks[at - 1];
  if (opener === undefined) return false;
  const text = cells[opener.first]?.lower ?? '';
  if (text === '(') return last === at - 2;
  // "down 9p at 120p", "compared with 63"
  if (text === 'at' && last === at - 2) return true;
  if ((text === 'with' || text === 'to') && cells[opener.first - 1]?.lower === 'compared') return true;
  if (text !== 'or' || chunks[at + 1]?.kind === 'preposition' || before?.unit.name === quantity.unit.name) return false;
  for (let index = last + 1; index < at; index++) if (chunks[index]?.kind === 'verb') return false;
  return true;
}

const inOrder = (cells: readonly number[]): number[] => [...new Set(cells)].sort((a, b) => a - b);

/** @returns for each quantity of the sentence what it describes. */
export function findAbout(cells: readonly Cell[], quantities: readonly Quantity[]): Described[] {
  const chunks = readChunks(cells, quantities);
  const scene = { cells, chunks };
  const result: Described[] = quantities.map(() => ({ cells: [], subject: false }));
  let last = -1;
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const quantity = quantities[chunk.quantity];
    if (chunk.kind !== 'quantity' || quantity === undefined) continue;
    const before = last < 0 ? undefined : result[chunks[last]?.quantity ?? -1];
    if (before !== undefined && restates(scene, at, last, quantity, quantities[chunk.quantity - 1]))
      result[chunk.quantity] = before;
    else {
      const own = describeQuantity(scene, quantity, at, last);
      result[chunk.quantity] = { cells: inOrder(own ?? describeClause(scene, at)), subject: own === null };
    }
    last = at;
  }
  for (let index = quantities.length - 2; index >= 0; index--) {
    // "a 4- or 5-inch nail": one noun for the whole list.
    const next = result[index + 1];
    if (quantities[index]?.amount.shared === true && next) result[index] = next;
  }
  for (let index = 1; index < quantities.length; index++) {
    // "nine hundred 30cl cans": a measure inside a counted phrase describes its noun.
    const [outer, inner] = [quantities[index - 1], quantities[index]];
    if (outer?.counted && inner && inner.first < outer.end)
      result[index] = { cells: inner.unit.kind === 'count' ? [] : [outer.counted.head], subject: false };
  }
  return result;
}
