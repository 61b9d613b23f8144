/** Reading the library, from any page of the extension; all of it works with live queries (dexie-react-hooks). */
import type { Article } from '../article/article';
import { versionsOf } from './bin';
import { correctedVersions } from './corrections/read';
import { attempt, db } from './database';
import { hashOf } from './new-report';
import type { ActorRow, Binned, ClaimRow, Report, Version } from './rows';
import type { SavedState } from './schema';

export interface ReportFilter {
  siteName?: string;
  tag?: string;
  actorKey?: string;
  /** Published (else first saved) on or after, on or before: ISO 8601 dates. */
  from?: string;
  to?: string;
}

/** Reports that pass the filter, newest saved first. */
export function listReports(filter: ReportFilter = {}): Promise<Report[]> {
  return attempt('read', async () => {
    const { siteName, tag, actorKey, from, to } = filter;
    const all = actorKey
      ? db.reports.where('actorKeys').equals(actorKey)
      : tag
        ? db.reports.where('tags').equals(tag)
        : siteName
          ? db.reports.where('siteName').equals(siteName)
          : db.reports.orderBy('savedAt');
    const rows = await all.toArray();
    const day = (report: Report) => (report.publishedAt ?? report.firstSavedAt).slice(0, 10);
    return rows
      .filter(
        (report) =>
          (!siteName || report.siteName === siteName) &&
          (!tag || report.tags.includes(tag)) &&
          (!from || day(report) >= from) &&
          (!to || day(report) <= to),
      )
      .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  });
}

export function countReports(): Promise<number> {
  return attempt('read', () => db.reports.count());
}

/** A report with its newest text and what was read in it, the person's corrections laid over it. */
export function getReport(reportId: string): Promise<{ report: Report; version: Version } | undefined> {
  return attempt('readReport', () =>
    db.transaction('r', [db.reports, db.versions, db.corrections], async () => {
      const report = await db.reports.get(reportId);
      const version = report && (await db.versions.get([reportId, report.version]));
      const [corrected] = report && version ? await correctedVersions([{ report, version }]) : [];
      return report && corrected && { report, version: corrected };
    }),
  );
}

export function findReportByUrl(canonicalUrl: string): Promise<Report | undefined> {
  return attempt('readReport', () => db.reports.where('canonicalUrl').equals(canonicalUrl).first());
}

/** Every version of a report, oldest first. */
export function listVersions(reportId: string): Promise<Version[]> {
  return attempt('readReport', () =>
    db.transaction('r', [db.reports, db.versions, db.corrections], async () => {
      const report = await db.reports.get(reportId);
      const versions = await versionsOf(reportId).toArray();
      return report ? correctedVersions(versions.map((version) => ({ report, version }))) : versions;
    }),
  );
}

/** The claims of one report in the order of its text. */
export function listClaims(reportId: string): Promise<ClaimRow[]> {
  return attempt('read', async () => {
    const rows = await db.claims.where('reportId').equals(reportId).toArray();
    return rows.sort((a, b) => a.claim.start - b.claim.start);
  });
}

export function listActors(): Promise<ActorRow[]> {
  return attempt('read', () => db.actors.orderBy('reports').reverse().toArray());
}

export function getActor(key: string): Promise<ActorRow | undefined> {
  return attempt('read', () => db.actors.get(key));
}

/** Names of actors by their keys; those that are gone are left out. */
export function namesOfActors(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return attempt('read', async () => {
    const rows = await db.actors.bulkGet([...new Set(keys)]);
    return new Map(rows.flatMap((row) => (row ? [[row.key, row.name] as const] : [])));
  });
}

/** The actors that most reports name: there before all of a large library's are read. */
export function listTopActors(limit: number): Promise<ActorRow[]> {
  return attempt('read', () => db.actors.orderBy('reports').reverse().limit(limit).toArray());
}

export function countBin(): Promise<number> {
  return attempt('read', () => db.bin.count());
}

/** Deleted reports, newest first. */
export function listBin(): Promise<Binned[]> {
  return attempt('read', () => db.bin.orderBy('deletedAt').reverse().toArray());
}

export function listTags(): Promise<string[]> {
  return attempt('read', async () => (await db.reports.orderBy('tags').uniqueKeys()) as string[]);
}

export function listSites(): Promise<string[]> {
  return attempt('read', async () => (await db.reports.orderBy('siteName').uniqueKeys()) as string[]);
}

/** Is this article in the library, and is its text the saved one? */
export function savedStateOf(article: Pick<Article, 'canonicalUrl' | 'title' | 'text'>): Promise<SavedState | null> {
  return attempt('read', async () => {
    const report = await db.reports.where('canonicalUrl').equals(article.canonicalUrl).first();
    if (!report) return null;
    const sameText = report.textHash === (await hashOf(article));
    return { reportId: report.id, savedAt: report.savedAt, version: report.version, sameText, note: report.note };
  });
}
