/** The library and files: what a page calls when the person exports or imports. */
import { Failure, saidOf } from '../failure';
import { listReports, type MergeResult, takeOut, takeOutAll, type Version } from '../library';
import { correctedVersions } from '../library/corrections/read';
import { addJob, forgetJob, listJobs, type Runner, resultOf, runJobs } from '../library/jobs';
import { mergePart, nothingMerged, planMerge, type Seen } from '../library/merge';
import { fileNameFor } from './file';
import { findFormat } from './formats';
import { readLibrary } from './import';
import { type ExportItem, newestOf } from './item';
import { writeLibrary } from './json';

export interface ExportedFile {
  name: string;
  blob: Blob;
}

export interface ExportRequest {
  /** A format's name, see `formats`. */
  format: string;
  /** Null: the whole library. */
  reportIds: readonly string[] | null;
  /** Only these claims of the reports ("report/claim"); JSON, which is read back, always holds whole reports. */
  claimIds?: readonly string[];
  /** Told after each batch of reports that was read. */
  progress?: (done: number, total: number) => void;
  /** Aborted: nothing is written, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** So many reports are read at a time: between batches the page breathes. */
const readAtOnce = 100;
/** Pieces written between two breaths. */
const writtenAtOnce = 200;

const breath = () => new Promise<void>((go) => setTimeout(go));

/**
 * Writes the given reports, or with null the whole library: as JSON that is a backup, with the bin and drafts in it.
 * @throws LibraryError when the library cannot be read
 */
export async function exportLibrary(request: ExportRequest): Promise<ExportedFile> {
  const { format: name, reportIds, claimIds, signal } = request;
  const format = findFormat(name);
  if (!format) throw new Error(`There is no format "${name}".`);
  const now = new Date();
  if (format.name === 'json' && reportIds === null) {
    const { reports, ...rest } = await takeOutAll();
    const pieces = [...writeLibrary(reports, rest, now.toISOString())];
    return {
      name: `claimbook backup ${now.toISOString().slice(0, 10)}.json`,
      blob: new Blob(pieces, { type: format.mimeType }),
    };
  }
  const taken = await takeOutInBatches(reportIds ?? (await listReports()).map(({ id }) => id), request);
  // What is read back holds what the engine read and the corrections apart; what people read is corrected.
  const read = format.name === 'json' ? taken : await corrected(taken);
  const items = claimIds && format.name !== 'json' ? onlyClaims(read, new Set(claimIds)) : read;
  const pieces: string[] = [];
  for (const piece of format.write(items)) {
    if (pieces.push(piece) % writtenAtOnce > 0) continue;
    await breath();
    signal?.throwIfAborted();
  }
  return { name: fileNameFor(format, items, now), blob: new Blob(pieces, { type: format.mimeType }) };
}

async function takeOutInBatches(
  ids: readonly string[],
  { progress, signal }: Pick<ExportRequest, 'progress' | 'signal'>,
): Promise<ExportItem[]> {
  const items: ExportItem[] = [];
  for (let from = 0; from < ids.length; from += readAtOnce) {
    signal?.throwIfAborted();
    items.push(...(await takeOut(ids.slice(from, from + readAtOnce))));
    progress?.(Math.min(from + readAtOnce, ids.length), ids.length);
  }
  return items;
}

async function corrected(items: readonly ExportItem[]): Promise<ExportItem[]> {
  const newest = items.map((item) => ({ report: item.report, version: newestOf(item) }));
  const versions = await correctedVersions(newest);
  return items.map(({ report }, index) => ({ report, versions: [versions[index] as Version] }));
}

const onlyClaims = (items: readonly ExportItem[], wanted: ReadonlySet<string>): ExportItem[] =>
  items.map(({ report, versions }) => ({
    report,
    versions: versions.map((version) => {
      const claims = version.annotation.claims.filter(({ id }) => wanted.has(`${report.id}/${id}`));
      return { ...version, annotation: { ...version.annotation, claims } };
    }),
  }));

/** What an import would do; hand it to `runImport` or its file to `startImport` when the person agrees. */
export interface ImportPlan extends MergeResult {
  file: Blob;
}

/** Reads a file whole and says what importing it would change; writes nothing. @throws ImportError, LibraryError */
export async function planImport(from: Blob | string): Promise<ImportPlan> {
  const file = typeof from === 'string' ? new Blob([from]) : from;
  const result = nothingMerged();
  const seen: Seen = new Map();
  for await (const part of readLibrary(file)) await planMerge(part, seen, result);
  return { file, ...result };
}

/**
 * Imports as a job that goes on after a crash, and may be cancelled.
 * @param file one that `planImport` has read
 * @returns the job's id; run it with `runJobs({ import: importRunner })`
 */
export const startImport = (file: Blob): Promise<string> => addJob('import', { file });

/** Imports and waits for the end. @throws Error that says what was kept */
export async function runImport({ file }: Pick<ImportPlan, 'file'>): Promise<MergeResult> {
  const id = await startImport(file);
  await runJobs({ import: importRunner });
  const job = (await listJobs()).find((one) => one.id === id);
  await forgetJob(id);
  return resultOf(job) as MergeResult;
}

/** The job "import": input `{ file }`. Each part of the file is one transaction; what is in already changes nothing a second time. */
export const importRunner: Runner = async (steps) => {
  const { file } = steps.job.input as { file: Blob };
  if (steps.job.total === 0) {
    let total = 0;
    for await (const { reports } of readLibrary(file)) total += reports.length;
    await steps.step({ total });
  }
  let at = 0;
  for await (const part of readLibrary(file)) {
    const done = at + part.reports.length;
    // Parts that an earlier run has written.
    if (done > steps.job.done || part.reports.length === 0) {
      const before = (steps.job.result as MergeResult | null) ?? nothingMerged();
      const result = { ...before, conflicts: [...before.conflicts] };
      try {
        await steps.step(
          () => ({ done, result }),
          async () => void (await mergePart(part, result)),
        );
      } catch (error) {
        if (!(error instanceof Error) || steps.job.done === 0) throw error;
        const before = { done: String(steps.job.done), total: String(steps.job.total) };
        throw new Failure(
          [
            ...saidOf(error).filter(({ key }) => key !== 'failure.unchanged'),
            { key: 'failure.import.before', values: before },
          ],
          { cause: error },
        );
      }
    }
    at = done;
  }
};
