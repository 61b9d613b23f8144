/** Making all derived rows anew: when this version derives them otherwise than the one that wrote them. */
import { db, derivedTables } from './database';
import { addDerived } from './derived-tables';
import { addJob, listJobs, type Runner } from './jobs';

/** Raised when profiles, senses, claims, prints or their keys come out differently than before. */
const derivedVersion = 2;
const key = 'derived';
const batch = 50;

/** Starts the work where it is due; a library that is new has nothing to make anew. */
export async function rebuildWhenOld(): Promise<void> {
  const row = await db.meta.get(key);
  if (row?.value === derivedVersion) return;
  const waiting = (await listJobs()).some(({ kind, state }) => kind === 'rebuild' && /waiting|running/.test(state));
  // Libraries older than the mark were written by the version that introduced it.
  if (row === undefined || (await db.reports.count()) === 0) await db.meta.put({ key, value: derivedVersion });
  else if (!waiting) await addJob('rebuild', { after: null }, await db.reports.count());
}

/** The job "rebuild": input `{ after }`: null before the old rows are gone, then the id of the last report that is done. */
export const rebuildRunner: Runner = async (steps) => {
  const { after } = steps.job.input as { after: string | null };
  if (after === null)
    await steps.step({ input: { after: '' } }, async () => {
      await Promise.all(derivedTables.map((name) => db.table(name).clear()));
    });
  for (;;) {
    const { after: last } = steps.job.input as { after: string };
    const reports = await db.reports.where(':id').above(last).limit(batch).toArray();
    const next = reports.at(-1)?.id;
    if (next === undefined) break;
    await steps.step({ done: steps.job.done + reports.length, input: { after: next } }, async () => {
      const now = (await db.reports.bulkGet(reports.map(({ id }) => id))).filter((report) => report !== undefined);
      // Reports that were saved meanwhile have their rows.
      const known = new Set(
        (
          await db.profiles
            .where('reportId')
            .anyOf(now.map(({ id }) => id))
            .toArray()
        ).map(({ reportId }) => reportId),
      );
      const missing = now.filter(({ id }) => !known.has(id));
      const versions = await db.versions.bulkGet(missing.map(({ id, version }): [string, number] => [id, version]));
      await addDerived(
        missing.flatMap((report, index) => {
          const version = versions[index];
          return version ? [{ report, version }] : [];
        }),
      );
    });
  }
  await db.meta.put({ key, value: derivedVersion });
};
