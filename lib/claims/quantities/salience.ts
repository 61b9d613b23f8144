/** Is a number worth a mark? "More than 3,000 soldiers" is, "the two leaders" is not. */
import type { Cell } from './cells';
import data from './data/salience.json';
import type { Quantity } from './quantity';

const fates = new Set(data.fates);
const where = new Set(data.where);
const located = new Set(data.located);

const lowerAt = (cells: readonly Cell[], at: number): string => cells[at]?.lower ?? '';

/** Counts below this are a mark only where lives hang on them: "two people had died". */
const smallCount = 30;

function hasFate(cells: readonly Cell[], quantity: Quantity): boolean {
  for (let at = quantity.first - 1; at >= quantity.first - 3; at--)
    if (/^(?:killed|killing|kill|injuring|injured)$/.test(lowerAt(cells, at))) return true;
  let start = quantity.unit.first;
  // "three people, including two children, were killed": over what is put between.
  if (
    lowerAt(cells, quantity.end) === ',' &&
    /^(?:including|among|most|some|many|all)$/.test(lowerAt(cells, quantity.end + 1))
  ) {
    for (let at = quantity.end + 2; at < quantity.end + 10; at++) if (lowerAt(cells, at) === ',') start = at + 1;
    for (let at = start; at < start + 4; at++) if (fates.has(lowerAt(cells, at))) return true;
  }
  for (let at = quantity.unit.first; at < quantity.end + 5; at++) {
    const cell = cells[at];
    if (cell === undefined || (at >= quantity.end && cell.pos === 'PUNCT')) return false;
    if (fates.has(cell.lower)) return true;
    if (at > quantity.end && cell.pos === 'SCONJ') return false;
  }
  return false;
}

/** A year at least this far back makes the number history told for comparison. */
const historic = 5;

/** "..., which killed 17,000 in 1999" in a report of 2023. */
function isHistory(cells: readonly Cell[], quantity: Quantity, publishedYear: number | null): boolean {
  if (publishedYear === null) return false;
  for (let at = quantity.end; at < quantity.end + 9; at++) {
    const cell = cells[at];
    if (cell === undefined || cell.pos === 'PUNCT' || !Number.isNaN(cell.value)) {
      if (cell?.digits !== 'integer' || cell.text.length !== 4) break;
      return cell.value >= 1800 && cell.value <= publishedYear - historic;
    }
  }
  for (let at = quantity.first - 1; at >= quantity.first - 10; at--) {
    const cell = cells[at];
    if (cell === undefined || cell.pos === 'PUNCT') break;
    if (
      cell.digits === 'integer' &&
      cell.text.length === 4 &&
      cell.value >= 1800 &&
      cell.value <= publishedYear - historic
    )
      return lowerAt(cells, at - 1) === 'in' || cells[at - 1]?.pos === 'PROPN';
  }
  return false;
}

/** @param publishedYear of the report, null if unknown. */
export function isMajor(
  cells: readonly Cell[],
  quantity: Quantity,
  before: Quantity | undefined,
  publishedYear: number | null,
): boolean {
  const { unit, amount, counted, trend } = quantity;
  if (quantity.age || unit.kind === 'duration' || unit.name === 'count') return false;
  if (isHistory(cells, quantity, publishedYear)) return false;
  // A conversion repeats what is marked already.
  if (before !== undefined && lowerAt(cells, quantity.first - 1) === '(' && quantity.first - before.end === 1)
    return false;
  // Where an index or a share price ended up after a marked movement.
  if (
    before?.trend &&
    unit.kind !== 'count' &&
    lowerAt(cells, quantity.first - 1) === 'to' &&
    quantity.first - before.end <= 4 &&
    before.unit.kind === 'percent'
  )
    return false;
  if (before !== undefined && quantity.first < before.end && unit.kind !== 'count') return false;
  switch (unit.kind) {
    case 'count': {
      if ((counted?.attributive === true && unit.name !== 'people') || lowerAt(cells, quantity.end) === 'each')
        return false;
      if (quantity.high >= smallCount) return true;
      return hasFate(cells, quantity);
    }
    case 'none':
      if (amount.numeral.form !== 'fraction') return quantity.high >= smallCount || !Number.isInteger(quantity.low);
      return (
        trend !== null ||
        (lowerAt(cells, quantity.end) === 'of' &&
          !/^(?:them|it|that|those|these|whom|which|us)$/.test(lowerAt(cells, quantity.end + 1)))
      );
    case 'money':
      return quantity.high >= 1000 || trend !== null || amount.numeral.scale > 1 || quantity.high < 2;
    case 'length':
      if (where.has(lowerAt(cells, quantity.end)) || located.has(lowerAt(cells, quantity.first - 2))) return false;
      return !isAttributive(cells, quantity);
    case 'area':
    case 'volume':
    case 'mass':
    case 'speed':
    case 'power':
    case 'energy':
    case 'data':
      return !isAttributive(cells, quantity);
    case 'other':
      return unit.name !== 'point' || trend !== null ? unit.name === 'magnitude' || trend !== null : false;
    default:
      return true;
  }
}

/** "240mm rocket launchers", "a 5 kW motor": the measure names a type of thing. */
function isAttributive(cells: readonly Cell[], quantity: Quantity): boolean {
  const next = cells[quantity.end];
  const last = lowerAt(cells, quantity.end - 1);
  return next !== undefined && (next.pos === 'NOUN' || next.pos === 'ADJ') && !last.endsWith('s');
}
