/** Claims of the whole library, for the list of claims and for search. */
import { attempt, db } from './database';
import type { ClaimRow, Report, SearchFilter } from './rows';

/** What is asked of a claim and of its report; words must all stand in the sentence, in any case. */
export type ClaimFilter = Omit<SearchFilter, 'actorKind'> & { words?: string[] };

/** Major claims that pass the filter, newest report first, with their reports; at most `limit`, so that a large library opens at once. */
export function listLibraryClaims(
  filter: ClaimFilter,
  limit: number,
): Promise<{ claims: { row: ClaimRow; report: Report }[]; more: boolean }> {
  const words = (filter.words ?? []).map((word) => word.toLowerCase());
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = filter;
  const said = filter.source?.toLowerCase();
  const passes = ({ claim, unit, sentence, reportedAt, source, sourceActors }: ClaimRow): boolean =>
    claim.salience === 'major' &&
    (!filter.certainty || claim.certainty === filter.certainty) &&
    (!filter.unit || unit === filter.unit) &&
    (!filter.sourceActor || sourceActors.includes(filter.sourceActor)) &&
    (!said || (source ?? '').toLowerCase().includes(said)) &&
    (claim.quantity.high ?? Number.POSITIVE_INFINITY) >= min &&
    (claim.quantity.low ?? Number.NEGATIVE_INFINITY) <= max &&
    (!filter.from || reportedAt >= filter.from) &&
    (!filter.to || reportedAt <= filter.to) &&
    (words.length === 0 || words.every((word) => sentence.toLowerCase().includes(word)));
  return attempt('read the claims', () =>
    db.transaction('r', [db.claims, db.reports], async () => {
      // An index narrows the walk where the filter names one; the rest is checked row by row until the list is full.
      const among = await reportsAsked(filter);
      const walk = filter.unit
        ? db.claims.where('unit').equals(filter.unit)
        : filter.sourceActor
          ? db.claims.where('sourceActors').equals(filter.sourceActor)
          : among && among.size <= fewReports
            ? db.claims.where('reportId').anyOf([...among])
            : db.claims.orderBy('reportedAt').reverse();
      const rows = await walk
        .filter((row) => (!among || among.has(row.reportId)) && passes(row))
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

/** So many reports' claims are read by report; more are met on the way through all claims. */
const fewReports = 500;

/** Reports that the filter's report entries leave; null for all. Inside the caller's transaction. */
async function reportsAsked({ siteName, tag, storyId, actorKey }: ClaimFilter): Promise<Set<string> | null> {
  const asked = Object.entries({ siteName, tags: tag, storyId, actorKeys: actorKey });
  const found: string[][] = [];
  for (const [index, value] of asked) if (value) found.push(await db.reports.where(index).equals(value).primaryKeys());
  const [first, ...rest] = found.map((ids) => new Set(ids));
  return first ? new Set([...first].filter((id) => rest.every((ids) => ids.has(id)))) : null;
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
