/** What the library knows about an article at hand, saved or not: reports on the same story and comparable claims in them. */
import type { Annotation } from '../annotation';
import type { Article } from '../article/article';
import { linkClaims } from '../crossref/crossref';
import { indexKeys, type Profile, profileOf } from '../crossref/profile';
import { candidates, type Lookup, rank, rarityIn } from '../crossref/related';
import { sensesOf } from '../crossref/sense';
import { newestVersions } from './corrections/read';
import { attempt, db } from './database';
import type { ClaimRow, Report } from './rows';
import type { Context, EarlierClaim, ReportHead } from './schema';

/** Reports shown beside an article, and read for it. */
const shown = 20;

export function headOf(report: Report): ReportHead {
  const { id, url, title, siteName, publishedAt, savedAt } = report;
  return { id, url, title, siteName, publishedAt, savedAt };
}

/** Serials of the reports with each key; bounded by the keys of one article, not by the library. */
async function lookUp(keys: readonly string[]): Promise<Lookup> {
  const reports = await db.reports.count();
  const rows = await Promise.all(
    keys.map((key) => db.postings.where('[term+block]').between([key, 0], [key, Number.POSITIVE_INFINITY]).toArray()),
  );
  const postings = new Map(
    keys.map((key, index): [string, ArrayLike<number>] => {
      const blocks = rows[index] ?? [];
      return [key, blocks.length === 1 && blocks[0] ? blocks[0].serials : blocks.flatMap((row) => [...row.serials])];
    }),
  );
  return { reports, postings };
}

/** Reports on the same story as `profile`, best first; the one at `canonicalUrl` is left out. Inside the caller's transaction. */
export async function relatedReports(
  profile: Profile,
  canonicalUrl: string,
): Promise<{ report: Report; score: number }[]> {
  const lookup = await lookUp(indexKeys(profile));
  const rows = await db.profiles.bulkGet(candidates(lookup));
  const among = rows.flatMap((row) => (row ? [{ id: row.reportId, profile: row.profile }] : []));
  const ranked = rank(profile, among, rarityIn(lookup)).slice(0, shown + 1);
  const reports = await db.reports.bulkGet(ranked.map(({ id }) => id));
  const related = ranked.flatMap(({ score }, index) => {
    const report = reports[index];
    return report && report.canonicalUrl !== canonicalUrl ? [{ report, score }] : [];
  });
  return related.slice(0, shown);
}

/**
 * Reads what the related reports claimed. The article itself, when saved, is left out.
 * @throws LibraryError when the library cannot be read
 */
export function contextOf(article: Article, annotation: Annotation): Promise<Context> {
  const profile = profileOf(article, annotation);
  const senses = sensesOf(article.text, annotation);
  return attempt('look for earlier reports', () =>
    db.transaction(
      'r',
      [db.reports, db.versions, db.corrections, db.claims, db.profiles, db.postings],
      async (): Promise<Context> => {
        const related = await relatedReports(profile, article.canonicalUrl);
        const versions = await newestVersions(related.map(({ report }) => report));
        const links = linkClaims(
          senses,
          versions.map(({ reportId, text, annotation: read }) => ({ id: reportId, senses: sensesOf(text, read) })),
        );
        const wanted = [
          ...new Set([...links.values()].flatMap((found) => found.map(({ report, claim }) => `${report}/${claim}`))),
        ];
        const claimRows = new Map(
          (await db.claims.bulkGet(wanted)).flatMap((row) => (row ? [[row.id, row] as const] : [])),
        );
        const heads = new Map(related.map(({ report }) => [report.id, headOf(report)]));
        const earlier: Record<string, EarlierClaim[]> = {};
        for (const [claim, found] of links) {
          earlier[claim] = found.flatMap(({ report, claim: other, relation, why }) => {
            const row: ClaimRow | undefined = claimRows.get(`${report}/${other}`);
            const head = heads.get(report);
            return row && head
              ? [{ report: head, claim: row.claim, relation, why, sentence: row.sentence, source: row.source }]
              : [];
          });
        }
        return {
          related: related.map(({ report, score }) => ({ report: headOf(report), score })),
          earlier,
        };
      },
    ),
  );
}
