/** When the library was last backed up, and when it is due again. */
import type { Said } from '../said';
import { attempt, db } from './database';

export interface LastBackup {
  /** ISO 8601 date and time of the last file that was written; null when none was. */
  at: string | null;
  /** Its name. */
  name: string | null;
  /** What went wrong the last time, in English; null when nothing did. */
  error: string | null;
  /** The same as it is told to people. */
  said?: Said | null;
}

const none: LastBackup = { at: null, name: null, error: null };
const key = 'backup';

export function lastBackup(): Promise<LastBackup> {
  return attempt('read', async () => {
    const row = await db.meta.get(key);
    return { ...none, ...(row?.value as Partial<LastBackup> | undefined) };
  });
}

export function noteBackup(change: Partial<LastBackup>): Promise<void> {
  return attempt('noteBackup', () =>
    db.transaction('rw', db.meta, async () => {
      const row = await db.meta.get(key);
      await db.meta.put({ key, value: { ...none, ...(row?.value as Partial<LastBackup> | undefined), ...change } });
    }),
  );
}

const days = { day: 1, week: 7, month: 30 } as const;

/**
 * @param schedule as the person chose it
 * @param now milliseconds since 1970
 */
export function isDue(schedule: 'never' | keyof typeof days, { at }: Pick<LastBackup, 'at'>, now: number): boolean {
  if (schedule === 'never') return false;
  const last = at === null ? Number.NaN : Date.parse(at);
  // A clock that was set back must not put the next backup off for years.
  return !(last <= now) || now - last >= days[schedule] * 86_400_000;
}
