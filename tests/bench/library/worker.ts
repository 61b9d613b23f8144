/**
 * Runs in a worker of a real browser, as the background does: the library's own code over the browser's own IndexedDB. The
 * page (./page.ts) calls one function at a time and gets milliseconds back.
 */
import MiniSearch from 'minisearch';
import { indexKeys, profileOf } from '../../../lib/crossref/profile';
import { sensesOf } from '../../../lib/crossref/sense';
import { packProfile, packSenses, unpackProfile } from '../../../lib/crossref/stored';
import { noBelongings } from '../../../lib/export/json';
import { contextOf, mergePart, saveReport } from '../../../lib/library';
import { type Changes, collect, serialsInBlock } from '../../../lib/library/blocks';
import { copiesOf } from '../../../lib/library/copies';
import { db, type LibraryDatabase, openDatabase } from '../../../lib/library/database';
import { newReport } from '../../../lib/library/new-report';
import { addPostings } from '../../../lib/library/postings';
import type { SavedReport } from '../../../lib/library/rows';
import { openSearch, updateSearch } from '../../../lib/library/search/store';
import { type SyntheticReport, syntheticReports } from '../../synthetic/library';

const batch = 500;
const engineVersion = 'synthetic';
/** Related reports an article is shown at most. */
const shown = 20;
const now = () => performance.now();

let made: Generator<SyntheticReport> | undefined;
/** The story of each report made, in their order, and by its address. */
const stories: number[] = [];
const storyOf = new Map<string, number>();
function next(): SyntheticReport {
  const report = made?.next().value as SyntheticReport;
  stories.push(report.story);
  storyOf.set(report.article.canonicalUrl, report.story);
  return report;
}
/** The next reports of the one library all calls share; `skip` are passed over by a worker that begins anew. */
function take(count: number, skip = 0): SyntheticReport[] {
  if (!made) {
    made = syntheticReports(1_000_000);
    stories.length = 0;
    for (let i = 0; i < skip; i++) next();
  }
  return Array.from({ length: count }, next);
}

async function asSaved({ article, annotation }: SyntheticReport): Promise<SavedReport> {
  const savedAt = new Date(Date.parse(article.publishedAt ?? '') + 3_600_000).toISOString();
  const at = { id: crypto.randomUUID(), savedAt };
  const { report, version } = await newReport(article, { annotation, engineVersion }, at);
  return { report, versions: [version], deletedAt: null };
}

let bare: LibraryDatabase | undefined;

/** Puts copies of rows into a database of the same schema. @returns milliseconds of the puts alone */
async function putBare(rows: ReadonlyMap<string, readonly unknown[]>): Promise<number> {
  bare ??= openDatabase('bare');
  const to = bare;
  await to.open();
  const start = now();
  await to.transaction('rw', to.tables, async () => {
    for (const [name, some] of rows) if (some.length) await to.table(name).bulkPut(some);
  });
  return now() - start;
}

/** What a person types, letter by letter, looking for a report: the beginnings of two words of its title. */
function typed(title: string): string[] {
  const [first = '', , second = ''] = title.split(/[^\p{L}]+/u);
  const words = `${first} ${second}`.toLowerCase();
  return Array.from({ length: words.length - 1 }, (_, index) => words.slice(0, index + 2));
}

let searcher: Awaited<ReturnType<typeof openSearch>> | undefined;
let mini: MiniSearch | undefined;
const miniOptions = {
  fields: ['title', 'text'],
  searchOptions: { boost: { title: 3 }, prefix: true, combineWith: 'AND' as const },
};

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
  /** Adds only what cross-referencing looks through, for libraries too large to fill in minutes. */
  async fillIndex(count: number, skip: number): Promise<void> {
    const step = 4000;
    for (let done = 0; done < count; done += step) {
      const some = take(Math.min(step, count - done), skip);
      const reports = await Promise.all(some.map(asSaved));
      const profiles = some.map(({ article, annotation }) => profileOf(article, annotation));
      await db.transaction('rw', [db.reports, db.profiles, db.postings], async () => {
        await db.reports.bulkAdd(reports.map(({ report }) => report));
        const serials = await db.profiles.bulkAdd(
          some.map(({ article, annotation }, index) => ({
            reportId: reports[index]?.report.id ?? '',
            profile: packProfile(profiles[index] as (typeof profiles)[number]),
            senses: packSenses(sensesOf(article.text, annotation)),
          })),
          { allKeys: true },
        );
        const changes: Changes = new Map();
        for (const [index, profile] of profiles.entries()) collect(changes, indexKeys(profile), serials[index] ?? 0);
        await addPostings(changes);
      });
    }
  },
  /** The same rows by bare bulkPut, in batches of the same size. @returns milliseconds */
  async bare(): Promise<number> {
    let took = 0;
    const sizes = await Promise.all(db.tables.map((table) => table.count()));
    const steps = Math.ceil((await db.reports.count()) / batch);
    const after: unknown[] = db.tables.map(() => Number.NEGATIVE_INFINITY);
    for (let step = 0; step < steps; step++) {
      const rows = new Map<string, unknown[]>();
      for (const [index, table] of db.tables.entries()) {
        const some = await table
          .where(':id')
          .above(after[index])
          .limit(Math.ceil((sizes[index] ?? 0) / steps))
          .toArray();
        const { keyPath } = table.schema.primKey;
        const last = some.at(-1) as Record<string, unknown> | undefined;
        if (last && keyPath) after[index] = Array.isArray(keyPath) ? keyPath.map((key) => last[key]) : last[keyPath];
        rows.set(table.name, some);
      }
      took += await putBare(rows);
    }
    return took;
  },
  /** Saves `count` more one by one, and puts the rows each time into the other database. @returns milliseconds each */
  async save(count: number, skip: number): Promise<{ ours: number[]; bare: number[] }> {
    const [ours, others]: [number[], number[]] = [[], []];
    for (const { article, annotation } of take(count, skip)) {
      const start = now();
      const { reportId } = await saveReport(article, { annotation, engineVersion });
      ours.push(now() - start);
      const profile = await db.profiles.where('reportId').equals(reportId).first();
      const of = (name: string) => db.table(name).where('reportId').equals(reportId).toArray();
      const report = await db.reports.get(reportId);
      const rows = new Map<string, unknown[]>([
        ['reports', [report]],
        ['versions', await db.versions.where('[reportId+version]').equals([reportId, 1]).toArray()],
        ['claims', await of('claims')],
        ['copies', await of('copies')],
        ['profiles', profile ? [profile] : []],
        ['stale', [{ what: 'search', reportId, mark: 1 }]],
        ['actors', await db.actors.bulkGet(report?.actorKeys ?? [])],
      ]);
      if (profile) {
        const keys = indexKeys(unpackProfile(profile.profile));
        const block = 0 - Math.floor(profile.serial / serialsInBlock);
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
  /**
   * What the library of the first `reports` knows about `count` articles that are not in it. @returns milliseconds each; how many
   * related reports were found, how many of them tell the same story, and how many there were to find (at most as many as are shown)
   */
  async context(count: number, skip: number, reports: number) {
    const times: number[] = [];
    let [found, right, there, links] = [0, 0, 0, 0];
    for (const { article, annotation, story } of take(count, skip)) {
      const start = now();
      const context = await contextOf(article, annotation);
      times.push(now() - start);
      const same = stories.slice(0, reports).reduce((sum, other) => sum + Number(other === story), 0);
      found += context.related.length;
      right += context.related.filter(({ report }) => storyOf.get(report.canonicalUrl) === story).length;
      there += Math.min(same, shown);
      links += Object.values(context.earlier).reduce((sum, some) => sum + some.length, 0);
    }
    return { times, found, right, there, links };
  },
  /** Copies of articles whose text is in the library under another address. */
  async copies(count: number, skip: number): Promise<{ times: number[]; found: number }> {
    const times: number[] = [];
    let found = 0;
    for (const { article } of take(count, skip)) {
      const start = now();
      const { copies } = await copiesOf({ ...article, canonicalUrl: `${article.canonicalUrl}/copy` });
      times.push(now() - start);
      found += copies.length > 0 ? 1 : 0;
    }
    return { times, found };
  },
  /** Takes everything that waits into the search index. @returns milliseconds */
  async index(): Promise<number> {
    const start = now();
    await updateSearch();
    return now() - start;
  },
  /** Opens the search index as a page does. @returns milliseconds until the first results */
  async openSearch(): Promise<number> {
    const start = now();
    searcher = await openSearch();
    searcher.search({ query: 'fl', filter: {} });
    return now() - start;
  },
  /** Searches as `count` people type. @returns milliseconds of each letter, ours and MiniSearch's, turn by turn */
  async type(count: number): Promise<{ ours: number[]; mini: number[]; filtered: number[] }> {
    const [ours, others, filtered]: [number[], number[], number[]] = [[], [], []];
    for (const { article } of take(count))
      for (const query of typed(article.title)) {
        let start = now();
        searcher?.search({ query, filter: {} });
        ours.push(now() - start);
        start = now();
        searcher?.search({ query, filter: { unit: 'people', min: 100, certainty: 'certain' } });
        filtered.push(now() - start);
        start = now();
        mini?.search(query);
        others.push(now() - start);
      }
    return { ours, mini: others, filtered };
  },
  /** MiniSearch over title and text of the first `count` reports, and loaded again from its JSON. */
  async mini(count: number): Promise<{ build: number; load: number; bytes: number }> {
    made = undefined;
    let start = now();
    const built = new MiniSearch(miniOptions);
    for (const [id, { article }] of take(count).entries()) built.add({ id, title: article.title, text: article.text });
    const build = now() - start;
    const json = JSON.stringify(built);
    start = now();
    mini = MiniSearch.loadJSON(json, miniOptions);
    return { build, load: now() - start, bytes: json.length };
  },
  /** One query each for the words of a title, as cross-referencing would ask a search library. @returns milliseconds each */
  async miniTitles(count: number): Promise<number[]> {
    return take(count).map(({ article }) => {
      const start = now();
      mini?.search(article.title, { prefix: false, combineWith: 'OR' });
      return now() - start;
    });
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
