/**
 * The search index in the database: segments that are written once, and a list of reports to take in. It follows the library
 * whoever changed it, goes on where it was when a page was closed, and is never rebuilt.
 */
import { liveQuery } from 'dexie';
import { correctedVersions } from '../corrections/read';
import { attempt, db } from '../database';
import { claimRowsOf } from '../derive';
import type { Report, Stale, Version } from '../rows';
import { Searcher } from './search';
import { type Entry, facet, mergeSegments, openSegment, type Segment, writeSegment } from './segment';

/** Reports taken in at once: what is in can be searched, and a closed page loses no more than this much work. */
const batch = 250;
/** A segment is merged with the one before it unless that is this much larger: there are few, and each report is rewritten seldom. */
const growth = 2;

const waiting = () => db.stale.where('[what+reportId]').between(['search', ''], ['search', '\uffff'], true, true);

const nameOfKey = (key: string) => key.slice(key.indexOf(':') + 1);
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '');

async function entriesOf(reports: readonly Report[]): Promise<Entry[]> {
  const [versions, notes] = await Promise.all([
    db.versions.bulkGet(reports.map(({ id, version }): [string, number] => [id, version])),
    db.notes
      .where('[kind+key]')
      .anyOf(reports.map(({ id }) => ['claim', id]))
      .toArray(),
  ]);
  const items = reports.flatMap((report, index) => {
    const version: Version | undefined = versions[index];
    return version ? [{ report, version }] : [];
  });
  const corrected = await correctedVersions(items);
  const noted = new Map<string, string[]>();
  for (const { key, note, tags } of notes) noted.set(key, [...(noted.get(key) ?? []), note, ...tags]);
  return items.map(({ report, version: raw }, index): Entry => {
    const version = corrected[index] ?? raw;
    const actorKeys = report.actorKeys.filter((key) => !key.startsWith('!'));
    return {
      id: report.id,
      day: Math.floor(Date.parse((report.publishedAt ?? report.firstSavedAt).slice(0, 10)) / 86_400_000) || 0,
      title: report.title,
      own: [report.note, ...report.tags, ...(noted.get(report.id) ?? [])].join('\n'),
      names: [report.siteName ?? '', hostOf(report.url), ...actorKeys.map(nameOfKey)].join('\n'),
      text: version.text,
      facets: [
        ...(report.siteName === null ? [] : [facet('site', report.siteName)]),
        ...report.tags.map((tag) => facet('tag', tag)),
        ...actorKeys.map((key) => facet('actor', key)),
        ...(report.storyId === null ? [] : [facet('story', report.storyId)]),
      ],
      claims: claimRowsOf(report, version).map(({ claim, source, sourceActors }) => ({
        id: claim.id,
        unit: claim.unit.name,
        low: claim.quantity.low ?? Number.NEGATIVE_INFINITY,
        high: claim.quantity.high ?? Number.POSITIVE_INFINITY,
        certainty: claim.certainty,
        source: [(source ?? '').replace(/\s+/gu, ' '), ...sourceActors].join('\n'),
      })),
    };
  });
}

/** Takes in what is waiting, one batch. @returns false when nothing was */
async function takeIn(): Promise<boolean> {
  const some: Stale[] = await waiting().limit(batch).toArray();
  if (some.length === 0) return false;
  const reports = await db.reports.bulkGet(some.map(({ reportId }) => reportId));
  const present = reports.filter((report) => report !== undefined);
  const entries = await entriesOf(present);
  const gone = some.filter((_, index) => !reports[index]).map(({ reportId }) => reportId);
  const data = writeSegment(entries, gone);
  await db.transaction('rw', [db.segments, db.stale], async () => {
    await db.segments.add({ reports: entries.length, data });
    // A report that changed meanwhile stays on the list.
    const now = await db.stale.bulkGet(some.map(({ what, reportId }): [string, string] => [what, reportId]));
    await db.stale.bulkDelete(
      some.flatMap(({ what, reportId, mark }, index): [string, string][] =>
        now[index]?.mark === mark ? [[what, reportId]] : [],
      ),
    );
  });
  await mergeLast();
  return true;
}

/** Merges the last segments while the one before is not much larger, in one transaction. */
async function mergeLast(): Promise<void> {
  const sizes: { id: number; reports: number }[] = [];
  await db.segments.each(({ id, reports }) => void sizes.push({ id, reports }));
  let from = sizes.length - 1;
  let sum = sizes[from]?.reports ?? 0;
  while (from > 0 && (sizes[from - 1]?.reports ?? 0) <= growth * sum) sum += sizes[--from]?.reports ?? 0;
  if (from >= sizes.length - 1) return;
  const ids = sizes.slice(from).map(({ id }) => id);
  await db.transaction('rw', db.segments, async () => {
    const rows = (await db.segments.bulkGet(ids)).filter((row) => row !== undefined);
    if (rows.length < ids.length) return;
    const segments = rows.map(({ data }) => openSegment(data));
    const searcher = new Searcher(segments);
    const data = mergeSegments(segments, (place, report) => searcher.isHidden(place, report), from > 0);
    await db.segments.bulkDelete(ids);
    await db.segments.add({ reports: data.days.length, data });
  });
}

/** One context at a time takes reports in: two open library pages must not do the work twice. */
async function alone(work: () => Promise<void>): Promise<void> {
  const { locks } = globalThis.navigator ?? {};
  if (locks) await locks.request('claimbook-search', work);
  else await work();
}

const opened = new Map<number, Segment>();

/** What is in the index now. Segments read before are not read again. @throws LibraryError */
export function openSearch(): Promise<Searcher> {
  return attempt('search', async () => {
    const ids = (await db.segments.toCollection().primaryKeys()) as number[];
    const missing = ids.filter((id) => !opened.has(id));
    for (const row of await db.segments.bulkGet(missing)) if (row) opened.set(row.id, openSegment(row.data));
    for (const id of [...opened.keys()]) if (!ids.includes(id)) opened.delete(id);
    return new Searcher(ids.flatMap((id) => opened.get(id) ?? []));
  });
}

/**
 * Takes everything in that waits.
 * @param progress called after each batch: what is in can be searched already
 * @throws LibraryError
 */
export function updateSearch(progress: () => void = () => {}, signal?: AbortSignal): Promise<void> {
  return attempt('index', () =>
    alone(async () => {
      while (!signal?.aborted && (await takeIn())) progress();
    }),
  );
}

/** Calls back now and whenever reports wait or another context has changed the index. @returns stops following */
export function followSearch(changed: () => void): () => void {
  const subscription = liveQuery(() =>
    Promise.all([waiting().count(), db.segments.toCollection().primaryKeys()]),
  ).subscribe({ next: changed, error: () => {} });
  return () => subscription.unsubscribe();
}
