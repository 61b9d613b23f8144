/** Saving: one transaction, idempotent by canonical address. */
import type { Annotation } from '../annotation';
import type { Article } from '../article/article';
import { moveOutOfBin } from './bin';
import { attempt, db } from './database';
import { actorsOf, leadOf } from './derive';
import { addDerived, removeDerived } from './derived-tables';
import type { Report, Version } from './rows';
import type { SaveResult } from './schema';

/** What the engine read in an article, and which engine. */
export interface Reading {
  annotation: Annotation;
  engineVersion: string;
}

/** SHA-256 of title and text, hexadecimal. */
export async function hashOf(article: Pick<Article, 'title' | 'text'>): Promise<string> {
  const bytes = new TextEncoder().encode(`${article.title}\n${article.text}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A moment after `previous` even when the clock was set back: "newer" must stay newer. */
export function momentAfter(previous: string | undefined): string {
  const now = new Date().toISOString();
  return previous === undefined || now > previous ? now : new Date(Date.parse(previous) + 1).toISOString();
}

/**
 * Saves an article. The same text again changes nothing (a newer engine's reading replaces the old one's); a changed title
 * or text becomes a new version of the same report; an article in the bin comes back with its notes and versions.
 * @param note an empty one leaves the report's note as it is
 * @returns after the transaction completed. @throws LibraryError; nothing was changed then
 */
export function saveReport(article: Article, reading: Reading, note = ''): Promise<SaveResult> {
  return attempt('save this report', async () => {
    const textHash = await hashOf(article);
    return db.transaction('rw', db.tables, async (): Promise<SaveResult> => {
      const { canonicalUrl } = article;
      const binned = await db.bin.where('canonicalUrl').equals(canonicalUrl).first();
      if (binned) await moveOutOfBin([binned]);
      const old = await db.reports.where('canonicalUrl').equals(canonicalUrl).first();
      if (note) await db.drafts.delete(canonicalUrl);
      if (old?.textHash === textHash) return confirm(old, reading, note, binned !== undefined);

      const savedAt = momentAfter(old?.changedAt);
      const id = old?.id ?? crypto.randomUUID();
      const version: Version = {
        reportId: id,
        version: (old?.version ?? 0) + 1,
        savedAt,
        title: article.title,
        modifiedAt: article.modifiedAt,
        text: article.text,
        textHash,
        annotation: reading.annotation,
        engineVersion: reading.engineVersion,
      };
      const report: Report = {
        id,
        canonicalUrl,
        url: article.url,
        title: article.title,
        byline: article.byline ?? old?.byline ?? null,
        siteName: article.siteName ?? old?.siteName ?? null,
        publishedAt: article.publishedAt ?? old?.publishedAt ?? null,
        modifiedAt: article.modifiedAt,
        firstSavedAt: old?.firstSavedAt ?? savedAt,
        savedAt,
        changedAt: savedAt,
        note: note || (old?.note ?? ''),
        tags: old?.tags ?? [],
        ...newest(version),
      };
      await putReport(report, version, old);
      return { reportId: id, savedAt, version: version.version, status: old ? 'updated' : 'new' };
    });
  });
}

/** The entries of a report that follow from its newest version. */
export function newest(version: Version) {
  return {
    language: version.annotation.language,
    version: version.version,
    textHash: version.textHash,
    lead: leadOf(version.text),
    claimCount: version.annotation.claims.length,
    actorKeys: actorsOf(version.annotation).map((actor) => actor.key),
  };
}

async function putReport(report: Report, version: Version, old: Report | undefined): Promise<void> {
  if (old) await removeDerived([old]);
  await db.reports.put(report);
  await db.versions.put(version);
  await addDerived([{ report, version }]);
}

/** The text is saved already: keep a new note, and a newer engine's reading. */
async function confirm(old: Report, reading: Reading, note: string, restored: boolean): Promise<SaveResult> {
  const report = note && note !== old.note ? { ...old, note, changedAt: momentAfter(old.changedAt) } : old;
  if (report !== old) await db.reports.put(report);
  const version = await db.versions.get([old.id, old.version]);
  if (version && version.engineVersion !== reading.engineVersion) {
    const read = { ...version, ...reading };
    await putReport({ ...report, ...newest(read) }, read, report);
  }
  return { reportId: old.id, savedAt: old.savedAt, version: old.version, status: restored ? 'updated' : 'unchanged' };
}
