/**
 * Quantities of a text: numbers with their hedges, units and what they count. Each step is a file of its own: cells, numerals, units,
 * amounts (ranges, signs), counted noun phrases, exclusions, modifiers, trends, units of elliptical numbers.
 */
import type { Modifier, UnitKind } from '../../annotation';
import type { Document, Sentence } from '../../language/document';
import { newSlot, type Word } from '../../language/words';
import { readAmounts } from './amounts/amounts';
import { modifierAfter } from './amounts/modifiers';
import type { Amount } from './amounts/ranges';
import { type TrendMatch, trendAround } from './amounts/trends';
import { type Cell, readCells } from './cells';
import { ageUnit, endOfAge, isAgeBracket, isBareAge } from './exclude/ages';
import { isNoClaim, isNoCount } from './exclude/exclude';
import { headOf, type Memory, newMemory, personWords } from './nouns/antecedents';
import { fillEllipses } from './nouns/ellipsis';
import { type Counted, readCounted } from './nouns/nounphrase';
import { numeralOpeners } from './numbers/numerals';
import type { Quantity, SentenceQuantities } from './quantity';
import { relate } from './relate';
import { unitPhrase } from './units/lexicon';
import { joinPer, perAfter } from './units/per';
import type { UnitContext } from './units/units';
import { opensWritten } from './written';

const moneyOfPounds = /£|\bsterling\b|\bBritish\b|\bUK\b|\bBritain\b|\bLondon\b/;
const angles = /\b(?:angle|angles|rotate|rotated|turn|turned|longitude|latitude|slope|tilt|tilted)\b/i;
const moneyWords =
  /\b(?:costs?|prices?|priced|worth|paid|pays?|fined?|salary|wages?|bills?|earn\w*|profits?|revenue|rent)\b/i;
const weather =
  /\b(?:temperatures?|heat|hot|cold|warm|warming|weather|freez\w+|boil\w+|celsius|fahrenheit|climate|thermometer|mercury)\b/i;
const massWords =
  /\b(?:weigh|weighs|weighed|weight|weighing|heavy|heavier|lose|lost|gain|gained|drop|dropped|dropping|cocaine|fish|meat|chocolate|beef|thrust|heroin|marijuana|explosives|baby)\b/i;
/** What is counted by the million pounds. */
const stuff =
  /\b(?:fish|fishery|fisheries|seafood|salmon|halibut|tuna|crab|crabs|shrimp|lobsters?|meat|beef|chicken|poultry|pork|cheese|butter|sugar|coffee|cotton|tobacco|grain|corn|rice|food|produce|waste|trash|garbage|debris|ore|copper|uranium|steel|emissions|carbon|thrust|cargo|payload|explosives|fertili[sz]er|chemicals)\b/i;

/** Could the sentence hold a number at all? */
function mayHold(document: Document, sentence: Sentence): boolean {
  const { tokens } = document;
  for (let index = sentence.first; index < sentence.last; index++) {
    const word = tokens[index]?.word;
    if (word === undefined) break;
    const known = word.cache[slot];
    if (known === true) return true;
    if (known === undefined) {
      const opens = opensNumber(word);
      word.cache[slot] = opens;
      if (opens) return true;
    }
  }
  return false;
}

/** Kept with every distinct word: can it open a number? */
const slot = newSlot();

function opensNumber({ kind, lower, text }: Word): boolean {
  if (kind === 'number' || numeralOpeners.has(lower) || lower.endsWith('fold')) return true;
  if (kind === 'word') return /\d/.test(text) && (text.includes('-') || opensWritten(text));
  return kind === 'symbol' && /[½-¾⅐-⅞]/.test(text);
}

function unitContext(document: Document, sentence: Sentence, poundsAreMoney: () => boolean): UnitContext {
  // Asked for only where pounds and degrees stand, which is seldom.
  const text = (): string => document.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2000));
  return {
    poundsAreStuff: () => stuff.test(text()) && !poundsAreMoney(),
    poundsAreMoney: () => (poundsAreMoney() || moneyWords.test(text())) && !massWords.test(text()),
    degreesAreAngles: () => angles.test(text()),
    aboutWeather: () => weather.test(text()),
  };
}

const lasting = new Set([
  'for',
  'of',
  'in',
  'after',
  'within',
  'took',
  'takes',
  'take',
  'lasted',
  'lasts',
  'last',
  'is',
  'was',
  'by',
  'spent',
  'waited',
  'has',
  'had',
]);

/** "worked over four nights": during them, not longer; "for over four nights" is longer. */
function isDuring(cells: readonly Cell[], amount: Amount): boolean {
  if (amount.unit?.kind !== 'duration' || amount.start !== amount.first - 1 || cells[amount.start]?.lower !== 'over')
    return false;
  return !lasting.has(cells[amount.start - 1]?.lower ?? '');
}

/** Everything about one amount that its own words tell; null when it is no claim. */
function quantityOf(cells: readonly Cell[], given: Amount, context: UnitContext): Quantity | null {
  let amount = given;
  if (!Number.isFinite(amount.low) || !Number.isFinite(amount.high)) return null;
  if (isNoClaim(cells, amount) || isAgeBracket(cells, amount)) return null;
  if (isDuring(cells, given)) amount = { ...given, start: given.first, modifier: null };
  let counted: Counted | null = null;
  let unit = amount.unit;
  let { unitFirst, unitEnd, end } = amount;
  let age = false;
  const ageEnd = endOfAge(cells, amount);
  if (ageEnd > 0) {
    unit = ageUnit(unit);
    end = ageEnd;
    unitEnd = ageEnd;
    age = true;
  } else if (cells[amount.end]?.lower === 'yo' && unit === null) {
    unit = ageUnit(null);
    end = amount.end + 1;
    age = true;
  } else if (isBareAge(cells, amount)) {
    unit = ageUnit(null);
    age = true;
  }
  if (unit === null) {
    counted = magnitudeUnit(cells, amount);
    if (counted !== null) unit = { name: 'magnitude', kind: 'other' };
  }
  if (unit === null && cells[amount.numeral.first]?.lower.endsWith('fold') === true)
    unit = { name: 'count', kind: 'other' };
  let name = unit?.name ?? '';
  let kind = unit?.kind ?? 'none';
  if (unit === null && !age) {
    counted = readCounted(cells, amount.end, amount.numeral);
    if (isNoCount(cells, amount, counted)) return null;
    // "350 per 100,000 people"
    const bare =
      counted === null && amount.numeral.form !== 'fraction' && cells[amount.end]?.lower === 'per'
        ? perAfter(cells, amount.end)
        : null;
    if (bare !== null) {
      name = `per ${bare.name}`;
      kind = 'rate';
      unitFirst = amount.end;
      unitEnd = bare.end;
      end = bare.end;
    }
    if (amount.numeral.form === 'fraction') {
      // A part of something has no unit; the noun tells what it is a part of.
      if (counted !== null) end = counted.part === 'pronoun' ? counted.end : end;
      if (counted?.part !== 'pronoun') counted = null;
    } else if (counted !== null) {
      // "passed five resolutions": no bound, but what was done to them.
      const passing =
        counted.part === 'none' && amount.high < 100 && /^pass(?:ed|es|ing)?$/.test(cells[amount.start]?.lower ?? '');
      if (passing) amount = { ...amount, start: amount.first, modifier: null };
      // "50 previous years", "517 rushing yards": the noun is a unit.
      const head = counted.attributive ? undefined : cells[counted.head]?.lower;
      const found = head === undefined ? null : unitPhrase((offset) => (offset === 0 ? head : undefined));
      // "two law degrees": temperatures have no kinds.
      const measure = found?.unit.kind === 'temperature' ? null : found;
      name = measure === null ? counted.name : measure.unit.name;
      kind = name === '' ? 'none' : (measure?.unit.kind ?? 'count');
      unitFirst = counted.first;
      unitEnd = counted.end;
      end = counted.end;
      const per = perAfter(cells, end);
      if (per !== null && name !== '') {
        const joined = joinPer({ name, kind: 'count' }, per.name);
        name = joined.name;
        kind = 'rate';
        end = per.end;
        unitEnd = per.end;
      }
    }
  } else if (counted !== null) {
    unitFirst = counted.first;
    unitEnd = counted.end;
    end = Math.max(end, counted.end);
  }
  if (unit?.name === 'degree' && context.degreesAreAngles()) kind = 'other';
  let first = Math.min(amount.start, counted === null ? amount.start : counted.first);
  let modifier: Modifier =
    amount.modifier ?? (amount.numeral.form === 'vague' && amount.low !== amount.high ? 'vague' : 'exact');
  const behind = modifierAfter(cells, end) ?? modifierAfter(cells, amount.numeral.end);
  if (behind !== null && amount.modifier === null) {
    modifier = behind.modifier;
    end = Math.max(end, behind.at);
    if (counted === null && unit === null && behind.at > amount.numeral.end) {
      const later = readCounted(cells, behind.at, amount.numeral);
      if (later !== null && !later.attributive) {
        counted = later;
        name = later.name;
        kind = 'count';
        unitFirst = later.first;
        unitEnd = later.end;
        end = Math.max(end, later.end);
      }
    }
  }
  if (first > amount.first) first = amount.first;
  return {
    amount,
    counted,
    first,
    end,
    low: amount.low,
    high: amount.high,
    modifier,
    trend: trendOf(cells, amount, end, kind, counted),
    unit: { name, kind, first: unitFirst, end: unitEnd },
    elliptical: false,
    age,
  };
}

/** The movement of the number, if its unit can move by the words that stand there. */
function trendOf(
  cells: readonly Cell[],
  amount: Amount,
  end: number,
  kind: UnitKind,
  counted: Counted | null,
): TrendMatch | null {
  const trend = trendAround(cells, amount.start, amount.first, end);
  if (trend === null) return null;
  // "reached 4,000" tells of a count that stands for itself; "passed five laws", "reached 4,000 women" does not.
  if (trend.kind === 'reach') {
    const people = counted !== null && personWords.has(headOf(counted.name));
    return kind === 'none' || (kind === 'count' && (counted === null || (amount.high >= 1000 && !people)))
      ? trend
      : null;
  }
  if (trend.kind === 'origin' && amount.range === 'from') return { ...trend, kind: 'verb' };
  if (!trend.valueOnly || kind === 'percent') return trend;
  if (cells[amount.unitFirst]?.lower.startsWith('point') === true) return trend;
  if (kind !== 'money') return null;
  for (let index = end; index < end + 4; index++)
    if (cells[index]?.lower === 'value' || cells[index]?.lower === 'capitalisation') return trend;
  return null;
}

/** "magnitude 6.2", "magnitude-6.2", "6.4-magnitude", "of magnitude 6.2 and 6.4". */
function magnitudeUnit(cells: readonly Cell[], amount: Amount): Counted | null {
  const next = cells[amount.end]?.lower === '-' ? amount.end + 1 : amount.end;
  if (cells[next]?.lower === 'magnitude')
    return { first: next, end: next + 1, name: 'magnitude', head: next, attributive: true, part: 'none' };
  if (amount.high > 10 || amount.low < 0) return null;
  const before = cells[amount.start - 1]?.lower === '-' ? amount.start - 2 : amount.start - 1;
  if (cells[before]?.lower === 'magnitude')
    return { first: before, end: before + 1, name: 'magnitude', head: before, attributive: false, part: 'none' };
  return null;
}

/** @returns the quantities of a document, sentence by sentence, in the order of the text; sentences without any are left out. */
export function readQuantities(document: Document): SentenceQuantities[] {
  const result: SentenceQuantities[] = [];
  const memory: Memory = newMemory();
  let money: boolean | undefined;
  const poundsAreMoney = (): boolean => {
    money ??= moneyOfPounds.test(document.text);
    return money;
  };
  for (const sentence of document.sentences) {
    if (!mayHold(document, sentence)) {
      memory.sentencesSince++;
      continue;
    }
    const cells = readCells(document, sentence);
    const context = unitContext(document, sentence, poundsAreMoney);
    const quantities: Quantity[] = [];
    for (const amount of readAmounts(cells, context)) {
      const quantity = quantityOf(cells, amount, context);
      const before = quantities[quantities.length - 1];
      // The second half of a rate is no claim of its own: "per 100,000 people".
      if (before !== undefined && before.unit.kind === 'rate' && amount.first < before.end) continue;
      if (quantity !== null) quantities.push(quantity);
    }
    const kept = fillEllipses(cells, quantities, memory);
    relate(cells, kept);
    if (kept.length > 0) result.push({ sentence, cells, quantities: kept });
  }
  return result;
}
