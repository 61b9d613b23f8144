/**
 * Reading what is stored without opening it as a library: a database of a newer version, or one that is damaged, is only read.
 * Every row is checked by itself, so that one damaged row costs no other.
 */
import type * as z from 'zod/mini';
import type { Said } from '../said';
import { databaseName } from './database';
import { LibraryError } from './errors';
import { newest } from './new-report';
import {
  binnedSchema,
  correctionSchema,
  draftSchema,
  noteSchema,
  type Report,
  reportSchema,
  type SavedReport,
  savedSearchSchema,
  storySchema,
  type Version,
  versionSchema,
} from './rows';
import type { Belongings } from './take-out';

export interface Rescued {
  reports: SavedReport[];
  belongings: Belongings;
  /** What could not be read, for people: "report 7 (Levee gives way)". */
  lost: Said[];
}

/** Opens whatever version is there; never creates or upgrades. */
function openAsItIs(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new LibraryError('missing', 'failure.rescue.nothing'));
  });
}

/** Rows one by one: where the browser cannot read one, those before it are kept. */
function rowsOf(database: IDBDatabase, table: string): Promise<{ rows: unknown[]; failed: boolean }> {
  const rows: unknown[] = [];
  if (!database.objectStoreNames.contains(table)) return Promise.resolve({ rows, failed: false });
  return new Promise((resolve) => {
    try {
      const request = database.transaction(table, 'readonly').objectStore(table).openCursor();
      request.onerror = () => resolve({ rows, failed: true });
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve({ rows, failed: false });
        rows.push(cursor.value);
        cursor.continue();
      };
    } catch {
      resolve({ rows, failed: true });
    }
  });
}

const object = (row: unknown): Record<string, unknown> =>
  typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};

/** A report whose own row is damaged is put together from what of it is right and from its newest text. */
function mended(row: unknown, versions: readonly Version[]): Report | null {
  const last = versions.at(-1);
  if (!last) return null;
  const given = object(row);
  const right: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(reportSchema.shape)) {
    const value = schema.safeParse(given[name]);
    if (value.success) right[name] = value.data;
  }
  const current = versions.find(({ version }) => version === right['version']) ?? last;
  const address = typeof right['canonicalUrl'] === 'string' ? right['canonicalUrl'] : `urn:claimbook:${last.reportId}`;
  const whole = {
    id: last.reportId,
    canonicalUrl: address,
    url: address,
    byline: null,
    siteName: null,
    publishedAt: null,
    modifiedAt: null,
    firstSavedAt: versions[0]?.savedAt ?? last.savedAt,
    savedAt: last.savedAt,
    changedAt: last.savedAt,
    note: '',
    tags: [],
    title: current.title,
    ...right,
    ...newest(current),
  };
  const parsed = reportSchema.safeParse(whole);
  return parsed.success ? parsed.data : null;
}

/** Everything that can still be read. @throws LibraryError when there is no library, or no storage at all */
export async function rescueLibrary(): Promise<Rescued> {
  const database = await openAsItIs();
  const lost: Said[] = [];
  try {
    const read = async (table: string) => {
      const { rows, failed } = await rowsOf(database, table);
      if (failed) lost.push([{ key: 'failure.rescue.rest', values: { table } }]);
      return rows;
    };
    const checked = async <T>(table: string, schema: z.ZodMiniType<T>): Promise<T[]> => {
      const good: T[] = [];
      for (const [index, row] of (await read(table)).entries()) {
        const parsed = schema.safeParse(row);
        if (parsed.success) good.push(parsed.data);
        else lost.push([{ key: 'failure.rescue.row', values: { table, n: String(index + 1) } }]);
      }
      return good;
    };
    const versions = new Map<string, Version[]>();
    for (const version of await checked('versions', versionSchema))
      versions.set(version.reportId, [...(versions.get(version.reportId) ?? []), version]);
    const reports: SavedReport[] = [];
    for (const [index, row] of (await read('reports')).entries()) {
      const id = object(row)['id'];
      const texts = typeof id === 'string' ? (versions.get(id) ?? []) : [];
      const parsed = reportSchema.safeParse(row);
      const whole = parsed.success && texts.some(({ version }) => version === parsed.data.version);
      const report = whole ? parsed.data : mended(row, texts);
      if (report) reports.push({ report, versions: texts, deletedAt: null });
      else {
        const title = String(object(row)['title'] ?? id).slice(0, 60);
        lost.push([{ key: 'failure.rescue.report', values: { n: String(index + 1), title } }]);
      }
      if (typeof id === 'string') versions.delete(id);
    }
    // Texts whose report's row is gone are kept as reports of their own.
    for (const texts of versions.values()) {
      const report = mended({}, texts);
      if (report) reports.push({ report, versions: texts, deletedAt: null });
    }
    for (const { report, versions: texts, deletedAt } of await checked('bin', binnedSchema))
      if (texts.length) reports.push({ report, versions: texts, deletedAt });
    return {
      reports,
      belongings: {
        stories: await checked('stories', storySchema),
        notes: await checked('notes', noteSchema),
        corrections: await checked('corrections', correctionSchema),
        searches: await checked('searches', savedSearchSchema),
        drafts: await checked('drafts', draftSchema),
      },
      lost,
    };
  } finally {
    database.close();
  }
}

/** Deletes what is stored, readable or not: after a rescue, so that the exported file can be imported. */
export function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new LibraryError('failed', ['failure.doing.wipe', 'failure.rescue.notDeleted']));
    request.onblocked = () => reject(new LibraryError('blocked', 'failure.rescue.inUse'));
  });
}
