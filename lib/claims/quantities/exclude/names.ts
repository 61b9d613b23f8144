/** Numbers that belong to names: codes, models, labels, streets. */

import type { Amount } from '../amounts/ranges';
import type { Cell } from '../cells';
import data from '../data/nonclaims.json';
import type { Counted } from '../nouns/nounphrase';
import { isPlainInteger, months } from './dates';

const weekdays = new Set(data.weekdays);

const labels = new Set(data.labels);

const variants = new Set(data.variants);

const pictures = new Set(data.pictures);

const streets = new Set(data.streets);

const gluedBefore = new Set(data.gluedBefore);

/** "TPP-11", "24703 L202", "Boeing 737-800", "COVID-19", "49ers": letters glued to digits that are no unit. */
export function isCode(cells: readonly Cell[], amount: Amount): boolean {
  const before = cells[amount.first - 1];
  const first = cells[amount.first];
  const after = cells[amount.end];
  const { form } = amount.numeral;
  // "a 401(k)"
  if (
    after?.text === '(' &&
    !after.spaceBefore &&
    /^\p{L}$/u.test(cells[amount.end + 1]?.text ?? '') &&
    cells[amount.end + 2]?.text === ')'
  )
    return true;
  // "1111-22223333-4444"
  if (
    after?.lower === '-' &&
    !after.spaceBefore &&
    cells[amount.end + 1]?.spaceBefore === false &&
    cells[amount.end + 1]?.digits === 'integer' &&
    amount.range === 'hyphen'
  )
    return true;
  if (form !== 'digits' && form !== 'fraction') return false;
  if (
    after !== undefined &&
    !after.spaceBefore &&
    amount.unit === null &&
    /^[\p{L}\p{N}]/u.test(after.text) &&
    after.digits === '' &&
    !after.lower.startsWith("'")
  )
    return true;
  if (
    after !== undefined &&
    !after.spaceBefore &&
    after.text === '/' &&
    amount.unit === null &&
    cells[amount.end + 1]?.spaceBefore === false
  )
    return true;
  if (before === undefined || first === undefined || amount.currencyFirst) return false;
  if (first.spaceBefore) return before.text === '#' || before.text === '№';
  // "PM2.5": a decimal whose first half went with the letters.
  if (before.text === '.' && !before.spaceBefore && /\p{L}\d+$/u.test(cells[amount.first - 2]?.text ?? '')) return true;
  if (before.lower === '-' && !before.spaceBefore) {
    const word = cells[amount.first - 2];
    if (word === undefined) return false;
    if (!Number.isNaN(word.value)) return true;
    return /^[\p{L}]/u.test(word.text) && !gluedBefore.has(word.lower);
  }
  return (
    before.text === '#' ||
    before.text === '/' ||
    before.text === '_' ||
    before.text === '@' ||
    (/^[\p{L}\p{N}]/u.test(before.text) && !before.lower.endsWith('.'))
  );
}

/** "Fire Kills Three People In Northern Town": every word of some length is written large. */
function isTitleCase(cells: readonly Cell[]): boolean {
  let large = 0;
  for (let index = 0; index < Math.min(cells.length, 30); index++) {
    const cell = cells[index];
    if (cell === undefined || cell.text.length < 4 || !/^\p{L}/u.test(cell.text)) continue;
    if (!cell.capital) return false;
    large++;
  }
  return large >= 3;
}

/** "its 737 Max jets", "the 787 Dreamliner": a number with the name of a variant behind it. */
export function isModel(cells: readonly Cell[], amount: Amount): boolean {
  const next = cells[amount.end];
  return (
    amount.unit === null &&
    amount.numeral.plain &&
    next?.capital === true &&
    next.spaceBefore &&
    variants.has(next.lower) &&
    !isTitleCase(cells)
  );
}

/** "Ninety Mile Beach": number, measure and what follows are written large, and the words around are not. */
export function isNamedMeasure(cells: readonly Cell[], amount: Amount): boolean {
  if (amount.numeral.form !== 'words' || amount.unitEnd <= amount.unitFirst || amount.start < amount.first)
    return false;
  for (let index = amount.first; index <= amount.end; index++) {
    const cell = cells[index];
    if (cell === undefined || (!cell.capital && cell.lower !== '-')) return false;
  }
  // In a headline every word is large.
  return cells.some(({ capital, pos, text }) => !capital && text.length > 2 && /^(?:VERB|AUX|NOUN)$/.test(pos));
}

/** "S&P 500", "Section 427", "Highway 35", "No. 1", "Fortune 100": the number is part of a name or a label. */
export function isName(cells: readonly Cell[], amount: Amount, counted: Counted | null): boolean {
  if (isModel(cells, amount)) return true;
  if (amount.unit !== null || amount.currencyFirst || amount.range === 'between' || amount.range === 'from')
    return false;
  const before = cells[amount.first - 1];
  if (before === undefined || amount.start < amount.first) return false;
  const first = cells[amount.numeral.first];
  const wordForm = amount.numeral.form === 'words';
  if (first === undefined) return false;
  const large = wordForm && first.capital && !isTitleCase(cells);
  if (large && amount.numeral.first > 0 && before.pos === 'PROPN') return true;
  // "the 'Starts with One' campaign"
  if (large && cells[amount.end]?.lower === '"') return true;
  // "its One Horizon plan", "the luxurious Zero Gravity seats": large in the midst of small words.
  if (large && !before.capital && before.pos !== 'PUNCT' && cells[amount.end]?.capital === true) return true;
  // "five 787 Dreamliner sales": a number that another one counts is part of a name.
  if (
    !wordForm &&
    amount.numeral.plain &&
    amount.low >= 100 &&
    before.pos === 'NUM' &&
    Number.isNaN(before.value) &&
    cells[amount.end]?.capital === true
  )
    return true;
  if (wordForm)
    return (
      before.lower === 'number' ||
      (labels.has(before.lower) && counted === null && amount.low < 10 && before.capital && before.pos === 'PROPN') ||
      (before.lower === 'chapter' && counted === null)
    );
  if (amount.numeral.form !== 'digits' || amount.numeral.scale !== 1) return false;
  if (
    labels.has(before.lower) ||
    (before.lower.endsWith('s') && labels.has(before.lower.slice(0, -1)) && before.capital)
  ) {
    if (counted !== null && !counted.attributive && before.pos === 'VERB') return false;
    if (counted !== null && counted.part !== 'none') return amount.numeral.plain && before.capital;
    return true;
  }
  if (before.text === '&' || before.text === '#') return true;
  const named =
    before.pos === 'PROPN' ||
    (before.capital &&
      before.text.length > 1 &&
      amount.first > 1 &&
      before.pos !== 'VERB' &&
      before.pos !== 'ADP' &&
      before.pos !== 'DET' &&
      before.pos !== 'PRON' &&
      before.pos !== 'CCONJ' &&
      before.pos !== 'SCONJ' &&
      before.pos !== 'ADV' &&
      before.pos !== 'AUX');
  if (!named || weekdays.has(before.lower) || months.has(before.lower)) return false;
  if (!amount.numeral.plain) return false;
  if (counted === null) return true;
  // "In Boston 12 people died": a place that a preposition opens ends before the number.
  for (let index = amount.first - 2; index >= Math.max(0, amount.first - 5); index--) {
    const cell = cells[index];
    if (cell === undefined || cell.pos === 'PROPN') continue;
    return !(
      cell.pos === 'ADP' &&
      (cell.lower === 'in' || cell.lower === 'at' || cell.lower === 'near' || cell.lower === 'on') &&
      !counted.attributive
    );
  }
  return true;
}

/** Does the name of a street begin at `at`, after its number: "1909 | Jolinda Drive"? */
export function opensStreet(cells: readonly Cell[], at: number): boolean {
  for (let index = at; index < at + 5; index++) {
    const cell = cells[index];
    if (cell === undefined || !cell.capital) {
      if (cell?.digits === '' && !/^\d/.test(cell.text)) break;
      continue;
    }
    const named = cells[index + 1];
    if (streets.has(cell.lower) && (index > at || (named?.capital === true && cell.text.length > 2))) return true;
  }
  return false;
}

/** "123 Random Street", "PA 23456". */
export function isAddress(cells: readonly Cell[], amount: Amount): boolean {
  if (!isPlainInteger(amount) || amount.currencyFirst) return false;
  if (opensStreet(cells, amount.end)) return true;
  const before = cells[amount.first - 1];
  return (
    before !== undefined && /^[A-Z]{2}$/.test(before.text) && (cells[amount.numeral.first]?.text.length ?? 0) === 5
  );
}

/** "4k streaming": lines of a picture, and no thousands. */
export function isResolution(cells: readonly Cell[], amount: Amount): boolean {
  const { numeral } = amount;
  const sign = cells[numeral.end - 1];
  return (
    numeral.scale === 1000 &&
    sign?.lower === 'k' &&
    !sign.spaceBefore &&
    numeral.low <= 8000 &&
    pictures.has(cells[numeral.end]?.lower ?? '')
  );
}
