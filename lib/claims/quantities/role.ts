/** Whether a number is a total, an addition, a part, a change or a rate. */
import type { Role } from '../../annotation';
import type { Cell } from './cells';
import data from './data/roles.json';
import type { Quantity } from './quantity';

const additional = new Set(data.additional);
const total = new Set(data.total);
const tolls = new Set(data.tolls);
const bring = new Set(data.bring);
const including = new Set(data.including);
const each = new Set(data.each);

const lowerAt = (cells: readonly Cell[], at: number): string => cells[at]?.lower ?? '';

/** "another 3,000", "a further $3m", "two more wells", "an extra gift of about 50". */
function isAdditional(cells: readonly Cell[], quantity: Quantity): boolean {
  const { amount, counted } = quantity;
  // "up to another 300": within the phrase as well.
  for (const from of new Set([quantity.first, amount.first])) {
    for (let at = from - 1; at >= from - 2; at--) {
      if (additional.has(lowerAt(cells, at)) && lowerAt(cells, at) !== 'more' && lowerAt(cells, at) !== 'other')
        return true;
    }
  }
  if (counted !== null)
    for (let at = amount.end; at < counted.first + 1; at++) if (additional.has(lowerAt(cells, at))) return true;
  if (counted !== null && lowerAt(cells, counted.head) === 'others') return true;
  const next = lowerAt(cells, quantity.end);
  if (next === 'more' && lowerAt(cells, quantity.end + 1) !== 'than') return true;
  if (lowerAt(cells, quantity.first - 1) !== 'of') return false;
  for (let at = quantity.first - 2; at >= quantity.first - 6; at--) {
    const cell = cells[at];
    if (cell === undefined || (cell.pos !== 'NOUN' && cell.pos !== 'ADJ' && cell.pos !== 'DET')) return false;
    if (cell.lower === 'additional' || cell.lower === 'further' || cell.lower === 'extra') return true;
  }
  return false;
}

/** "in all", "a total of", "the toll stood at", "bringing the figure to". */
function isTotal(cells: readonly Cell[], quantity: Quantity): boolean {
  const { amount } = quantity;
  if (lowerAt(cells, quantity.end) === 'in' && /^(?:all|total)$/.test(lowerAt(cells, quantity.end + 1))) return true;
  if (total.has(lowerAt(cells, quantity.end)) && lowerAt(cells, quantity.end) !== 'all') return true;
  for (let at = quantity.first - 1; at >= quantity.first - 5; at--) {
    const cell = cells[at];
    if (cell === undefined || (cell.pos === 'PUNCT' && cell.lower !== '-')) break;
    if (total.has(cell.lower) && cell.lower !== 'all' && cell.lower !== 'together') return true;
    if (cell.lower === 'together' && at === quantity.first - 1) return true;
    if (bring.has(cell.lower) && lowerAt(cells, quantity.first - 1) === 'to') return true;
  }
  if (quantity.unit.kind === 'count' || quantity.unit.kind === 'none') {
    for (let at = amount.first - 1; at >= amount.first - 14; at--) {
      const cell = cells[at];
      if (cell === undefined || cell.lower === ',' || cell.lower === ';' || cell.pos === 'CCONJ') break;
      if (
        tolls.has(cell.lower) &&
        (quantity.trend !== null ||
          lowerAt(cells, quantity.first - 1) === 'at' ||
          lowerAt(cells, amount.first - 1) === 'over')
      ) {
        return cell.lower !== 'number' || lowerAt(cells, at + 1) === 'of';
      }
    }
  }
  if (quantity.modifier !== 'at_most' || amount.numeral.form === 'fraction') return false;
  const hedge = lowerAt(cells, quantity.first);
  return hedge === 'as' || (hedge === 'up' && quantity.unit.kind === 'count');
}

/** "a third of", "10% of deposits", "40 of them", "including 6 nurses". */
function isPart(cells: readonly Cell[], quantity: Quantity): boolean {
  const { amount, counted } = quantity;
  if (amount.numeral.form === 'fraction' && quantity.unit.kind === 'none') return true;
  if (counted?.part === 'pronoun' || counted?.part === 'definite') return true;
  // "of whom 40 stayed"
  if (
    /^(?:whom|which|them|these|those)$/.test(lowerAt(cells, quantity.first - 1)) &&
    lowerAt(cells, quantity.first - 2) === 'of'
  )
    return true;
  if (quantity.unit.kind === 'percent' && lowerAt(cells, quantity.end) === 'of' && quantity.trend === null) return true;
  const before = lowerAt(cells, quantity.first - 1);
  return (
    including.has(before) ||
    (including.has(lowerAt(cells, quantity.first - 2)) && /^(?:them|whom|which|these|those)$/.test(before))
  );
}

/** "$5 a share", "20 pupils each", "every farm would get 900 kroner". */
function isRate(cells: readonly Cell[], quantity: Quantity): boolean {
  if (quantity.unit.kind === 'rate' || each.has(lowerAt(cells, quantity.end))) return true;
  if (quantity.unit.kind !== 'money') return false;
  for (let at = quantity.first - 1; at >= quantity.first - 8; at--) {
    const cell = cells[at];
    if (cell === undefined || cell.pos === 'PUNCT') return false;
    if ((cell.lower === 'each' || cell.lower === 'every') && cells[at + 1]?.pos !== 'PUNCT') return true;
  }
  return false;
}

/** The role that the number's own words give it; null when they give none. */
export function ownRole(cells: readonly Cell[], quantity: Quantity): Role | null {
  const { trend, amount } = quantity;
  if (isAdditional(cells, quantity)) return 'additional';
  if (isRate(cells, quantity)) return 'rate';
  if (amount.range === 'from' && trend !== null) return 'change';
  if (trend !== null && !trend.level && trend.kind !== 'origin' && trend.kind !== 'reach') return 'change';
  if (isTotal(cells, quantity)) return 'total';
  if (isPart(cells, quantity)) return 'part';
  return null;
}

/** Roles of a sentence's numbers: their own, then what they are to one another ("90 were hired: 60 in Oslo, 30 in Bergen"). */
export function findRoles(cells: readonly Cell[], quantities: readonly Quantity[]): (Role | null)[] {
  const roles = quantities.map((quantity) => ownRole(cells, quantity));
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index] as Quantity;
    const before = quantities[index - 1];
    if (before === undefined) continue;
    // A part makes what it is a part of the total: "800 guests, among them 90 children".
    const made =
      roles[index] === 'part' && quantity.amount.numeral.form !== 'fraction' && quantity.unit.kind !== 'percent';
    const alike = before.unit.kind === quantity.unit.kind && before.low > quantity.high;
    const same = before.unit.name === quantity.unit.name || quantity.counted?.part !== 'pronoun';
    if (made && alike && same && before.low >= 100 && roles[index - 1] === null) roles[index - 1] = 'total';
    // "half of that, $40m, was paid out"
    const aside =
      quantity.first - before.end <= 3 &&
      lowerAt(cells, quantity.first - 1) === ',' &&
      lowerAt(cells, quantity.end) === ',';
    if (aside && roles[index - 1] === 'part' && before.unit.kind === 'percent' && roles[index] === null)
      roles[index] = 'part';
    if (lowerAt(cells, quantity.first - 1) === '(' && quantity.first - before.end === 1 && roles[index] === null)
      roles[index] = roles[index - 1] ?? null;
    if (roles[index] === null && before.trend !== null && quantity.trend === before.trend)
      roles[index] = roles[index - 1] ?? null;
    if (roles[index] === null && isOutOf(cells, before, quantity)) roles[index] = 'total';
    if (roles[index] === 'total' && isOutOf(cells, before, quantity) && roles[index - 1] === null)
      roles[index - 1] = 'part';
  }
  breakDown(cells, quantities, roles);
  return roles;
}

const personal = new Set(data.personal);
const headOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** Can one be added to the other: the same unit, or people under two names ("troops", "soldiers")? */
function addable(a: Quantity, b: Quantity): boolean {
  if (a.unit.kind !== b.unit.kind || a.unit.name === '') return false;
  const [one, two] = [headOf(a.unit.name), headOf(b.unit.name)];
  return one === two || (a.unit.kind === 'count' && personal.has(one) && personal.has(two));
}

/** What a later sentence adds to was a total: "sending 10,000 troops. ... an additional contribution of 1,000 soldiers". */
export function findBases(sentences: readonly { quantities: readonly Quantity[]; roles: (Role | null)[] }[]): void {
  for (let index = 1; index < sentences.length; index++) {
    const { quantities, roles } = sentences[index] as (typeof sentences)[number];
    const before = sentences[index - 1] as (typeof sentences)[number];
    for (let at = 0; at < Math.min(quantities.length, 40); at++) {
      const added = quantities[at] as Quantity;
      if (roles[at] !== 'additional' || added.unit.kind === 'duration') continue;
      for (let base = before.quantities.length - 1; base >= Math.max(0, before.quantities.length - 12); base--) {
        const candidate = before.quantities[base] as Quantity;
        if (before.roles[base] === null && candidate.high > added.high && addable(candidate, added)) {
          before.roles[base] = 'total';
          break;
        }
      }
    }
  }
}

/** "12 have resigned, out of 90 in all" */
function isOutOf(cells: readonly Cell[], before: Quantity, quantity: Quantity): boolean {
  for (let at = quantity.first - 1; at > Math.max(before.end, quantity.first - 7); at--) {
    if (lowerAt(cells, at) === 'of' && lowerAt(cells, at - 1) === 'out') return true;
  }
  return false;
}

/** After a colon, two or more numbers of the same unit that are each smaller than the one before it are its parts. */
function breakDown(cells: readonly Cell[], quantities: readonly Quantity[], roles: (Role | null)[]): void {
  for (let index = 0; index + 2 < quantities.length; index++) {
    const whole = quantities[index] as Quantity;
    let at = index + 1;
    while (at < quantities.length && at < index + 4 && (quantities[at] as Quantity).unit.kind !== whole.unit.kind) at++;
    const first = quantities[at];
    const second = quantities[at + 1];
    if (first === undefined || second === undefined || lowerAt(cells, first.first - 1) !== ':') continue;
    if (first.low >= whole.low || second.low >= whole.low || second.unit.kind !== whole.unit.kind) continue;
    if (roles[index] === null) roles[index] = 'total';
    for (let part = at; part < Math.min(quantities.length, at + 12); part++) {
      const piece = quantities[part] as Quantity;
      if (piece.unit.kind === whole.unit.kind && piece.low < whole.low && roles[part] === null) roles[part] = 'part';
    }
  }
}
