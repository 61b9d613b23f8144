/**
 * Shallow phrases of a sentence: noun phrases, verb groups, prepositions, clause openers. Enough structure to find what a number describes,
 * at the price of one pass over the cells.
 */
import type { Cell } from '../cells';
import data from '../data/about.json';
import type { Quantity } from '../quantity';

export type ChunkKind =
  | 'noun'
  | 'pronoun'
  | 'verb'
  | 'preposition'
  | 'relative'
  | 'opener'
  | 'comma'
  | 'stop'
  | 'quantity'
  | 'and'
  | 'other';

export interface Chunk {
  kind: ChunkKind;
  /** Cells, `first` inclusive, `end` exclusive. */
  first: number;
  end: number;
  /** Head noun of a noun phrase, main verb of a verb group. */
  head: number;
  /** Noun phrase: opened by "its", "their" and the like. */
  possessed: boolean;
  /** Verb group: tensed or with an auxiliary; not "to rise", "rising". */
  finite: boolean;
  /** Index of the quantity that fills the chunk, or -1. */
  quantity: number;
}

const possessives = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose']);
const relatives = new Set(['who', 'which', 'that', 'whom', 'where']);
const prepositionsToo = new Set(data.prepositionsToo);
const adverbial = new Set(data.adverbial);
const auxiliaries = new Set(data.auxiliaries);
const times = new Set(data.times);
const days = new Set(data.days);
const openTimes = new Set(['last', 'next', 'this', 'past']);

const isNominal = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.pos === 'NOUN' || cell.pos === 'PROPN');
const isNumber = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.pos === 'NUM' || !Number.isNaN(cell.value));
const isNounWord = (cell: Cell | undefined): boolean => isNominal(cell) || cell?.pos === 'ADJ' || isNumber(cell);
const isGluedJoint = (cells: readonly Cell[], at: number): boolean => {
  const [cell, next] = [cells[at], cells[at + 1]];
  return (
    cell !== undefined &&
    !cell.spaceBefore &&
    next !== undefined &&
    !next.spaceBefore &&
    /^[\p{L}\p{N}]/u.test(next.text)
  );
};

/** Can the cell stand inside a noun phrase whose first cell is `first`? */
function continuesNoun(cells: readonly Cell[], at: number, first: number): boolean {
  const cell = cells[at];
  const next = cells[at + 1];
  const before = cells[at - 1];
  if (cell === undefined || adverbial.has(cell.lower)) return false;
  if (isNounWord(cell)) {
    if (at === first || before === undefined) return true;
    // "Dealers | last year"
    if (openTimes.has(cell.lower) && times.has(next?.lower ?? '')) return false;
    // "last summer | Ole Lund", "on Tuesday | the bank", "the crisis | foreign debt"
    if (days.has(cell.lower) || days.has(before.lower)) return false;
    if (times.has(before.lower) && cell.pos === 'PROPN') return false;
    return !(before.pos === 'NOUN' && cell.pos === 'ADJ' && cell.spaceBefore);
  }
  if (cell.pos === 'VERB') {
    if (!/(?:ed|ing|en|wn|lt|nt)$/.test(cell.lower) || !isNounWord(next)) return false;
    return (
      at === first ||
      before?.pos === 'DET' ||
      before?.pos === 'ADJ' ||
      before?.pos === 'ADV' ||
      before?.lower === '-' ||
      before?.lower === "'s"
    );
  }
  if (cell.pos === 'ADV') {
    if (next === undefined || isNominal(before)) return false;
    return next.pos === 'ADJ' || (next.pos === 'VERB' && next.lower.endsWith('ed') && isNominal(cells[at + 2]));
  }
  if (cell.pos === 'PART' || /^['’]s?$/.test(cell.text)) {
    return (
      at > first &&
      isNominal(before) &&
      !cell.spaceBefore &&
      next !== undefined &&
      (isNounWord(next) || next.pos === 'VERB' || next.pos === 'ADV')
    );
  }
  if (cell.text === '&') return at > first;
  if (cell.lower === '-' || cell.text === '/' || cell.text === '.') return at > first && isGluedJoint(cells, at);
  return cell.pos === 'X' && at > first;
}

function readNoun(cells: readonly Cell[], at: number, limit: number): Chunk | null {
  const opener = cells[at];
  if (opener === undefined) return null;
  let index = at;
  let possessed = false;
  while (
    index < at + 3 &&
    index < limit &&
    (cells[index]?.pos === 'DET' || possessives.has(cells[index]?.lower ?? ''))
  ) {
    possessed = possessed || possessives.has(cells[index]?.lower ?? '');
    index++;
  }
  const first = index;
  while (index < limit && continuesNoun(cells, index, first)) index++;
  let head = -1;
  let end = first;
  for (let back = index - 1; back >= first; back--) {
    const cell = cells[back];
    if (end === first && (isNominal(cell) || isNumber(cell) || cell?.pos === 'X')) end = back + 1;
    if (isNominal(cell)) {
      head = back;
      break;
    }
  }
  if (head < 0) {
    // "the wounded", "the 19th", "2017": adjectives head a phrase only after a determiner.
    for (let back = index - 1; back >= first && head < 0; back--) {
      if (isNumber(cells[back]) || (cells[back]?.pos === 'ADJ' && first > at)) head = back;
    }
    if (head < 0 || (cells[head]?.pos === 'ADJ' && head + 1 === limit)) return null;
    end = head + 1;
  }
  return { kind: 'noun', first: at, end: withBracket(cells, end, limit), head, possessed, finite: false, quantity: -1 };
}

/** "voters aged 20 to 30": the bracket belongs to the noun. @returns the end with it. */
function withBracket(cells: readonly Cell[], end: number, limit: number): number {
  if (cells[end]?.lower !== 'aged') return end;
  let index = end + 1;
  while (
    index < limit &&
    index < end + 6 &&
    (isNumber(cells[index]) || /^(?:to|between|and|-|over|under)$/.test(cells[index]?.lower ?? ''))
  )
    index++;
  return isNumber(cells[index - 1]) ? index : end;
}

function readVerb(cells: readonly Cell[], at: number, limit: number): Chunk {
  let index = at;
  let head = at;
  let auxiliary = false;
  while (index < limit) {
    const cell = cells[index];
    if (cell === undefined) break;
    if (cell.pos === 'VERB' || cell.pos === 'AUX') {
      head = index;
      auxiliary = auxiliary || auxiliaries.has(cell.lower);
    } else if (
      !(
        cell.pos === 'ADV' ||
        (cell.pos === 'PART' && cell.lower !== 'to') ||
        cell.lower === 'not' ||
        cell.lower === "n't" ||
        (index === at && cell.lower === 'to')
      )
    )
      break;
    index++;
  }
  const end = Math.max(head + 1, at + 1);
  const finite = cells[at]?.lower !== 'to' && (auxiliary || !cells[head]?.lower.endsWith('ing'));
  return { kind: 'verb', first: at, end, head, possessed: false, finite, quantity: -1 };
}

/** All chunks of a sentence in order; every cell is in exactly one. Quantities inside another are passed over. */
export function readChunks(cells: readonly Cell[], quantities: readonly Quantity[]): Chunk[] {
  const chunks: Chunk[] = [];
  let next = 0;
  let at = 0;
  const push = (kind: ChunkKind, end: number, quantity = -1): void => {
    chunks.push({ kind, first: at, end, head: at, possessed: false, finite: false, quantity });
    at = end;
  };
  const add = (chunk: Chunk): void => {
    chunks.push(chunk);
    at = chunk.end;
  };
  while (at < cells.length) {
    while (next < quantities.length && (quantities[next]?.first ?? 0) < at) next++;
    const quantity = quantities[next];
    if (quantity !== undefined && quantity.first <= at) {
      push('quantity', Math.max(quantity.end, at + 1), next);
      continue;
    }
    const limit = quantity === undefined ? cells.length : quantity.first;
    const cell = cells[at] as Cell;
    const { lower, pos } = cell;
    const following = cells[at + 1];
    const afterNoun =
      chunks[chunks.length - 1]?.kind === 'noun' ||
      chunks[chunks.length - 1]?.kind === 'comma' ||
      chunks[chunks.length - 1]?.kind === 'quantity';
    if (relatives.has(lower) && afterNoun && following !== undefined && pos !== 'NOUN') push('relative', at + 1);
    else if (lower === ',') push('comma', at + 1);
    else if (pos === 'PUNCT' || pos === 'SYM') push(/^[-–—"'“”‘’`]+$/.test(cell.text) ? 'other' : 'stop', at + 1);
    else if (pos === 'CCONJ') push('and', at + 1);
    else if (pos === 'SCONJ' && !prepositionsToo.has(lower)) push('opener', at + 1);
    else if (lower === 'to' && (following?.pos === 'VERB' || following?.pos === 'AUX')) add(readVerb(cells, at, limit));
    else if (pos === 'ADP' || lower === 'to' || prepositionsToo.has(lower)) push('preposition', at + 1);
    else if (pos === 'AUX' || auxiliaries.has(lower) || (pos === 'VERB' && !startsNoun(cells, at)))
      add(readVerb(cells, at, limit));
    else if (pos === 'PRON' && !possessives.has(lower)) push('pronoun', at + 1);
    else {
      const noun =
        (pos === 'ADV' && !continuesNoun(cells, at, at)) || adverbial.has(lower) ? null : readNoun(cells, at, limit);
      if (noun === null) push('other', at + 1);
      else add(noun);
    }
  }
  return findLostVerbs(cells, chunks);
}

/** A participle that opens a noun phrase: "a | projected | profit". */
function startsNoun(cells: readonly Cell[], at: number): boolean {
  const before = cells[at - 1];
  if (!/(?:ed|ing)$/.test(cells[at]?.lower ?? '')) return false;
  return (
    (before?.pos === 'DET' || before?.pos === 'ADJ' || possessives.has(before?.lower ?? '')) &&
    isNounWord(cells[at + 1])
  );
}

/** A clause without any verb has one that the tagger took for a noun: "the total | drops | to 12", "the ticket | cost | me". */
function findLostVerbs(cells: readonly Cell[], chunks: Chunk[]): Chunk[] {
  const result: Chunk[] = [];
  let start = 0;
  for (let index = 0; index <= chunks.length; index++) {
    const chunk = chunks[index];
    const joins = chunk?.kind === 'and' && chunks[index + 1]?.kind === 'verb';
    if (chunk !== undefined && chunk.kind !== 'stop' && chunk.kind !== 'opener' && !joins) continue;
    const clause = chunks.slice(start, index);
    const whole = clause.some((part) => part.kind === 'verb') ? clause : splitLast(cells, clause);
    for (const part of whole) result.push(part);
    if (chunk !== undefined) result.push(chunk);
    start = index + 1;
  }
  return result;
}

function splitLast(cells: readonly Cell[], clause: Chunk[]): Chunk[] {
  for (let index = 0; index < clause.length; index++) {
    const chunk = clause[index] as Chunk;
    const next = clause[index + 1];
    const last = cells[chunk.end - 1];
    if (chunk.kind !== 'noun' || chunk.head !== chunk.end - 1 || chunk.end - chunk.first < 2 || last?.pos !== 'NOUN')
      continue;
    if (!(last.lower.endsWith('s') || last.lower === 'cost') || !isNominal(cells[chunk.end - 2])) continue;
    if (next === undefined || (next.kind !== 'preposition' && next.kind !== 'quantity' && next.kind !== 'pronoun'))
      continue;
    if (cells[chunk.end - 2]?.lower.endsWith('s') === true && last.lower.endsWith('s')) continue;
    const noun: Chunk = { ...chunk, end: chunk.end - 1, head: chunk.head - 1 };
    const verb: Chunk = { ...chunk, kind: 'verb', first: chunk.end - 1, finite: true, possessed: false };
    return [...clause.slice(0, index), noun, verb, ...clause.slice(index + 1)];
  }
  return clause;
}
