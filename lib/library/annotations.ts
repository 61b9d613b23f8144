/** Annotations of other programs, laid onto saved reports: passages become marks of the person's own, notes on a page its note. */
import { cleanAddress } from '../article/address';
import { placeOf } from './corrections/apply';
import { passageKeys, selectorOf } from './corrections/keys';
import { attempt, db } from './database';
import { searchAnew } from './derived-tables';
import { cleanTags } from './edit';
import { momentAfter } from './moment';
import type { Correction, Report } from './rows';

/** An annotation as it comes in, whoever wrote it. */
export interface Brought {
  /** The same annotation has the same id whenever it is brought. */
  id: string;
  /** The page's address. */
  source: string;
  /** The words it is on; null for the whole page. */
  quote: { exact: string; prefix: string; suffix: string } | null;
  /** What the person wrote; may be empty. */
  note: string;
  tags: string[];
  /** ISO 8601; null when unknown. */
  createdAt: string | null;
}

export interface BroughtResult {
  added: number;
  unchanged: number;
  /** Pages that are not in the library, with how many annotations. */
  unsaved: { source: string; annotations: number }[];
  /** Quotes that the saved text does not have (any more). */
  missing: { title: string; exact: string }[];
}

async function findReport(source: string): Promise<Report | undefined> {
  const address = cleanAddress(source);
  return (
    (await db.reports.where('canonicalUrl').anyOf([source, address]).first()) ??
    // A page may be saved under its canonical address and annotated under another.
    (await db.reports.filter(({ url }) => url === source || cleanAddress(url) === address).first())
  );
}

/**
 * Brings annotations to the reports they are on. A second time changes nothing.
 * @param dryRun only say what would happen
 * @throws LibraryError; nothing was changed then
 */
export function bringAnnotations(brought: readonly Brought[], { dryRun = false } = {}): Promise<BroughtResult> {
  return attempt('import', () =>
    db.transaction(
      dryRun ? 'r' : 'rw',
      [db.reports, db.versions, db.corrections, db.stale],
      async (): Promise<BroughtResult> => {
        const result: BroughtResult = { added: 0, unchanged: 0, unsaved: [], missing: [] };
        const bySource = new Map<string, Brought[]>();
        for (const one of brought) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
        for (const [source, some] of bySource) {
          const report = await findReport(source);
          const version = report && (await db.versions.get([report.id, report.version]));
          if (!report || !version) {
            result.unsaved.push({ source, annotations: some.length });
            continue;
          }
          const rows: Correction[] = [];
          const known = await db.corrections.bulkGet(some.map(({ id }) => id));
          let edited = report;
          for (const [index, { id, quote, note, tags, createdAt }] of some.entries()) {
            if (!quote) {
              const merged = withNote(edited, note, tags);
              if (merged === edited) result.unchanged++;
              else result.added++;
              edited = merged;
              continue;
            }
            if (known[index]) {
              result.unchanged++;
              continue;
            }
            const place = placeOf(version.text, { ...quote, start: 0, end: quote.exact.length });
            if (!place) {
              result.missing.push({ title: report.title, exact: quote.exact });
              continue;
            }
            result.added++;
            const now = momentAfter(undefined);
            const article = { canonicalUrl: report.canonicalUrl, text: version.text };
            rows.push({
              id,
              kind: 'mark',
              as: 'note',
              canonicalUrl: report.canonicalUrl,
              selector: selectorOf(version.text, place),
              quantity: null,
              unit: null,
              actor: null,
              note: [note, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join('\n'),
              keys: passageKeys(article, version.annotation, place, null),
              createdAt: createdAt ?? now,
              changedAt: now,
              revokedAt: null,
            });
          }
          if (dryRun) continue;
          await db.corrections.bulkPut(rows);
          if (edited !== report) {
            await db.reports.put({ ...edited, changedAt: momentAfter(report.changedAt) });
            await searchAnew([report.id]);
          }
        }
        return result;
      },
    ),
  );
}

/** @returns the report itself when it says all of this already */
function withNote(report: Report, note: string, tags: readonly string[]): Report {
  const allTags = cleanTags([...report.tags, ...tags]);
  const said = !note || report.note.includes(note);
  if (said && allTags.length === report.tags.length) return report;
  return { ...report, note: said ? report.note : [report.note, note].filter(Boolean).join('\n\n'), tags: allTags };
}
