/** Units at a numeral: currencies before and after it, measures and "per" units after it. */
import type { Cell } from '../cells';
import denominators from '../data/denominators.json';
import { opensBefore } from '../nouns/nounphrase';
import type { Numeral } from '../numbers/numerals';
import { currencyAfter } from './currencies';
import { type Unit, unitPhrase, unitSymbol } from './lexicon';

export interface UnitMatch {
  /** Cells, `first` inclusive, `end` exclusive. */
  first: number;
  end: number;
  unit: Unit;
}

const isGlued = (cell: Cell | undefined): boolean => cell !== undefined && !cell.spaceBefore;

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
  // "Block 1B": bytes by themselves are written out.
  if (cell.text === 'B') return cells[at + 1]?.text === '/';
  if (!cell.spaceBefore || cell.text.length > 1 || !/[a-z]/i.test(cell.text)) return true;
  const next = cells[at + 1];
  if (next === undefined) return true;
  if (cell.text === 'm' || cell.text === 'g' || cell.text === 'l') return true;
  if (cell.text === 'A' || cell.text === 'N' || cell.text === 'B') return next.text === '/';
  if (next.lower === '-') return false;
  return next.pos === 'PUNCT' || next.pos === 'CCONJ' || next.pos === 'ADP' || next.lower === 'x';
}

const pictureLines = new Set(denominators.picture_lines);

const brackets = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** Facts about the sentence that settle units with two meanings. */
export interface UnitContext {
  /** Pounds are money here. */
  poundsAreMoney: () => boolean;
  /** Millions of pounds, which are money as a rule, are a mass of something here. */
  poundsAreStuff: () => boolean;
  /** Degrees are angles here. */
  degreesAreAngles: () => boolean;
  /** Temperatures are spoken of. */
  aboutWeather: () => boolean;
}

function pounds(cells: readonly Cell[], at: number, numeral: Numeral, context: UnitContext): UnitMatch | null {
  const cell = cells[at];
  if (cell === undefined || (cell.lower !== 'pounds' && cell.lower !== 'pound')) return null;
  const money = numeral.scale >= 1e6 ? !context.poundsAreStuff() : context.poundsAreMoney();
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
  const symbol = cell.text === 'F' && context.aboutWeather() ? undefined : unitSymbol(cell.text);
  if (symbol !== undefined && symbolStands(cells, at, cell)) {
    if (phrase === null || cell.text.length === 1 || cell.text !== cell.lower)
      return { first: at, end: at + 1, unit: symbol };
  }
  if (phrase !== null) {
    if (isDoubtful(phrase.unit, cell, numeral)) return null;
    return { first: at, end: at + phrase.length, unit: phrase.unit };
  }
  // "40C" in a text about the weather.
  if (
    (cell.text === 'C' || cell.text === 'F') &&
    isGlued(cell) &&
    numeral.form === 'digits' &&
    context.aboutWeather()
  ) {
    return {
      first: at,
      end: at + 1,
      unit: { name: cell.text === 'C' ? 'celsius' : 'fahrenheit', kind: 'temperature' },
    };
  }
  // Pence and quotation marks as feet and inches stand at the digits only. "1440p" counts lines of a picture.
  if (cell.text === 'p' && numeral.form === 'digits' && !pictureLines.has(numeral.low))
    return { first: at, end: at + 1, unit: { name: 'penny', kind: 'money' } };
  if (isGlued(cell) && numeral.form === 'digits' && (cell.text === "'" || cell.text === '’')) {
    const next = cells[at + 1];
    // "2016's film": a genitive.
    if (next?.lower === 's' && !next.spaceBefore) return null;
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

const extents = new Set(denominators.extents);

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
  // The purse held "about 46 million" crowns: the quotation ends with the number.
  if (cell.lower === '"' && opensBefore(cells, numeral.first)) {
    const phrase = unitPhrase((offset) => cells[at + 1 + offset]?.lower);
    if (phrase !== null || currencyAfter(cells, at + 1) !== null) at++;
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
