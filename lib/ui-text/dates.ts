import { dateFormat, t } from './text';

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

/**
 * "3 May – 5 May", each with the year when it is not the current one; one day where the other is the same or not known.
 * @param from ISO 8601 dates; null where the time is open
 * @returns null when both are open or none is a date
 */
export function daysInWords(from: string | null, to: string | null, now = new Date()): string | null {
  const [first, last] = [dayInWords(from, now), dayInWords(to, now)];
  // The text itself says "since" or "until".
  if (first === null || last === null) return first ?? last;
  return first === last ? first : t('time.range', { from: first, to: last });
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
