/** Units at a numeral: currencies before and after it, measures and "per" units after it. */
import type { Cell } from './cells';
import denominators from './data/denominators.json';
import { lemmaOfNoun } from './lemma';
import { currencyCode, currencySign, dollar, dollarLetters, type Unit, unitPhrase, unitSymbol } from './lexicon';
import type { Numeral } from './numbers';

export interface UnitMatch {
  /** Cells, `first` inclusive, `end` exclusive. */
  first: number;
  end: number;
  unit: Unit;
}

const articleDenominators = new Set(denominators.article);
const durations = new Set(denominators.durations);
const denominatorAbbreviations = new Map(Object.entries(denominators.abbreviations));
const denominatorAdverbs = new Map(Object.entries(denominators.adverbs));

const isGlued = (cell: Cell | undefined): boolean => cell !== undefined && !cell.spaceBefore;

/** Letters before "$" that are words of English too need to be glued to it. */
const ambiguousLetters = new Set(['A', 'a', 'R', 'J', 'Z', 'Can']);

/** @param at index of the numeral's first cell. @returns the currency that stands before it ("$", "A$", "US $", "$US", "USD", "Rs"). */
export function currencyBefore(cells: readonly Cell[], at: number): UnitMatch | null {
  const one = cells[at - 1];
  const two = cells[at - 2];
  if (one === undefined) return null;
  if (one.text === '$') {
    const letters = two === undefined ? undefined : (dollarLetters(two.text) ?? undefined);
    if (two !== undefined && letters !== undefined && (!one.spaceBefore || !ambiguousLetters.has(two.text))) {
      return { first: at - 2, end: at, unit: letters };
    }
    return { first: at - 1, end: at, unit: dollar };
  }
  if (two?.text === '$' && isGlued(one)) {
    const letters = dollarLetters(one.text);
    if (letters !== undefined) return { first: at - 2, end: at, unit: letters };
  }
  const sign = currencySign(one.text);
  if (
    sign !== undefined &&
    (one.text.length === 1 || one.text !== one.lower || one.lower === 'rs' || sign.name === 'sen')
  ) {
    if (one.text === 'R' && !isGlued(cells[at])) return null;
    return { first: at - 1, end: at, unit: sign };
  }
  const code = currencyCode(one.text);
  // "10 USD 20": the code belongs to the number before it, unless that has one already.
  const taken = two !== undefined && !Number.isNaN(two.value) && currencyCode(cells[at - 3]?.text ?? '') === undefined;
  if (code !== undefined && (isGlued(cells[at]) || !taken)) return { first: at - 1, end: at, unit: code };
  if (one.lower === 'dollar' && two?.value === undefined) return { first: at - 1, end: at, unit: dollar };
  if (one.lower === 'dollar' && Number.isNaN(two?.value ?? 0)) return { first: at - 1, end: at, unit: dollar };
  return null;
}

/** "MUSD", "MEUR": millions of a currency. */
export function millionsOf(text: string): Unit | undefined {
  return text.length === 4 && text.startsWith('M') ? currencyCode(text.slice(1)) : undefined;
}

/** Words that name a currency or a measure only where the number is money or large. */
function isDoubtful(unit: Unit, cell: Cell, numeral: Numeral): boolean {
  if (unit.kind === 'money') {
    if (
      cell.lower === 'won' ||
      cell.lower === 'mark' ||
      cell.lower === 'marks' ||
      cell.lower === 'real' ||
      cell.lower === 'rand' ||
      cell.lower === 'dong'
    ) {
      return numeral.low < 1000 && numeral.form === 'words' ? true : cell.pos === 'VERB' && numeral.low < 1000;
    }
    if (cell.lower === 'sterling' || cell.lower === 'soles' || cell.lower === 'ether' || cell.lower === 'lei')
      return numeral.low < 1 && numeral.scale === 1;
  }
  if (cell.lower === 'time') return true;
  if (cell.lower === 'second' && !(numeral.low === 1 || numeral.form === 'digits')) return true;
  if (cell.lower === 'turn' || cell.lower === 'cup' || cell.lower === 'cups')
    return cell.pos === 'VERB' || cell.capital;
  if (cell.lower === 'yard' || cell.lower === 'foot' || cell.lower === 'generation') return cell.capital;
  return false;
}

/** Symbols of one letter after a space ("5 m", "100 t") need a place where no other word could stand. */
function symbolStands(cells: readonly Cell[], at: number, cell: Cell): boolean {
  if (!cell.spaceBefore || cell.text.length > 1 || !/[a-z]/i.test(cell.text)) return true;
  const next = cells[at + 1];
  if (next === undefined) return true;
  if (cell.text === 'm' || cell.text === 'g' || cell.text === 'l') return true;
  if (cell.text === 'A' || cell.text === 'N' || cell.text === 'B') return next.text === '/';
  if (next.lower === '-') return false;
  return next.pos === 'PUNCT' || next.pos === 'CCONJ' || next.pos === 'ADP' || next.lower === 'x';
}

const brackets = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** Facts about the sentence that settle units with two meanings. */
export interface UnitContext {
  /** Pounds are money here. */
  poundsAreMoney: boolean;
  /** Degrees are angles here. */
  degreesAreAngles: boolean;
}

function pounds(cells: readonly Cell[], at: number, numeral: Numeral, context: UnitContext): UnitMatch | null {
  const cell = cells[at];
  if (cell === undefined || (cell.lower !== 'pounds' && cell.lower !== 'pound')) return null;
  const money = numeral.scale >= 1e6 || context.poundsAreMoney;
  const unit: Unit = money ? { name: 'pound sterling', kind: 'money' } : { name: 'pound-mass', kind: 'mass' };
  const end = cells[at + 1]?.lower === 'sterling' ? at + 2 : at + 1;
  return { first: at, end, unit: end > at + 1 ? { name: 'pound sterling', kind: 'money' } : unit };
}

/** A unit word or symbol at `at`, without "per". */
function plainUnit(cells: readonly Cell[], at: number, numeral: Numeral, context: UnitContext): UnitMatch | null {
  const cell = cells[at];
  if (cell === undefined) return null;
  const pound = pounds(cells, at, numeral, context);
  if (pound !== null) return pound;
  const phrase = unitPhrase((offset) => cells[at + offset]?.lower);
  if (phrase !== null && phrase.length > 1) return { first: at, end: at + phrase.length, unit: phrase.unit };
  const symbol = unitSymbol(cell.text);
  if (symbol !== undefined && symbolStands(cells, at, cell)) {
    if (phrase === null || cell.text.length === 1 || cell.text !== cell.lower)
      return { first: at, end: at + 1, unit: symbol };
  }
  if (phrase !== null) {
    if (isDoubtful(phrase.unit, cell, numeral)) return null;
    return { first: at, end: at + phrase.length, unit: phrase.unit };
  }
  // Pence and quotation marks as feet and inches stand at the digits only.
  if (cell.text === 'p' && numeral.form === 'digits')
    return { first: at, end: at + 1, unit: { name: 'penny', kind: 'money' } };
  if (isGlued(cell) && numeral.form === 'digits' && (cell.text === "'" || cell.text === '’')) {
    const next = cells[at + 1];
    const inches = next?.digits === 'integer' && !next.spaceBefore;
    return inches || !isQuoteOpen(cells, at)
      ? { first: at, end: at + 1, unit: { name: 'foot', kind: 'length' } }
      : null;
  }
  if (cell.text === '"' || cell.text === '”') return inchMark(cells, at, numeral);
  if (cell.lower === 'in' && numeral.form !== 'words') return inchWord(cells, at);
  return null;
}

function isQuoteOpen(cells: readonly Cell[], at: number): boolean {
  let open = false;
  for (let index = Math.max(0, at - 40); index < at; index++) {
    const text = cells[index]?.text;
    if (text === "'" || text === '‘' || text === '’') open = !open;
  }
  return open;
}

const extents = new Set([
  'long',
  'tall',
  'wide',
  'high',
  'deep',
  'thick',
  'across',
  'x',
  'by',
  'screen',
  'display',
  'monitor',
  'tv',
  'wheels',
]);

function inchMark(cells: readonly Cell[], at: number, numeral: Numeral): UnitMatch | null {
  const next = cells[at + 1];
  if (numeral.form !== 'digits' && numeral.form !== 'fraction') return null;
  return next !== undefined && extents.has(next.lower)
    ? { first: at, end: at + 1, unit: { name: 'inch', kind: 'length' } }
    : null;
}

/** "in" is an inch after feet ("12 ft 2 in") or before an extent ("3 in thick"). */
function inchWord(cells: readonly Cell[], at: number): UnitMatch | null {
  const feet = cells[at - 2];
  const next = cells[at + 1];
  const afterFeet = feet !== undefined && (feet.lower === 'ft' || feet.lower === 'feet' || feet.lower === 'foot');
  if (!afterFeet && !(next !== undefined && extents.has(next.lower) && next.lower !== 'by')) return null;
  return { first: at, end: at + 1, unit: { name: 'inch', kind: 'length' } };
}

/** Currency after the numeral: "5 €", "10 USD", "420 million Finnish markka", "75 USD million" (then `factor`). */
function currencyAfter(cells: readonly Cell[], at: number): UnitMatch | null {
  const cell = cells[at];
  if (cell === undefined) return null;
  const next = cells[at + 1];
  if (cell.text === '$') {
    if (next !== undefined && !Number.isNaN(next.value) && isGlued(next)) return null;
    return { first: at, end: at + 1, unit: dollar };
  }
  if (next?.text === '$' && isGlued(next) && Number.isNaN(cells[at + 2]?.value ?? Number.NaN)) {
    const letters = dollarLetters(cell.text);
    if (letters !== undefined) return { first: at, end: at + 2, unit: letters };
  }
  const sign = currencySign(cell.text);
  if (
    sign !== undefined &&
    (cell.text.length === 1
      ? cell.text !== 'R'
      : cell.text === 'kn' ||
        cell.text === 'Ft' ||
        cell.text === 'Kč' ||
        cell.text === 'zł' ||
        cell.text.charCodeAt(0) > 0x2ff)
  ) {
    if (next !== undefined && !Number.isNaN(next.value) && isGlued(next) && cell.spaceBefore) return null;
    return { first: at, end: at + 1, unit: sign };
  }
  const code = currencyCode(cell.text) ?? millionsOf(cell.text);
  if (code !== undefined) {
    if (next !== undefined && !Number.isNaN(next.value) && isGlued(next)) return null;
    const end = next?.text === '$' && isGlued(next) ? at + 2 : at + 1;
    return { first: at, end, unit: code };
  }
  return null;
}

/** The unit after a numeral, a hyphen or a bracket between allowed: "3-inch", "20 (kg)". Longest reading first; "per" units included. */
export function unitAfter(cells: readonly Cell[], numeral: Numeral, context: UnitContext): UnitMatch | null {
  let at = numeral.end;
  let closing: string | undefined;
  const cell = cells[at];
  if (cell === undefined) return null;
  if (cell.lower === '-' && !cell.spaceBefore && cells[at + 1]?.spaceBefore === false) at++;
  // Tokenised text: "30 - year bonds".
  else if (
    cell.lower === '-' &&
    cells[at + 1]?.spaceBefore === true &&
    unitPhrase((offset) => cells[at + 1 + offset]?.lower) !== null
  )
    at++;
  else if (brackets.has(cell.text)) {
    closing = brackets.get(cell.text);
    at++;
  }
  // "half a mile", "1/16 of a pint": a fraction of one unit.
  if (numeral.form === 'fraction') {
    const of = cells[at]?.lower === 'of' ? at + 1 : at;
    if (cells[of]?.lower === 'a' || cells[of]?.lower === 'an') at = of + 1;
  }
  if (
    /^(?:us|u\.s\.|imperial)$/.test(cells[at]?.lower ?? '') &&
    plainUnit(cells, at, numeral, context) === null &&
    currencyAfter(cells, at) === null
  )
    at++;
  const match = currencyAfter(cells, at) ?? plainUnit(cells, at, numeral, context);
  if (match === null) return null;
  if (closing !== undefined) {
    if (cells[match.end]?.text !== closing) return null;
    return { ...match, end: match.end + 1 };
  }
  return match;
}

function denominatorAt(cells: readonly Cell[], at: number, loose: boolean): { name: string; end: number } | null {
  const cell = cells[at];
  if (cell === undefined) return null;
  const next = cells[at + 1];
  if (cell.lower === 'square' || cell.lower === 'cubic') {
    if (next === undefined) return null;
    return { name: `${cell.lower} ${lemmaOfNoun(next.lower).replace(/meter$/, 'metre')}`, end: at + 2 };
  }
  const short = denominatorAbbreviations.get(cell.lower);
  if (short !== undefined) return { name: short, end: at + 1 };
  const symbol = unitSymbol(cell.text) ?? unitPhrase((offset) => (offset === 0 ? cell.lower : undefined))?.unit;
  if (symbol !== undefined && symbol.kind !== 'percent') return { name: symbol.name, end: at + 1 };
  if (!loose) return articleDenominators.has(cell.lower) ? { name: lemmaOfNoun(cell.lower), end: at + 1 } : null;
  if (cell.pos !== 'NOUN' && cell.pos !== 'PROPN' && cell.pos !== 'ADJ') return null;
  let end = at + 1;
  while (end < at + 3 && cells[end]?.pos === 'NOUN' && cells[end - 1]?.pos !== 'NOUN') end++;
  const words = cells.slice(at, end).map((word) => word.lower);
  words[words.length - 1] = lemmaOfNoun(words[words.length - 1] ?? '');
  return { name: words.join(' '), end };
}

/**
 * "per" parts after a unit: "a day", "per barrel", "/h", "-a-share", "per 100,000 people", "annually".
 * @param at index of the cell after the unit.
 */
export function perAfter(cells: readonly Cell[], at: number): { name: string; end: number } | null {
  const cell = cells[at];
  if (cell === undefined) return null;
  const hyphened = cell.lower === '-' && !cell.spaceBefore;
  // Tokenised text: "$ 70 - a - share".
  const spaced = cell.lower === '-' && cell.spaceBefore && cells[at + 1]?.lower === 'a' && cells[at + 2]?.lower === '-';
  const start = hyphened || spaced ? at + 1 : at;
  const opener = cells[start];
  if (opener === undefined) return null;
  if (opener.lower === 'per' && cells[start + 1]?.lower !== 'cent') {
    const skip = cells[start + 1]?.lower === '-' ? start + 2 : start + 1;
    const counted = cells[skip];
    if (counted !== undefined && !Number.isNaN(counted.value)) {
      const noun = cells[skip + 1];
      const named = noun !== undefined && noun.pos === 'NOUN';
      return { name: named ? `${counted.text} ${noun.lower}` : counted.text, end: skip + (named ? 2 : 1) };
    }
    return denominatorAt(cells, skip, true);
  }
  if (opener.lower === 'a' || opener.lower === 'an') {
    const skip = cells[start + 1]?.lower === '-' ? start + 2 : start + 1;
    const noun = cells[skip];
    if (noun === undefined || !articleDenominators.has(noun.lower)) return null;
    // "5 miles a half hour later", "3 points a game ago"
    const after = cells[skip + 1]?.lower;
    if (after === 'ago' || after === 'earlier' || after === 'later' || after === 'before' || after === 'after')
      return null;
    return denominatorAt(cells, skip, false);
  }
  if (opener.text === '/' && !hyphened) return denominatorAt(cells, start + 1, false);
  const adverb = denominatorAdverbs.get(opener.lower);
  if (adverb !== undefined && !hyphened && opener.pos !== 'ADJ') return { name: adverb, end: start + 1 };
  return null;
}

/** Joins a unit and its "per" part: "mile" and "hour" make "mile per hour", a speed. */
export function joinPer(unit: Unit, per: string): Unit {
  const speed = unit.kind === 'length' && durations.has(per);
  return {
    name: `${unit.name} per ${per}`,
    kind: speed ? 'speed' : unit.kind === 'length' && per.endsWith('second') ? 'speed' : 'rate',
  };
}
