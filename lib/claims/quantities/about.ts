/**
 * What a number describes, from the structure of its sentence: the noun that a measure stands before ("a 5 kW motor"), the complement ("60% of
 * its revenue"), the noun that governs it ("a fine of $3 billion") and the subject of its clause. The logic is that of NewsQuant's annotation
 * (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor").
 */
import type { Cell } from './cells';
import { type Chunk, readChunks } from './chunks';
import data from './data/about.json';
import type { Quantity } from './quantity';
import {
  endOfChain,
  headLower,
  isTime,
  looseStart,
  previousSubject,
  type Range,
  type Scene,
  startOfChain,
  subjectOf,
  verbBefore,
} from './structure';

const carriers = new Set(data.carriers);
const times = new Set(data.times);
const dropped = new Set(data.dropped);
const phrasal = new Set(data.phrasal);
const pricing = new Set(data.pricing);
const moneyFor = new Set(data.moneyFor);
const percentFor = new Set(data.percentFor);
const copulas = new Set(['is', 'was', 'are', 'were', 'be', 'been', "'s", 'being', 'become', 'became']);
const reporting = new Set(data.reporting);
const onlyOf: ReadonlySet<string> = new Set(['of']);
const close: ReadonlySet<string> = new Set(['of', 'in', 'among', 'at', 'to', 'between', 'against']);

/** Content cells of the chunks of a range: function words, possessive marks and empty adjectives left out. */
function contentOf(scene: Scene, range: Range | null): number[] {
  const found: number[] = [];
  if (range === null) return found;
  for (let index = range.first; index <= range.last; index++) {
    const chunk = scene.chunks[index];
    if (chunk === undefined) break;
    const inner = index > range.first && index < range.last;
    if (chunk.kind !== 'noun' && chunk.kind !== 'quantity' && !(chunk.kind === 'verb' && inner)) continue;
    for (let at = chunk.first; at < chunk.end; at++) {
      const cell = scene.cells[at];
      if (
        cell === undefined ||
        cell.pos === 'DET' ||
        cell.pos === 'PRON' ||
        cell.pos === 'PART' ||
        cell.pos === 'AUX' ||
        cell.pos === 'ADP'
      )
        continue;
      if (/^['’]s?$/.test(cell.text) || cell.text === '/' || (cell.lower === 'to' && chunk.kind === 'noun')) continue;
      if (cell.text === '-' && (cell.spaceBefore || found[found.length - 1] !== at - 1)) continue;
      if (
        chunk.kind === 'noun' &&
        at < chunk.head &&
        (dropped.has(cell.lower) || (times.has(cell.lower) && cell.lower.startsWith('year')))
      )
        continue;
      found.push(at);
    }
  }
  return found;
}

const subjectCells = (scene: Scene, verb: number): number[] =>
  verb < 0 ? [] : contentOf(scene, subjectOf(scene, verb));

/** The noun chunk of "of X", "in X", "for X" after the quantity at `at`, numbers and determiners before it skipped; -1 if none. */
function complementAt(scene: Scene, quantity: Quantity, at: number, verb: number): number {
  const { chunks, cells } = scene;
  const preposition = chunks[at + 1];
  if (preposition?.kind !== 'preposition') return -1;
  let index = at + 2;
  while (
    index < at + 5 &&
    (chunks[index]?.kind === 'quantity' ||
      (chunks[index]?.kind === 'other' && cells[chunks[index]?.first ?? -1]?.pos === 'DET'))
  )
    index++;
  const noun = chunks[index];
  if (noun?.kind !== 'noun' || isTime(scene, noun)) return -1;
  const word = cells[preposition.first]?.lower ?? '';
  const { kind } = quantity.unit;
  if (word === 'of') return index;
  if (word === 'to' && kind === 'money' && verb >= 0 && headLower(scene, chunks[verb] as Chunk).startsWith('add'))
    return index;
  if (kind === 'percent') return percentFor.has(word) ? index : -1;
  if (kind !== 'money' || !moneyFor.has(word) || phrasal.has(headLower(scene, noun))) return -1;
  if (word === 'in' || word === 'on') return cells[noun.head]?.pos === 'NOUN' ? index : -1;
  return index;
}

/** Does the unit stand like a modifier before the noun that follows it (symbol, singular or hyphen), not like a plural of its own? */
function standsBefore(scene: Scene, quantity: Quantity): boolean {
  const last = scene.cells[quantity.end - 1];
  if (last === undefined || quantity.unit.name === '') return false;
  if (quantity.amount.currencyFirst || quantity.age || quantity.unit.kind === 'percent' || last.lower === 'times')
    return true;
  return !last.lower.endsWith('s') || last.text.length <= 3;
}

/** Adjectives and names of the same noun phrase before the quantity: "the iconic 3,900 sq m estate". */
function wordsBefore(scene: Scene, quantity: Quantity): number[] {
  const found: number[] = [];
  for (let at = quantity.first - 1; at >= Math.max(0, quantity.first - 6); at--) {
    const cell = scene.cells[at];
    if (cell === undefined) break;
    if (cell.pos === 'DET') return found.filter((index) => !dropped.has(scene.cells[index]?.lower ?? ''));
    if (/^['’]s$/.test(cell.text) && found.length === 0) return [];
    if (cell.pos !== 'ADJ' && cell.pos !== 'NOUN' && cell.pos !== 'PROPN' && !/^['’]s$/.test(cell.text)) break;
    if (!/^['’]s$/.test(cell.text)) found.unshift(at);
  }
  return [];
}

/** A measure before a noun: "a 5 kW motor", "0.6 per cent fee", "640bhp 5.2 litre engine". The noun chunk's index, or -1. */
function measuredNoun(scene: Scene, quantity: Quantity, at: number): number {
  const { chunks, cells } = scene;
  const countsThings = quantity.counted !== null && !quantity.counted.attributive && quantity.unit.kind === 'count';
  if (countsThings || quantity.elliptical || !standsBefore(scene, quantity)) return -1;
  let index = at + 1;
  while (chunks[index]?.kind === 'quantity' && chunks[index]?.first === chunks[index - 1]?.end && index < at + 3)
    index++;
  const next = chunks[index];
  if (
    next?.kind !== 'noun' ||
    next.first !== chunks[index - 1]?.end ||
    cells[next.first]?.pos === 'DET' ||
    next.possessed ||
    isTime(scene, next)
  )
    return -1;
  return index;
}

function describeMeasured(scene: Scene, quantity: Quantity, at: number, noun: number, verb: number): number[] {
  const { chunks, cells } = scene;
  const head = [
    ...wordsBefore(scene, quantity),
    ...contentOf(scene, { first: noun, last: endOfChain(scene, noun, close, false) }),
  ];
  const isOwnWord = (chunk: Chunk | undefined, next: Chunk | undefined): boolean =>
    chunk?.kind === 'other' || (chunk?.kind === 'noun' && chunk.end === next?.first);
  let left = at - 1;
  while (left > verb && isOwnWord(chunks[left], chunks[left + 1])) left--;
  const copula = verb >= 0 && copulas.has(headLower(scene, chunks[verb] as Chunk));
  const multiple = cells[quantity.end - 1]?.lower === 'times';
  if (left === verb && copula && !multiple) return head;
  // "demand for 300 sq m office space": the noun that governs the whole; else the subject.
  const governor = chunks[left - 1];
  if (chunks[left]?.kind === 'preposition' && governor?.kind === 'noun' && !isTime(scene, governor)) {
    const word = cells[chunks[left]?.first ?? -1]?.lower;
    if (word === 'of' || word === 'for') return [...contentOf(scene, { first: left - 1, last: left - 1 }), ...head];
  }
  return [...subjectCells(scene, verb), ...head];
}

/** The noun that governs the number over a preposition, with what else belongs to it; empty when none does. */
function describeGoverned(scene: Scene, quantity: Quantity, at: number, verb: number): number[] {
  const { chunks, cells } = scene;
  let left = at - 1;
  while (chunks[left]?.kind === 'other') left--;
  const preposition = chunks[left];
  const noun = chunks[left - 1];
  if (preposition?.kind !== 'preposition' || noun?.kind !== 'noun') return [];
  if (isTime(scene, noun)) return describeObject(scene, quantity, left, verb);
  const word = cells[preposition.first]?.lower ?? '';
  const { kind } = quantity.unit;
  const start = startOfChain(scene, left - 1);

  if (word === 'of' || word === 'worth' || word === 'with') {
    const governor = carriers.has(headLower(scene, noun)) ? [] : contentOf(scene, { first: left - 1, last: left - 1 });
    if (governor.length === 0) return [];
    if (kind === 'count' || word !== 'of') return governor;
    return [...governor, ...subjectCells(scene, verb)];
  }
  if (kind === 'duration' || quantity.age) return [];
  if (kind === 'count')
    return verb >= 0 && start === verb + 1 ? contentOf(scene, { first: start, last: left - 1 }) : [];
  // "bought a notebook for 1,200€", "revised its forecast from 5 to 7 per cent": the object, and who did it.
  if (!pricing.has(word) || verb < 0) return [];
  let first = start < 0 ? looseStart(scene, left - 1) : start;
  const object = { first, last: left - 1 };
  if (first <= verb) return [];
  while (first > verb + 1 && !/^(?:noun|comma|and)$/.test(chunks[first - 1]?.kind ?? 'noun')) first--;
  if (first !== verb + 1) return [];
  return [...contentOf(scene, object), ...subjectCells(scene, verb)];
}

/** "lowered its guidance for the first quarter to $84 billion": the object, a time between. */
function describeObject(scene: Scene, quantity: Quantity, preposition: number, verb: number): number[] {
  const { chunks, cells } = scene;
  const { kind } = quantity.unit;
  if (
    verb < 0 ||
    kind === 'duration' ||
    kind === 'count' ||
    quantity.age ||
    cells[chunks[preposition]?.first ?? -1]?.lower !== 'to'
  )
    return [];
  let first = verb + 1;
  while (chunks[first]?.kind === 'other') first++;
  if (chunks[first]?.kind !== 'noun' || first >= preposition || isTime(scene, chunks[first] as Chunk)) return [];
  return [...contentOf(scene, { first, last: endOfChain(scene, first, onlyOf, false) }), ...subjectCells(scene, verb)];
}

/** "(0.5 WAR)", "(16,369.03 up 58.06 points)": the noun before the bracket; null when the quantity is in none or has words of its own there. */
function describeBracket(scene: Scene, at: number): number[] | null {
  const { chunks, cells } = scene;
  for (let index = at - 1; index >= Math.max(0, at - 8); index--) {
    const chunk = chunks[index];
    if (chunk === undefined) return null;
    const text = cells[chunk.first]?.text;
    if (text === '(' || text === '[') {
      const noun = chunks[index - 1];
      return noun?.kind === 'noun' ? contentOf(scene, { first: index - 1, last: index - 1 }) : null;
    }
    if (text === ':' && chunks[index - 1]?.kind === 'noun' && !opensVerb(chunks[at + 1]))
      return contentOf(scene, { first: index - 1, last: index - 1 });
    if (chunk.kind !== 'quantity' && chunk.kind !== 'comma' && chunk.kind !== 'other' && chunk.kind !== 'preposition')
      return null;
  }
  return null;
}

/** "Acme Corp, down 68p": an item of a list with its movement. */
function describeListed(scene: Scene, quantity: Quantity, at: number): number[] | null {
  const { chunks } = scene;
  if (quantity.trend?.kind !== 'particle') return null;
  let index = at - 1;
  while (index > 0 && (chunks[index]?.first ?? 0) >= quantity.trend.at) index--;
  if (chunks[index]?.kind !== 'comma' || chunks[index - 1]?.kind !== 'noun') return null;
  return contentOf(scene, { first: index - 1, last: index - 1 });
}

const opensVerb = (chunk: Chunk | undefined): boolean => chunk?.kind === 'verb' && chunk.finite;

/** "additional investments over 35 GWh": a hedge that is a preposition hangs the number on the noun before it. */
function describeHedged(scene: Scene, quantity: Quantity, at: number, verb: number): number[] {
  const noun = scene.chunks[at - 1];
  const hedge = scene.cells[quantity.first]?.lower ?? '';
  if (quantity.first >= quantity.amount.first || !/^(?:over|under|above|below|around|up)$/.test(hedge)) return [];
  if (
    noun?.kind !== 'noun' ||
    isTime(scene, noun) ||
    quantity.unit.kind === 'count' ||
    quantity.unit.kind === 'duration'
  )
    return [];
  return verb === at - 2 ? contentOf(scene, { first: at - 1, last: at - 1 }) : [];
}

/** What the quantity in the chunk at `at` describes. */
function describeQuantity(scene: Scene, quantity: Quantity, at: number): number[] {
  const { chunks, cells } = scene;
  const verb = verbBefore(scene, at);
  if (quantity.age) {
    // "Maddon, 66,", "the driver, who was 40"
    const owner = chunks[at - 1]?.kind === 'comma' ? chunks[at - 2] : chunks[at - 1];
    if (owner?.kind === 'noun') return contentOf(scene, { first: chunks.indexOf(owner), last: chunks.indexOf(owner) });
  }
  const noun = measuredNoun(scene, quantity, at);
  if (noun > 0) return describeMeasured(scene, quantity, at, noun, verb);
  const bracket = describeBracket(scene, at);
  if (bracket !== null) return bracket;
  const governed = describeGoverned(scene, quantity, at, verb);
  const complement = complementAt(scene, quantity, at, verb);
  if (complement > 0) {
    const chunk = chunks[complement] as Chunk;
    const found = contentOf(scene, { first: complement, last: endOfChain(scene, complement, onlyOf, false) });
    if (governed.length > 0) return quantity.unit.kind === 'count' ? governed : [...governed, ...found];
    const whole =
      quantity.unit.kind !== 'count' &&
      quantity.unit.kind !== 'none' &&
      chunks[at + 1]?.first !== undefined &&
      cells[chunks[at + 1]?.first ?? -1]?.lower === 'of';
    let left = at - 1;
    while (chunks[left]?.kind === 'other') left--;
    // "found 81% of manufacturers reported": a clause of its own.
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

  // The number's own phrase is the subject: "Dozens of people were killed".
  if ((opensVerb(next) || next?.kind === 'relative') && before !== 'preposition' && before !== 'verb') return [];
  if (verb >= 0) return subjectCells(scene, verb);
  const earlier = chunks.slice(0, at);
  if (earlier.some((chunk) => chunk.kind === 'stop' && scene.cells[chunk.first]?.text !== ':')) return [];
  return contentOf(scene, previousSubject({ cells: scene.cells, chunks: earlier }, at - 1, 0));
}

/** Is the quantity the one before it in other words: "7 miles (11 km)", "190 points, or 0.6%", "60% of its value, or $30 billion"? */
function restates(scene: Scene, at: number, last: number): boolean {
  const { chunks, cells } = scene;
  if (last < 0) return false;
  const opener = chunks[at - 1];
  if (opener === undefined) return false;
  const text = cells[opener.first]?.lower ?? '';
  if (text === '(') return last === at - 2;
  // "down 68p at 1,112p", "compared with 63"
  if (text === 'at' && last === at - 2) return true;
  if ((text === 'with' || text === 'to') && cells[opener.first - 1]?.lower === 'compared') return true;
  if (text !== 'or' || chunks[at + 1]?.kind === 'preposition') return false;
  for (let index = last + 1; index < at; index++) if (chunks[index]?.kind === 'verb') return false;
  return true;
}

/** @returns for each quantity of the sentence the cells of what it describes, in the order of the text; empty for none. */
export function findAbout(cells: readonly Cell[], quantities: readonly Quantity[]): number[][] {
  const chunks = readChunks(cells, quantities);
  const scene = { cells, chunks };
  const result: number[][] = quantities.map(() => []);
  let last = -1;
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const quantity = quantities[chunk.quantity];
    if (chunk.kind !== 'quantity' || quantity === undefined) continue;
    const before = last < 0 ? undefined : result[chunks[last]?.quantity ?? -1];
    if (before !== undefined && restates(scene, at, last)) result[chunk.quantity] = before;
    else result[chunk.quantity] = [...new Set(describeQuantity(scene, quantity, at))].sort((a, b) => a - b);
    last = at;
  }
  for (let index = quantities.length - 2; index >= 0; index--) {
    // "a 7- or 8-inch screen": one noun for the whole list.
    if (quantities[index]?.amount.shared === true) result[index] = result[index + 1] ?? [];
  }
  for (let index = 1; index < quantities.length; index++) {
    // "eight million 250ml bottles": a measure inside a counted phrase describes its noun.
    const [outer, inner] = [quantities[index - 1], quantities[index]];
    if (outer?.counted && inner && inner.first < outer.end) result[index] = [outer.counted.head];
  }
  return result;
}
