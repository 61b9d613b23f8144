/** Counted noun phrases after a numeral: "12,000 of its soldiers", "four Russian landing ships", "12-page report". */
import type { Cell } from './cells';
import nonclaims from './data/nonclaims.json';
import { isPluralNoun, lemmaOfAdjective, lemmaOfNoun } from './lemma';
import type { Numeral } from './numbers';

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
  /** "of them", "of its soldiers": the number is part of a set. */
  part: 'none' | 'pronoun' | 'definite' | 'plain';
}

const calendar = new Set([...nonclaims.months, ...nonclaims.weekdays]);
const possessives = new Set([
  'its',
  'their',
  'his',
  'her',
  'our',
  'your',
  'my',
  'the',
  'these',
  'those',
  'this',
  'that',
  'all',
  'a',
  'an',
  'both',
  'such',
  'whose',
]);
const pronouns = new Set([
  'them',
  'these',
  'those',
  'whom',
  'which',
  'us',
  'you',
  'it',
  'this',
  'that',
  'ours',
  'theirs',
]);
/** Words before a counted noun that say how it is counted, not what it is. */
const counters = new Set([
  'more',
  'additional',
  'further',
  'extra',
  'other',
  'such',
  'new-found',
  'straight',
  'consecutive',
  'successive',
  'separate',
  'different',
  'total',
  'or',
  'so',
]);
/** Words that tag as nouns but open something new after a numeral's noun phrase. */
const breakers = new Set([
  'today',
  'yesterday',
  'tomorrow',
  'tonight',
  'last',
  'this',
  'next',
  'ago',
  'apart',
  'later',
  'earlier',
  'each',
  'more',
  'less',
  'including',
  'per',
  'away',
  'left',
  'worth',
  'total',
  'overall',
  'respectively',
  'following',
  'according',
  'alone',
  'old',
  'wide',
  'long',
  'tall',
  'deep',
  'high',
  'thick',
  'due',
  'such',
]);
const counterSense = new Set(['more', 'other', 'additional']);

const isNominal = (cell: Cell): boolean => cell.pos === 'NOUN' || cell.pos === 'PROPN';
const isWord = (cell: Cell): boolean => /^[\p{L}\p{N}]/u.test(cell.text);

function isModifier(cells: readonly Cell[], at: number): boolean {
  const cell = cells[at];
  if (cell === undefined) return false;
  if (cell.pos === 'ADJ') return true;
  const next = cells[at + 1];
  if (cell.pos === 'VERB' && next !== undefined && /(?:ed|ing|en|wn)$/.test(cell.lower))
    return isNominal(next) || next.pos === 'ADJ';
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
function endOfRun(cells: readonly Cell[], at: number): number {
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
        owner?.pos === 'PROPN' &&
        next !== undefined &&
        (isNominal(next) || next.pos === 'ADJ') &&
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
    // "122mm and 152mm shells"
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

/** "Kia and Hyundai vehicles", "digital and physical sales": singular modifiers on both sides and a plural noun soon after. */
function joinsModifiers(cells: readonly Cell[], at: number): boolean {
  const before = cells[at - 1];
  const after = cells[at + 1];
  if (before === undefined || after === undefined) return false;
  if (before.pos !== 'ADJ' && before.pos !== 'PROPN' && isPluralNoun(before.lower)) return false;
  if (after.digits !== '' && cells[at + 2]?.spaceBefore === false) return before.spaceBefore === false;
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
    if (/^(?:most|least)$/.test(lower) && cells[index + 1]?.pos === 'ADJ') continue;
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

/**
 * @param at cell after the numeral.
 * @returns what is counted, or null when no noun follows that can be counted by this number.
 */
export function readCounted(cells: readonly Cell[], at: number, numeral: Numeral): Counted | null {
  const opener = cells[at];
  if (opener === undefined) return null;
  if (opener.lower === '-' && !opener.spaceBefore) return readCompound(cells, at + 1, numeral);
  if (opener.lower === 'of') return readPart(cells, at + 1, numeral);
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
    if (possessives.has(cell.lower) || cell.lower === 'first' || cell.lower === 'last') definite = true;
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
  return { first: at, end, name: lemmaOfNoun(cell.lower), head: at, attributive: true, part: 'none' };
}

function readRun(cells: readonly Cell[], at: number, numeral: Numeral, part: Counted['part']): Counted | null {
  let first = at;
  while (counters.has(cells[first]?.lower ?? '') && first < at + 3) first++;
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
  const end = endOfRun(cells, first);
  if (end === first) return null;
  const single = numeral.low === 1 && numeral.high === 1;
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
  if (head < 0) return readSingular(cells, first, end, part);
  const name = nameOf(cells, first, head);
  return { first, end: head + 1, name, head, attributive: false, part };
}

/** Adjectives that count people by themselves: "300 dead". */
const collectives = new Set([
  'dead',
  'injured',
  'wounded',
  'missing',
  'hurt',
  'homeless',
  'unemployed',
  'displaced',
  'killed',
  'ill',
  'sick',
]);

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

export { counterSense };
