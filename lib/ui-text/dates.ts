import { dateFormat } from './text';

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day as a person writes it: "3 May", with the year when it is not the current one.
 * @param iso ISO 8601 date, or date and time; a bare date is that day everywhere.
 * @returns null when `iso` is no date
 */
export function dayInWords(iso: string | null, now = new Date()): string | null {
  if (iso === null) return null;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  const sameYear = (dayOnly.test(iso) ? date.getUTCFullYear() : date.getFullYear()) === now.getFullYear();
  return dateFormat({
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...(dayOnly.test(iso) ? { timeZone: 'UTC' } : {}),
  }).format(date);
}

/** The full date and time, for a title or a details line; null when `iso` is no date. */
export function momentInWords(iso: string | null): string | null {
  if (iso === null) return null;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return dateFormat(
    dayOnly.test(iso) ? { dateStyle: 'full', timeZone: 'UTC' } : { dateStyle: 'long', timeStyle: 'short' },
  ).format(date);
}
