/** What a number without a noun counts, by the words around it: its subject, its predicate, "of them". */

import { isReachVerb, isTrendVerb } from '../amounts/trends';
import type { Cell } from '../cells';
import data from '../data/ellipsis.json';
import type { Quantity } from '../quantity';
import { isPluralNoun, lemmaOfNoun } from './lemma';
import { nameOf } from './nounrun';

const tolls: Readonly<Record<string, string>> = data.tolls;

const linking = new Set(data.linking);

const fates = new Set(data.fates);

/** Words of the clause's verb between subject and number. */
const reaches = (word: Cell): boolean =>
  isReachVerb(word.lower) ||
  isTrendVerb(word.lower) ||
  /^(?:stood|stands|stand|at|totalled|totaled|put|is|was|were|are)$/.test(word.lower);

/** What a number that a subject reaches counts: "Thefts had risen to 470", "the number of thefts might pass 500". */
export function fromSubject(cells: readonly Cell[], quantity: Quantity): string {
  let reached = false;
  const governed =
    cells[quantity.first - 1]?.lower === 'of' && tolls[cells[quantity.first - 2]?.lower ?? ''] === undefined;
  if (governed) return '';
  for (let index = quantity.amount.first - 1; index >= Math.max(0, quantity.amount.first - 14); index--) {
    const cell = cells[index];
    if (cell === undefined) return '';
    const { lower } = cell;
    if (reaches(cell)) reached = true;
    if (lower === 'magnitude') return 'magnitude';
    const toll = tolls[lower];
    if (toll !== undefined && cells[index - 1]?.lower !== 'of') return toll;
    if (cell.pos === 'NOUN' || toll !== undefined) {
      // "the number left homeless"
      const numbered = /^(?:number|tally|total|count|figure)$/;
      if (
        fates.has(lower) &&
        (numbered.test(cells[index - 1]?.lower ?? '') ||
          (cells[index - 1]?.pos === 'VERB' && numbered.test(cells[index - 2]?.lower ?? '')))
      )
        return 'people';
      const opener = prepositionBefore(cells, index);
      if (opener >= 0) {
        if (
          cells[opener]?.lower === 'of' &&
          /^(?:number|numbers|total|tally|count)$/.test(cells[opener - 1]?.lower ?? '')
        )
          return lemmaOfNoun(lower);
        index = opener;
        continue;
      }
      if (/^(?:number|tally|total|count|figure)$/.test(lower))
        return fates.has(cells[index + 1]?.lower ?? '') || fates.has(cells[index + 2]?.lower ?? '') ? 'people' : '';
      return reached && isPluralNoun(lower) ? lemmaOfNoun(lower) : '';
    }
    if (cell.pos === 'PUNCT' && lower !== '-') return '';
    if (!linking.has(lower) && !/^(?:VERB|AUX|ADV|ADP|DET|PROPN|ADJ|PART)$/.test(cell.pos)) return '';
  }
  return '';
}

/** Index of the preposition that opens the noun phrase around `at`, or -1. */
function prepositionBefore(cells: readonly Cell[], at: number): number {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const cell = cells[index];
    if (cell === undefined) return -1;
    if (cell.pos === 'ADP') return index;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PART|PRON)$/.test(cell.pos)) return -1;
  }
  return -1;
}

/**
 * "40 of them": the plural noun phrase that stands before, nearest first.
 * @param tooFew head nouns of which there are fewer, as cells. @param enough those of which there are as many or more, names among them
 */
export function fromAntecedent(
  cells: readonly Cell[],
  quantity: Quantity,
  { tooFew, enough }: { tooFew: ReadonlySet<number>; enough: ReadonlySet<number> },
): string {
  for (let index = quantity.first - 1; index >= Math.max(0, quantity.first - 25); index--) {
    const cell = cells[index];
    if (cell === undefined || (cell.pos !== 'NOUN' && !enough.has(index))) continue;
    if (!isPluralNoun(cell.lower) || tooFew.has(index)) continue;
    let first = index;
    while (
      first > 0 &&
      (cells[first - 1]?.pos === 'ADJ' ||
        (cells[first - 1]?.pos === 'VERB' && /(?:ed|en)$/.test(cells[first - 1]?.lower ?? '')))
    )
      first--;
    return nameOf(cells, first, index);
  }
  return '';
}

/** Who a number without noun counts, by the predicate: "at least 40 had left", "some 800 who lived there". */
export function fromPredicate(cells: readonly Cell[], quantity: Quantity, memory: Memory): string {
  // "40 more were sick"
  const end = cells[quantity.end]?.lower === 'more' ? quantity.end + 1 : quantity.end;
  const next = cells[end];
  if (next === undefined) return '';
  // "more than 12,000 in attendance"
  if (
    (next.lower === 'in' && cells[end + 1]?.lower === 'attendance') ||
    (next.lower === 'on' && cells[end + 1]?.lower === 'hand')
  )
    return memory.sentencesSince <= 10 && memory.people !== '' && !outcomeUnits.has(memory.people)
      ? memory.people
      : 'people';
  // "4,200 is the number for the stock exchange"
  if (next.pos === 'AUX' && cells[end + 1]?.pos === 'DET' && cells[end + 2]?.pos === 'NOUN') return '';
  const relative = next.lower === 'who' || next.lower === 'whom';
  let fate = relative;
  let verbal = next.pos === 'VERB' || next.pos === 'AUX' || relative || next.lower === 'to';
  for (let index = end; index < end + 8 && !fate; index++) {
    const cell = cells[index];
    if (cell === undefined || (cell.pos === 'PUNCT' && cell.lower !== '"')) break;
    if (fates.has(cell.lower)) fate = verbal || index === end;
    if (cell.pos === 'VERB' || cell.pos === 'AUX') verbal = true;
    else if (cell.pos !== 'ADV' && cell.pos !== 'PART' && cell.pos !== 'CCONJ' && cell.pos !== 'ADJ') break;
  }
  const before = cells[quantity.first - 1];
  if (!fate && before !== undefined && before.pos === 'VERB' && fates.has(before.lower)) fate = true;
  if (!fate && !verbal) return '';
  const known = memory.sentencesSince <= 10 ? memory.people : '';
  if (fate) return known === '' || outcomeUnits.has(known) ? 'people' : known;
  return known;
}

/** What becomes of things: "hundreds were destroyed". */
const damages = new Set(data.damages);

/** "Dozens were unaccounted for", "told the hundreds showing up": vague plurals without a noun are people, unless things befall them. */
export function fromVaguePlural(cells: readonly Cell[], quantity: Quantity): string {
  if (quantity.amount.numeral.form !== 'vague' || quantity.counted !== null) return '';
  const next = cells[quantity.end];
  if (next?.pos !== 'VERB' && next?.pos !== 'AUX') return '';
  for (let index = quantity.end; index < quantity.end + 5; index++) {
    const cell = cells[index];
    if (cell === undefined || cell.pos === 'PUNCT') break;
    if (damages.has(cell.lower)) return '';
  }
  return 'people';
}

const outcomeUnits = new Set(data.outcomeUnits);

export const personWords = new Set(data.personWords);

export const headOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** What was counted in the sentences before. */
export interface Memory {
  /** The people counted last, by the head of their noun phrase: "soldier". */
  people: string;
  /** What was counted last. */
  counted: string;
  /** How many. */
  howMany: number;
  sentencesSince: number;
  /** What was counted by each number, by the head of its noun phrase: "11" of "11 companies". */
  named: Map<number, string>;
}

export const newMemory = (): Memory => ({ people: '', counted: '', howMany: 0, sentencesSince: 0, named: new Map() });

/** So many numbers are remembered with what they counted. */
const mostNamed = 40;

export function rememberName({ named }: Memory, { low, high }: Quantity, head: string): void {
  if (low !== high || low < 2) return;
  named.delete(low);
  named.set(low, head);
  if (named.size > mostNamed) for (const oldest of named.keys()) return void named.delete(oldest);
}

/** "These 11 had until May": what the same number counted before. */
export function fromSameNumber(cells: readonly Cell[], quantity: Quantity, { named, counted }: Memory): string {
  const name = quantity.low === quantity.high && quantity.counted === null ? named.get(quantity.low) : undefined;
  if (name === undefined || cells[quantity.end]?.pos === 'NOUN') return '';
  // Twos and threes of all sorts come up: they must be what was counted last.
  if (quantity.low < 10 && name !== counted) return '';
  for (let at = quantity.first - 1; at >= Math.max(0, quantity.first - 4); at--) {
    const cell = cells[at];
    if (/^(?:the|these|those|all)$/.test(cell?.lower ?? '')) return name;
    if (!/^(?:ADJ|ADV|VERB)$/.test(cell?.pos ?? '')) return '';
  }
  return '';
}
