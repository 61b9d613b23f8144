/** A story in numbers: its reports, and what they claim, grouped by what is counted. */
import { type Counted, countedOf } from '../crossref/counted';
import { linkClaims } from '../crossref/crossref';
import { type Sense, sensesOf } from '../crossref/sense';
import { newestVersions } from './corrections/read';
import { attempt, db } from './database';
import type { ClaimRow, Report, Story, Version } from './rows';

export interface StoryClaim {
  report: Report;
  row: ClaimRow;
}

export interface CountedClaims {
  what: Counted;
  /** In the order of time. */
  claims: StoryClaim[];
}

export interface StoryNumbers {
  story: Story;
  /** Oldest first. */
  reports: Report[];
  /** Numbers that count the same thing; only what at least two claims speak of. The most told first. */
  counted: CountedClaims[];
  /** Major claims that stand alone, in the order of time. */
  alone: StoryClaim[];
  /** Reports that mostly are an earlier report's text: its id by theirs. */
  copies: ReadonlyMap<string, string>;
}

const dayOf = (report: Report) => report.publishedAt ?? report.firstSavedAt;

/** @returns undefined when no report tells this story (any more) */
export async function readStory(storyId: string): Promise<StoryNumbers | undefined> {
  return attempt('read', () =>
    db.transaction('r', [db.stories, db.reports, db.versions, db.corrections, db.claims, db.copies], async () => {
      const story = await db.stories.get(storyId);
      const reports = (await db.reports.where('storyId').equals(storyId).toArray()).sort((a, b) =>
        dayOf(a) < dayOf(b) ? -1 : 1,
      );
      if (!story || reports.length === 0) return undefined;
      const texts = await newestVersions(reports);
      const rows = await db.claims
        .where('reportId')
        .anyOf(reports.map(({ id }) => id))
        .toArray();
      const byId = new Map(reports.map((report) => [report.id, report]));
      const claims = rows.flatMap((row) => {
        const report = byId.get(row.reportId);
        return report && row.claim.salience === 'major' ? [{ report, row }] : [];
      });
      return { story, reports, ...group(claims, texts), copies: await copiesAmong(reports) };
    }),
  );
}

/** Claims linked directly or through others count the same thing. */
function group(claims: StoryClaim[], versions: Version[]): Pick<StoryNumbers, 'counted' | 'alone'> {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const above = root.get(id) ?? id;
    if (above === id) return id;
    const top = find(above);
    root.set(id, top);
    return top;
  };
  const earlier: { id: string; senses: Sense[] }[] = [];
  const senseOf = new Map<string, Sense>();
  for (const { reportId, text, annotation } of versions) {
    const senses = sensesOf(text, annotation);
    for (const sense of senses) senseOf.set(`${reportId}/${sense.claim.id}`, sense);
    for (const [claim, links] of linkClaims(senses, earlier)) {
      // A part is not its whole, and what is added is not what it is added to: they are told of, not drawn as one row.
      for (const link of links)
        if (link.relation !== 'part_of' && link.relation !== 'adds')
          root.set(find(`${reportId}/${claim}`), find(`${link.report}/${link.claim}`));
    }
    earlier.push({ id: reportId, senses });
  }
  const groups = new Map<string, StoryClaim[]>();
  for (const claim of claims) {
    const top = find(claim.row.id);
    groups.set(top, [...(groups.get(top) ?? []), claim]);
  }
  const all = [...groups.values()];
  const counted = all
    .filter((some) => some.length > 1)
    .map((some) => ({
      what: countedOf(some.flatMap(({ row }) => senseOf.get(row.id) ?? [])),
      claims: some.sort(inTime),
    }))
    .sort((a, b) => reportsIn(b.claims) - reportsIn(a.claims) || b.claims.length - a.claims.length);
  const alone = all.flatMap((some) => (some.length === 1 ? some : [])).sort(inTime);
  return { counted, alone };
}

/** From this share of the shorter text's fingerprints on, one report is the other told again. */
const copied = 0.5;

/** @param reports oldest first. Work grows with the fingerprints the texts share, not with the pairs of texts. */
async function copiesAmong(reports: readonly Report[]): Promise<Map<string, string>> {
  const rows = await db.copies.bulkGet(reports.map(({ id }) => id));
  const owners = new Map<number, string[]>();
  const sizes = new Map<string, number>();
  const copies = new Map<string, string>();
  for (const row of rows) {
    if (!row) continue;
    const shared = new Map<string, number>();
    for (const print of row.prints) {
      const before = owners.get(print) ?? [];
      for (const id of before) shared.set(id, (shared.get(id) ?? 0) + 1);
      owners.set(print, [...before, row.reportId]);
    }
    sizes.set(row.reportId, row.prints.length);
    const [most] = [...shared].sort((a, b) => b[1] - a[1]);
    if (!most) continue;
    const [id, count] = most;
    // The first report that told it stands for all of them.
    if (count >= copied * Math.min(row.prints.length, sizes.get(id) ?? 0))
      copies.set(row.reportId, copies.get(id) ?? id);
  }
  return copies;
}

const inTime = (a: StoryClaim, b: StoryClaim) => {
  const [dayA, dayB] = [dayOf(a.report), dayOf(b.report)];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : a.row.claim.start - b.row.claim.start;
};

const reportsIn = (some: StoryClaim[]) => new Set(some.map(({ report }) => report.id)).size;
