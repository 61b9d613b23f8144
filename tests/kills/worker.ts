/**
 * What is killed: a worker that saves, imports and upgrades with the library's own code, and tells of each thing when it was
 * acknowledged. And what looks afterwards whether all of it is there.
 */
import { Dexie } from 'dexie';
import { indexKeys } from '../../lib/crossref/profile';
import { unpackProfile } from '../../lib/crossref/stored';
import { importRunner, planImport, startImport } from '../../lib/export/exchange';
import { noBelongings, writeLibrary } from '../../lib/export/json';
import { deleteReports, editReport, restoreReports, saveReport } from '../../lib/library';
import { serialsInBlock, unpackSerials } from '../../lib/library/blocks';
import { databaseName, db } from '../../lib/library/database';
import { actorsOf } from '../../lib/library/derive';
import { startFreshLog } from '../../lib/library/fresh-log';
import { runJobs } from '../../lib/library/jobs';
import { mergePart } from '../../lib/library/merge';
import { newReport } from '../../lib/library/new-report';
import type { SavedReport } from '../../lib/library/rows';
import { openSearch, updateSearch } from '../../lib/library/search/store';
import { random, syntheticReports } from '../synthetic/library';
import { writeReleased } from '../synthetic/released';

const engineVersion = 'synthetic';

/** What must hold from now on, whatever happens. */
export type Acknowledged =
  | { what: 'saved'; url: string; hash: string; note: string }
  | { what: 'imported'; urls: string[] }
  /** The import will be finished after any number of kills. */
  | { what: 'import-started'; urls: string[] }
  | { what: 'holds'; urls: string[] };

const tell = (acknowledged: Acknowledged) => postMessage({ acknowledged });

const made = (seed: number, count: number) => [...syntheticReports(count, seed)];

async function saved(seed: number, count: number): Promise<SavedReport[]> {
  return Promise.all(
    made(seed, count).map(async ({ article, annotation }) => {
      const at = { id: `${seed}-${article.canonicalUrl}`, savedAt: `${article.publishedAt}T10:00:00.000Z` };
      const { report, version } = await newReport(article, { annotation, engineVersion }, at);
      return { report, versions: [version], deletedAt: null };
    }),
  );
}

const work = {
  /** Saves, saves changed texts, edits, deletes and brings back, without end. */
  async save(seed: number): Promise<void> {
    const next = random(seed);
    const known: { url: string; id: string }[] = [];
    for (const { article, annotation } of syntheticReports(10_000, seed)) {
      const note = next() < 0.3 ? `note ${Math.floor(next() * 1e6)}` : '';
      const { reportId } = await saveReport(article, { annotation, engineVersion }, note);
      const hash = (await db.reports.get(reportId))?.textHash ?? '';
      tell({ what: 'saved', url: article.canonicalUrl, hash, note });
      known.push({ url: article.canonicalUrl, id: reportId });
      if (next() < 0.3) {
        const again = { ...article, text: `${article.text}\n\nCorrected since.` };
        const { savedAt } = await saveReport(again, { annotation, engineVersion });
        if (savedAt)
          tell({
            what: 'saved',
            url: article.canonicalUrl,
            hash: (await db.reports.get(reportId))?.textHash ?? '',
            note,
          });
      }
      if (next() < 0.2) await editReport(reportId, { tags: ['flood'] });
      const other = known[Math.floor(next() * known.length)];
      if (other && next() < 0.2) {
        await deleteReports([other.id]);
        if (next() < 0.7) await restoreReports([other.id]);
      }
      if (next() < 0.1) await updateSearch();
    }
  },
  /** Saves a few reports: less than what makes the browser begin a new log by itself. */
  async few(seed: number): Promise<void> {
    for (const { article, annotation } of made(seed, 3)) {
      const { reportId } = await saveReport(article, { annotation, engineVersion }, '');
      const hash = (await db.reports.get(reportId))?.textHash ?? '';
      tell({ what: 'saved', url: article.canonicalUrl, hash, note: '' });
    }
  },
  /** Imports a backup; a later call of `resume` finishes it. */
  async import(seed: number): Promise<void> {
    const reports = await saved(seed, 600);
    const file = new Blob([...writeLibrary(reports, noBelongings, '2026-01-01T00:00:00.000Z')]);
    const urls = reports.map(({ report }) => report.canonicalUrl);
    await planImport(file);
    await startImport(file);
    tell({ what: 'import-started', urls });
    await runJobs({ import: importRunner });
    tell({ what: 'imported', urls });
  },
  /** Fills a library as an earlier version wrote it. */
  async old(seed: number): Promise<void> {
    const reports = await saved(seed, 300);
    await mergePart({ reports, belongings: noBelongings });
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
    db.close({ disableAutoOpen: false });
    await Dexie.delete(databaseName);
    const old = new Dexie(databaseName);
    await writeReleased(old, 1 + (seed % 2), tables);
    old.close();
    tell({ what: 'holds', urls: reports.map(({ report }) => report.canonicalUrl) });
  },
  /** Upgrades it, and goes on saving. */
  async upgrade(seed: number): Promise<void> {
    await db.open();
    await work.save(seed);
  },
  /** What the background does once in a browser that was just started. */
  async started(): Promise<void> {
    await startFreshLog();
  },
  /** What the background does when it wakes. */
  async resume(): Promise<void> {
    await runJobs({ import: importRunner });
  },
};

/** Every report with its text, and what of the library does not hang together; empty when all is well. */
async function look(): Promise<{ stored: Record<string, { hashes: string[]; note: string }>; faults: string[] }> {
  const faults: string[] = [];
  const [reports, versions, bin, claims, profiles, actors] = await Promise.all([
    db.reports.toArray(),
    db.versions.toArray(),
    db.bin.toArray(),
    db.claims.toArray(),
    db.profiles.toArray(),
    db.actors.toArray(),
  ]);
  const ids = new Set(reports.map(({ id }) => id));
  const current = new Map(reports.map(({ id, version }) => [id, version]));
  const newest = new Map<string, (typeof versions)[number]>();
  const hashesOf = new Map<string, string[]>();
  for (const version of versions) {
    if (!ids.has(version.reportId)) faults.push(`a text of ${version.reportId}, which is not there`);
    hashesOf.set(version.reportId, [...(hashesOf.get(version.reportId) ?? []), version.textHash]);
    if (current.get(version.reportId) === version.version) newest.set(version.reportId, version);
  }
  const claimsOf = new Map<string, number>();
  for (const { reportId } of claims) {
    if (!ids.has(reportId)) faults.push(`a claim of ${reportId}, which is not there`);
    claimsOf.set(reportId, (claimsOf.get(reportId) ?? 0) + 1);
  }
  const counted = new Map<string, number>();
  for (const report of reports) {
    const version = newest.get(report.id);
    if (version?.textHash !== report.textHash) {
      faults.push(`${report.canonicalUrl} without its text`);
      continue;
    }
    if ((claimsOf.get(report.id) ?? 0) !== version.annotation.claims.length)
      faults.push(`${report.canonicalUrl} without its claims`);
    for (const { key } of actorsOf(version.annotation)) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  for (const { key, reports: number } of actors)
    if (counted.get(key) !== number) faults.push(`${key} counted ${number} instead of ${counted.get(key)}`);
  if (actors.length !== counted.size) faults.push(`${actors.length} actors instead of ${counted.size}`);
  const profiled = new Set(profiles.map(({ reportId }) => reportId));
  if (profiles.length !== reports.length || reports.some(({ id }) => !profiled.has(id)))
    faults.push(`${profiles.length} profiles for ${reports.length} reports`);
  const postings = new Map(
    (await db.postings.toArray()).map((row) => [`${row.block} ${row.term}`, new Set(unpackSerials(row.serials))]),
  );
  let entries = 0;
  for (const { serial, profile, reportId } of profiles)
    for (const key of indexKeys(unpackProfile(profile))) {
      entries++;
      if (!postings.get(`${0 - Math.floor(serial / serialsInBlock)} ${key}`)?.has(serial % serialsInBlock))
        faults.push(`${reportId} is not found by ${key}`);
    }
  const indexed = [...postings.values()].reduce((sum, { size }) => sum + size, 0);
  if (indexed !== entries) faults.push(`${indexed} entries in the index instead of ${entries}`);
  for (const row of bin) if (ids.has(row.id)) faults.push(`${row.canonicalUrl} is in the bin and in the library`);
  for (const { kind, state, message, done, total } of await db.jobs.toArray())
    if (state !== 'done') faults.push(`the ${kind} is ${state} at ${done} of ${total}: ${message}`);
  await updateSearch();
  const found = new Set((await openSearch()).search({ query: '', filter: {} }).map(({ id }) => id));
  if (found.size !== ids.size) faults.push(`search finds ${found.size} of ${ids.size} reports`);
  const stored = Object.fromEntries([
    ...bin.map(({ report, versions: texts }) => [
      report.canonicalUrl,
      { hashes: texts.map(({ textHash }) => textHash), note: report.note },
    ]),
    ...reports.map(({ id, canonicalUrl, note }) => [canonicalUrl, { hashes: hashesOf.get(id) ?? [], note }]),
  ]);
  return { stored, faults: faults.slice(0, 10) };
}

export type Work = keyof typeof work;
export type Looked = Awaited<ReturnType<typeof look>>;

addEventListener('message', async ({ data }: MessageEvent<{ name: Work | 'look'; seed: number }>) => {
  try {
    postMessage({ value: data.name === 'look' ? await look() : await work[data.name](data.seed) });
  } catch (error) {
    postMessage({ error: String((error as Error).stack ?? error) });
  }
});
