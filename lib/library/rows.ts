/** The rows the library keeps, validated where they come from files or from an older library. */
import * as z from 'zod/mini';
import { actorKindSchema, annotationSchema, claimSchema } from '../annotation';
import { profileSchema } from '../crossref/profile';

/** ISO 8601 date and time, UTC, as `Date.prototype.toISOString` writes it: sorts as text. */
const moment = z.string();

/** A saved report, as lists show it. Its text and annotation stand in its versions. */
export const reportSchema = z.object({
  id: z.string(),
  /** The one address it is known by; unique in the library. */
  canonicalUrl: z.string(),
  url: z.string(),
  title: z.string(),
  byline: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  /** As the page says (ISO 8601 date, or date and time); null where it does not. */
  publishedAt: z.nullable(z.string()),
  modifiedAt: z.nullable(z.string()),
  /** BCP 47, as the engine detected it. */
  language: z.string(),
  firstSavedAt: moment,
  /** When the newest version was saved. */
  savedAt: moment,
  /** When anything of it changed last, note and tags included: on import the newer one wins. */
  changedAt: moment,
  /** Number of the newest version, from 1. */
  version: z.int().check(z.positive()),
  /** SHA-256 of title and text of the newest version, hexadecimal. */
  textHash: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  /** The first sentence or two, for lists. */
  lead: z.string(),
  claimCount: z.int(),
  /** The story it belongs to; null when nothing else tells of the same events. */
  storyId: z._default(z.nullable(z.string()), null),
  /** True when the person put it there: it is never moved by itself again. */
  storyByHand: z._default(z.boolean(), false),
  /** Stable keys of its actors (lib/crossref/actor-key.ts). */
  actorKeys: z.array(z.string()),
});

/** One text that the report had, with what the engine read in it. Never changed once written. */
export const versionSchema = z.object({
  reportId: z.string(),
  version: z.int().check(z.positive()),
  savedAt: moment,
  title: z.string(),
  modifiedAt: z.nullable(z.string()),
  text: z.string(),
  textHash: z.string(),
  annotation: annotationSchema,
  /** Of the engine that made the annotation. */
  engineVersion: z.string(),
});

/** Reports on the same events. Which ones belong to it stands in the reports. */
export const storySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** True when the person named it: it keeps that name. */
  namedByHand: z.boolean(),
  createdAt: moment,
  changedAt: moment,
});

/** A claim of a report's newest version, flattened for lists and filters. Derived: rebuilt from the version at will. */
export const claimRowSchema = z.object({
  /** Report id, a slash, claim id. */
  id: z.string(),
  reportId: z.string(),
  claim: claimSchema,
  /** The sentence it stands in, and where that starts in the text. */
  sentence: z.string(),
  sentenceStart: z.int(),
  /** The source as written; null when the writer asserts it or the source is unnamed. */
  source: z.nullable(z.string()),
  sourceActors: z.array(z.string()),
  unit: z.string(),
  /** The day the report speaks of: published, else first saved. */
  reportedAt: z.string(),
});

/** An actor over all reports. Derived. */
export const actorRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: actorKindSchema,
  /** In how many reports. */
  reports: z.int(),
});

/** What cross-referencing compares of a report. Derived. */
export const profileRowSchema = z.object({
  /** Numbers reports in the index, in the order they came. */
  serial: z.int(),
  reportId: z.string(),
  profile: profileSchema,
});

/** The reports (by serial) that have `term`; one row a block of serials, so that a row stays small. Derived. */
export const postingSchema = z.object({
  term: z.string(),
  block: z.int(),
  serials: z.custom<Uint32Array<ArrayBuffer>>((value) => value instanceof Uint32Array),
});

/** A deleted report, whole, so that undo brings back everything. */
export const binnedSchema = z.object({
  id: z.string(),
  canonicalUrl: z.string(),
  deletedAt: moment,
  report: reportSchema,
  versions: z.array(versionSchema),
});

/** A report with its versions, oldest first, as it travels in files; `deletedAt` is set for one that lies in the bin. */
export const savedReportSchema = z.object({
  report: reportSchema,
  versions: z.array(versionSchema).check(z.minLength(1)),
  deletedAt: z.nullable(moment),
});

/** A note being written for an article that may not be saved yet. */
export const draftSchema = z.object({ canonicalUrl: z.string(), note: z.string(), changedAt: moment });

export type Report = z.infer<typeof reportSchema>;
export type Version = z.infer<typeof versionSchema>;
export type ClaimRow = z.infer<typeof claimRowSchema>;
export type ActorRow = z.infer<typeof actorRowSchema>;
export type Binned = z.infer<typeof binnedSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type ProfileRow = z.infer<typeof profileRowSchema>;
export type Posting = z.infer<typeof postingSchema>;
export type SavedReport = z.infer<typeof savedReportSchema>;
export type Story = z.infer<typeof storySchema>;
