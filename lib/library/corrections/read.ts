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

/** Corrections by their keys, for many articles at once. */
function lookUp(corrections: readonly Correction[]): (article: CorrectedText, annotation: Annotation) => Correction[] {
  const byKey = new Map<string, Correction[]>();
  const names: Correction[] = [];
  for (const correction of corrections) {
    for (const key of correction.keys) {
      const known = byKey.get(key);
      if (known) known.push(correction);
      else byKey.set(key, [correction]);
    }
    if (correction.kind === 'mark' && correction.as === 'actor') names.push(correction);
  }
  return (article, annotation) => {
    const found = new Set(names);
    let wanted = keysOf(article, annotation);
    const asked = new Set<string>();
    for (let step = 0; step < chain && wanted.length > 0; step++) {
      for (const key of wanted) asked.add(key);
      const rows = wanted.flatMap((key) => byKey.get(key) ?? []);
      for (const row of rows) found.add(row);
      wanted = [...new Set(furtherKeys(rows))].filter((key) => !asked.has(key));
    }
    return [...found];
  };
}

/**
 * Stored versions as the person corrected them, in their order; one without corrections is given back as it is. Reads all
 * corrections in one request: they are few beside the sentences of many texts.
 */
export async function correctedVersions(
  items: readonly { report: Pick<Report, 'canonicalUrl'>; version: Version }[],
): Promise<Version[]> {
  const corrections = await db.corrections.toArray();
  return correctWith(corrections, items);
}

/** The same with the corrections at hand. */
export function correctWith(
  corrections: readonly Correction[],
  items: readonly { report: Pick<Report, 'canonicalUrl'>; version: Version }[],
): Version[] {
  const valid = corrections.filter(({ revokedAt }) => revokedAt === null);
  if (valid.length === 0) return items.map(({ version }) => version);
  const find = lookUp(valid);
  return items.map(({ report, version }) => {
    const article = { canonicalUrl: report.canonicalUrl, text: version.text };
    const annotation = correctAnnotation(article, version.annotation, find(article, version.annotation));
    return annotation === version.annotation ? version : { ...version, annotation };
  });
}

/** The newest versions of reports, corrected, in their order; a report without one is passed over. */
export async function newestVersions(reports: readonly Report[]): Promise<Version[]> {
  const versions = await db.versions.bulkGet(reports.map(({ id, version }): [string, number] => [id, version]));
  const corrections = await db.corrections.toArray();
  return correctWith(
    corrections,
    reports.flatMap((report, index) => {
      const version = versions[index];
      return version ? [{ report, version }] : [];
    }),
  );
}
