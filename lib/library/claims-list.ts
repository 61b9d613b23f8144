/** Claims of the whole library, for the list of claims and for search. */
import { attempt, db } from './database';
import type { ClaimRow, Report, SearchFilter } from './rows';

/** What is asked of a claim and of its report; words must all stand in the sentence, in any case. */
export type ClaimFilter = Omit<SearchFilter, 'actorKind'> & { words?: string[] };

export interface ListedClaims {
  claims: { row: ClaimRow; report: Report }[];
  more: boolean;
}

/** Reports in which claims are looked for, in this order, and which of their claims; null for all of them. */
export type Candidates = readonly { id: string; claims: readonly string[] | null }[];

/** So many reports' claims are read in one request. */
const batch = 100;

/**
 * Major claims that pass the filter, with their reports; at most `limit`, so that a large library opens at once. Newest report
 * first, or in the order of the candidates that the search found.
 */
export function listLibraryClaims(
  filter: ClaimFilter,
  limit: number,
  candidates: Candidates | null = null,
): Promise<ListedClaims> {
  const passes = passing(filter);
  return attempt('read the claims', async () => {
    const rows = candidates ? await readAmong(candidates, passes, limit + 1) : await walk(filter, passes, limit + 1);
    const shown = rows.slice(0, limit);
    const reports = await db.reports.bulkGet([...new Set(shown.map(({ reportId }) => reportId))]);
    const byId = new Map(reports.flatMap((report) => (report ? [[report.id, report] as const] : [])));
    const claims = shown.flatMap((row) => {
      const report = byId.get(row.reportId);
      return report ? [{ row, report }] : [];
    });
    return { claims, more: rows.length > limit };
  });
}

function passing(filter: ClaimFilter): (row: ClaimRow) => boolean {
  const words = (filter.words ?? []).map((word) => word.toLowerCase());
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = filter;
  const said = filter.source?.toLowerCase();
  return ({ claim, unit, sentence, reportedAt, source, sourceActors }) =>
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
}

/** Without a search: an index narrows the walk where the filter names one; the rest is checked row by row. */
async function walk(filter: ClaimFilter, passes: (row: ClaimRow) => boolean, limit: number): Promise<ClaimRow[]> {
  const among = await reportsAsked(filter);
  const start = filter.unit
    ? db.claims.where('unit').equals(filter.unit)
    : filter.sourceActor
      ? db.claims.where('sourceActors').equals(filter.sourceActor)
      : among && among.size <= fewReports
        ? db.claims.where('reportId').anyOf([...among])
        : db.claims.orderBy('reportedAt').reverse();
  const rows = await start
    .filter((row) => (!among || among.has(row.reportId)) && passes(row))
    .limit(limit)
    .toArray();
  return rows.sort((a, b) =>
    a.reportedAt < b.reportedAt ? 1 : a.reportedAt > b.reportedAt ? -1 : a.claim.start - b.claim.start,
  );
}

async function readAmong(
  candidates: Candidates,
  passes: (row: ClaimRow) => boolean,
  limit: number,
): Promise<ClaimRow[]> {
  const found: ClaimRow[] = [];
  for (let from = 0; from < candidates.length && found.length < limit; from += batch) {
    const some = candidates.slice(from, from + batch);
    const rows = await db.claims
      .where('reportId')
      .anyOf(some.map(({ id }) => id))
      .toArray();
    const byReport = new Map<string, ClaimRow[]>();
    for (const row of rows) {
      const of = byReport.get(row.reportId);
      if (of) of.push(row);
      else byReport.set(row.reportId, [row]);
    }
    for (const { id, claims } of some)
      for (const row of (byReport.get(id) ?? []).sort((a, b) => a.claim.start - b.claim.start))
        if ((claims === null || claims.includes(row.claim.id)) && passes(row)) found.push(row);
  }
  return found;
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
