/** CSV by RFC 4180, one row a claim: for a spreadsheet. */
import { dateOf, type Format, quoteOf, readItem, sourceNames } from './item';

const columns = [
  'report_id',
  'title',
  'outlet',
  'published',
  'saved',
  'url',
  'claim_id',
  'quote',
  'low',
  'high',
  'modifier',
  'trend',
  'unit',
  'unit_kind',
  'about',
  'role',
  'time',
  'time_from',
  'time_to',
  'source',
  'source_actors',
  'certainty',
  'salience',
  'sentence',
  'start',
  'end',
  'note',
  'tags',
] as const;

/**
 * Spreadsheets run a cell that starts with one of these as a formula; the apostrophe makes it text
 * (owasp.org/www-community/attacks/CSV_Injection). Full-width forms count for some of them.
 */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns a line of the file, its end included */
export const line = (values: readonly (string | number | null)[]) => `${values.map(cell).join(',')}\r\n`;

export const csv: Format = {
  name: 'csv',
  extension: 'csv',
  mimeType: 'text/csv;charset=utf-8',
  *write(items) {
    yield line(columns);
    for (const item of items) {
      const read = readItem(item);
      const { report } = read;
      for (const row of read.claims) {
        const { claim } = row;
        const values: Record<(typeof columns)[number], string | number | null> = {
          report_id: report.id,
          title: report.title,
          outlet: report.siteName,
          published: dateOf(report.publishedAt),
          saved: report.savedAt,
          url: report.url,
          claim_id: claim.id,
          quote: quoteOf(read, row),
          low: claim.quantity.low,
          high: claim.quantity.high,
          modifier: claim.quantity.modifier,
          trend: claim.quantity.trend,
          unit: claim.unit.name,
          unit_kind: claim.unit.kind,
          about: claim.about?.text ?? null,
          role: claim.role,
          time: claim.time?.text ?? null,
          time_from: claim.time?.from ?? null,
          time_to: claim.time?.to ?? null,
          source: row.source,
          source_actors: sourceNames(read, row).join('; '),
          certainty: claim.certainty,
          salience: claim.salience,
          sentence: row.sentence,
          start: claim.start,
          end: claim.end,
          note: report.note,
          tags: report.tags.join('; '),
        };
        yield line(columns.map((column) => values[column]));
      }
    }
  },
};
