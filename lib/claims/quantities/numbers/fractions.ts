/** Fractions: "3/4", "half of", "a third of", "two-thirds", "three quarters", "one and a half". */
import type { Cell } from '../cells';
import data from '../data/numbers.json';
import { unitPhrase } from '../units/lexicon';
import { denominators, magnitudes, type Numeral, type NumeralContext, past, small, withMagnitudes } from './numerals';

const niceDenominators = new Set([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128]);

/** "3/4", "1⁄32": the value, or NaN ("9/11", "24/7", dates). */
export function slashFraction(cells: readonly Cell[], at: number): number {
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

const aboutHalf = new Set(data.aboutHalf);

const halfOf = new Set(data.halfOf);

/** "half of", "a third of", "two-thirds", "three quarters", "a quarter of a million", "one and a half". */
export function fromFraction(cells: readonly Cell[], at: number, context: NumeralContext): Numeral | null {
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
    next.pos === 'SCONJ' ||
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

const wholes = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000]);

const countAt = (cells: readonly Cell[], at: number): number => {
  const cell = cells[at];
  if (cell === undefined) return Number.NaN;
  return small.get(cell.lower) ?? (cell.digits === 'integer' || cell.digits === 'grouped' ? cell.value : Number.NaN);
};

/** "one household in five": the noun may stand between. */
function fromSplitRatio(cells: readonly Cell[], at: number): Numeral | null {
  const [one, noun, link, below] = [cells[at], cells[at + 1], cells[at + 2], cells[at + 3]];
  if (one?.lower !== 'one' || noun?.pos !== 'NOUN' || link?.lower !== 'in' || below === undefined) return null;
  const whole = small.get(below.lower) ?? (below.lower === 'twenty' ? 20 : Number.NaN);
  const next = cells[at + 4];
  const closes = next === undefined || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos);
  if (!wholes.has(whole) || !closes || noun.capital) return null;
  return {
    first: at,
    end: at + 4,
    low: 1 / whole,
    high: 1 / whole,
    form: 'fraction',
    plain: false,
    scale: 1,
    article: false,
  };
}

/** "one in five Britons", "nine out of ten": a fraction in two whole numbers. */
export function fromRatio(cells: readonly Cell[], at: number): Numeral | null {
  const above = countAt(cells, at);
  if (!(above >= 1 && above < 100)) return null;
  const split = fromSplitRatio(cells, at);
  if (split !== null) return split;
  let below = at + 2;
  if (cells[at + 1]?.lower === 'out' && cells[at + 2]?.lower === 'of') below = at + 3;
  else if (cells[at + 1]?.lower !== 'in') return null;
  if (cells[below]?.lower === 'every') below++;
  const whole = countAt(cells, below);
  if (!wholes.has(whole) || above >= whole) return null;
  const next = cells[below + 1];
  if (next === undefined || next.lower === '-' || unitPhrase((offset) => cells[below + 1 + offset]?.lower) !== null)
    return null;
  if (next.pos !== 'NOUN' && next.pos !== 'ADJ' && next.pos !== 'PROPN' && next.pos !== 'VERB' && next.pos !== 'AUX')
    return null;
  // "two in ten": of small parts only one and tens are spoken so.
  if (cells[at + 1]?.lower === 'in' && above > 1 && whole !== 10 && whole !== 100 && whole !== 1000) return null;
  const value = above / whole;
  return {
    first: at,
    end: below + 1,
    low: value,
    high: value,
    form: 'fraction',
    plain: false,
    scale: 1,
    article: false,
  };
}

/** "one and a half million", "two and a half" after the whole number. */
export function withHalf(cells: readonly Cell[], numeral: Numeral, context: NumeralContext): Numeral {
  if (cells[numeral.end]?.lower !== 'and' || cells[numeral.end + 1]?.lower !== 'a' || numeral.form !== 'words')
    return numeral;
  const below = denominators.get(cells[numeral.end + 2]?.lower ?? '');
  if (below === undefined || below > 4) return numeral;
  const value = numeral.low + numeral.scale / below;
  return withMagnitudes(cells, { ...numeral, end: numeral.end + 3, low: value, high: value }, context);
}
