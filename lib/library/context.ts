/** What the library knows about an article at hand, saved or not: reports on the same story and comparable claims in them. */
import type { Annotation } from '../annotation';
import type { Article } from '../article/article';
import { linkClaims } from '../crossref/crossref';
import { type Origin, originsOf, type Telling } from '../crossref/origin';
import { indexKeys, type Profile, profileOf } from '../crossref/profile';
import { candidates, rank, rarityIn } from '../crossref/related';
import { type Sense, sensesOf } from '../crossref/sense';
import { unpackProfile, unpackSenses } from '../crossref/stored';
import { newestVersions } from './corrections/read';
import { attempt, db } from './database';
import { claimRowsOf } from './derive';
import { lookUp } from './postings';
import type { ClaimRow, Report } from './rows';
import { type Asked, decisionsOn } from './same-story';
import type { Context, EarlierClaim, ReportHead } from './schema';

/** Reports shown beside an article, and read for it. */
const shown = 20;

/** The score of what the person decided. */
const certain = 1;

export function headOf(report: Report): ReportHead {
  const { id, canonicalUrl, url, title, siteName, publishedAt, savedAt } = report;
  return { id, canonicalUrl, url, title, siteName, publishedAt, savedAt };
}

/** A report on the same story, and what its claims count; null where that is still to be read from its text. */
export interface RelatedReport {
  report: Report;
  score: number;
  senses: Sense[] | null;
}

/**
 * Reports on the same story as `profile`, best first, the article at hand left out: what was found alike, unless the person decided
 * otherwise. Inside the caller's transaction.
 */
export async function relatedReports(profile: Profile, asked: Asked): Promise<RelatedReport[]> {
  const [lookup, { decided, together }] = await Promise.all([lookUp(indexKeys(profile)), decisionsOn(asked)]);
  const rows = (await db.profiles.bulkGet(candidates(lookup))).filter((row) => row !== undefined);
  const ranked = rank(
    profile,
    rows.map((row) => ({ id: row, profile: unpackProfile(row.profile) })),
    rarityIn(lookup),
  ).slice(0, shown + 1);
  const reports = await db.reports.bulkGet(ranked.map(({ id }) => id.reportId));
  const related = ranked.flatMap(({ id: { senses }, score }, index): RelatedReport[] => {
    const report = reports[index];
    if (!report || report.canonicalUrl === asked.canonicalUrl || decided(report) === 'other') return [];
    return [{ report, score, senses: senses === null ? null : unpackSenses(senses) }];
  });
  const found = new Set(related.map(({ report }) => report.id));
  const added = together.filter(({ id }) => !found.has(id)).map((report) => ({ report, score: certain, senses: null }));
  return [...added, ...related].slice(0, shown);
}

/** Was one published on an earlier day than the other? Days compare, as many outlets give no more. */
const isBefore = (one: string | null, other: string | null) =>
  one !== null && other !== null && one.slice(0, 10) < other.slice(0, 10);

/** What the claims of related reports count; read from the texts of those where nothing is stored. */
async function sensesIn(related: readonly RelatedReport[]): Promise<{ id: string; senses: Sense[] }[]> {
  const unread = related.filter(({ senses }) => senses === null).map(({ report }) => report);
  const versions = unread.length ? await newestVersions(unread) : [];
  const read = new Map(versions.map(({ reportId, text, annotation }) => [reportId, sensesOf(text, annotation)]));
  return related.map(({ report, senses }) => ({ id: report.id, senses: senses ?? read.get(report.id) ?? [] }));
}

/** How the tellings of a claim at hand and of the earlier ones hang together, the one at hand first. */
function originsWith(here: Telling, rows: readonly { row: ClaimRow; report: Report }[]): Origin[] {
  return originsOf([
    here,
    ...rows.map(({ row, report }) => ({
      report: report.id,
      outlet: report.siteName,
      sentence: row.sentence,
      source: row.source,
      sourceActors: row.sourceActors,
    })),
  ]);
}

/**
 * Reads what the related reports claimed. The article itself, when saved, is left out.
 * @throws LibraryError when the library cannot be read
 */
export function contextOf(article: Article, annotation: Annotation): Promise<Context> {
  const profile = profileOf(article, annotation);
  const senses = sensesOf(article.text, annotation);
  return attempt('compare', () =>
    db.transaction(
      'r',
      [db.reports, db.versions, db.corrections, db.claims, db.profiles, db.postings],
      async (): Promise<Context> => {
        const { canonicalUrl } = article;
        const report = await db.reports.where('canonicalUrl').equals(canonicalUrl).first();
        const related = await relatedReports(profile, { canonicalUrl, report });
        const links = linkClaims(senses, await sensesIn(related));
        const wanted = new Set([...links.values()].flat().map(({ report, claim }) => `${report}/${claim}`));
        const claimRows = new Map(
          (await db.claims.bulkGet([...wanted])).flatMap((row) => (row ? [[row.id, row] as const] : [])),
        );
        const reports = new Map(related.map(({ report }) => [report.id, report]));
        // The claims at hand as rows, so that sources and sentences are read in the same way.
        const own = new Map(
          claimRowsOf(
            { id: '', publishedAt: article.publishedAt, firstSavedAt: '' },
            { text: article.text, annotation },
          ).map((row) => [row.claim.id, row]),
        );
        const earlier: Record<string, EarlierClaim[]> = {};
        for (const [claim, found] of links) {
          const known = found.flatMap((link) => {
            const row = claimRows.get(`${link.report}/${link.claim}`);
            const report = reports.get(link.report);
            // What was said before a number came out does not come on top of it.
            const before = link.relation === 'adds' && isBefore(article.publishedAt, report?.publishedAt ?? null);
            return row && report && !before ? [{ link, row, report }] : [];
          });
          const here = own.get(claim);
          const origins = originsWith(
            {
              report: article.canonicalUrl,
              outlet: article.siteName,
              sentence: here?.sentence ?? '',
              source: here?.source ?? null,
              sourceActors: here?.sourceActors ?? [],
            },
            known,
          );
          earlier[claim] = known.map(({ link, row, report }, index) => ({
            report: headOf(report),
            claim: row.claim,
            relation: link.relation,
            because: link.because,
            why: link.why,
            sentence: row.sentence,
            source: row.source,
            origin: origins[index + 1] as Origin,
          }));
        }
        return {
          related: related.map(({ report, score }) => ({ report: headOf(report), score })),
          earlier,
        };
      },
    ),
  );
}
