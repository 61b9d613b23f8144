/** The product's own JSON: everything, for a backup, for moving to another machine, for own programs. docs/export-format.md */
import * as z from 'zod/mini';
import {
  correctionSchema,
  draftSchema,
  noteSchema,
  type SavedReport,
  savedReportSchema,
  savedSearchSchema,
  storySchema,
} from '../library/rows';
import type { Belongings } from '../library/take-out';
import type { ExportItem, Format } from './item';

export const formatName = 'claimbook-library';
/** Raised when an older Claimbook could no longer read the file; what is only added does not count. */
export const formatVersion = 1;

export const librarySchema = z.object({
  format: z.literal(formatName),
  formatVersion: z.int().check(z.positive()),
  exportedAt: z.string(),
  reports: z.array(savedReportSchema),
  stories: z._default(z.array(storySchema), []),
  notes: z._default(z.array(noteSchema), []),
  corrections: z._default(z.array(correctionSchema), []),
  searches: z._default(z.array(savedSearchSchema), []),
  drafts: z.array(draftSchema),
});
export type LibraryFile = z.infer<typeof librarySchema>;

export const noBelongings: Belongings = { stories: [], notes: [], corrections: [], searches: [], drafts: [] };

/** One row a line, so that two backups can be compared by any text tool. */
export function* writeLibrary(
  reports: Iterable<SavedReport>,
  belongings: Belongings,
  exportedAt: string,
): Generator<string> {
  yield `{"format":${JSON.stringify(formatName)},"formatVersion":${formatVersion},"exportedAt":${JSON.stringify(exportedAt)},\n"reports":[`;
  let first = true;
  for (const report of reports) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(report)}`;
    first = false;
  }
  yield '\n]';
  for (const name of Object.keys(noBelongings) as (keyof Belongings)[]) {
    yield `,\n"${name}":[`;
    for (const [index, row] of belongings[name].entries()) yield `${index ? ',' : ''}\n${JSON.stringify(row)}`;
    yield ']';
  }
  yield '}\n';
}

const saved = ({ report, versions }: ExportItem): SavedReport => ({ report, versions, deletedAt: null });

export const json: Format = {
  name: 'json',
  extension: 'json',
  mimeType: 'application/json',
  write: (items) => writeLibrary(items.map(saved), noBelongings, new Date().toISOString()),
};
