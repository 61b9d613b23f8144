/** Dates as people type them, in the order and with the signs of the interface's language: a browser's own field follows only the browser's. */
import { dateFormat, t } from './text';

type Part = 'year' | 'month' | 'day';

/** 3 April 2001: no two parts are alike. */
const sample = new Date(Date.UTC(2001, 3, 3));

const format = () => dateFormat({ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' });

const isPart = (type: string): type is Part => type === 'year' || type === 'month' || type === 'day';

/** What stands in an empty field: "dd/mm/yyyy". */
export function datePattern(): string {
  return format()
    .formatToParts(sample)
    .map(({ type, value }) => (isPart(type) ? t(`dateField.${type}`) : value))
    .join('');
}

/** "03/05/2025" for "2025-05-03"; '' for what is no date. */
export function dateToType(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? '' : format().format(date);
}

const inOrder = (): Part[] => {
  const order: Part[] = [];
  for (const { type } of format().formatToParts(sample)) if (isPart(type)) order.push(type);
  return order;
};

/** Of four digits; two mean this century. */
const yearOf = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/**
 * Reads what was typed: a date in the language's order, one that begins with its year, a month with its year, or a year alone.
 * @param edge which day of a month or year is meant
 * @returns ISO 8601 date; null for what is no date
 */
export function typedDate(typed: string, edge: 'first' | 'last'): string | null {
  const groups = typed.match(/\d+/g) ?? [];
  if (groups.length === 0 || groups.length > 3 || /\p{L}/u.test(typed.replace(/[年月日년월일р]/gu, ''))) return null;
  const found: Partial<Record<Part, string>> = {};
  const yearAt = groups.findIndex((digits) => digits.length === 4);
  if (groups.length < 3) {
    if (yearAt < 0) return null;
    found.year = groups[yearAt] as string;
    const month = groups[1 - yearAt];
    if (month !== undefined) found.month = month;
  } else {
    const order: Part[] = yearAt === 0 ? ['year', 'month', 'day'] : inOrder();
    for (const [at, part] of order.entries()) found[part] = groups[at] as string;
  }
  const year = yearOf(found.year ?? '');
  const month = found.month === undefined ? (edge === 'first' ? 1 : 12) : Number(found.month);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = found.day === undefined ? (edge === 'first' ? 1 : lastOfMonth) : Number(found.day);
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lastOfMonth) return null;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
