/** Keeps the derived tables in step with the reports. All functions run inside the caller's transaction on them. */
import { printsOf } from '../crossref/copies';
import { indexKeys, type Profile, profileOf } from '../crossref/profile';
import { sensesOf } from '../crossref/sense';
import { packProfile, packSenses, unpackProfile } from '../crossref/stored';
import { type Changes, collect } from './blocks';
import { correctedVersions } from './corrections/read';
import { db } from './database';
import { actorsOf, claimRowsOf } from './derive';
import { newest } from './new-report';
import { addPostings, removePostings } from './postings';
import type { ActorRow, Report, Version } from './rows';

async function countActorsIn(actors: Iterable<Omit<ActorRow, 'reports'>>): Promise<void> {
  const changes = new Map<string, ActorRow>();
  for (const actor of actors) {
    const change = changes.get(actor.key);
    if (change) change.reports++;
    else changes.set(actor.key, { ...actor, reports: 1 });
  }
  const added = [...changes.values()];
  const rows = await db.actors.bulkGet([...changes.keys()]);
  await db.actors.bulkPut(
    added.map((actor, index) => {
      const row = rows[index];
      if (!row) return actor;
      // The fullest name seen stands for the actor.
      const name = row.name.length >= actor.name.length ? row.name : actor.name;
      return { ...actor, name, reports: row.reports + actor.reports };
    }),
  );
}

async function countActorsOut(keys: Iterable<string>): Promise<void> {
  const gone = new Map<string, number>();
  for (const key of keys) gone.set(key, (gone.get(key) ?? 0) + 1);
  const rows = (await db.actors.bulkGet([...gone.keys()])).filter((row) => row !== undefined);
  const left = rows.map((row) => ({ ...row, reports: row.reports - (gone.get(row.key) ?? 0) }));
  await db.actors.bulkPut(left.filter((row) => row.reports > 0));
  await db.actors.bulkDelete(left.filter((row) => row.reports <= 0).map((row) => row.key));
}

/** Adds the derived rows of reports that have none yet: of what the engine read, corrected by the person. */
export async function addDerived(read: readonly { report: Report; version: Version }[]): Promise<void> {
  const items = await corrected(read);
  const profiles = items.map(({ report, version }) =>
    profileOf({ title: report.title, text: version.text, publishedAt: report.publishedAt }, version.annotation),
  );
  // Requests that do not need each other's answers are made at once: each has its price in waiting.
  await Promise.all([
    db.claims.bulkPut(items.flatMap(({ report, version }) => claimRowsOf(report, version))),
    countActorsIn(items.flatMap(({ version }) => actorsOf(version.annotation))),
    db.copies.bulkPut(items.map(({ report, version }) => ({ reportId: report.id, prints: printsOf(version.text) }))),
    searchAnew(items.map(({ report }) => report.id)),
    index(items, profiles),
  ]);
}

/** Profiles get their serials, and their terms go into the index. */
async function index(items: readonly { report: Report; version: Version }[], profiles: readonly Profile[]) {
  const serials = await db.profiles.bulkAdd(
    items.map(({ report, version }, at) => ({
      reportId: report.id,
      profile: packProfile(profiles[at] as Profile),
      senses: packSenses(sensesOf(version.text, version.annotation)),
    })),
    { allKeys: true },
  );
  const changes: Changes = new Map();
  for (const [at, profile] of profiles.entries()) collect(changes, indexKeys(profile), serials[at] ?? 0);
  await addPostings(changes);
}

/** What the person corrected stands in the derived rows and in what of the report follows from its newest version. */
async function corrected(read: readonly { report: Report; version: Version }[]) {
  const versions = await correctedVersions(read);
  const items = read.map(({ report, version: raw }, index) => {
    const version = versions[index] ?? raw;
    const { claimCount, actorKeys } = newest(version);
    const keys = version === raw ? actorKeys : [...actorKeys, ...takenAway(newest(raw).actorKeys, actorKeys)];
    const asIs = report.claimCount === claimCount && same(report.actorKeys, keys);
    return { report: asIs ? report : { ...report, claimCount, actorKeys: keys }, version };
  });
  // What is taken away again later is counted by these entries of the row.
  const changed = items.flatMap(({ report }, index) => (report === read[index]?.report ? [] : [report]));
  if (changed.length) await db.reports.bulkPut(changed);
  return items;
}

/** An actor the person took away leaves its key behind a "!": so the reports are found when the correction is taken back. */
const takenAway = (raw: readonly string[], left: readonly string[]) =>
  raw.filter((key) => !left.includes(key)).map((key) => `!${key}`);

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((key, i) => key === b[i]);

/** The search index takes these reports in, or finds them gone, when it is next looked at. Inside the caller's transaction on `stale`. */
export async function searchAnew(reportIds: readonly string[]): Promise<void> {
  const mark = Date.now() + Math.random();
  await db.stale.bulkPut(reportIds.map((reportId) => ({ what: 'search' as const, reportId, mark })));
}

/** Takes away the derived rows of reports whose rows still stand in `reports`. */
export async function removeDerived(reports: readonly Report[]): Promise<void> {
  const ids = reports.map((report) => report.id);
  await db.claims.where('reportId').anyOf(ids).delete();
  await countActorsOut(reports.flatMap((report) => report.actorKeys));
  const profiles = await db.profiles.where('reportId').anyOf(ids).toArray();
  const changes: Changes = new Map();
  for (const { serial, profile } of profiles) collect(changes, indexKeys(unpackProfile(profile)), serial);
  await removePostings(changes);
  await db.profiles.bulkDelete(profiles.map(({ serial }) => serial));
  await db.copies.bulkDelete(ids);
  await db.stale.bulkDelete(ids.map((id): [string, string] => ['reading', id]));
  await searchAnew(ids);
}
