/** Relations between the chunks of a sentence: noun chains over prepositions, the subject of a verb. */
import type { Cell } from '../cells';
import data from '../data/about.json';
import type { Chunk } from './chunks';

export interface Scene {
  cells: readonly Cell[];
  chunks: readonly Chunk[];
}

/** Chunks, both inclusive. */
export interface Range {
  first: number;
  last: number;
}

const raisers = new Set(data.raisers);
const reporting = new Set(data.reporting);
const times = new Set([...data.times, ...data.days]);
const days = new Set(data.days);

export const headLower = ({ cells }: Scene, chunk: Chunk): string => cells[chunk.head]?.lower ?? '';
export const isTime = (scene: Scene, chunk: Chunk): boolean =>
  times.has(headLower(scene, chunk)) || /^(?:1[89]|20)\d\d$/.test(headLower(scene, chunk));

/**
 * Last chunk of the noun chain that starts at `at`: "exports to China". @param over prepositions that the chain may cross, null for any;
 * it never crosses into a time ("sales in 2018") unless that is all there is.
 */
export function endOfChain(scene: Scene, at: number, over: ReadonlySet<string> | null, coordinated: boolean): number {
  let last = at;
  for (let index = at + 1; index + 1 < scene.chunks.length; index += 2) {
    const chunk = scene.chunks[index];
    const next = scene.chunks[index + 1];
    if (chunk === undefined || next?.kind !== 'noun' || isTime(scene, next)) break;
    const word = scene.cells[chunk.first]?.lower ?? '';
    if (chunk.kind === 'preposition' ? over !== null && !over.has(word) : !(coordinated && chunk.kind === 'and')) break;
    last = index + 1;
  }
  return last;
}

/**
 * First chunk of the noun chain that ends with the noun chunk at `at`: "employment for women in the north" from "north" gives "employment".
 * -1 when the chain hangs on a verb ("said in Paris").
 */
export function startOfChain(scene: Scene, at: number): number {
  let index = at;
  for (let steps = 0; steps < 8; steps++) {
    const before = scene.chunks[index - 1];
    if (before === undefined) return index;
    if (before.kind === 'preposition') {
      const left = scene.chunks[index - 2];
      if (left?.kind === 'noun' && isTime(scene, left) && index === at) return index;
      if (left?.kind === 'noun') {
        index -= 2;
        continue;
      }
      // "grain kept in the silo": a participle that belongs to the noun before it.
      if (
        left?.kind === 'verb' &&
        isParticiple(scene, left) &&
        !headLower(scene, left).endsWith('ing') &&
        scene.chunks[index - 3]?.kind === 'noun'
      ) {
        index -= 3;
        continue;
      }
      // "In Europe Germany's DAX", "each of its buildings": nothing to hang on.
      return left === undefined || /^(?:stop|comma|opener|other|pronoun)$/.test(left.kind) ? index : -1;
    }
    if (before.kind === 'and' && scene.chunks[index - 2]?.kind === 'noun') {
      index -= 2;
      continue;
    }
    return index;
  }
  return index;
}

/** The chain's start when whatever opens it does not count: "allowing for | a scale of fines". */
export function looseStart(scene: Scene, at: number): number {
  let index = at;
  while (scene.chunks[index - 1]?.kind === 'preposition' && scene.chunks[index - 2]?.kind === 'noun' && at - index < 8)
    index -= 2;
  return index;
}

export function isParticiple(scene: Scene, chunk: Chunk): boolean {
  const word = headLower(scene, chunk);
  return (
    chunk.end - chunk.first <= 2 &&
    /(?:ed|en|wn|de|ng)$/.test(word) &&
    !reporting.has(word) &&
    scene.cells[chunk.first]?.pos !== 'AUX'
  );
}

const chainTo = (scene: Scene, last: number): Range | null => {
  const first = startOfChain(scene, last);
  return first < 0 ? null : { first, last };
};

/** The subject of the verb chunk at `at`: a noun chain or a quantity; null for none and for pronouns that stand for nothing before. */
export function subjectOf(scene: Scene, at: number, depth = 0): Range | null {
  const { chunks, cells } = scene;
  const verb = chunks[at];
  if (verb === undefined || depth > 6) return null;
  let index = at - 1;
  while (chunks[index]?.kind === 'other') index--;
  const before = chunks[index];
  if (before === undefined) return null;
  if (before.kind === 'stop' && cells[before.first]?.text === ')') {
    const closing = index;
    while (index > Math.max(0, closing - 8) && cells[chunks[index]?.first ?? -1]?.text !== '(') index--;
    if (chunks[index - 1]?.kind !== 'noun') return null;
    // "the World Health Organization (WHO) said"
    const chain = chainTo(scene, index - 1);
    return chain === null ? null : { first: chain.first, last: closing };
  }
  if (before.kind === 'pronoun') {
    // "the bridge over it was": the pronoun hangs on a noun.
    if (chunks[index - 1]?.kind === 'preposition' && chunks[index - 2]?.kind === 'noun')
      return chainTo(scene, index - 2);
    return antecedent(scene, index, depth);
  }
  if (before.kind === 'relative') return relativeHead(scene, index);
  if (before.kind === 'quantity' && verb.finite) return quantityBefore(scene, index, depth);
  if (before.kind === 'noun' && verb.finite) return subjectFromNoun(scene, index, depth);
  if (before.kind === 'noun') {
    // "people earning $5", "expects the price to rise"
    if (cells[verb.head]?.lower.endsWith('ing') === true && cells[verb.first]?.lower !== 'to') {
      // "nine weeks in hospital waiting": the noun belongs to what stands before it.
      if (chunks[index - 1]?.kind === 'preposition' && chunks[index - 2]?.kind === 'quantity')
        return previousSubject(scene, index - 2, depth);
      return chainTo(scene, index) ?? { first: index, last: index };
    }
    const chain = chainTo(scene, index) ?? { first: index, last: index };
    const governor = chunks[chain.first - 1];
    if (governor?.kind === 'verb' && raisers.has(headLower(scene, governor))) return chain;
    if (governor === undefined && cells[verb.first]?.lower === 'to') return chain;
  }
  if (before.kind === 'comma' && verb.finite) return subjectAcross(scene, index, depth);
  return previousSubject(scene, index, depth);
}

/** "six ferries will carry", "the mill worth 2 million is closing", "Lund, 41, has". */
function quantityBefore(scene: Scene, at: number, depth: number): Range | null {
  const { chunks } = scene;
  if (chunks[at - 1]?.kind === 'preposition' && chunks[at - 2]?.kind === 'noun') return chainTo(scene, at - 2);
  // "Ann Lee 44 has", "the laptop 16 inch is"
  if (chunks[at - 1]?.kind === 'noun' && chunks[at - 1]?.end === chunks[at]?.first) return chainTo(scene, at - 1);
  if (chunks[at - 1]?.kind === 'comma') return subjectAcross(scene, at - 1, depth);
  return { first: at, last: at };
}

/** The subject when a noun chunk stands right before the verb. */
function subjectFromNoun(scene: Scene, at: number, depth: number): Range | null {
  const { chunks, cells } = scene;
  const start = startOfChain(scene, at);
  if (start < 0) return previousSubject(scene, at - 1, depth);
  const chunk = chunks[start] as Chunk;
  if (start === at && isTime(scene, chunk) && at > 0) {
    // "Norsk Salt on Monday said", "the bank last year bought"
    const left = chunks[at - 1]?.kind === 'preposition' ? at - 2 : at - 1;
    if (chunks[left]?.kind === 'noun') return chainTo(scene, left);
    return previousSubject(scene, at - 1, depth);
  }
  // "Dell on Monday": the chain ends in a time that is no part of the subject.
  let last = at;
  if (last > start && days.has(headLower(scene, chunks[last] as Chunk))) last -= 2;
  if (last < start) last = start;
  // "Lund, a dealer in salt, bought": an apposition gives way to what it explains.
  const opener = cells[chunk.first]?.lower;
  if (
    chunks[start - 1]?.kind === 'comma' &&
    chunks[start - 2]?.kind === 'noun' &&
    (opener === 'a' || opener === 'an') &&
    chunks[at + 1]?.kind === 'comma'
  ) {
    return chainTo(scene, start - 2) ?? { first: start - 2, last: start - 2 };
  }
  return { first: start, last };
}

/** Over a comma to the left: an inserted apposition, age or relative clause belongs to the subject. */
function subjectAcross(scene: Scene, at: number, depth: number): Range | null {
  const { chunks } = scene;
  for (let index = at - 1; index > Math.max(0, at - 16); index--) {
    const chunk = chunks[index];
    if (chunk === undefined || chunk.kind === 'stop') break;
    if (chunk.kind !== 'comma') continue;
    const left = chunks[index - 1];
    const inserted = chunks[index + 1];
    if (left?.kind !== 'noun' || inserted === undefined) continue;
    const own =
      inserted.kind === 'pronoun' ||
      (inserted.kind === 'noun' && chunks[index + 2]?.kind === 'verb' && chunks[index + 2]?.finite === true);
    if (!own) return chainTo(scene, index - 1) ?? { first: index - 1, last: index - 1 };
    break;
  }
  return previousSubject(scene, at - 1, depth);
}

/** The subject of the nearest verb to the left; without one, the first noun chain of the sentence. */
export function previousSubject(scene: Scene, at: number, depth: number): Range | null {
  for (let index = at; index >= Math.max(0, at - 24); index--) {
    const chunk = scene.chunks[index];
    if (chunk === undefined) return null;
    if (chunk.kind === 'verb') return subjectOf(scene, index, depth + 1);
  }
  for (let index = 0; index <= at && index < 30; index++) {
    const chunk = scene.chunks[index];
    if (chunk?.kind === 'pronoun') return null;
    if (chunk?.kind === 'noun' && scene.chunks[index - 1]?.kind !== 'preposition' && !isTime(scene, chunk)) {
      return { first: index, last: Math.min(endOfChain(scene, index, null, true), Math.max(index, at)) };
    }
  }
  return null;
}

/** The noun that a relative pronoun at `at` stands for: the nearest one. */
function relativeHead(scene: Scene, at: number): Range | null {
  let index = at - 1;
  while (index > 0 && /^(?:comma|other|preposition)$/.test(scene.chunks[index]?.kind ?? '')) index--;
  const chunk = scene.chunks[index];
  // "its plans for 2031, which surprised": not the time.
  if (chunk?.kind === 'noun' && isTime(scene, chunk) && scene.chunks[index - 2]?.kind === 'noun') index -= 2;
  // "two crashes in five months that killed": nor how long it took.
  if (
    chunk?.kind === 'quantity' &&
    times.has(scene.cells[chunk.end - 1]?.lower ?? '') &&
    scene.chunks[index - 1]?.kind === 'preposition'
  )
    index -= 2;
  const head = scene.chunks[index]?.kind;
  return head === 'noun' || head === 'quantity' ? { first: index, last: index } : null;
}

/** "The company said it has": what a personal pronoun stands for, if the clause before has a fitting subject. */
function antecedent(scene: Scene, at: number, depth: number): Range | null {
  const pronoun = scene.cells[scene.chunks[at]?.first ?? -1]?.lower ?? '';
  if (!/^(?:it|he|she|they)$/.test(pronoun)) return null;
  for (let index = at - 1; index >= Math.max(0, at - 16); index--) {
    const chunk = scene.chunks[index];
    if (chunk?.kind !== 'verb') continue;
    const subject = subjectOf(scene, index, depth + 1);
    if (subject === null) return null;
    const head = scene.chunks[subject.first];
    const cell = head === undefined ? undefined : scene.cells[head.head];
    if (cell === undefined || head?.kind !== 'noun') return null;
    const plural = cell.pos === 'NOUN' && cell.lower.endsWith('s');
    if (pronoun === 'they' ? plural : pronoun === 'it' ? !plural : cell.pos === 'PROPN') return subject;
    return null;
  }
  return null;
}

/** "the quarter ended December" */
function isPeriodEnd(scene: Scene, at: number): boolean {
  const before = scene.chunks[at - 1];
  return (
    /^end(?:ed|ing)$/.test(headLower(scene, scene.chunks[at] as Chunk)) &&
    before?.kind === 'noun' &&
    isTime(scene, before)
  );
}

/** The verb chunk that governs the chunk at `at` from the left within its clause, or -1. */
export function verbBefore(scene: Scene, at: number): number {
  let depth = 0;
  for (let index = at - 1; index >= Math.max(0, at - 24); index--) {
    const chunk = scene.chunks[index];
    if (chunk === undefined) return -1;
    if (chunk.kind === 'stop') {
      const text = scene.cells[chunk.first]?.text;
      if (text === ')') depth++;
      else if (text === '(') depth--;
      else if (text !== '%' && text !== '/') return -1;
    }
    if (chunk.kind === 'verb' && depth <= 0 && !isPeriodEnd(scene, index)) return index;
  }
  return -1;
}
