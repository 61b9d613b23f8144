/** A file for the person: named so that files sort by date. */
import { dateOf, type ExportItem, type Format, oneLine, wellFormed } from './item';

const titleLength = 60;

/** "2024-10-18 North Korea sends troops.md" for one report, "claimbook 2026-11-24, 12 reports.csv" for several. */
export function fileNameFor(format: Format, items: readonly ExportItem[], now: Date): string {
  const only = items.length === 1 ? items[0]?.report : undefined;
  const name = only
    ? `${dateOf(only.publishedAt) ?? only.savedAt.slice(0, 10)} ${only.title}`
    : `claimbook ${now.toISOString().slice(0, 10)}, ${items.length} reports`;
  // What file systems forbid or treat specially; no trailing dot or space, which Windows drops.
  const safe = oneLine(name.replace(/[\\/:*?"<>|]+/g, ' ')).slice(0, titleLength + 11);
  return `${wellFormed(safe).replace(/[. ]+$/, '')}.${format.extension}`;
}
