/** What the library answers to other contexts. What it keeps stands in rows.ts: pages need not load that. */
import * as z from 'zod/mini';
import { claimSchema } from '../annotation';

/** This article is already in the library. */
export const savedStateSchema = z.object({
  reportId: z.string(),
  /** ISO 8601 date and time of the newest saved version. */
  savedAt: z.string(),
  version: z.number(),
  /** False when the page's text differs from the newest saved version. */
  sameText: z.boolean(),
  note: z.string(),
});

export const saveResultSchema = z.object({
  reportId: z.string(),
  savedAt: z.string(),
  version: z.number(),
  status: z.enum(['new', 'unchanged', 'updated']),
  /** "low": the disk, or the browser's share of it, is nearly full; what was saved is safe. */
  storage: z.enum(['fine', 'low']),
});

export const relationSchema = z.enum(['same', 'overlaps', 'higher', 'lower', 'adds', 'part_of']);

export const reportHeadSchema = z.object({
  id: z.string(),
  canonicalUrl: z.string(),
  url: z.string(),
  title: z.string(),
  siteName: z.nullable(z.string()),
  publishedAt: z.nullable(z.string()),
  savedAt: z.string(),
});

/** A passage of an article that the person keeps, where its text has it now: UTF-16 offsets. */
export const passageSchema = z.object({ id: z.string(), start: z.int(), end: z.int(), note: z.string() });

/** A claim in an earlier report that is about the same thing as one at hand. */
export const earlierClaimSchema = z.object({
  report: reportHeadSchema,
  claim: claimSchema,
  relation: relationSchema,
  /** Why they are compared, in parts (lib/crossref/why.ts): lib/ui-text/why.ts says it in the person's language. */
  because: z.object({
    kind: z.enum(['count', 'give', 'part']),
    noun: z.nullable(z.string()),
    concept: z.nullable(z.string()),
    joined: z.boolean(),
    owner: z.nullable(z.string()),
    places: z.array(z.string()),
  }),
  /** The same in English: "both count troops sent to Russia". */
  why: z.string(),
  /** The sentence it stands in. */
  sentence: z.string(),
  /** The source as written; null when the writer asserts it or the source is unnamed. */
  source: z.nullable(z.string()),
  /**
   * Tellings with one `group` come from one source: 0 is that of the claim at hand. `same` says why this one joined its group (a copy
   * of the text, the same source, the same outlet; null for the first of a group), `who` names the source or outlet.
   */
  origin: z.object({
    group: z.int(),
    same: z.nullable(z.enum(['copy', 'source', 'outlet'])),
    who: z.nullable(z.string()),
  }),
});

export const contextSchema = z.object({
  /** Reports on the same story, best first; score 0 to 1. */
  related: z.array(z.object({ report: reportHeadSchema, score: z.number() })),
  /** By the id of the claim at hand. */
  earlier: z.record(z.string(), z.array(earlierClaimSchema)),
});

/** Reports that tell what an article tells in the same words. */
export const copiesSchema = z.object({
  copies: z.array(
    z.object({
      report: reportHeadSchema,
      /** Which part of the article's words stands in that report, 0 to 1. */
      share: z.number(),
      /** Where, in the article's text and in the report's; UTF-16 offsets. */
      passages: z.array(
        z.object({
          here: z.object({ start: z.int(), end: z.int() }),
          there: z.object({ start: z.int(), end: z.int() }),
        }),
      ),
    }),
  ),
});

export type Copies = z.infer<typeof copiesSchema>;
export type SavedState = z.infer<typeof savedStateSchema>;
export type SaveResult = z.infer<typeof saveResultSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type ReportHead = z.infer<typeof reportHeadSchema>;
export type EarlierClaim = z.infer<typeof earlierClaimSchema>;
export type Context = z.infer<typeof contextSchema>;
