/** Libraries as earlier versions wrote them: their schemas, and today's rows in their shape. Never to be changed once released. */
import type { Dexie } from 'dexie';
import { unpackSerials } from '../../lib/library/blocks';

export const released: Record<number, Record<string, string>> = {
  1: {
    reports: 'id, &canonicalUrl, savedAt, publishedAt, siteName, *tags, *actorKeys',
    versions: '[reportId+version]',
    bin: 'id, &canonicalUrl, deletedAt',
    drafts: 'canonicalUrl',
    claims: 'id, reportId, unit, reportedAt, *sourceActors',
    actors: 'key, reports',
    profiles: '++serial, &reportId',
    postings: '[term+block]',
  },
  2: {
    reports: 'id, &canonicalUrl, savedAt, publishedAt, siteName, storyId, *tags, *actorKeys',
    versions: '[reportId+version]',
    bin: 'id, &canonicalUrl, deletedAt',
    drafts: 'canonicalUrl',
    stories: 'id',
    claims: 'id, reportId, unit, reportedAt, *sourceActors',
    actors: 'key, reports',
    profiles: '++serial, &reportId',
    postings: '[term+block]',
  },
};

/** Entries of a report that older versions did not know. */
const younger: Record<number, string[]> = { 1: ['storyId', 'storyByHand'] };

type Row = Record<string, unknown>;

/** Rows of today as the version wrote them. */
function asThen(version: number, name: string, rows: readonly Row[]): Row[] {
  const forget = (row: Row) =>
    Object.fromEntries(Object.entries(row).filter(([entry]) => !younger[version]?.includes(entry)));
  if (name === 'reports') return rows.map(forget);
  if (name === 'bin') return rows.map((row) => ({ ...row, report: forget(row['report'] as Row) }));
  if (name === 'profiles')
    return rows.map(({ senses: _, profile, ...row }) => ({ ...row, profile: JSON.parse(profile as string) }));
  if (name === 'postings')
    return rows.map(({ term, serials }) => ({
      term,
      block: 0,
      serials: Uint32Array.from(unpackSerials(serials as Uint8Array)),
    }));
  return [...rows];
}

/**
 * Fills a database with rows of today as an earlier version wrote them.
 * @param old a Dexie of the library's name, not opened yet
 * @param tables today's rows by table
 */
export async function writeReleased(
  old: Dexie,
  version: number,
  tables: readonly (readonly [string, readonly Row[]])[],
): Promise<void> {
  const schema = released[version] ?? {};
  old.version(version).stores(schema);
  for (const [name, rows] of tables) if (name in schema) await old.table(name).bulkAdd(asThen(version, name, rows));
}
