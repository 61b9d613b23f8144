/** Corrections as an article meets them: looked up by its own keys, and laid over what the engine read. */
import type { Annotation } from '../../annotation';
import { db } from '../database';
import type { Correction, Report, Version } from '../rows';
import { correctAnnotation } from './apply';
import { type CorrectedText, furtherKeys, keysOf } from './keys';

/** "Same person" may lead on from one to the next; a longer chain is a circle. */
const chain = 8;

/** Corrections that concern an article, in no order; bounded by the article's keys. */
export async function correctionsFor(article: CorrectedText, annotation: Annotation): Promise<Correction[]> {
  if ((await db.corrections.count()) === 0) return [];
  const found = new Map<string, Correction>();
  let wanted = keysOf(article, annotation);
  const asked = new Set<string>();
  for (let step = 0; step < chain && wanted.length > 0; step++) {
    for (const key of wanted) asked.add(key);
    const rows = await db.corrections.where('keys').anyOf(wanted).toArray();
    for (const row of rows) found.set(row.id, row);
    wanted = [...new Set(furtherKeys(rows))].filter((key) => !asked.has(key));
  }
  // A name the engine does not see gives an article no key to ask by: there are few such marks, and all are asked.
  for (const row of await db.corrections.where('kind').equals('mark').toArray())
    if (row.kind === 'mark' && row.as === 'actor') found.set(row.id, row);
  return [...found.values()].filter(({ revokedAt }) => revokedAt === null);
}

/** What the engine read in an article, with the person's corrections laid over it. */
export async function readCorrected(article: CorrectedText, annotation: Annotation): Promise<Annotation> {
  return correctAnnotation(article, annotation, await correctionsFor(article, annotation));
}

/** The same for a stored version; the version itself where nothing is to correct. */
export async function correctedVersion(report: Pick<Report, 'canonicalUrl'>, version: Version): Promise<Version> {
  const annotation = await readCorrected({ canonicalUrl: report.canonicalUrl, text: version.text }, version.annotation);
  return annotation === version.annotation ? version : { ...version, annotation };
}

/** Versions in their order, each with its report; where there are no corrections it costs one count. */
export async function correctedVersions(items: readonly { report: Report; version: Version }[]): Promise<Version[]> {
  if ((await db.corrections.count()) === 0) return items.map(({ version }) => version);
  const versions: Version[] = [];
  for (const { report, version } of items) versions.push(await correctedVersion(report, version));
  return versions;
}

/** The newest versions of reports, corrected, in their order; a report without one is passed over. */
export async function newestVersions(reports: readonly Report[]): Promise<Version[]> {
  const versions = await db.versions.bulkGet(reports.map(({ id, version }): [string, number] => [id, version]));
  return correctedVersions(
    reports.flatMap((report, index) => {
      const version = versions[index];
      return version ? [{ report, version }] : [];
    }),
  );
}
