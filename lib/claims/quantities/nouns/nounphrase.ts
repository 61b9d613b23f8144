/** Counted noun phrases after a numeral: "300 of its bakers", "four Danish fishing boats", "12-page report". */
import type { Cell } from '../cells';

import words from '../data/nouns.json';
import type { Numeral } from '../numbers/numerals';
import { isPluralNoun, lemmaOfNoun } from './lemma';
import { counters, endOfRun, isNominal, nameOf } from './nounrun';

export interface Counted {
  /** Cells of the phrase, "of its" and the like left out of `first` but not of the claim's span. */
  first: number;
  end: number;
  /** Lemma of the noun phrase without determiners, lower case; '' for a pronoun ("of them"). */
  name: string;
  /** Cell of the head noun. */
  head: number;
  /** The phrase stands before the noun that is really meant: "12-page report", "four-cylinder engine". */
  attributive: boolean;
  /** "of them", "of its bakers": the number is part of a set. */
  part: 'none' | 'pronoun' | 'definite' | 'plain';
}

const possessives = new Set(words.possessives);

const pronouns = new Set(words.pronouns);

/**
 * @param at cell after the numeral.
 * @returns what is counted, or null when no noun follows that can be counted by this number.
 */
export function readCounted(cells: readonly Cell[], at: number, numeral: Numeral): Counted | null {
  const opener = cells[at];
  if (opener === undefined) return null;
  if (opener.lower === '-' && !opener.spaceBefore) return readCompound(cells, at + 1, numeral);
  if (opener.lower === 'of') return readPart(cells, at + 1, numeral);
  // Only "a few dozen" fighters: the quotation ends with the number.
  const quoted = opener.lower === '"' && opensBefore(cells, numeral.first);
  if (quoted && isNounish(cells[at + 1])) return readRun(cells, at + 1, numeral, 'none');
  return readRun(cells, at, numeral, 'none');
}

function readPart(cells: readonly Cell[], at: number, numeral: Numeral): Counted | null {
  let index = at;
  let definite = false;
  const next = cells[at];
  if (next === undefined) return null;
  if (
    pronouns.has(next.lower) &&
    (next.pos === 'PRON' ||
      next.lower === 'them' ||
      next.lower === 'which' ||
      next.lower === 'us' ||
      next.lower === 'whom' ||
      !isNounish(cells[at + 1]))
  ) {
    return { first: at, end: at + 1, name: '', head: at, attributive: false, part: 'pronoun' };
  }
  while (index < at + 4) {
    const cell = cells[index];
    if (cell === undefined) return null;
    const counts = (cells[index + 1]?.pos === 'NUM' && cell.pos === 'ADJ') || !Number.isNaN(cell.value);
    if (possessives.has(cell.lower) || cell.lower === 'first' || cell.lower === 'last' || counts) definite = true;
    else if (hedges.has(cell.lower) && cells[index + 1]?.pos === 'NUM') definite = true;
    // "one of several plans"
    else if (quantifiers.has(cell.lower)) definite = false;
    else if ((cell.pos !== 'NUM' && Number.isNaN(cell.value)) || cells[index + 1]?.lower === '-') break;
    index++;
  }
  const run = readRun(cells, index, { ...numeral, low: 2, high: 2 }, definite ? 'definite' : 'plain');
  return run;
}

const isNounish = (cell: Cell | undefined): boolean => cell !== undefined && (isNominal(cell) || cell.pos === 'ADJ');

function readCompound(cells: readonly Cell[], at: number, numeral: Numeral): Counted | null {
  const cell = cells[at];
  if (cell === undefined || cell.spaceBefore || !/^\p{L}/u.test(cell.text)) return null;
  let end = at + 1;
  // "-million-strong", "-page-long": the first noun names the unit.
  while (
    cells[end]?.lower === '-' &&
    cells[end]?.spaceBefore === false &&
    cells[end + 1]?.spaceBefore === false &&
    end < at + 6
  )
    end += 2;
  if (numeral.low === 1 && numeral.form === 'words') return null;
  return {
    first: at,
    end,
    name: cell.lower === 'strong' ? 'people' : lemmaOfNoun(cell.lower),
    head: at,
    attributive: true,
    part: 'none',
  };
}

function readRun(cells: readonly Cell[], at: number, numeral: Numeral, part: Counted['part']): Counted | null {
  let first = at;
  while (counters.has(cells[first]?.lower ?? '') && first < at + 3) first++;
  // "14 still missing"
  if (cells[first]?.pos === 'ADV' && collectives.has(cells[first + 1]?.lower ?? '')) first++;
  const opener = cells[first];
  const after = cells[first + 1];
  if (
    opener !== undefined &&
    part === 'none' &&
    collectives.has(opener.lower) &&
    !(after !== undefined && isNominal(after))
  ) {
    return { first, end: first + 1, name: opener.lower, head: first, attributive: false, part };
  }
  const whole = endOfRun(cells, first);
  if (whole === first) return null;
  const single = numeral.low === 1 && numeral.high === 1;
  // "two missions, one carrying Orion": a pronoun.
  if (single && part === 'none' && opener?.pos === 'VERB' && opener.lower.endsWith('ing') && after?.pos === 'PROPN')
    return null;
  const end = single ? beforeConjunction(cells, first, whole) : whole;
  let head = -1;
  if (single) {
    for (let index = first; index < end; index++) if (isNominal(cells[index] as Cell)) head = index;
    // "one mile people walk": a plural noun after a singular one opens something new.
  } else {
    for (let index = end - 1; index >= first; index--) {
      const cell = cells[index] as Cell;
      if (isNominal(cell) && isPluralNoun(cell.lower)) {
        head = index;
        break;
      }
      if ((cell.pos === 'ADJ' || cell.pos === 'VERB') && index === end - 1 && collectives.has(cell.lower)) {
        head = index;
        break;
      }
    }
  }
  // "if one steps back": nobody counts one of many.
  if (single && head === first && part === 'none' && isNeverOne(cells[head] as Cell)) return null;
  if (head < 0) return readSingular(cells, first, end, part);
  // "two others": people, as a rule.
  const name = cells[head]?.lower === 'others' ? 'people' : nameOf(cells, first, head);

  return { first, end: head + 1, name, head, attributive: false, part };
}

const isNeverOne = ({ lower, capital }: Cell): boolean =>
  !capital && isPluralNoun(lower) && lemmaOfNoun(lower) !== lower;

/** Does a quotation open at a number or at its hedge: "as many as 7,000" livelihoods? */
export function opensBefore(cells: readonly Cell[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 5); index--) if (cells[index]?.lower === '"') return true;
  return false;
}

/** "one tank and heavy guns": what one counts ends before "and". */
function beforeConjunction(cells: readonly Cell[], first: number, end: number): number {
  for (let index = first + 1; index < end; index++) if (cells[index]?.pos === 'CCONJ') return index;
  return end;
}

const quantifiers = new Set(['several', 'many', 'various', 'few', 'some']);
const hedges = new Set(['about', 'around', 'nearly', 'some', 'roughly', 'almost']);
/** Adjectives that count people by themselves: "300 dead". */
const collectives = new Set(words.collectives);

/** "12 page document", "600 staff": a number above one with no plural noun. */
function readSingular(cells: readonly Cell[], first: number, end: number, part: Counted['part']): Counted | null {
  const opener = cells[first] as Cell;
  let nouns = 0;
  let firstNoun = -1;
  let last = -1;
  for (let index = first; index < end; index++) {
    const cell = cells[index] as Cell;
    if (cell.pos === 'NOUN') {
      nouns++;
      if (firstNoun < 0) firstNoun = index;
      last = index;
    } else if (cell.pos === 'PROPN' && firstNoun < 0) return null;
  }
  if (nouns === 0) return null;
  if (nouns >= 2 && firstNoun === first && cells[first]?.capital === false && part === 'none') {
    return { first, end: first + 1, name: lemmaOfNoun(opener.lower), head: first, attributive: true, part };
  }
  return part === 'none'
    ? null
    : { first, end: last + 1, name: nameOf(cells, first, last), head: last, attributive: false, part };
}
