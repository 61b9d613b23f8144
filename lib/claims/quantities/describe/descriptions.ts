/** The places where the noun that a number describes can stand: after its unit, before its preposition, in front of a bracket. */

import data from '../data/about.json';
import type { Quantity } from '../quantity';
import type { Chunk } from './chunks';
import {
  endOfChain,
  headLower,
  isTime,
  looseStart,
  type Range,
  type Scene,
  startOfChain,
  subjectOf,
} from './structure';

export const onlyOf: ReadonlySet<string> = new Set(['of']);
const carriers = new Set(data.carriers);

const times = new Set(data.times);

const dropped = new Set(data.dropped);

const phrasal = new Set(data.phrasal);

const pricing = new Set(data.pricing);

const moneyFor = new Set(data.moneyFor);

const percentFor = new Set(data.percentFor);

const copulas = new Set(['is', 'was', 'are', 'were', 'be', 'been', "'s", 'being', 'become', 'became']);

const close: ReadonlySet<string> = new Set(['of', 'in', 'among', 'at', 'to', 'between', 'against']);

/** Content cells of the chunks of a range: function words, possessive marks and empty adjectives left out. */
export function contentOf(scene: Scene, range: Range | null): number[] {
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

export const subjectCells = (scene: Scene, verb: number): number[] =>
  verb < 0 ? [] : contentOf(scene, subjectOf(scene, verb));

/** The noun chunk of "of X", "in X", "for X" after the quantity at `at`, numbers and determiners before it skipped; -1 if none. */
export function complementAt(scene: Scene, quantity: Quantity, at: number, verb: number): number {
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

/** A measure before a noun: "a 5 kW motor", "2 per cent levy", "90 kW 2 litre engine". The noun chunk's index, or -1. */
export function measuredNoun(scene: Scene, quantity: Quantity, at: number): number {
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

export function describeMeasured(scene: Scene, quantity: Quantity, at: number, noun: number, verb: number): number[] {
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
  // "a wider 80 sq m barn was sold": the noun is the subject itself.
  const last = endOfChain(scene, noun, null, false);
  const opens = !/^(?:verb|preposition)$/.test(chunks[left]?.kind ?? '');
  if (opens && opensVerb(chunks[last + 1])) return head;
  // "hunger for 80 sq m flats": the noun that governs the whole; else the subject.
  const governor = chunks[left - 1];
  if (chunks[left]?.kind === 'preposition' && governor?.kind === 'noun' && !isTime(scene, governor)) {
    const word = cells[chunks[left]?.first ?? -1]?.lower;
    if (word === 'of' || word === 'for') return [...contentOf(scene, { first: left - 1, last: left - 1 }), ...head];
  }
  return [...subjectCells(scene, verb), ...head];
}

/** The noun that governs the number over a preposition, with what else belongs to it; empty when none does. */
export function describeGoverned(scene: Scene, quantity: Quantity, at: number, verb: number): number[] {
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
  // "sold a mare for 900€", "cut its forecast from 6 to 4 per cent": the object, and who did it.
  if (!pricing.has(word) || verb < 0) return [];
  let first = start < 0 ? looseStart(scene, left - 1) : start;
  const object = { first, last: left - 1 };
  if (first <= verb) return [];
  while (first > verb + 1 && !/^(?:noun|comma|and)$/.test(chunks[first - 1]?.kind ?? 'noun')) first--;
  if (first !== verb + 1) return [];
  return [...contentOf(scene, object), ...subjectCells(scene, verb)];
}

/** "cut its target for the first half to $9 million": the object, a time between. */
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

/** "(0.5 WAR)", "(4,120.5 up 12.5 points)": the noun before the bracket; null when the quantity is in none or has words of its own there. */
export function describeBracket(scene: Scene, at: number): number[] | null {
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

/** "Acme Corp, down 9p": an item of a list with its movement. */
export function describeListed(scene: Scene, quantity: Quantity, at: number): number[] | null {
  const { chunks } = scene;
  if (quantity.trend?.kind !== 'particle') return null;
  let index = at - 1;
  while (index > 0 && (chunks[index]?.first ?? 0) >= quantity.trend.at) index--;
  const noun = chunks[index - 1];
  if (chunks[index]?.kind !== 'comma' || noun?.kind !== 'noun' || isTime(scene, noun)) return null;
  return contentOf(scene, { first: index - 1, last: index - 1 });
}

/** "new plants over 20 GWh": a hedge that is a preposition hangs the number on the noun before it. */
export function describeHedged(scene: Scene, quantity: Quantity, at: number, verb: number): number[] {
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

export const opensVerb = (chunk: Chunk | undefined): boolean => chunk?.kind === 'verb' && chunk.finite;
