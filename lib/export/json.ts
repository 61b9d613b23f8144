/** The product's own JSON: everything, for a backup, for moving to another machine, for own programs. docs/export-format.md */
import * as z from 'zod/mini';
import { draftSchema, type SavedReport, savedReportSchema, storySchema } from '../library/rows';
import type { ExportItem, Format } from './item';

export const formatName = 'claimbook-library';
/** Raised when an older Claimbook could no longer read the file; what is only added does not count. */
export const formatVersion = 1;

export const librarySchema = z.object({
  format: z.literal(formatName),
  formatVersion: z.int().check(z.positive()),
  exportedAt: z.string(),
  reports: z.array(savedReportSchema),
  drafts: z.array(draftSchema),
  stories: z._default(z.array(storySchema), []),
});
export type LibraryFile = z.infer<typeof librarySchema>;

/** One report a line, so that two backups can be compared by any text tool. */
export function* writeLibrary(
  reports: Iterable<SavedReport>,
  { drafts, stories }: Pick<LibraryFile, 'drafts' | 'stories'>,
  exportedAt: string,
): Generator<string> {
  yield `{"format":${JSON.stringify(formatName)},"formatVersion":${formatVersion},"exportedAt":${JSON.stringify(exportedAt)},\n"reports":[`;
  let first = true;
  for (const report of reports) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(report)}`;
    first = false;
  }
  yield `\n],\n"stories":${JSON.stringify(stories)},\n"drafts":${JSON.stringify(drafts)}}\n`;
}

const saved = ({ report, versions }: ExportItem): SavedReport => ({ report, versions, deletedAt: null });

export const json: Format = {
  name: 'json',
  extension: 'json',
  mimeType: 'application/json',
  write: (items) => writeLibrary(items.map(saved), { drafts: [], stories: [] }, new Date().toISOString()),
};
