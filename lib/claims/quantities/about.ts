/**
 * What a number describes, from the structure of its sentence: the noun that a measure stands before ("a 5 kW motor"), the complement ("60% of
 * its revenue"), the noun that governs it ("a fine of $3 billion") and the subject of its clause. Reasons are given at each step; the
 * annotation logic is that of NewsQuant (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor").
 */
import type { Cell } from './cells';
import { type Chunk, readChunks } from './chunks';
import data from './data/about.json';
import type { Quantity } from './quantity';

export interface About {
  /** Cells of the noun phrases that describe, in the order of the text, function words left out. */
  cells: number[];
}

const raisers = new Set(data.raisers);
const carriers = new Set(data.carriers);
const times = new Set(data.times);
const moneyFor = new Set(data.moneyFor);
const reporting = new Set(data.reporting);
const dropped = new Set(data.dropped);

interface Scene {
  cells: readonly Cell[];
  chunks: readonly Chunk[];
}

const headLower = ({ cells }: Scene, chunk: Chunk): string => cells[chunk.head]?.lower ?? '';
const isTime = (scene: Scene, chunk: Chunk): boolean =>
  times.has(headLower(scene, chunk)) || /^(?:1[89]|20)\d\d$/.test(headLower(scene, chunk));

/** Last chunk of the phrase that starts with the noun chunk at `at` and goes on over prepositions: "exports to China". */
function endOfChain(scene: Scene, at: number, limit: number): number {
  let last = at;
  for (let index = at + 1; index + 1 < limit; index++) {
    const chunk = scene.chunks[index];
    const next = scene.chunks[index + 1];
    if (chunk === undefined || next === undefined) break;
    if ((chunk.kind === 'preposition' || chunk.kind === 'and') && next.kind === 'noun') {
      last = index + 1;
      index++;
      continue;
    }
    break;
  }
  return last;
}

/**
 * First chunk of the noun chain that ends with the noun chunk at `at`: walks over prepositions and "and" to the left.
 * "employment for women in the north" from "north" gives "employment". -1 when the chain hangs on a verb ("said in Paris").
 */
function startOfChain(scene: Scene, at: number): number {
  let index = at;
  for (let steps = 0; steps < 8; steps++) {
    const before = scene.chunks[index - 1];
    if (before === undefined) return index;
    if (before.kind === 'preposition') {
      const left = scene.chunks[index - 2];
      if (left?.kind === 'noun') {
        index -= 2;
        continue;
      }
      // "charge stored in the capacitor": a participle that belongs to the noun before it.
      if (left?.kind === 'verb' && isParticiple(scene, left) && scene.chunks[index - 3]?.kind === 'noun') {
        index -= 3;
        continue;
      }
      return -1;
    }
    if (before.kind === 'and' && scene.chunks[index - 2]?.kind === 'noun') {
      index -= 2;
      continue;
    }
    return index;
  }
  return index;
}

function isParticiple(scene: Scene, chunk: Chunk): boolean {
  const word = scene.cells[chunk.head]?.lower ?? '';
  return (
    chunk.end - chunk.first <= 2 &&
    /(?:ed|en|wn|de|ng)$/.test(word) &&
    !reporting.has(word) &&
    scene.cells[chunk.first]?.pos !== 'AUX'
  );
}

/** The chunk index of the subject of the verb chunk at `at`, or -1 for none or a pronoun. */
function subjectOf(scene: Scene, at: number, depth = 0): number {
  const { chunks } = scene;
  if (depth > 6) return -1;
  const verb = chunks[at];
  if (verb === undefined) return -1;
  let index = at - 1;
  // Adverbs and quotation marks between subject and verb.
  while (chunks[index]?.kind === 'other') index--;
  const before = chunks[index];
  if (before === undefined) return -1;
  if (before.kind === 'pronoun') return -1;
  if (before.kind === 'relative') return antecedentOf(scene, index);
  if (before.kind === 'noun' && verb.finite) return subjectFromNoun(scene, index, depth);
  if (before.kind === 'quantity' && verb.finite) {
    // "stocks, which were up 2% and ...", ages and other numbers inside the subject: "Maddon, 66, has".
    return subjectAcross(scene, index, depth);
  }
  if (before.kind === 'noun') {
    // "expects the value to rise": the object of such a verb is the subject of the infinitive.
    const start = startOfChain(scene, index);
    const governor = chunks[(start < 0 ? index : start) - 1];
    if (scene.cells[verb.first]?.lower === 'to' && governor?.kind === 'verb' && raisers.has(headLower(scene, governor)))
      return start < 0 ? index : start;
  }
  if (before.kind === 'comma' && verb.finite) return subjectAcross(scene, index, depth);
  return previousSubject(scene, index, depth);
}

/** The subject when a noun chunk stands right before the verb. */
function subjectFromNoun(scene: Scene, at: number, depth: number): number {
  const start = startOfChain(scene, at);
  if (start < 0) return previousSubject(scene, at - 1, depth);
  const chunk = scene.chunks[start];
  if (chunk !== undefined && start === at && isTime(scene, chunk) && scene.chunks[at - 1]?.kind !== 'stop' && at > 1) {
    return previousSubject(scene, at - 1, depth);
  }
  // "Frankel, an investor in oil, acquired": an apposition gives way to what it explains.
  const comma = scene.chunks[start - 1];
  const name = scene.chunks[start - 2];
  const opener = scene.cells[scene.chunks[start]?.first ?? -1]?.lower;
  if (
    comma?.kind === 'comma' &&
    name?.kind === 'noun' &&
    (opener === 'a' || opener === 'an') &&
    scene.chunks[at + 1]?.kind === 'comma'
  ) {
    const whole = startOfChain(scene, start - 2);
    return whole < 0 ? start - 2 : whole;
  }
  return start;
}

/** Over a comma to the left: an inserted apposition, age or relative clause belongs to the subject. */
function subjectAcross(scene: Scene, at: number, depth: number): number {
  const { chunks } = scene;
  let index = at;
  let commas = 0;
  for (let steps = 0; steps < 14 && index >= 0; steps++, index--) {
    const chunk = chunks[index];
    if (chunk === undefined) return -1;
    if (chunk.kind === 'comma') {
      commas++;
      if (commas === 2 || (commas === 1 && chunks[index - 1]?.kind === 'noun' && chunks[at]?.kind !== 'comma')) {
        const left = chunks[index - 1];
        if (left?.kind === 'noun') {
          const start = startOfChain(scene, index - 1);
          return start < 0 ? index - 1 : start;
        }
        if (commas === 2) return -1;
      }
      continue;
    }
    if (chunk.kind === 'stop') break;
    if (chunk.kind === 'verb' && chunk.finite && commas < 2 && chunks[index - 1]?.kind !== 'relative')
      return subjectOf(scene, index, depth + 1);
  }
  return previousSubject(scene, at - 1, depth);
}

/** The subject of the nearest verb to the left. */
function previousSubject(scene: Scene, at: number, depth: number): number {
  for (let index = at; index >= Math.max(0, at - 24); index--) {
    const chunk = scene.chunks[index];
    if (chunk === undefined) return -1;
    if (chunk.kind === 'verb') return subjectOf(scene, index, depth + 1);
  }
  // No verb to the left: the first noun chain of the sentence, if a preposition does not open it.
  for (let index = 0; index <= at; index++) {
    const chunk = scene.chunks[index];
    if (chunk?.kind === 'pronoun') return -1;
    if (chunk?.kind === 'noun' && scene.chunks[index - 1]?.kind !== 'preposition' && !isTime(scene, chunk))
      return index;
  }
  return -1;
}

/** The noun that a relative pronoun at `at` stands for. */
function antecedentOf(scene: Scene, at: number): number {
  let index = at - 1;
  while (
    scene.chunks[index]?.kind === 'comma' ||
    scene.chunks[index]?.kind === 'other' ||
    scene.chunks[index]?.kind === 'preposition'
  )
    index--;
  const chunk = scene.chunks[index];
  if (chunk?.kind !== 'noun') return -1;
  const start = startOfChain(scene, index);
  return start < 0 ? index : start;
}

/** The verb chunk that governs the chunk at `at` from the left, or -1. */
function verbBefore(scene: Scene, at: number): number {
  for (let index = at - 1; index >= Math.max(0, at - 24); index--) {
    const chunk = scene.chunks[index];
    if (
      chunk === undefined ||
      (chunk.kind === 'stop' &&
        scene.cells[chunk.first]?.text !== '(' &&
        scene.cells[chunk.first]?.text !== ')' &&
        scene.cells[chunk.first]?.text !== ':')
    )
      return -1;
    if (chunk.kind === 'verb') return index;
  }
  return -1;
}

/** Content cells of the chunks from `first` to `last`. */
function contentOf(scene: Scene, first: number, last: number): number[] {
  const found: number[] = [];
  for (let index = first; index <= last; index++) {
    const chunk = scene.chunks[index];
    if (chunk === undefined || (chunk.kind !== 'noun' && !(chunk.kind === 'verb' && index > first && index < last)))
      continue;
    const end = chunk.kind === 'noun' ? chunk.head + 1 : chunk.end;
    for (let at = chunk.first; at < end; at++) {
      const cell = scene.cells[at];
      if (cell === undefined || cell.pos === 'DET' || cell.pos === 'PRON' || cell.pos === 'PART' || cell.pos === 'AUX')
        continue;
      if (/^['’]s?$/.test(cell.text)) continue;
      if (at < chunk.head && dropped.has(cell.lower)) continue;
      found.push(at);
    }
  }
  return found;
}

/** Ends of the clause's subject: up to the verb. */
function subjectCells(scene: Scene, start: number): number[] {
  if (start < 0) return [];
  const chunk = scene.chunks[start];
  if (chunk?.kind !== 'noun') return [];
  return contentOf(scene, start, endOfChain(scene, start, scene.chunks.length));
}

/** What the quantity in the chunk at `at` describes. */
function describe(scene: Scene, quantity: Quantity, at: number): number[] {
  const { chunks, cells } = scene;
  const next = chunks[at + 1];
  const before = chunks[at - 1];
  const verb = verbBefore(scene, at);
  const measured = quantity.counted === null || quantity.counted.attributive || quantity.unit.kind !== 'count';
  // A measure before a noun: "a 5 kW motor", "0.6 per cent fee", "a 12-page document".
  if (
    measured &&
    next?.kind === 'noun' &&
    next.first === quantity.end &&
    cells[next.first]?.pos !== 'DET' &&
    !next.possessed &&
    !isTime(scene, next) &&
    standsBefore(scene, quantity)
  ) {
    const head = contentOf(scene, at + 1, endOfChain(scene, at + 1, chunks.length));
    const object =
      verb >= 0 && (verb === at - 1 || (verb === at - 2 && (before?.kind === 'other' || before?.kind === 'noun')));
    return object && !isCopula(scene, verb) ? [...subjectCells(scene, subjectOf(scene, verb)), ...head] : head;
  }
  // "60% of its revenue", "$1 billion in gains", "five seasons of Sesame Street".
  const complement = complementAt(scene, quantity, at);
  if (complement > 0) {
    const chunk = chunks[complement] as Chunk;
    const found = contentOf(scene, complement, endOfChain(scene, complement, chunks.length));
    if (chunk.possessed && verb >= 0) return [...subjectCells(scene, subjectOf(scene, verb)), ...found];
    if (found.length > 0) return found;
  }
  // A noun that governs the number: "a fine of $3 billion", "a survey of seven countries".
  if (before?.kind === 'preposition') {
    const word = cells[before.first]?.lower ?? '';
    const noun = chunks[at - 2];
    if (
      noun?.kind === 'noun' &&
      (word === 'of' ||
        (verb < 0
          ? true
          : chunks[at - 3]?.kind !== 'verb' && startOfChain(scene, at - 2) > verb && isPreverbal(scene, at - 2)))
    ) {
      const governor = carriers.has(headLower(scene, noun)) ? [] : contentOf(scene, at - 2, at - 2);
      if (quantity.unit.kind === 'count' && governor.length > 0) return governor;
      const subject = verb >= 0 ? subjectCells(scene, subjectOf(scene, verb)) : [];
      const all = [...subject.filter((cell) => !governor.includes(cell)), ...governor];
      if (all.length > 0) return all;
    }
  }
  if (verb < 0) {
    // No verb before: "Total cost: $72,370", or the number opens the clause.
    const start = previousSubject({ cells, chunks: chunks.slice(0, at) }, at - 1, 0);
    return start < 0 ? [] : subjectCells(scene, start);
  }
  return subjectCells(scene, subjectOf(scene, verb));
}

/** Is the noun chunk at `at` before its clause's verb, so that what follows belongs to it? */
function isPreverbal(scene: Scene, at: number): boolean {
  const start = startOfChain(scene, at);
  return start === 0 || scene.chunks[start - 1]?.kind === 'comma' || scene.chunks[start - 1]?.kind === 'stop';
}

function isCopula(scene: Scene, at: number): boolean {
  const chunk = scene.chunks[at];
  return chunk !== undefined && /^(?:is|was|are|were|be|been|'s|being|become|became)$/.test(headLower(scene, chunk));
}

/** Does the unit stand like a modifier before the noun that follows it (symbol, singular or hyphen), not like a plural of its own? */
function standsBefore(scene: Scene, quantity: Quantity): boolean {
  const last = scene.cells[quantity.end - 1];
  if (last === undefined) return false;
  if (quantity.amount.currencyFirst || quantity.age) return true;
  if (quantity.unit.kind === 'percent') return true;
  return !last.lower.endsWith('s') || last.text.length <= 3 || quantity.low === 1;
}

/** The noun chunk of "of X", "in X", "for X" after the quantity, or -1. */
function complementAt(scene: Scene, quantity: Quantity, at: number): number {
  const preposition = scene.chunks[at + 1];
  const noun = scene.chunks[at + 2];
  if (preposition?.kind !== 'preposition' || noun?.kind !== 'noun' || isTime(scene, noun)) return -1;
  const word = scene.cells[preposition.first]?.lower ?? '';
  if (word === 'of') return at + 2;
  if (quantity.unit.kind !== 'money' || !moneyFor.has(word)) return -1;
  const common = scene.cells[noun.head]?.pos === 'NOUN';
  return word === 'in' ? (common ? at + 2 : -1) : word === 'of' || common || word === 'off' ? at + 2 : -1;
}

/** @returns for each quantity of the sentence the cells of what it describes; empty for none. */
export function findAbout(cells: readonly Cell[], quantities: readonly Quantity[]): number[][] {
  const chunks = readChunks(cells, quantities);
  const scene = { cells, chunks };
  const result: number[][] = quantities.map(() => []);
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind !== 'quantity') continue;
    const quantity = quantities[chunk.quantity];
    if (quantity === undefined) continue;
    const before = quantities[chunk.quantity - 1];
    const opener = cells[quantity.first - 1]?.text;
    // The same amount in other words describes the same thing: "7 miles (11 km)", "190 points, or 0.6%".
    if (
      before !== undefined &&
      chunk.quantity > 0 &&
      ((opener === '(' && before.end === quantity.first - 1) ||
        (cells[quantity.first - 1]?.lower === 'or' &&
          quantity.first - before.end <= 2 &&
          cells[quantity.end]?.lower !== 'of'))
    ) {
      result[chunk.quantity] = result[chunk.quantity - 1] ?? [];
      continue;
    }
    result[chunk.quantity] = [...new Set(describe(scene, quantity, at))].sort((a, b) => a - b);
  }
  return result;
}
