/** Runs of modifiers and nouns, and the unit name they make: "four Danish fishing boats" -> "danish fishing boat". */
import type { Cell } from '../cells';
import nonclaims from '../data/nonclaims.json';
import words from '../data/nouns.json';
import { isPluralNoun, lemmaOfAdjective, lemmaOfNoun } from './lemma';

const calendar = new Set([...nonclaims.months, ...nonclaims.weekdays]);

/** Words before a counted noun that say how it is counted, not what it is. */
export const counters = new Set(words.counters);

/** Words that tag as nouns but open something new after a numeral's noun phrase. */
const breakers = new Set(words.breakers);

export const isNominal = (cell: Cell): boolean => cell.pos === 'NOUN' || cell.pos === 'PROPN';

const isWord = (cell: Cell): boolean => /^[\p{L}\p{N}]/u.test(cell.text);

function isModifier(cells: readonly Cell[], at: number): boolean {
  const cell = cells[at];
  if (cell === undefined) return false;
  if (cell.pos === 'ADJ') return true;
  const next = cells[at + 1];
  if (cell.pos === 'VERB' && next !== undefined && /(?:ed|ing|en|wn)$/.test(cell.lower))
    return isNominal(next) || next.pos === 'ADJ';
  // "most economically weak"
  if (cell.pos === 'ADV' && next?.pos === 'ADV' && next.lower.endsWith('ly')) return cells[at + 2]?.pos === 'ADJ';
  if (cell.pos === 'ADV' && next !== undefined && /(?:ly|well|most|least|best|so-called)$/.test(cell.lower)) {
    return (
      next.pos === 'ADJ' ||
      (next.pos === 'VERB' &&
        next.lower.endsWith('ed') &&
        cells[at + 2] !== undefined &&
        isNominal(cells[at + 2] as Cell))
    );
  }
  return false;
}

/** Longest run a phrase may have: hostile texts have sentences of a megabyte. */
const longest = 10;

/** @returns cell after the run of modifiers and nouns that starts at `at`. */
export function endOfRun(cells: readonly Cell[], at: number): number {
  let index = at;
  while (index < at + longest) {
    const cell = cells[index];
    if (cell === undefined) break;
    if (breakers.has(cell.lower) || (calendar.has(cell.lower) && cell.capital)) break;
    if (isNominal(cell) && isWord(cell)) {
      index++;
      continue;
    }
    const previous = cells[index - 1];
    // Only nouns go on after a plural noun: "two sisters helped tourists".
    if (index > at && previous?.pos === 'NOUN' && isPluralNoun(previous.lower)) break;
    if (isModifier(cells, index)) {
      index++;
      continue;
    }
    // "anti - aircraft", "U.S. - made"
    if (cell.lower === '-' && !cell.spaceBefore && cells[index + 1]?.spaceBefore === false && index > at) {
      index += 2;
      continue;
    }
    if (cell.pos === 'PART' || cell.lower === "'s" || cell.lower === "'") {
      const owner = cells[index - 1];
      const next = cells[index + 1];
      if (
        index > at &&
        (owner?.pos === 'PROPN' || (owner?.pos === 'NOUN' && owner.lower.endsWith('s') === false)) &&
        next !== undefined &&
        (isNominal(next) || next.pos === 'ADJ' || next.pos === 'ADV') &&
        !cell.spaceBefore
      ) {
        index++;
        continue;
      }
      break;
    }
    if (
      (cell.lower === 'and' || cell.lower === 'or' || cell.lower === '&') &&
      index > at &&
      joinsModifiers(cells, index)
    ) {
      index++;
      continue;
    }
    // "three-ton satellites"
    if (
      cells[index + 1]?.lower === '-' &&
      cells[index + 1]?.spaceBefore === false &&
      (cell.pos === 'NUM' || !Number.isNaN(cell.value)) &&
      cells[index + 2]?.spaceBefore === false
    ) {
      index += 3;
      continue;
    }
    // "30mm and 40mm pipes"
    if (
      !Number.isNaN(cell.value) &&
      cells[index + 1]?.spaceBefore === false &&
      /^[a-z]+$/.test(cells[index + 1]?.text ?? '') &&
      (index === at || cells[index - 1]?.lower === 'and')
    ) {
      index += 2;
      continue;
    }
    break;
  }
  return index;
}

/** "Fiat and Skoda vans", "public and private schools": singular modifiers on both sides and a plural noun soon after. */
function joinsModifiers(cells: readonly Cell[], at: number): boolean {
  const before = cells[at - 1];
  const after = cells[at + 1];
  if (before === undefined || after === undefined) return false;
  if (before.pos !== 'ADJ' && before.pos !== 'PROPN' && isPluralNoun(before.lower)) return false;
  if (after.digits !== '' && cells[at + 2]?.spaceBefore === false) return before.spaceBefore === false;
  // "combat and civilian deaths"
  if (before.pos === 'NOUN' && after.pos === 'ADJ')
    return isPluralNoun(cells[at + 2]?.lower ?? '') && cells[at + 2]?.pos === 'NOUN';
  if (before.pos === 'NOUN' && after.pos !== 'NOUN') return false;
  if (after.pos !== 'ADJ' && !isNominal(after)) return false;
  if (after.pos === 'NOUN' && isPluralNoun(after.lower)) return before.pos === 'ADJ';
  for (let index = at + 2; index < at + 5; index++) {
    const cell = cells[index];
    if (cell === undefined) return false;
    if (cell.pos === 'NOUN' && isPluralNoun(cell.lower)) return true;
    if (cell.pos !== 'ADJ' && !isNominal(cell)) return false;
  }
  return false;
}

/** @param first first cell of the phrase. @param head its head noun. @returns the unit's name. */
export function nameOf(cells: readonly Cell[], first: number, head: number): string {
  const words: string[] = [];
  for (let index = first; index <= head; index++) {
    const cell = cells[index];
    if (cell === undefined) break;
    const { lower } = cell;
    if (index === head) {
      words.push(lemmaOfNoun(lower));
      break;
    }
    if (lower === "'s" || lower === "'" || lower === '&') continue;
    if ((lower === 'and' || lower === 'or') && cells[index + 1]?.digits === '') continue;
    if (index === first + words.length && counters.has(lower)) continue;
    if (cell.pos === 'ADV' || (/^(?:most|least)$/.test(lower) && cells[index + 1]?.pos === 'ADJ')) continue;
    const superlative = cell.pos === 'ADJ' && (lower.endsWith('est') || lower.endsWith('er'));
    words.push(cell.pos === 'ADJ' ? lemmaOfAdjective(lower, superlative) : lower);
    // Words that were written together stay together: "122mm", "U.S.-made".
    while (cells[index + 1]?.spaceBefore === false && index + 1 <= head && !/^'/.test(cells[index + 1]?.lower ?? '')) {
      index++;
      const glued = cells[index]?.lower ?? '';
      words[words.length - 1] += index === head ? lemmaOfNoun(glued) : glued;
      if (index === head) return words.join(' ');
    }
  }
  return words.join(' ');
}
