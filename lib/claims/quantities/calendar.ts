/** Dates and relative times of English, resolved against the day of the report: "March 2023", "on Monday", "last week", "two years ago". */
import * as chrono from 'chrono-node/en';
import type { Cell } from './cells';
import numbers from './data/numbers.json';
import data from './data/times.json';

export const months = new Map(Object.entries(data.months));

export const weekdays = new Map(Object.entries(data.weekdays));

export const days = new Map(Object.entries(data.days));

const units = new Set(data.units);

const dayLength = 86_400_000;

export const edges = new Set(['end', 'start', 'beginning', 'middle']);

export const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

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
export function dateAt(
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
    // "next Friday" on a Friday is a week away.
    const on = cells[at - 1]?.lower === 'next' && last === 0 ? 7 : (7 - last) % 7;
    const time = ahead ? published + on * dayLength : published - back * dayLength;
    return { end: at + 1, range: [iso(time), iso(time)] };
  }
  const offset = days.get(cell.lower);
  if (offset !== undefined) {
    const time = published + offset * dayLength;
    return { end: at + 1, range: known ? [iso(time), iso(time)] : null };
  }
  return partOfYear(cells, at, published) ?? trailing(cells, at, published) ?? phraseAt(cells, at, published);
}

const ordinals = new Map(Object.entries(data.ordinals));

/** "the third quarter", "the first half of 2025", "the second quarter of last year": without a year the latest one that had begun. */
function partOfYear(
  cells: readonly Cell[],
  at: number,
  published: number,
): { end: number; range: [string, string] | null } | null {
  const number = ordinals.get(cells[at]?.lower ?? '');
  const noun = cells[at + 1]?.lower;
  if (number === undefined || (noun !== 'quarter' && noun !== 'half') || (noun === 'half' && number > 2)) return null;
  const length = noun === 'quarter' ? 3 : 6;
  const month = (number - 1) * length;
  const known = !Number.isNaN(published);
  let end = at + 2;
  let year = Number.NaN;
  if (cells[end]?.lower === 'of') {
    const of = cells[end + 1];
    if (isYear(of)) {
      year = of?.value ?? Number.NaN;
      end += 2;
    } else if (
      (of?.lower === 'the' || of?.lower === 'this' || of?.lower === 'last') &&
      cells[end + 2]?.lower === 'year'
    ) {
      if (known) year = new Date(published).getUTCFullYear() - (of.lower === 'last' ? 1 : 0);
      end += 3;
    }
  }
  // The second half of a match is no part of a year.
  if (end === at + 2 && noun === 'half') return null;
  if (Number.isNaN(year)) {
    if (!known) return { end, range: null };
    year = new Date(published).getUTCFullYear();
    if (Date.UTC(year, month, 1) > published) year--;
  }
  return { end, range: [monthRange(year, month + 1)[0], monthRange(year, month + length)[1]] };
}

/** "the past decade", "the last six months": back from the report's day. */
function trailing(
  cells: readonly Cell[],
  at: number,
  published: number,
): { end: number; range: [string, string] | null } | null {
  const opener = cells[at]?.lower;
  if (opener !== 'past' && opener !== 'last') return null;
  const counted = counts.get(cells[at + 1]?.lower ?? '') ?? cells[at + 1]?.value ?? Number.NaN;
  const single = opener === 'past' && Number.isNaN(counted);
  const end = at + (single ? 2 : 3);
  const unit = cells[end - 1]?.lower.replace(/s$/, '') ?? '';
  const many = single ? 1 : counted;
  if (!(many >= 1 && many < 500) || !lengths.has(unit)) return null;
  if (Number.isNaN(published)) return { end, range: null };
  const range = unit === 'decade' ? ago(many * 10, 'year', published) : ago(many, unit, published);
  return range === null ? null : { end, range: [range[0], iso(published)] };
}

const lengths = new Set(['day', 'week', 'month', 'year', 'decade']);
const counts = new Map([...Object.entries(numbers.small), ...Object.entries(numbers.tens)]);

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
    if (next.lower === 'night') {
      const night = iso(published + (step === 0 ? 0 : step * dayLength));
      return { end: at + 2, range: [night, night] };
    }
    if (next.lower === 'weekend') {
      const saturday = published + (6 - ((new Date(published).getUTCDay() + 6) % 7) - 1 + step * 7) * dayLength;
      return { end: at + 2, range: [iso(saturday), iso(saturday + dayLength)] };
    }
    if (next.lower === 'quarter') {
      const first = new Date(Date.UTC(year, (Math.floor(new Date(published).getUTCMonth() / 3) + step) * 3, 1));
      const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
      return { end: at + 2, range: [iso(first.getTime()), iso(last.getTime())] };
    }
    return { end: at + 2, range: ask(`${cell.lower} ${next.lower}`, published) };
  }
  if (next.lower !== 'of' || !edges.has(cell.lower)) return null;
  const date = dateAt(cells, cells[at + 2]?.lower === 'the' ? at + 3 : at + 2, published, false);
  if (date === null || date.range === null) return date;
  const edge = cell.lower === 'end' ? date.range[1] : cell.lower === 'middle' ? null : date.range[0];
  return { end: date.end, range: edge === null ? date.range : [edge, edge] };
}

/** "two weeks ago", counted back from the report's day. */
export function ago(count: number, unit: string, published: number): [string, string] | null {
  const length = unit === 'day' ? dayLength : unit === 'week' ? 7 * dayLength : 0;
  const date = new Date(published - count * length);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() - count);
  else if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() - count);
  else if (length === 0) return ask(`${count} ${unit}s ago`, published);
  return Number.isNaN(date.getTime()) ? null : [iso(date.getTime()), iso(date.getTime())];
}
