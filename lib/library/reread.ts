/** Reading saved texts again: after an update of the engine, and where derived rows are still to be made. */
import type { Annotation } from '../annotation';
import { printsOf } from '../crossref/copies';
import { sensesOf } from '../crossref/sense';
import { packSenses } from '../crossref/stored';
import { newestVersions } from './corrections/read';
import { attempt, db } from './database';
import { addDerived, removeDerived } from './derived-tables';
import type { Runner } from './jobs';
import { newest } from './new-report';
import type { Report, Version } from './rows';

/** Reports read between two writes: a reading takes milliseconds, and so little is lost when the browser ends. */
const batch = 20;

/** Ids of reports whose newest text was read by another engine than `engineVersion`. */
export function outdatedReports(engineVersion: string): Promise<string[]> {
  return attempt('read', async () => {
    const found: string[] = [];
    // Version rows are large: one is in memory at a time.
    await db.versions.each(({ reportId, version, engineVersion: read }) => {
      if (read !== engineVersion) found.push(`${version} ${reportId}`);
    });
    const reports = new Map<string, Report>();
    await db.reports.each((report) => void reports.set(report.id, report));
    return found.flatMap((one) => {
      const at = one.indexOf(' ');
      const id = one.slice(at + 1);
      return reports.get(id)?.version === Number(one.slice(0, at)) ? [id] : [];
    });
  });
}

export interface Reader {
  engineVersion: string;
  read(input: Pick<Report, 'title' | 'publishedAt'> & { text: string }): Annotation | Promise<Annotation>;
}

/**
 * The job "reread": input `{ ids }` of the reports still to be read. Notes, tags, stories and corrections stay: corrections are
 * kept by their words and laid over the new reading. Older versions of a report stay as they were read.
 */
export const rereadRunner =
  ({ engineVersion, read }: Reader): Runner =>
  async (steps) => {
    for (;;) {
      const { ids } = steps.job.input as { ids: string[] };
      const now = ids.slice(0, batch);
      if (now.length === 0) return;
      const reports = (await db.reports.bulkGet(now)).filter((report) => report !== undefined);
      const versions = await db.versions.bulkGet(reports.map(({ id, version }): [string, number] => [id, version]));
      const readAgain = new Map<string, Version>();
      for (const [index, report] of reports.entries()) {
        const version = versions[index];
        if (!version || version.engineVersion === engineVersion) continue;
        const annotation = await read({ title: version.title, text: version.text, publishedAt: report.publishedAt });
        readAgain.set(report.id, { ...version, annotation, engineVersion });
      }
      await steps.step({ done: steps.job.done + now.length, input: { ids: ids.slice(now.length) } }, async () => {
        // The report may have changed while its text was read.
        const stored = (await db.reports.bulkGet([...readAgain.keys()])).flatMap((report) => {
          const version = report && readAgain.get(report.id);
          return report && version?.version === report.version && version.textHash === report.textHash
            ? [{ report, version }]
            : [];
        });
        await removeDerived(stored.map(({ report }) => report));
        const items = stored.map(({ report, version }) => ({ report: { ...report, ...newest(version) }, version }));
        await db.reports.bulkPut(items.map(({ report }) => report));
        await db.versions.bulkPut(items.map(({ version }) => version));
        await addDerived(items);
      });
    }
  };

/** Makes the derived rows that a library of an older version lacks, a few reports at a time. Safe to end and to run again. */
export function makeMissing(): Promise<void> {
  return attempt('reread', async () => {
    for (;;) {
      const rows = await db.stale
        .where('[what+reportId]')
        .between(['reading', ''], ['reading', '\uffff'], true, true)
        .limit(batch)
        .toArray();
      if (rows.length === 0) return;
      await db.transaction(
        'rw',
        [db.reports, db.versions, db.corrections, db.profiles, db.copies, db.stale],
        async () => {
          const reports = (await db.reports.bulkGet(rows.map(({ reportId }) => reportId))).filter(
            (report) => report !== undefined,
          );
          const versions = await newestVersions(reports);
          await db.copies.bulkPut(versions.map(({ reportId, text }) => ({ reportId, prints: printsOf(text) })));
          const senses = new Map(
            versions.map(({ reportId, text, annotation }) => [reportId, packSenses(sensesOf(text, annotation))]),
          );
          const profiles = await db.profiles
            .where('reportId')
            .anyOf([...senses.keys()])
            .toArray();
          await db.profiles.bulkPut(
            profiles.map((row) => ({ ...row, senses: senses.get(row.reportId) ?? row.senses })),
          );
          await db.stale.bulkDelete(rows.map(({ what, reportId }): [string, string] => [what, reportId]));
        },
      );
    }
  });
}
