/**
 * Runs in a worker of a real browser, as the background does: the library's own code over the browser's own IndexedDB. The
 * page (./page.ts) calls one function at a time and gets milliseconds back.
 */
import { indexKeys } from '../../../lib/crossref/profile';
import { unpackProfile } from '../../../lib/crossref/stored';
import { noBelongings } from '../../../lib/export/json';
import { contextOf, mergePart, saveReport } from '../../../lib/library';
import { serialsInBlock } from '../../../lib/library/blocks';
import { db, type LibraryDatabase, openDatabase } from '../../../lib/library/database';
import { newReport } from '../../../lib/library/new-report';
import type { SavedReport } from '../../../lib/library/rows';
import { type SyntheticReport, syntheticReports } from '../../synthetic/library';

const batch = 500;
const engineVersion = 'synthetic';
const now = () => performance.now();

let made: Generator<SyntheticReport> | undefined;
/** The next reports of the one library all calls share. */
function take(count: number, skip = 0): SyntheticReport[] {
  if (!made) {
    made = syntheticReports(1_000_000);
    for (let i = 0; i < skip; i++) made.next();
  }
  return Array.from({ length: count }, () => made?.next().value as SyntheticReport);
}

async function asSaved({ article, annotation }: SyntheticReport): Promise<SavedReport> {
  const savedAt = new Date(Date.parse(article.publishedAt ?? '') + 3_600_000).toISOString();
  const { report, version } = await newReport(
    article,
    { annotation, engineVersion },
    { id: crypto.randomUUID(), savedAt },
  );
  return { report, versions: [version], deletedAt: null };
}

let bare: LibraryDatabase | undefined;
const bareDb = () => (bare ??= openDatabase('bare'));

/** Puts copies of the rows that `tables` hold into a database of the same schema. @returns milliseconds of the puts alone */
async function putBare(rows: ReadonlyMap<string, readonly unknown[]>): Promise<number> {
  const to = bareDb();
  await to.open();
  const start = now();
  await to.transaction('rw', to.tables, async () => {
    for (const [name, some] of rows) if (some.length) await to.table(name).bulkPut(some);
  });
  return now() - start;
}

const calls = {
  /** Adds `count` reports as an import does. @returns milliseconds, without making the reports up */
  async fill(count: number, skip: number): Promise<number> {
    let took = 0;
    for (let done = 0; done < count; done += batch) {
      const reports = await Promise.all(take(Math.min(batch, count - done), skip).map(asSaved));
      const start = now();
      await mergePart({ reports, belongings: noBelongings });
      took += now() - start;
    }
    return took;
  },
  /** The same rows by bare bulkPut, in batches of the same size. */
  async bare(): Promise<number> {
    let took = 0;
    const sizes = await Promise.all(db.tables.map((table) => table.count()));
    const steps = Math.ceil((await db.reports.count()) / batch);
    for (let step = 0; step < steps; step++) {
      const rows = new Map<string, unknown[]>();
      for (const [index, table] of db.tables.entries()) {
        const size = Math.ceil((sizes[index] ?? 0) / steps);
        rows.set(
          table.name,
          await table
            .offset(step * size)
            .limit(size)
            .toArray(),
        );
      }
      took += await putBare(rows);
    }
    return took;
  },
  /** Saves `count` more one by one. @returns milliseconds each */
  async save(count: number, skip: number): Promise<{ ours: number[]; bare: number[] }> {
    const [ours, others]: [number[], number[]] = [[], []];
    for (const { article, annotation } of take(count, skip)) {
      const start = now();
      const { reportId } = await saveReport(article, { annotation, engineVersion });
      ours.push(now() - start);
      const profile = await db.profiles.where('reportId').equals(reportId).first();
      const of = (name: string) => db.table(name).where('reportId').equals(reportId).toArray();
      const rows = new Map<string, unknown[]>([
        ['reports', [await db.reports.get(reportId)]],
        ['versions', await db.versions.where('[reportId+version]').equals([reportId, 1]).toArray()],
        ['claims', await of('claims')],
        ['copies', await of('copies')],
        ['profiles', profile ? [profile] : []],
      ]);
      if (profile) {
        const keys = indexKeys(unpackProfile(profile.profile));
        const block = -Math.floor(profile.serial / serialsInBlock);
        const postings = await db.postings.bulkGet(keys.map((key): [string, number] => [key, block]));
        rows.set(
          'postings',
          postings.filter((row) => row !== undefined),
        );
      }
      others.push(await putBare(rows));
    }
    return { ours, bare: others };
  },
  /** What the library knows about `count` articles that are not in it. */
  async context(count: number, skip: number): Promise<{ times: number[]; related: number; links: number }> {
    const times: number[] = [];
    let [related, links] = [0, 0];
    for (const { article, annotation } of take(count, skip)) {
      const start = now();
      const context = await contextOf(article, annotation);
      times.push(now() - start);
      related += context.related.length;
      links += Object.values(context.earlier).reduce((sum, some) => sum + some.length, 0);
    }
    return { times, related, links };
  },
};

export type Calls = typeof calls;

addEventListener('message', async ({ data }: MessageEvent<{ name: keyof Calls; args: number[] }>) => {
  try {
    const call = calls[data.name] as (...args: number[]) => Promise<unknown>;
    postMessage({ value: await call(...data.args) });
  } catch (error) {
    postMessage({ error: String((error as Error).stack ?? error) });
  }
});
