/**
 * Shallow phrases of a sentence: noun phrases, verb groups, prepositions, clause openers. Enough structure to find what a number describes,
 * at the price of one pass over the cells.
 */
import type { Cell } from './cells';
import type { Quantity } from './quantity';

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
  /** Verb group: has a tensed or auxiliary verb and no "to" before it. */
  finite: boolean;
  /** Index of the quantity that fills the chunk, or -1. */
  quantity: number;
}

const possessives = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose']);
const relatives = new Set(['who', 'which', 'that', 'whom', 'where']);
const prepositionsToo = new Set([
  'than',
  'as',
  'including',
  'excluding',
  'following',
  'according',
  'off',
  'like',
  'versus',
  'vs',
  'per',
  'worth',
  'between',
  'among',
]);
const adverbial = new Set([
  'however',
  'meanwhile',
  'indeed',
  'also',
  'now',
  'still',
  'then',
  'alone',
  'ago',
  'later',
  'earlier',
  'too',
  'instead',
  'each',
  'again',
  'yet',
  'once',
  'often',
  'here',
  'there',
]);
const auxiliaries = new Set([
  'is',
  'was',
  'are',
  'were',
  'be',
  'been',
  'being',
  'has',
  'have',
  'had',
  'will',
  'would',
  'could',
  'can',
  'may',
  'might',
  'should',
  'must',
  'do',
  'does',
  'did',
  "'s",
  "'re",
  "'ve",
  "'ll",
  "'d",
  'ca',
  'wo',
]);

const isNominal = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.pos === 'NOUN' || cell.pos === 'PROPN');
const isNounWord = (cell: Cell | undefined): boolean =>
  cell !== undefined && (isNominal(cell) || cell.pos === 'ADJ' || cell.pos === 'NUM' || !Number.isNaN(cell.value));

/** Can the cell stand inside a noun phrase that is under way? */
function continuesNoun(cells: readonly Cell[], at: number, first: number): boolean {
  const cell = cells[at];
  const next = cells[at + 1];
  const before = cells[at - 1];
  if (cell === undefined) return false;
  if (adverbial.has(cell.lower)) return false;
  if (isNounWord(cell)) {
    // A second determiner-less phrase starts after a plural common noun: rare, and left to the caller.
    return true;
  }
  if (cell.pos === 'VERB') {
    const participle = /(?:ed|ing|en|wn|lt|nt)$/.test(cell.lower);
    return (
      participle &&
      isNounWord(next) &&
      (at === first ||
        before?.pos === 'DET' ||
        before?.pos === 'ADJ' ||
        before?.pos === 'ADV' ||
        possessives.has(before?.lower ?? '') ||
        before?.lower === '-' ||
        before?.lower === "'s")
    );
  }
  if (cell.pos === 'ADV')
    return (
      next !== undefined &&
      (next.pos === 'ADJ' || (next.pos === 'VERB' && /ed$/.test(next.lower) && isNominal(cells[at + 2]))) &&
      !isNominal(before)
    );
  if (cell.lower === "'s" || cell.lower === "'" || cell.lower === '’')
    return at > first && isNominal(before) && isNounWord(next)
      ? true
      : cell.pos === 'PART' && at > first && next !== undefined && (isNounWord(next) || next.pos === 'VERB');
  if (cell.lower === '-' || cell.text === '&' || cell.text === '/' || cell.text === '.') {
    return (
      at > first && !cell.spaceBefore && next !== undefined && !next.spaceBefore && /^[\p{L}\p{N}]/u.test(next.text)
    );
  }
  if (cell.text === '&') return true;
  return cell.pos === 'X' && at > first;
}

function readNoun(cells: readonly Cell[], at: number, limit: number): Chunk | null {
  let index = at;
  let possessed = false;
  const opener = cells[at];
  if (opener === undefined) return null;
  if (opener.pos === 'DET' || possessives.has(opener.lower)) {
    possessed = possessives.has(opener.lower);
    index++;
    if (cells[index]?.pos === 'DET' || possessives.has(cells[index]?.lower ?? '')) {
      possessed = possessed || possessives.has(cells[index]?.lower ?? '');
      index++;
    }
  }
  const first = index;
  while (index < limit && continuesNoun(cells, index, first)) index++;
  let head = -1;
  for (let back = index - 1; back >= first; back--) {
    if (isNominal(cells[back])) {
      head = back;
      break;
    }
  }
  if (head < 0) {
    for (let back = index - 1; back >= first && head < 0; back--)
      if (cells[back]?.pos === 'ADJ' || cells[back]?.pos === 'NUM') head = back;
    if (head < 0) return null;
    // "the wounded", "the 19th": adjectives head a phrase only after a determiner.
    if (first === at && cells[head]?.pos === 'ADJ') return null;
  }
  return { kind: 'noun', first: at, end: Math.max(head + 1, first + 1), head, possessed, finite: false, quantity: -1 };
}

function readVerb(cells: readonly Cell[], at: number, limit: number): Chunk {
  let index = at;
  let head = at;
  let finite = cells[at]?.lower !== 'to';
  if (cells[at]?.lower === 'not') index++;
  while (index < limit) {
    const cell = cells[index];
    if (cell === undefined) break;
    if (cell.pos === 'VERB' || cell.pos === 'AUX') head = index;
    else if (!(cell.pos === 'ADV' || cell.pos === 'PART' || cell.lower === 'not' || cell.lower === "n't")) break;
    // "to" opens a group of its own after a verb: "expected | to rise".
    if (cell.lower === 'to' && index > at) break;
    index++;
  }
  let end = head + 1;
  if (cells[head]?.lower.endsWith('ing') === true && head === at) finite = false;
  if (end <= at) end = at + 1;
  return { kind: 'verb', first: at, end, head, possessed: false, finite, quantity: -1 };
}

/** All chunks of a sentence in order; every cell is in exactly one. */
export function readChunks(cells: readonly Cell[], quantities: readonly Quantity[]): Chunk[] {
  const chunks: Chunk[] = [];
  let next = 0;
  let at = 0;
  const push = (kind: ChunkKind, end: number, quantity = -1): void => {
    chunks.push({ kind, first: at, end, head: at, possessed: false, finite: false, quantity });
    at = end;
  };
  while (at < cells.length) {
    while (next < quantities.length && (quantities[next]?.end ?? 0) <= at) next++;
    const quantity = quantities[next];
    if (quantity !== undefined && quantity.first <= at) {
      push('quantity', Math.max(quantity.end, at + 1), next);
      continue;
    }
    const limit = quantity === undefined ? cells.length : quantity.first;
    const cell = cells[at] as Cell;
    const { lower, pos } = cell;
    const following = cells[at + 1];
    if (
      relatives.has(lower) &&
      at > 0 &&
      following !== undefined &&
      (pos === 'PRON' || pos === 'SCONJ' || pos === 'DET' || pos === 'ADV') &&
      (lower !== 'that' || chunks[chunks.length - 1]?.kind === 'noun')
    ) {
      push('relative', at + 1);
      continue;
    }
    if (lower === ',') push('comma', at + 1);
    else if (pos === 'PUNCT' || pos === 'SYM') push(/^[-–—"'“”‘’`]+$/.test(cell.text) ? 'other' : 'stop', at + 1);
    else if (pos === 'CCONJ') push('and', at + 1);
    else if (pos === 'SCONJ' && !prepositionsToo.has(lower)) push('opener', at + 1);
    else if (lower === 'to' && (following?.pos === 'VERB' || following?.pos === 'AUX')) {
      const verb = readVerb(cells, at, limit);
      chunks.push(verb);
      at = verb.end;
    } else if (pos === 'ADP' || prepositionsToo.has(lower)) push('preposition', at + 1);
    else if (
      pos === 'AUX' ||
      auxiliaries.has(lower) ||
      (pos === 'VERB' && !startsNoun(cells, at)) ||
      (pos === 'PART' && lower === 'to')
    ) {
      const verb = readVerb(cells, at, limit);
      chunks.push(verb);
      at = verb.end;
    } else if (pos === 'PRON' && !possessives.has(lower)) push('pronoun', at + 1);
    else {
      const noun = pos === 'ADV' && !continuesNoun(cells, at, at) ? null : readNoun(cells, at, limit);
      if (noun === null) push('other', at + 1);
      else {
        chunks.push(noun);
        at = noun.end;
      }
    }
  }
  return chunks;
}

/** A participle that opens a noun phrase: "anticipated price", after no subject. */
function startsNoun(cells: readonly Cell[], at: number): boolean {
  const cell = cells[at];
  const before = cells[at - 1];
  if (cell === undefined || !/(?:ed|ing)$/.test(cell.lower)) return false;
  if (before?.pos === 'DET' || before?.pos === 'ADJ' || possessives.has(before?.lower ?? ''))
    return isNounWord(cells[at + 1]);
  return false;
}
