/** Numerals: digits and number words, with their magnitudes, read into values. */
import type { Cell } from './cells';
import data from './data/numbers.json';
import { unitPhrase } from './lexicon';

export interface Numeral {
  /** Cells, `first` inclusive, `end` exclusive. */
  first: number;
  end: number;
  /** Equal, except for vague plurals ("dozens": 12 to 120). */
  low: number;
  high: number;
  form: 'digits' | 'words' | 'fraction' | 'vague';
  /** Digits without grouping, decimals and magnitude: could be a year, a number in a name, a page. */
  plain: boolean;
  /** The magnitude word or sign at the end ("2-3 billion" shares it); 1 if none. */
  scale: number;
  /** Opened by "a": "a dozen", "a third". */
  article: boolean;
}

const table = (record: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(record));
const small = table(data.small);
const tens = table(data.tens);
const magnitudes = table(data.magnitudes);
const abbreviations = table(data.abbreviations);
const glued = table(data.glued);
const plurals = table(data.plurals);
const denominators = table(data.denominators);

/** Lower-case words that can open a numeral: the quick test of whether a sentence has any. */
export const numeralOpeners: ReadonlySet<string> = new Set([
  ...small.keys(),
  ...tens.keys(),
  ...magnitudes.keys(),
  ...plurals.keys(),
  ...denominators.keys(),
]);

/** Magnitudes that may open a numeral without a number before them: "million dollar house". */
const bareMagnitudes = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion']);

const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value);

const isHyphen = (cell: Cell | undefined): boolean => cell !== undefined && cell.lower === '-' && !cell.spaceBefore;

/** The cell after an optional glued hyphen. */
const past = (cells: readonly Cell[], at: number): number =>
  isHyphen(cells[at]) && cells[at + 1]?.spaceBefore === false ? at + 1 : at;

/** What the readers of money know and this file does not: is the numeral an amount of money ("$5m")? */
export interface NumeralContext {
  money: boolean;
}

/** @returns the factor that a magnitude word or sign at `at` stands for, or 0. "m", "b" and "t" count only where a unit cannot be meant. */
function magnitudeAt(cells: readonly Cell[], at: number, context: NumeralContext): number {
  const cell = cells[at];
  if (cell === undefined) return 0;
  const word = magnitudes.get(cell.lower);
  if (word !== undefined) return cell.lower === 'score' ? 0 : word;
  const short = abbreviations.get(cell.lower);
  if (short !== undefined) return short;
  if (cell.text.length > 2) return 0;
  const sign = glued.get(cell.text);
  if (sign === undefined) return 0;
  if (context.money) return cell.spaceBefore && sign < 1e6 ? 0 : sign;
  if (cell.spaceBefore) return cell.text === 'M' && isNounish(cells[at + 1]) ? sign : 0;
  if (cell.text === 'k' || cell.text === 'bn' || cell.text === 'M' || cell.text === 'MM') return sign;
  return isCountedNext(cells, at + 1) ? sign : 0;
}

const isNounish = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.pos === 'NOUN' || cell.pos === 'ADJ' || cell.pos === 'PROPN');

/** "35m of its devices", "12.3m tonnes", "4.3M sales", "200m people": something is counted, so that the letter is a magnitude. */
function isCountedNext(cells: readonly Cell[], at: number): boolean {
  const next = cells[at];
  if (next === undefined || !next.spaceBefore) return false;
  if (next.lower === 'of') return true;
  for (let index = at; index < at + 4; index++) {
    const cell = cells[index];
    if (cell === undefined) return false;
    if (cell.lower === 'people' || cell.lower === 'metric') return true;
    if (cell.pos === 'NOUN' && cell.lower.endsWith('s') && !cell.lower.endsWith('ss')) return true;
    if (!isNounish(cell) && cell.lower !== 'and') return false;
  }
  return false;
}

/** Consumes magnitudes after `at`: "million", "-million", "bn". */
function withMagnitudes(cells: readonly Cell[], numeral: Numeral, context: NumeralContext): Numeral {
  let { end } = numeral;
  let factor = 1;
  for (;;) {
    const at = past(cells, end);
    const found = magnitudeAt(cells, at, context);
    if (found === 0) break;
    factor *= found;
    end = at + 1;
    if (found < 100) break;
  }
  if (factor === 1) return numeral;
  return {
    ...numeral,
    end,
    low: tidy(numeral.low * factor),
    high: tidy(numeral.high * factor),
    scale: factor,
    plain: false,
  };
}

const niceDenominators = new Set([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128]);

/** "3/4", "1⁄32": the value, or NaN ("9/11", "24/7", dates). */
function slashFraction(cells: readonly Cell[], at: number): number {
  const [above, slash, below, next] = [cells[at], cells[at + 1], cells[at + 2], cells[at + 3]];
  if (above === undefined || slash === undefined || below === undefined) return Number.NaN;
  if (slash.text !== '/' && slash.text !== '⁄' && slash.text !== '∕') return Number.NaN;
  if (below.spaceBefore || slash.spaceBefore || above.digits !== 'integer' || below.digits !== 'integer')
    return Number.NaN;
  if (
    !niceDenominators.has(below.value) ||
    above.value >= below.value ||
    above.value === 0 ||
    above.text.startsWith('0')
  )
    return Number.NaN;
  if (next !== undefined && !next.spaceBefore && next.text === '/') return Number.NaN;
  return above.value / below.value;
}

function fromDigits(cells: readonly Cell[], at: number, context: NumeralContext): Numeral | null {
  const cell = cells[at];
  if (cell === undefined || cell.digits === '') return null;
  const numeral: Numeral = {
    first: at,
    end: at + 1,
    low: cell.value,
    high: cell.value,
    form: cell.digits === 'fraction' ? 'fraction' : 'digits',
    plain: cell.digits === 'integer',
    scale: 1,
    article: false,
  };
  const alone = slashFraction(cells, at);
  if (!Number.isNaN(alone))
    return withMagnitudes(
      cells,
      { ...numeral, end: at + 3, low: alone, high: alone, form: 'fraction', plain: false },
      context,
    );
  let value = cell.value;
  if (cell.digits === 'integer') {
    const next = cells[at + 1];
    const sign = next === undefined ? undefined : next.digits === 'fraction' ? next.value : undefined;
    const mixed = next?.digits === 'integer' ? slashFraction(cells, at + 1) : Number.NaN;
    if (sign !== undefined) {
      value += sign;
      numeral.end = at + 2;
    } else if (!Number.isNaN(mixed)) {
      value += mixed;
      numeral.end = at + 4;
    } else if (cell.text.length <= 3 && next?.text === ',' && !next.spaceBefore && cells[at + 2]?.text === '000') {
      // Tokenised text: "10, 000".
      while (cells[numeral.end]?.text === ',' && cells[numeral.end + 1]?.text === '000') {
        value *= 1000;
        numeral.end += 2;
      }
    } else if (next?.lower === 'and' && cells[at + 2]?.lower === 'a' && cells[at + 3]?.lower === 'half') {
      value += 0.5;
      numeral.end = at + 4;
    }
    if (numeral.end > at + 1) numeral.plain = false;
  }
  numeral.low = value;
  numeral.high = value;
  return withMagnitudes(cells, numeral, context);
}

/** "tens of thousands", "dozens", "several hundred", "a few thousand". */
function fromVague(cells: readonly Cell[], at: number): Numeral | null {
  const opener = cells[at];
  if (opener === undefined) return null;
  const numeral: Numeral = {
    first: at,
    end: at + 1,
    low: 0,
    high: 0,
    form: 'vague',
    plain: false,
    scale: 1,
    article: false,
  };
  const first = plurals.get(opener.lower);
  if (first !== undefined && first > 0) {
    if (opener.lower === 'tens' && cells[at + 1]?.lower !== 'of') return null;
    let value = first;
    while (cells[numeral.end]?.lower === 'of') {
      const next = plurals.get(cells[numeral.end + 1]?.lower ?? '');
      if (next === undefined || next === 0) break;
      value *= next;
      numeral.end += 2;
    }
    if (opener.lower === 'tens' && value === 10) return null;
    return { ...numeral, low: value, high: value * 10 };
  }
  const article = opener.lower === 'a';
  const word = article ? cells[at + 1]?.lower : opener.lower;
  const counted = at + (article ? 2 : 1);
  const several = word === 'several' || (article && word === 'few');
  const couple = article && word === 'couple';
  if (!several && !couple) return null;
  const magnitude = cells[counted]?.lower === 'of' ? counted + 1 : counted;
  const value = magnitudes.get(cells[magnitude]?.lower ?? '');
  if (value === undefined || cells[magnitude]?.lower === 'score') return null;
  if (couple) return { ...numeral, end: magnitude + 1, low: 2 * value, high: 2 * value };
  return { ...numeral, end: magnitude + 1, low: 3 * value, high: 9 * value };
}

/** "twenty-one thousand", "one hundred and five", "two dozen", "thirteen". */
function fromWords(cells: readonly Cell[], at: number): Numeral | null {
  let total = 0;
  let group = 0;
  let room = Number.POSITIVE_INFINITY;
  let index = at;
  let end = at;
  let article = false;
  if (cells[at]?.lower === 'a' || cells[at]?.lower === 'an') {
    if (!magnitudes.has(cells[at + 1]?.lower ?? '') || cells[at + 1]?.lower === 'score') return null;
    group = 1;
    room = 1;
    article = true;
    index = at + 1;
    end = at + 1;
  }
  for (;;) {
    let next = end === at ? index : past(cells, end);
    if (end > at && cells[next]?.lower === 'and' && group >= 100 && small.has(cells[next + 1]?.lower ?? '')) next++;
    else if (end > at && cells[next]?.lower === 'and' && group >= 100 && tens.has(cells[next + 1]?.lower ?? '')) next++;
    const word = cells[next]?.lower ?? '';
    const unit = small.get(word);
    const ten = tens.get(word);
    const magnitude = word === 'score' && group === 0 ? undefined : magnitudes.get(word);
    if (unit !== undefined && unit < room && (unit > 0 || end === at)) {
      group += unit;
      room = 1;
    } else if (ten !== undefined && room > 10) {
      group += ten;
      room = 10;
    } else if (magnitude !== undefined && magnitude < 100 && (end > at || article)) {
      total += (group === 0 ? 1 : group) * magnitude;
      group = 0;
      return done(next + 1, magnitude);
    } else if (magnitude === 100 && group > 0 && group < 100) {
      group *= 100;
      room = 100;
    } else if (
      magnitude !== undefined &&
      (magnitude >= 1000 || group === 0) &&
      (group > 0 || (end === at && bareMagnitudes.has(word)))
    ) {
      const factor = group === 0 ? 1 : group;
      total += factor * magnitude;
      group = 0;
      room = Number.POSITIVE_INFINITY;
      if (!isSmallerNext(cells, next + 1, magnitude)) return done(next + 1, magnitude);
    } else break;
    end = next + 1;
  }
  return end > at && !(article && end === at + 1) ? done(end, 1) : null;

  function done(last: number, scale: number): Numeral {
    const value = tidy(total + group);
    return { first: at, end: last, low: value, high: value, form: 'words', plain: false, scale, article };
  }
}

/** After "twenty-eight thousand": does "six hundred" go on? A magnitude of the same size or a new numeral does not. */
function isSmallerNext(cells: readonly Cell[], at: number, magnitude: number): boolean {
  const index = cells[at]?.lower === 'and' ? at + 1 : past(cells, at);
  const word = cells[index]?.lower ?? '';
  if (!small.has(word) && !tens.has(word)) return magnitudes.get(word) === 100 && magnitude > 100;
  return magnitude >= 1000;
}

const aboutHalf = new Set([
  'about',
  'nearly',
  'almost',
  'roughly',
  'around',
  'over',
  'than',
  'least',
  'approximately',
  'by',
  'just',
  'some',
  'only',
  'virtually',
  'under',
  'least',
  'to',
  'barely',
  'fully',
  'estimated',
  'another',
  'other',
  'up',
  'down',
]);
const halfOf = new Set([
  'of',
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'our',
  'your',
  'my',
  'all',
  'that',
  'those',
  'these',
  'this',
  'as',
]);

/** "half of", "a third of", "two-thirds", "three quarters", "a quarter of a million", "one and a half". */
function fromFraction(cells: readonly Cell[], at: number, context: NumeralContext): Numeral | null {
  const cell = cells[at];
  if (cell === undefined) return null;
  let index = at;
  let above = 1;
  let kind: 'bare' | 'article' | 'counted' = 'bare';
  if (cell.lower === 'a' || cell.lower === 'an') {
    kind = 'article';
    index = at + 1;
  } else if (!denominators.has(cell.lower)) {
    const count = small.get(cell.lower) ?? (cell.digits === 'integer' && cell.value < 100 ? cell.value : undefined);
    if (count === undefined || count === 0) return null;
    above = count;
    kind = 'counted';
    index = past(cells, at + 1);
  }
  const word = cells[index]?.lower ?? '';
  const below = denominators.get(word);
  if (below === undefined) return null;
  const plural = word.endsWith('s') && word !== 'as';
  if (kind === 'counted' ? plural !== above > 1 : plural) return null;
  const next = cells[index + 1];
  const previous = cells[at - 1];
  const scaled = next !== undefined && (magnitudes.get(next.lower) ?? 0) >= 1000;
  const ofNext = next?.lower === 'of';
  const hedged = previous !== undefined && aboutHalf.has(previous.lower);
  const closes =
    next === undefined ||
    next.pos === 'PUNCT' ||
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    next.pos === 'ADP' ||
    next.pos === 'ADV' ||
    next.pos === 'CCONJ';
  if (next?.lower === '-' && !next.spaceBefore && cells[index + 2]?.spaceBefore === false && kind !== 'counted')
    return null;
  if (kind === 'bare') {
    if (below !== 2 && !(below === 4 && scaled)) return null;
    if (
      previous !== undefined &&
      !hedged &&
      (previous.pos === 'ADJ' ||
        previous.pos === 'NUM' ||
        previous.pos === 'DET' ||
        previous.pos === 'NOUN' ||
        previous.pos === 'PROPN' ||
        /^(first|second|latter|other|better|in|back|the|past)$/.test(previous.lower)) &&
      !ofNext &&
      !scaled
    )
      return null;
    if (/^(first|second|latter|other|better|back)$/.test(previous?.lower ?? '')) return null;
    if (
      next !== undefined &&
      !scaled &&
      !halfOf.has(next.lower) &&
      !(hedged && closes) &&
      !(previous === undefined || previous.pos === 'PUNCT' ? next.pos === 'VERB' || next.pos === 'AUX' : false)
    )
      return null;
    if (next?.lower === 'as' || next?.lower === 'past') return null;
  }
  if (kind === 'article') {
    if (!ofNext && !scaled && below !== 2 && !(hedged && closes && next?.lower !== 'earlier')) return null;
    if (
      below === 2 &&
      !ofNext &&
      !scaled &&
      next?.pos !== 'NOUN' &&
      unitPhrase((offset) => cells[index + 1 + offset]?.lower) === null
    )
      return null;
    if (below > 20 && !ofNext) return null;
  }
  if (kind === 'counted' && above === 1 && below === 4 && !ofNext && !scaled && next?.pos === 'NOUN') return null;
  const value = above / below;
  const numeral: Numeral = {
    first: at,
    end: index + 1,
    low: value,
    high: value,
    form: 'fraction',
    plain: false,
    scale: 1,
    article: kind === 'article',
  };
  // "half a million", "a quarter of a million"
  const million = ofNext && cells[index + 2]?.lower === 'a' ? index + 3 : next?.lower === 'a' ? index + 2 : -1;
  if (million > 0 && (magnitudes.get(cells[million]?.lower ?? '') ?? 0) >= 12) {
    return withMagnitudes(cells, { ...numeral, end: million, form: 'words' }, context);
  }
  if (next?.lower === 'dozen') return withMagnitudes(cells, { ...numeral, form: 'words' }, context);
  if (scaled) return withMagnitudes(cells, { ...numeral, form: 'words' }, context);
  return numeral;
}

/** "sixfold", "tenfold" */
function fromFold(cells: readonly Cell[], at: number): Numeral | null {
  const lower = cells[at]?.lower ?? '';
  if (!lower.endsWith('fold') || lower.length < 6) return null;
  const stem = lower.slice(0, -4);
  const value = small.get(stem) ?? tens.get(stem) ?? magnitudes.get(stem);
  if (value === undefined || value < 2) return null;
  return { first: at, end: at + 1, low: value, high: value, form: 'words', plain: false, scale: 1, article: false };
}

/** "one and a half million", "two and a half" after the whole number. */
function withHalf(cells: readonly Cell[], numeral: Numeral, context: NumeralContext): Numeral {
  if (cells[numeral.end]?.lower !== 'and' || cells[numeral.end + 1]?.lower !== 'a' || numeral.form !== 'words')
    return numeral;
  const below = denominators.get(cells[numeral.end + 2]?.lower ?? '');
  if (below === undefined || below > 4) return numeral;
  const value = numeral.low + numeral.scale / below;
  return withMagnitudes(cells, { ...numeral, end: numeral.end + 3, low: value, high: value }, context);
}

/**
 * @param at index of the cell where the numeral may open.
 * @returns the longest numeral that opens there, or null. Values are not signed.
 */
export function readNumeral(cells: readonly Cell[], at: number, context: NumeralContext): Numeral | null {
  const fraction = fromFraction(cells, at, context);
  if (fraction !== null) return fraction;
  const cell = cells[at];
  if (cell === undefined) return null;
  if (cell.digits !== '') return fromDigits(cells, at, context);
  const fold = fromFold(cells, at);
  if (fold !== null) return fold;
  const vague = fromVague(cells, at);
  if (vague !== null) return vague;
  const words = fromWords(cells, at);
  if (words === null) return null;
  return withHalf(cells, words, context);
}

/** @returns the factor of a magnitude word ("million"), or 0. */
export const magnitudeWord = (lower: string | undefined): number => magnitudes.get(lower ?? '') ?? 0;
