/** Ages: "34-year-old", "ten months old", "Ann Lee, 38,", "aged 17", "who was 10". */

import type { Amount } from '../amounts/ranges';
import type { Cell } from '../cells';
import type { Unit } from '../units/lexicon';

/** Cell after "old", "-old", "of age" that follow a unit of time, or -1. */
export function endOfAge(cells: readonly Cell[], amount: Amount): number {
  if (amount.unit?.kind !== 'duration') return -1;
  let at = amount.end;
  if (cells[at]?.lower === '-') at++;
  const cell = cells[at];
  if (cell === undefined) return -1;
  if (/^(?:old|olds)$/.test(cell.lower)) return at + 1;
  if (cell.lower === 'of' && cells[at + 1]?.lower === 'age') return at + 2;
  return -1;
}

export const ageUnit = (unit: Unit | null): Unit => ({ name: `${unit?.name ?? 'year'} of age`, kind: 'duration' });

const beVerbs = new Set([
  'is',
  'was',
  'be',
  "'s",
  "'m",
  'am',
  'are',
  'were',
  'turned',
  'turns',
  'turn',
  'turning',
  'being',
  'been',
]);
const personal = new Set(['he', 'she', 'i', 'who', 'they', 'you', 'we']);

const groups = new Set([
  'people',
  'children',
  'adults',
  'women',
  'men',
  'those',
  'voters',
  'patients',
  'workers',
  'anyone',
  'everyone',
  'residents',
  'americans',
]);

/** A bound with nothing counted after it: "over 65 qualify". */
function isBrokenOff(cells: readonly Cell[], amount: Amount): boolean {
  const after = cells[amount.end];
  if (
    amount.start === amount.first ||
    !/^(?:under|over|above|below|younger|older)$/.test(cells[amount.start]?.lower ?? '')
  )
    return false;
  return after === undefined || (after.pos !== 'NOUN' && after.pos !== 'ADJ' && after.pos !== 'PROPN');
}

/** Is a bare number an age by where it stands? */
export function isBareAge(cells: readonly Cell[], amount: Amount): boolean {
  if (
    amount.unit !== null ||
    amount.currencyFirst ||
    amount.numeral.scale !== 1 ||
    amount.range === 'hyphen' ||
    amount.numeral.form === 'fraction' ||
    amount.numeral.form === 'vague'
  )
    return false;
  const { low, high } = amount;
  for (let index = amount.start - 1; index >= Math.max(1, amount.start - 8); index--) {
    if (cells[index]?.lower === 'expectancy' && cells[index - 1]?.lower === 'life') return true;
  }
  const before = cells[amount.start - 1];
  // "at age 59 and a half"
  if (before?.lower === 'age' && low > 0 && high < 120 && Number.isInteger(low * 2) && !Number.isInteger(low))
    return true;
  if (!Number.isInteger(low) || low < 0 || high > 120) return false;
  const two = cells[amount.start - 2];
  const after = cells[amount.end];
  if (before === undefined) return false;
  if (before.lower === 'of' && two?.lower === 'age') return true;
  // "people under 30"
  if (isBrokenOff(cells, amount) && groups.has(before.lower)) return true;
  const closes = after === undefined || after.pos === 'PUNCT' || after.pos === 'CCONJ';
  if ((before.lower === 'aged' || before.lower === 'age') && (closes || after.pos !== 'NOUN')) return true;
  if (
    before.lower === 'and' &&
    two !== undefined &&
    !Number.isNaN(two.value) &&
    cells[amount.start - 3]?.lower === 'aged'
  )
    return true;
  const named = (cell: Cell | undefined): boolean =>
    cell?.pos === 'PROPN' || (cell?.capital === true && cell.pos !== 'DET' && cell.pos !== 'PRON');
  const person =
    /^(?:child|boy|girl|man|woman|son|daughter|father|mother|wife|husband|brother|sister|widow|driver|teacher|student|pensioner|resident|suspect|victim)$/;
  if (
    before.text === ',' &&
    amount.start === amount.first &&
    amount.numeral.plain &&
    closes &&
    low >= 1 &&
    two !== undefined
  ) {
    const name = named(two) && (named(cells[amount.start - 3]) || (low >= 15 && low <= 99 && after?.text === ','));
    const endsList =
      after === undefined ||
      after.text === ',' ||
      after.text === '.' ||
      after.text === ';' ||
      after.text === ')' ||
      after.text === '"' ||
      after.text === '—';
    return endsList && (name || person.test(two.lower));
  }
  if (before.text === '(' && after?.text === ')' && named(two) && low >= 16 && low < 100) return true;
  if (cells[amount.numeral.first]?.lower === 'one') return false;
  if (
    beVerbs.has(before.lower) ||
    (before.lower === 'just' && beVerbs.has(two?.lower ?? '')) ||
    (before.lower === 'only' && beVerbs.has(two?.lower ?? ''))
  ) {
    if (!closes && after.pos !== 'ADP' && after.pos !== 'SCONJ' && after.pos !== 'ADV') return false;
    if (after?.lower === 'of' || after?.lower === '%') return false;
    for (let index = amount.start - 2; index >= Math.max(0, amount.start - 4); index--)
      if (personal.has(cells[index]?.lower ?? '')) return low >= 1;
    return false;
  }
  // "Ole Lund 41 has left": commas lost.
  if (
    amount.start === amount.first &&
    amount.numeral.plain &&
    low >= 16 &&
    low <= 99 &&
    before.pos === 'PROPN' &&
    two?.pos === 'PROPN' &&
    after !== undefined
  ) {
    return after.lower === 'has' || after.lower === 'had' || after.lower === 'who' || after.lower === 'was';
  }
  return false;
}

const isNumber = (cell: Cell | undefined): boolean => cell !== undefined && !Number.isNaN(cell.value);

/** "voters aged 20 to 30": a bracket defines a group and claims nothing of anyone. */
export function isAgeBracket(cells: readonly Cell[], amount: Amount): boolean {
  const before = cells[amount.first - 1]?.lower;
  const two = cells[amount.first - 2]?.lower;
  // "between the ages of 25 and 54"
  const ages = before === 'of' && two === 'ages';
  const joined = /^(?:and|to|through|-|–)$/.test(cells[amount.end]?.lower ?? '') && isNumber(cells[amount.end + 1]);
  if (ages && (amount.range !== 'none' || joined)) return true;
  if (before === 'and' && isNumber(cells[amount.first - 2]) && cells[amount.first - 4]?.lower === 'ages') return true;
  return (
    amount.range !== 'none' &&
    (before === 'aged' || before === 'ages' || (before === 'between' && cells[amount.first - 2]?.lower === 'aged'))
  );
}
