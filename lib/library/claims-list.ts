/** Claims of the whole library, for the list of claims and for search. */
import type { Certainty } from '../annotation';
import { attempt, db } from './database';
import type { ClaimRow, Report } from './rows';

export interface ClaimFilter {
  certainty?: Certainty;
  /** Unit name, singular, as in the claim. */
  unit?: string;
  /** Stable key of the actor who said it. */
  sourceActor?: string;
  /** Reported on or after, on or before: ISO 8601 dates. */
  from?: string;
  to?: string;
  /** Words that must all stand in the sentence, any case. */
  words?: string[];
}

/** Major claims that pass the filter, newest report first, with their reports; at most `limit`, so that a large library opens at once. */
export function listLibraryClaims(
  filter: ClaimFilter,
  limit: number,
): Promise<{ claims: { row: ClaimRow; report: Report }[]; more: boolean }> {
  const words = (filter.words ?? []).map((word) => word.toLowerCase());
  const passes = ({ claim, unit, sentence, reportedAt, sourceActors }: ClaimRow): boolean =>
    claim.salience === 'major' &&
    (!filter.certainty || claim.certainty === filter.certainty) &&
    (!filter.unit || unit === filter.unit) &&
    (!filter.sourceActor || sourceActors.includes(filter.sourceActor)) &&
    (!filter.from || reportedAt >= filter.from) &&
    (!filter.to || reportedAt <= filter.to) &&
    (words.length === 0 || words.every((word) => sentence.toLowerCase().includes(word)));
  return attempt('read the claims', () =>
    db.transaction('r', [db.claims, db.reports], async () => {
      // An index narrows the walk where the filter names one; the rest is checked row by row until the list is full.
      const walk = filter.unit
        ? db.claims.where('unit').equals(filter.unit)
        : filter.sourceActor
          ? db.claims.where('sourceActors').equals(filter.sourceActor)
          : db.claims.orderBy('reportedAt').reverse();
      const rows = await walk
        .filter(passes)
        .limit(limit + 1)
        .toArray();
      rows.sort((a, b) =>
        a.reportedAt < b.reportedAt ? 1 : a.reportedAt > b.reportedAt ? -1 : a.claim.start - b.claim.start,
      );
      const shown = rows.slice(0, limit);
      const reports = await db.reports.bulkGet([...new Set(shown.map(({ reportId }) => reportId))]);
      const byId = new Map(reports.flatMap((report) => (report ? [[report.id, report] as const] : [])));
      const claims = shown.flatMap((row) => {
        const report = byId.get(row.reportId);
        return report ? [{ row, report }] : [];
      });
      return { claims, more: rows.length > limit };
    }),
  );
}

export function listUnits(): Promise<string[]> {
  return attempt('read the units', async () => (await db.claims.orderBy('unit').uniqueKeys()) as string[]);
}

/** Sentences with claims of the given reports, by report id: what search reads beside titles. */
export function claimSentences(reportIds: readonly string[]): Promise<Map<string, string[]>> {
  return attempt('read the claims', async () => {
    const sentences = new Map<string, Set<string>>();
    const rows = await db.claims
      .where('reportId')
      .anyOf([...reportIds])
      .toArray();
    for (const { reportId, sentence } of rows) {
      const of = sentences.get(reportId) ?? new Set();
      sentences.set(reportId, of.add(sentence));
    }
    return new Map([...sentences].map(([id, of]) => [id, [...of]]));
  });
}

/** The reports saved last, newest first: a large library shows them before it has read the rest. */
export function listNewestReports(limit: number): Promise<Report[]> {
  return attempt('read the library', () => db.reports.orderBy('savedAt').reverse().limit(limit).toArray());
}
