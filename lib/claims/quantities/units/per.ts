/** "Per" parts of units: "a day", "per barrel", "/h", "-a-share", "per 100,000 people", "annually". */
import type { Cell } from '../cells';
import denominators from '../data/denominators.json';
import { lemmaOfNoun } from '../nouns/lemma';
import { type Unit, unitPhrase, unitSymbol } from './lexicon';

const articleDenominators = new Set(denominators.article);

const durations = new Set(denominators.durations);

const denominatorAbbreviations = new Map(Object.entries(denominators.abbreviations));

const denominatorAdverbs = new Map(Object.entries(denominators.adverbs));

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
  // Tokenised text: "$ 8 - a - head".
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
