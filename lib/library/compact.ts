/** Letting go of old versions, on request: what a text said before is worth keeping until the disk says otherwise. */
import { attempt, db } from './database';
import type { Runner } from './jobs';

const batch = 100;

/** Versions that are not the newest of their report, and about how many bytes they take. */
export function oldVersions(): Promise<{ versions: number; bytes: number }> {
  return attempt('read', async () => {
    const current = new Map<string, number>();
    await db.reports.each(({ id, version }) => void current.set(id, version));
    let [versions, bytes] = [0, 0];
    await db.versions.each((row) => {
      if (current.get(row.reportId) === row.version) return;
      versions++;
      // Browsers keep text as one or two bytes a character; an annotation is about as long as its JSON.
      bytes += row.text.length + JSON.stringify(row.annotation).length;
    });
    return { versions, bytes };
  });
}

/** The job "compact": input `{ keep, after }`: the newest `keep` versions of each report stay; reports up to id `after` are done. */
export const compactRunner: Runner = async (steps) => {
  if (steps.job.total === 0) {
    const total = await db.reports.count();
    await steps.step({ total });
  }
  for (;;) {
    const { keep, after } = steps.job.input as { keep: number; after: string };
    const ids = (await db.reports.where(':id').above(after).limit(batch).primaryKeys()) as string[];
    const last = ids.at(-1);
    if (last === undefined) return;
    let removed = 0;
    const before = (steps.job.result as { removed: number } | null)?.removed ?? 0;
    await steps.step(
      () => ({
        done: steps.job.done + ids.length,
        input: { keep, after: last },
        result: { removed: before + removed },
      }),
      async () => {
        const reports = new Map(
          (await db.reports.bulkGet(ids)).flatMap((report) => (report ? [[report.id, report]] : [])),
        );
        const keys = (await db.versions
          .where('[reportId+version]')
          .between([ids[0], 0], [last, Number.POSITIVE_INFINITY], true, true)
          .primaryKeys()) as [string, number][];
        const old: [string, number][] = [];
        for (const id of ids) {
          const report = reports.get(id);
          if (!report) continue;
          const others = keys
            .filter(([reportId, version]) => reportId === id && version !== report.version)
            .sort((a, b) => b[1] - a[1]);
          old.push(...others.slice(Math.max(0, keep - 1)));
        }
        await db.versions.bulkDelete(old);
        removed = old.length;
      },
    );
  }
};
