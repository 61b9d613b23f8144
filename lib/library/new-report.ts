/** The rows of an article that is new to the library. No database here: commands use it too. */
import type { Annotation } from '../annotation';
import type { Article } from '../article/article';
import { actorsOf, leadOf } from './derive';
import type { Report, Version } from './rows';

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

export async function newReport(article: Article, reading: Reading, { id, savedAt }: { id: string; savedAt: string }) {
  return nextVersion(article, reading, await hashOf(article), savedAt, id, undefined);
}

/** A report's next version, its first when there is no `old` one, and the report as it then stands. */
export function nextVersion(
  article: Article,
  reading: Reading,
  textHash: string,
  savedAt: string,
  id: string,
  old: Report | undefined,
  /** Number of the highest version there is. */
  highest = old?.version ?? 0,
): { report: Report; version: Version } {
  const version: Version = {
    reportId: id,
    version: highest + 1,
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
    canonicalUrl: article.canonicalUrl,
    url: article.url,
    title: article.title,
    byline: article.byline ?? old?.byline ?? null,
    siteName: article.siteName ?? old?.siteName ?? null,
    publishedAt: article.publishedAt ?? old?.publishedAt ?? null,
    modifiedAt: article.modifiedAt,
    firstSavedAt: old?.firstSavedAt ?? savedAt,
    savedAt,
    changedAt: savedAt,
    note: old?.note ?? '',
    tags: old?.tags ?? [],
    storyId: old?.storyId ?? null,
    storyByHand: old?.storyByHand ?? false,
    ...newest(version),
  };
  return { report, version };
}
