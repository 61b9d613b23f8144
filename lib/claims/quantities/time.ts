/** When a number holds: the nearest time expression of its sentence, resolved against the day the report was published. */

import type { Claim } from '../../annotation';

import { ago, dateAt, days, edges, iso, months, weekdays } from './calendar';
import type { Cell } from './cells';

import data from './data/times.json';
import { opensStreet } from './exclude/names';

import type { Quantity } from './quantity';

type Time = NonNullable<Claim['time']>;

interface TimeSpan {
  first: number;
  end: number;
  from: string | null;
  to: string | null;
}

const until = new Set(data.until);

const now = new Set(data.now);

const sofarOpeners = new Set(data.sofar.map((phrase) => phrase.slice(0, phrase.indexOf(' '))));

const leading = new Set([
  'since',
  'by',
  'until',
  'till',
  'before',
  'after',
  'between',
  'from',
  'last',
  'next',
  'early',
  'late',
]);

/** Words that can open a time expression; digits can too. */
const openers = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ...days.keys(),
  ...until,
  ...now,
  ...sofarOpeners,
  ...edges,
  'last',
  'this',
  'next',
  'past',
  ...Object.keys(data.ordinals),
]);

const coming = new Set(data.coming);

/** Is the verb nearest before a date one of what is to come: "will vote on Tuesday", "plans to close in March"? */
function isComing(cells: readonly Cell[], at: number): boolean {
  let index = at - 1;
  const first = Math.max(0, at - 12);
  while (index >= first && cells[index]?.pos !== 'VERB' && cells[index]?.pos !== 'AUX') index--;
  for (; index >= first; index--) {
    const cell = cells[index];
    if (cell === undefined) return false;
    const { lower, pos } = cell;
    if (lower === 'will' || lower === "'ll" || lower === 'shall') return true;
    if (lower === 'to' && coming.has(cells[index - 1]?.lower ?? '')) return true;
    if (pos !== 'VERB' && pos !== 'AUX' && pos !== 'PART' && pos !== 'ADV') return false;
  }
  return false;
}

const future = new Set([
  'will',
  "'ll",
  'would',
  'may',
  'might',
  'could',
  'should',
  'must',
  'shall',
  'to',
  'expected',
  'plans',
]);

/** Does the clause before speak of what is to come: "will leave by Tuesday", not "had left by Tuesday"? */
function isAhead(cells: readonly Cell[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 12); index--)
    if (future.has(cells[index]?.lower ?? '')) return true;
  return false;
}

/** All time expressions of a sentence. @param published milliseconds since 1970 of the report's day, NaN if unknown. */
function readTimes(cells: readonly Cell[], quantities: readonly Quantity[], published: number): TimeSpan[] {
  const spans: TimeSpan[] = [];
  const known = Number.isNaN(published) ? null : iso(published);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    const { lower } = cell;
    if (cell.digits === '' && !openers.has(lower)) continue;
    // "of 1909 Jolinda Drive": a house, and no year.
    if (cell.digits !== '' && opensStreet(cells, at + 1)) continue;
    if (sofarOpeners.has(lower) && data.sofar.includes(`${lower} ${cells[at + 1]?.lower ?? ''}`)) {
      spans.push({ first: at, end: at + 2, from: null, to: known });
      at++;
      continue;
    }
    if (
      until.has(lower) &&
      cell.pos === 'ADV' &&
      !/^(?:this|that|on|in)$/.test(cells[at + 1]?.lower ?? '') &&
      !(lower === 'earlier' && cells[at - 1]?.pos === 'NOUN')
    ) {
      spans.push({ first: at, end: at + 1, from: null, to: known });
      continue;
    }
    if (now.has(lower) && cell.pos === 'ADV') {
      spans.push({ first: at, end: at + 1, from: known, to: known });
      continue;
    }
    const before = cells[at - 1]?.lower ?? '';
    const open = before === 'by' || before === 'until' || before === 'till';
    const placed = before === 'on' || before === 'in' || before === 'from';
    const ahead = before === 'next' || (open && isAhead(cells, at)) || (placed && isComing(cells, at));
    const date = dateAt(cells, at, published, ahead);
    if (date === null) continue;
    const span: TimeSpan = { first: at, end: date.end, from: date.range?.[0] ?? null, to: date.range?.[1] ?? null };
    const between =
      cells[date.end]?.lower === 'and' || cells[date.end]?.lower === 'to'
        ? dateAt(cells, date.end + 1, published, ahead)
        : null;
    if (between !== null && (before === 'between' || before === 'from')) {
      span.end = between.end;
      span.to = between.range?.[1] ?? null;
    }
    if (leading.has(before)) span.first--;
    if (before === 'since' || before === 'after') span.to = before === 'since' ? known : null;
    if (before === 'until' || before === 'till' || before === 'by' || before === 'before') span.from = null;
    spans.push(span);
    at = span.end - 1;
  }
  for (const { end, amount, unit } of quantities) {
    if (cells[end]?.lower !== 'ago' || unit.kind !== 'duration' || Number.isNaN(published)) continue;
    const range = amount.low < 1000 ? ago(amount.low, unit.name, published) : null;
    spans.push({ first: amount.first, end: end + 1, from: range?.[0] ?? null, to: range?.[1] ?? null });
  }
  return spans;
}

/** How far a time expression may stand from the number that it dates, in cells. */
const reach = 14;

/**
 * @param publishedAt ISO 8601 date of the report, or null: then only dates with a year are resolved.
 * @returns for each quantity the nearest time expression of its clause, as written and as ISO dates; null for none.
 */
export function findTimes(
  text: string,
  cells: readonly Cell[],
  quantities: readonly Quantity[],
  publishedAt: string | null,
): (Time | null)[] {
  const parsed = publishedAt === null ? Number.NaN : Date.parse(publishedAt.slice(0, 10));
  const spans = readTimes(cells, quantities, parsed).sort((a, b) => a.first - b.first);
  let opening = 0;
  return quantities.map((quantity) => {
    let best: TimeSpan | null = null;
    let nearest = reach + 1;
    while (opening < spans.length && (spans[opening]?.end ?? 0) < quantity.first - reach) opening++;
    for (let index = opening; index < spans.length; index++) {
      const span = spans[index] as TimeSpan;
      if (span.first > quantity.end + reach) break;
      const overlaps = span.first < quantity.end && quantity.first < span.end;
      const distance = span.first >= quantity.end ? span.first - quantity.end : quantity.first - span.end + 1;
      if (overlaps || distance >= nearest || isCut(cells, quantity, span)) continue;
      best = span;
      nearest = distance;
    }
    const first = cells[best?.first ?? -1];
    const last = cells[(best?.end ?? 0) - 1];
    if (best === null || first === undefined || last === undefined) return null;
    return { text: text.slice(first.start, last.end), from: best.from, to: best.to };
  });
}

/** A semicolon, a bracket or a new clause stands between number and time. */
function isCut(cells: readonly Cell[], quantity: Quantity, span: TimeSpan): boolean {
  const [from, to] = span.first >= quantity.end ? [quantity.end, span.first] : [span.end, quantity.first];
  for (let at = from; at < to; at++) {
    const text = cells[at]?.text;
    if (text === ';' || text === ':' || text === '(') return true;
  }
  return false;
}
