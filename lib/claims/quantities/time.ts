/** When a number holds: the nearest time expression of its sentence, resolved against the day the report was published. */
import * as chrono from 'chrono-node/en';
import type { Claim } from '../../annotation';
import type { Cell } from './cells';
import data from './data/times.json';
import type { Quantity } from './quantity';

type Time = NonNullable<Claim['time']>;

interface TimeSpan {
  first: number;
  end: number;
  from: string | null;
  to: string | null;
}

const months = new Map(Object.entries(data.months));
const weekdays = new Map(Object.entries(data.weekdays));
const days = new Map(Object.entries(data.days));
const until = new Set(data.until);
const now = new Set(data.now);
const units = new Set(data.units);
const dayLength = 86_400_000;
const sofarOpeners = new Set(data.sofar.map((phrase) => phrase.slice(0, phrase.indexOf(' '))));
const edges = new Set(['end', 'start', 'beginning', 'middle']);
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
]);

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const pad = (value: number): string => String(value).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const monthRange = (year: number, month: number): [string, string] => [
  `${year}-${pad(month)}-01`,
  `${year}-${pad(month)}-${pad(lastDay(year, month))}`,
];

const isYear = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.digits === 'integer' && cell.text.length === 4 && cell.value >= 1500 && cell.value <= 2199;
const isDay = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.digits === 'integer' && cell.value >= 1 && cell.value <= 31;
const monthOf = (cell: Cell | undefined): number => {
  if (cell === undefined || !cell.capital) return 0;
  return months.get(cell.lower) ?? 0;
};

/** chrono is slow (about a millisecond a call): it is asked only for what the rules here do not know, and its answers are kept. */
const answers = new Map<string, [string, string] | null>();
const mostAnswers = 500;

function ask(text: string, published: number): [string, string] | null {
  const key = `${iso(published)} ${text}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const found = chrono.parse(text, new Date(published))[0];
  const start = found?.start.date().getTime();
  const answer: [string, string] | null =
    start === undefined || Number.isNaN(start) ? null : [iso(start), iso(found?.end?.date().getTime() ?? start)];
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** A date that opens at `at`, without its preposition; `published` is NaN when unknown. */
function dateAt(
  cells: readonly Cell[],
  at: number,
  published: number,
  ahead: boolean,
): { end: number; range: [string, string] | null } | null {
  const cell = cells[at];
  const next = cells[at + 1];
  if (cell === undefined) return null;
  const known = !Number.isNaN(published);
  const today = known ? new Date(published) : null;
  const monthFirst = monthOf(cell);
  const dayFirst = isDay(cell) ? monthOf(next) : 0;
  if (monthFirst > 0 || dayFirst > 0) {
    const month = monthFirst > 0 ? monthFirst : dayFirst;
    const day = monthFirst > 0 ? (isDay(next) && !isYear(next) ? next?.value : undefined) : cell.value;
    let end = at + (day === undefined ? 1 : 2);
    if (cell.lower === 'may' && monthFirst > 0 && day === undefined && !isYear(next) && cells[at - 1]?.lower !== 'in')
      return null;
    const comma = cells[end]?.text === ',' ? end + 1 : end;
    let year = isYear(cells[comma]) ? cells[comma]?.value : undefined;
    if (year !== undefined) end = comma + 1;
    else if (today === null) return { end, range: null };
    else {
      year = today.getUTCFullYear();
      const time = Date.UTC(year, month - 1, day ?? 1);
      if (!ahead && time > published + dayLength * 2) year--;
      else if (ahead && time < published - dayLength * 60) year++;
    }
    if (day === undefined) return { end, range: monthRange(year, month) };
    const date = `${year}-${pad(month)}-${pad(Math.min(day, lastDay(year, month)))}`;
    return { end, range: [date, date] };
  }
  if (isYear(cell) && !(next !== undefined && next.lower === '-' && !next.spaceBefore)) {
    return { end: at + 1, range: [`${cell.text}-01-01`, `${cell.text}-12-31`] };
  }
  const weekday = cell.capital ? weekdays.get(cell.lower) : undefined;
  if (weekday !== undefined) {
    if (today === null) return { end: at + 1, range: null };
    const last = (today.getUTCDay() - weekday + 7) % 7;
    const back = cells[at - 1]?.lower === 'last' && last === 0 ? 7 : last;
    const time = ahead ? published + ((7 - last) % 7) * dayLength : published - back * dayLength;
    return { end: at + 1, range: [iso(time), iso(time)] };
  }
  const offset = days.get(cell.lower);
  if (offset !== undefined) {
    const time = published + offset * dayLength;
    return { end: at + 1, range: known ? [iso(time), iso(time)] : null };
  }
  return phraseAt(cells, at, published);
}

/** "last year", "this month", "two weeks ago", "the end of December". */
function phraseAt(
  cells: readonly Cell[],
  at: number,
  published: number,
): { end: number; range: [string, string] | null } | null {
  const cell = cells[at];
  const next = cells[at + 1];
  if (cell === undefined || next === undefined) return null;
  const year = Number.isNaN(published) ? Number.NaN : new Date(published).getUTCFullYear();
  if ((cell.lower === 'last' || cell.lower === 'this' || cell.lower === 'next') && units.has(next.lower)) {
    if (Number.isNaN(published)) return { end: at + 2, range: null };
    const step = cell.lower === 'last' ? -1 : cell.lower === 'next' ? 1 : 0;
    if (next.lower === 'year') return { end: at + 2, range: [`${year + step}-01-01`, `${year + step}-12-31`] };
    if (next.lower === 'month') {
      const date = new Date(Date.UTC(year, new Date(published).getUTCMonth() + step, 1));
      return { end: at + 2, range: monthRange(date.getUTCFullYear(), date.getUTCMonth() + 1) };
    }
    if (next.lower === 'week') {
      // Weeks begin on Monday.
      const monday = published - ((new Date(published).getUTCDay() + 6) % 7) * dayLength + step * 7 * dayLength;
      return { end: at + 2, range: [iso(monday), iso(monday + 6 * dayLength)] };
    }
    return { end: at + 2, range: ask(`${cell.lower} ${next.lower}`, published) };
  }
  if (next.lower !== 'of' || !edges.has(cell.lower)) return null;
  const date = dateAt(cells, cells[at + 2]?.lower === 'the' ? at + 3 : at + 2, published, false);
  if (date === null || date.range === null) return date;
  const edge = cell.lower === 'end' ? date.range[1] : cell.lower === 'middle' ? null : date.range[0];
  return { end: date.end, range: edge === null ? date.range : [edge, edge] };
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

/** "two weeks ago", counted back from the report's day. */
function ago(count: number, unit: string, published: number): [string, string] | null {
  const length = unit === 'day' ? dayLength : unit === 'week' ? 7 * dayLength : 0;
  const date = new Date(published - count * length);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() - count);
  else if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() - count);
  else if (length === 0) return ask(`${count} ${unit}s ago`, published);
  return Number.isNaN(date.getTime()) ? null : [iso(date.getTime()), iso(date.getTime())];
}

/** All time expressions of a sentence. @param published milliseconds since 1970 of the report's day, NaN if unknown. */
function readTimes(cells: readonly Cell[], quantities: readonly Quantity[], published: number): TimeSpan[] {
  const spans: TimeSpan[] = [];
  const known = Number.isNaN(published) ? null : iso(published);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    const { lower } = cell;
    if (cell.digits === '' && !openers.has(lower)) continue;
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
    const ahead = before === 'next' || (open && isAhead(cells, at));
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
