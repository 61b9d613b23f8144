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
type Candidates = readonly { id: string; claims: readonly string[] | null }[];

/** Where reports come from, so many from a place on. */
export type Reports = (from: number, count: number) => Candidates | Promise<Candidates>;

/** So many reports' claims are read at a time; at first few, so that the first rows come at once. */
const firstBatch = 10;
const batch = 40;

/**
 * Major claims that pass the filter, with their reports; at most `limit`, so that a large library opens at once. Newest report
 * first, or in the order in which the search found them.
 */
export function listLibraryClaims(
  filter: ClaimFilter,
  limit: number,
  among: Reports | null = null,
): Promise<ListedClaims> {
  const passes = passing(filter);
  // One transaction: outside of it Dexie keeps a copy of every answer.
  return attempt('read', () =>
    db.transaction('r', [db.claims, db.reports], async () => {
      const rows = await readAmong(among ?? (await reportsFor(filter)), passes, limit + 1);
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

/** Reports in which an actor is a source. */
async function saying(actor: string): Promise<Candidates> {
  const keys = await db.claims.where('sourceActors').equals(actor).primaryKeys();
  return [...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/'))))].map((id) => ({ id, claims: null }));
}

const oneByOne =
  (all: Candidates): Reports =>
  (from, count) =>
    all.slice(from, from + count);

/** The reports that the filter's report entries leave, newest saved first: keys only. */
async function reportsFor({ siteName, tag, storyId, actorKey, sourceActor }: ClaimFilter): Promise<Reports> {
  if (sourceActor) return oneByOne(await saying(sourceActor));
  const asked = Object.entries({ siteName, tags: tag, storyId, actorKeys: actorKey });
  const found: Set<string>[] = [];
  for (const [index, value] of asked)
    if (value) found.push(new Set(await db.reports.where(index).equals(value).primaryKeys()));
  if (found.length === 0) return newest;
  const all = await db.reports.orderBy('savedAt').primaryKeys();
  return oneByOne(
    all
      .filter((id) => found.every((ids) => ids.has(id)))
      .reverse()
      .map((id) => ({ id, claims: null })),
  );
}

const newest: Reports = async (from, count) => {
  const ids = await db.reports.orderBy('savedAt').reverse().offset(from).limit(count).primaryKeys();
  return ids.map((id) => ({ id, claims: null }));
};

async function readAmong(reports: Reports, passes: (row: ClaimRow) => boolean, limit: number): Promise<ClaimRow[]> {
  const found: ClaimRow[] = [];
  for (let from = 0, size = firstBatch; found.length < limit; from += size, size = batch) {
    const some = await reports(from, size);
    if (some.length === 0) break;
    const rows = await Promise.all(some.map(claimsOf));
    for (const row of rows.flat()) if (passes(row)) found.push(row);
  }
  return found;
}

/** In the order of the text. A range of keys is read in one go, where a walk would step from row to row. */
async function claimsOf({ id, claims }: Candidates[number]): Promise<ClaimRow[]> {
  const rows = claims
    ? (await db.claims.bulkGet(claims.map((claim) => `${id}/${claim}`))).filter((row) => row !== undefined)
    : await db.claims.where('reportId').equals(id).toArray();
  return rows.sort((a, b) => a.claim.start - b.claim.start);
}

/** A list box longer than this is read by nobody: other units are found by search. */
const unitsListed = 500;

/** What is counted, in the alphabet's order. Jumps from one unit to the next: a walk over unique keys still passes every claim. */
export function listUnits(): Promise<string[]> {
  return attempt('read', async () => {
    const units: string[] = [];
    for (let last = ''; units.length < unitsListed; ) {
      const [next] = (await db.claims.where('unit').above(last).limit(1).keys()) as string[];
      if (next === undefined) break;
      units.push(next);
      last = next;
    }
    return units;
  });
}

/** Sentences with claims of the given reports, by report id: what search reads beside titles. */
export function claimSentences(reportIds: readonly string[]): Promise<Map<string, string[]>> {
  return attempt('read', async () => {
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
