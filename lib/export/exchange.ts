/** The library and files: what a page calls when the person exports or imports. */
import { type MergeResult, mergeLibrary, takeOut, takeOutAll } from '../library';
import { fileNameFor } from './file';
import { findFormat } from './formats';
import { readLibraryFile } from './import';
import type { ExportItem } from './item';
import { type LibraryFile, writeLibrary } from './json';

export interface ExportedFile {
  name: string;
  blob: Blob;
}

/**
 * Writes the given reports, or with null the whole library: as JSON that is a backup, with the bin and drafts in it.
 * @param format a format's name, see `formats`
 * @throws LibraryError when the library cannot be read
 */
export async function exportLibrary({
  format: name,
  reportIds,
  claimIds,
}: {
  format: string;
  reportIds: readonly string[] | null;
  /** Only these claims of the reports ("report/claim"); JSON, which is read back, always holds whole reports. */
  claimIds?: readonly string[];
}): Promise<ExportedFile> {
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
  const taken = await takeOut(reportIds ?? undefined);
  const items = claimIds && format.name !== 'json' ? onlyClaims(taken, new Set(claimIds)) : taken;
  return { name: fileNameFor(format, items, now), blob: new Blob([...format.write(items)], { type: format.mimeType }) };
}

const onlyClaims = (items: readonly ExportItem[], wanted: ReadonlySet<string>): ExportItem[] =>
  items.map(({ report, versions }) => ({
    report,
    versions: versions.map((version) => {
      const claims = version.annotation.claims.filter(({ id }) => wanted.has(`${report.id}/${id}`));
      return { ...version, annotation: { ...version.annotation, claims } };
    }),
  }));

/** What an import would do; hand `file` to `runImport` when the person agrees. */
export interface ImportPlan extends MergeResult {
  file: LibraryFile;
}

/** Reads a file and says what importing it would change; writes nothing. @throws ImportError, LibraryError */
export async function planImport(text: string): Promise<ImportPlan> {
  const file = await readLibraryFile(text);
  return { file, ...(await mergeLibrary(file, { dryRun: true })) };
}

/** Imports in one transaction. @throws LibraryError; nothing was changed then */
export function runImport({ file }: Pick<ImportPlan, 'file'>): Promise<MergeResult> {
  return mergeLibrary(file);
}
