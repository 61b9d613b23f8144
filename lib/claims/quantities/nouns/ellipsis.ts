/** Units of numbers that stand alone: "5, 10 and 15 per cent", "rose to 93", "at least 40 had left", "40 of them". */

import type { Cell } from '../cells';
import data from '../data/ellipsis.json';
import type { Quantity } from '../quantity';
import {
  fromAntecedent,
  fromPredicate,
  fromSameNumber,
  fromSubject,
  fromVaguePlural,
  headOf,
  type Memory,
  personWords,
  rememberName,
} from './antecedents';

const comparators = new Set(data.comparators);

/** Units that a bare number never takes over from its neighbour. */
const isLoan = (quantity: Quantity): boolean =>
  quantity.unit.name !== '' &&
  !quantity.age &&
  quantity.unit.kind !== 'duration' &&
  quantity.unit.kind !== 'rate' &&
  quantity.unit.name !== 'count';

function loanFrom(
  cells: readonly Cell[],
  quantity: Quantity,
  index: number,
  quantities: readonly Quantity[],
): { name: string; kind: Quantity['unit']['kind'] } | null {
  // The number's own list first: "5, 10 and 15 per cent".
  const next = quantities[index + 1];
  if (
    next !== undefined &&
    isLoan(next) &&
    isListGap(cells, quantity.end, next.first, next.amount.shared) &&
    quantity.amount.numeral.form !== 'fraction' &&
    (next.counted === null || next.counted.attributive || next.counted.part === 'none')
  ) {
    return { name: next.unit.name, kind: next.unit.kind };
  }
  // "in 41 districts, such as Central Lima (2,560)": brackets count something else.
  if (cells[quantity.first - 1]?.text === '(' && quantity.amount.numeral.form === 'digits') return null;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const earlier = quantities[back];
    if (earlier === undefined || !isLoan(earlier)) continue;
    const gap = quantity.first - earlier.end;
    const connector = cells[quantity.first - 1]?.lower ?? '';
    const level = quantity.trend?.level === true && quantity.trend.kind !== 'origin';
    const points = earlier.unit.name === 'point';
    if (earlier.unit.kind === 'percent') {
      const both =
        quantity.trend !== null &&
        earlier.trend !== null &&
        quantity.trend.level === earlier.trend.level &&
        quantity.low < 100;
      if (
        both ||
        (comparators.has(connector) &&
          connector !== 'to' &&
          connector !== ',' &&
          gap <= 3 &&
          quantity.low <= 100 &&
          !level)
      )
        return { name: earlier.unit.name, kind: earlier.unit.kind };
      continue;
    }
    if (points && level) return { name: 'point', kind: 'other' };
    if (earlier.unit.kind === 'count') {
      if (level || earlier.counted?.attributive === true || earlier.high <= 1) continue;
      const whole = Number.isInteger(quantity.low) && Number.isInteger(earlier.low);
      const head = headOf(earlier.unit.name);
      const person = personWords.has(head);
      if (whole && (comparators.has(connector) || gap <= (person ? 40 : 25)))
        return { name: person ? head : earlier.unit.name, kind: 'count' };
      continue;
    }
    if (earlier.unit.kind === 'money' && !quantity.amount.numeral.plain && level) return null;
    const form = Number.isInteger(quantity.low) === Number.isInteger(earlier.low);
    if (form && !level && gap <= 12) return { name: earlier.unit.name, kind: earlier.unit.kind };
  }
  return null;
}

/** "4,120.5 up 12.5 points"; "as many as 900 to come, in groups of 30 pupils". */
function fromNext(
  quantity: Quantity,
  next: Quantity | undefined,
): { name: string; kind: Quantity['unit']['kind'] } | null {
  if (next === undefined) return null;
  if (
    quantity.counted === null &&
    quantity.unit.name === '' &&
    next.unit.kind === 'count' &&
    personWords.has(headOf(next.unit.name))
  ) {
    // Many and then fewer of the same: "900 in all, in groups of 30 pupils".
    const ratio = quantity.low / Math.max(1, next.low);
    if (Number.isInteger(quantity.low) && quantity.low >= 100 && next.low >= 10 && ratio > 1 && ratio <= 1000)
      return { name: headOf(next.unit.name), kind: 'count' };
  }
  if (next.unit.name === 'point' && next.trend?.kind === 'particle' && next.first - quantity.end <= 2)
    return { name: 'point', kind: 'other' };
  return null;
}

/** The next of the two quantities that follow which counts people. */
function nextPeople(quantities: readonly Quantity[], index: number): Quantity | undefined {
  for (let at = index + 1; at <= index + 2; at++) {
    const next = quantities[at];
    if (next !== undefined && personWords.has(headOf(next.unit.name))) return next;
  }
  return undefined;
}

/** A number so many times the one before it hardly counts the same: "freed 40 prisoners. ... We count 11,000." */
const farthest = 100;

/** Heads of what fewer are counted of than this quantity says, so that it is no part of them, and of what as many or more are. */
function countedBefore(
  quantities: readonly Quantity[],
  index: number,
): { tooFew: ReadonlySet<number>; enough: ReadonlySet<number> } {
  const low = quantities[index]?.low ?? 0;
  const tooFew = new Set<number>();
  const enough = new Set<number>();
  for (let at = Math.max(0, index - 6); at < index; at++) {
    const earlier = quantities[at];
    if (earlier?.counted) (earlier.high < low ? tooFew : enough).add(earlier.counted.head);
  }
  return { tooFew, enough };
}

/** "The mayor has confirmed 14." */
function isReported(cells: readonly Cell[], quantity: Quantity): boolean {
  const next = cells[quantity.end];
  const before = cells[quantity.first - 1];
  return (
    Number.isInteger(quantity.low) &&
    before?.pos === 'VERB' &&
    (next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'CCONJ')
  );
}

/** "infected 1,204 people in 17 countries and killed 61": what befalls people is told of people, whatever was counted in between. */
function fromFate(
  cells: readonly Cell[],
  quantity: Quantity,
  memory: Memory,
): { name: string; kind: Quantity['unit']['kind'] } | null {
  const verb = cells[quantity.first - 1];
  if (quantity.counted !== null || verb?.pos !== 'VERB' || !personFates.has(verb.lower)) return null;
  const who = fromPredicate(cells, quantity, memory);
  return who === '' ? null : { name: who, kind: 'count' };
}
const personFates = new Set(data.personFates);

/** "40 more were sick": more of what was counted before. */
const isMoreOfIt = (cells: readonly Cell[], quantity: Quantity): boolean =>
  cells[quantity.end]?.lower === 'more' && /^(?:VERB|AUX)$/.test(cells[quantity.end + 1]?.pos ?? '');

/** "gave the number as 14", "put the figure at 14" */
function isNamedAs(cells: readonly Cell[], quantity: Quantity): boolean {
  const before = cells[quantity.first - 1]?.lower;
  return (before === 'as' || before === 'at') && totals.has(cells[quantity.first - 2]?.lower ?? '');
}
const totals = new Set(data.totals);

/** Only commas, "and", "or" and suspended hyphens stand between two numbers of a list. */
function isListGap(cells: readonly Cell[], from: number, to: number, goesOn: boolean): boolean {
  if (to <= from || to - from > 4) return false;
  let joined = goesOn;
  for (let index = from; index < to; index++) {
    const lower = cells[index]?.lower;
    if (lower !== ',' && lower !== 'and' && lower !== 'or' && lower !== '-' && lower !== '/' && lower !== '&')
      return false;
    if (lower !== ',') joined = true;
  }
  return joined;
}

const isBare = (quantity: Quantity): boolean =>
  quantity.unit.name === '' && !quantity.age && quantity.amount.numeral.form !== 'fraction';

/** May a number stand without any unit as a claim? */
function standsAlone(cells: readonly Cell[], quantity: Quantity): boolean {
  const { amount } = quantity;
  const { numeral } = amount;
  if (amount.currencyFirst || numeral.form === 'fraction') return true;
  if (quantity.counted?.part === 'pronoun')
    return numeral.low > 1 || numeral.form === 'digits' || amount.start < amount.first;
  if (numeral.form === 'vague') return false;
  if (numeral.form === 'words' && numeral.scale === 1) return false;
  if (amount.start < amount.first || !numeral.plain || quantity.trend !== null) return true;
  const before = cells[amount.first - 1];
  return (
    before !== undefined &&
    (before.lower === 'of' ||
      before.lower === 'at' ||
      before.lower === 'by' ||
      before.lower === 'to' ||
      before.lower === 'is' ||
      before.lower === 'was' ||
      before.lower === 'all') &&
    numeral.plain &&
    amount.low >= 10
  );
}

/**
 * Gives numbers without a unit the unit of what they stand for, and drops those that can be no claim.
 * @param quantities of one sentence, in order; changed in place. @param memory is brought up to date.
 */
export function fillEllipses(cells: readonly Cell[], quantities: Quantity[], memory: Memory): Quantity[] {
  const kept: Quantity[] = [];
  memory.sentencesSince++;
  for (let index = quantities.length - 1; index >= 0; index--) {
    // From the end, so that a list's unit travels forward to back.
    const quantity = quantities[index] as Quantity;
    const next = quantities[index + 1];
    if (
      isBare(quantity) &&
      quantity.counted === null &&
      next !== undefined &&
      isLoan(next) &&
      isListGap(cells, quantity.end, next.first, next.amount.shared) &&
      next.counted?.part !== 'pronoun'
    ) {
      quantity.unit = { ...quantity.unit, name: next.unit.name, kind: next.unit.kind };
      quantity.elliptical = true;
      quantity.amount.shared = true;
    }
  }
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index] as Quantity;
    if (isBare(quantity)) {
      const subject = fromSubject(cells, quantity);
      const found =
        subject === ''
          ? null
          : { name: subject, kind: subject === 'magnitude' ? ('other' as const) : ('count' as const) };
      const antecedent =
        quantity.counted?.part === 'pronoun'
          ? fromAntecedent(cells, quantity, countedBefore(quantities, index)) || memory.counted
          : '';
      const same = fromSameNumber(cells, quantity, memory);
      const part =
        same !== ''
          ? { name: same, kind: 'count' as const }
          : antecedent === ''
            ? null
            : { name: antecedent, kind: 'count' as const };
      let loan =
        part ??
        found ??
        fromNext(quantity, nextPeople(quantities, index) ?? quantities[index + 1]) ??
        fromFate(cells, quantity, memory) ??
        loanFrom(cells, quantity, index, quantities);
      if (loan === null) {
        const who = fromPredicate(cells, quantity, memory) || fromVaguePlural(cells, quantity);
        if (who !== '') loan = { name: who, kind: 'count' };
        else if (
          memory.counted !== '' &&
          memory.sentencesSince <= 2 &&
          quantity.low <= memory.howMany * farthest &&
          (isReported(cells, quantity) || isMoreOfIt(cells, quantity) || isNamedAs(cells, quantity))
        )
          loan = { name: memory.counted, kind: 'count' };
      }
      if (loan !== null) {
        quantity.unit = { ...quantity.unit, name: loan.name, kind: loan.kind };
        quantity.elliptical = true;
      }
    }
    if (isBare(quantity) && !standsAlone(cells, quantity)) continue;
    kept.push(quantity);
    remember(quantity, memory);
  }
  return kept;
}

function remember(quantity: Quantity, memory: Memory): void {
  const { unit, counted } = quantity;
  if (unit.kind !== 'count' || unit.name === '' || counted?.attributive === true) return;
  const head = headOf(unit.name);
  rememberName(memory, quantity, head);
  if (quantity.high > 1) {
    memory.counted = head;
    memory.howMany = quantity.high;
  }
  if (personWords.has(head)) {
    if (memory.sentencesSince > 0 || memory.people === '') memory.people = head;
    memory.sentencesSince = 0;
  }
}
