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

/** The file's lists in their order. Reports come last: what is read of them depends on the corrections. */
export const sections = {
  stories: storySchema,
  notes: noteSchema,
  corrections: correctionSchema,
  searches: savedSearchSchema,
  drafts: draftSchema,
  reports: savedReportSchema,
} as const;

/**
 * One row a line: two backups can be compared by any text tool, and a file of any size can be read line by line. The first line is
 * the head, then each list opens, has its rows, and closes on lines of its own.
 */
export function* writeLibrary(
  reports: Iterable<SavedReport>,
  belongings: Belongings,
  exportedAt: string,
): Generator<string> {
  yield `{"format":${JSON.stringify(formatName)},"formatVersion":${formatVersion},"exportedAt":${JSON.stringify(exportedAt)}`;
  for (const name of Object.keys(sections) as (keyof typeof sections)[]) {
    yield `,\n"${name}":[`;
    let first = true;
    for (const row of name === 'reports' ? reports : belongings[name]) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
      first = false;
    }
    yield '\n]';
  }
  yield '\n}\n';
}

const saved = ({ report, versions }: ExportItem): SavedReport => ({ report, versions, deletedAt: null });

export const json: Format = {
  name: 'json',
  extension: 'json',
  mimeType: 'application/json',
  write: (items) => writeLibrary(items.map(saved), noBelongings, new Date().toISOString()),
};
