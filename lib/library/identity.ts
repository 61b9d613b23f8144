/** Notices when the browser has thrown the library away: what is there is then a new library, without the old one's name. */
import * as z from 'zod/mini';
import { lastBackup } from './backup';
import { attempt, databaseName, db } from './database';

/** Kept outside the database, so that it outlives it. */
export const libraryMarkSchema = z.object({
  /** The library's own name, which stands in it as well. */
  id: z.string(),
  /** How many reports it held when last looked at. */
  reports: z.int().check(z.nonnegative()),
  /** When that was: ISO 8601 date and time. */
  at: z.string(),
  /** The newest backup file then: its name, and when it was written; null when there was none. */
  backup: z.nullable(z.object({ name: z.string(), at: z.string() })),
});
export type LibraryMark = z.infer<typeof libraryMarkSchema>;

const key = 'identity';

/** Has a library been begun here? Asks without beginning one. */
export const libraryIsThere = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === databaseName);

/**
 * Looks whether the library is the one that was here before.
 * @param known what was kept of the last look; null when there was none
 * @param now ISO 8601 date and time
 * @returns what to keep until the next look, and what was lost: the old library's mark when it is gone with at least one report
 */
export function recognise(
  known: LibraryMark | null,
  now: string,
): Promise<{ mark: LibraryMark; lost: LibraryMark | null }> {
  return attempt('read', () =>
    db.transaction('rw', db.meta, db.reports, async () => {
      const { name, at } = await lastBackup();
      const held = { reports: await db.reports.count(), at: now, backup: name && at ? { name, at } : null };
      const stored = (await db.meta.get(key))?.value;
      const id = typeof stored === 'string' ? stored : crypto.randomUUID();
      if (id !== stored) await db.meta.put({ key, value: id });
      // Compared by name, not by who gave it just now: a background that died after the line above finds the loss the next time.
      return { mark: { id, ...held }, lost: known && known.id !== id && known.reports > 0 ? known : null };
    }),
  );
}
