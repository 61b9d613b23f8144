/** The rows the library keeps, validated where they come from files or from an older library. */
import * as z from 'zod/mini';
import { actorKindSchema, annotationSchema, claimSchema } from '../annotation';
import { saidSchema } from '../failure';
import type { SegmentData } from './search/segment';

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

/**
 * A passage found again by its words when offsets have moved (the W3C's TextQuoteSelector and TextPositionSelector): `start`
 * and `end` are UTF-16 offsets into the text it was taken from, `prefix` and `suffix` up to 32 characters around it.
 */
export const selectorSchema = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
});

/** A note and tags of the person on a claim, an actor or a story (those on a report stand in the report). */
export const noteSchema = z.object({
  /** `kind:key`, for a claim with the selector's hash behind it: one note a thing, on every machine the same. */
  id: z.string(),
  kind: z.enum(['claim', 'actor', 'story']),
  /** A claim's report id, an actor's key, a story's id. */
  key: z.string(),
  /** Where in the report the claim stands; null for actors and stories. */
  selector: z.nullable(selectorSchema),
  note: z.string(),
  tags: z.array(z.string()),
  createdAt: moment,
  changedAt: moment,
});

const decided = {
  id: z.string(),
  /** What it is looked up by: canonical addresses, actor keys, patterns. */
  keys: z.array(z.string()),
  createdAt: moment,
  changedAt: moment,
  /** Taken back; the row stays, so that a backup does not bring the decision back. */
  revokedAt: z.nullable(moment),
};
const passage = { canonicalUrl: z.string(), selector: selectorSchema };
const namedActor = z.object({ key: z.string(), name: z.string() });

/** What the person decided against the engine. Remembered, applied to later articles, listed, revocable. */
export const correctionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...decided,
    ...passage,
    kind: z.literal('not-claim'),
    /** The words that are no claim elsewhere either ("group of seven"); null: here only. */
    pattern: z.nullable(z.string()),
  }),
  z.object({
    ...decided,
    ...passage,
    kind: z.literal('wrong-number'),
    quantity: claimSchema.shape.quantity,
    unit: claimSchema.shape.unit,
    pattern: z.nullable(z.string()),
  }),
  /** A passage the person marked. */
  z.object({
    ...decided,
    ...passage,
    kind: z.literal('mark'),
    as: z.enum(['claim', 'actor', 'note']),
    quantity: z.nullable(claimSchema.shape.quantity),
    unit: z.nullable(claimSchema.shape.unit),
    actor: z.nullable(z.object({ name: z.string(), kind: actorKindSchema })),
    note: z.string(),
  }),
  /** `canonicalUrl`: in this article only; null: everywhere. */
  z.object({
    ...decided,
    kind: z.literal('same-actor'),
    actors: z.tuple([namedActor, namedActor]),
    canonicalUrl: z.nullable(z.string()),
  }),
  z.object({
    ...decided,
    kind: z.literal('other-actor'),
    actors: z.tuple([namedActor, namedActor]),
    canonicalUrl: z.nullable(z.string()),
  }),
  /** A name that is none ("Mission" in "Mission accomplished"). */
  z.object({ ...decided, kind: z.literal('not-actor'), actor: namedActor, canonicalUrl: z.nullable(z.string()) }),
  /** Two articles, by canonical address. */
  z.object({ ...decided, kind: z.literal('same-story'), addresses: z.tuple([z.string(), z.string()]) }),
  z.object({ ...decided, kind: z.literal('other-story'), addresses: z.tuple([z.string(), z.string()]) }),
]);

/** What a search asks for beside words; every entry narrows, those on claims must hold for one claim together. */
export const searchFilterSchema = z.object({
  /** Stable key of an actor that occurs. */
  actorKey: z.optional(z.string()),
  siteName: z.optional(z.string()),
  tag: z.optional(z.string()),
  /** Published (else first saved) on or after, on or before: ISO 8601 dates. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  storyId: z.optional(z.string()),
  /** Unit name, singular, as in the claim. */
  unit: z.optional(z.string()),
  /** The claim's range reaches into the one from `min` to `max`. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  certainty: z.optional(claimSchema.shape.certainty),
  /** Words of the source, as written or as named. */
  source: z.optional(z.string()),
  /** Stable key of the actor who said it. */
  sourceActor: z.optional(z.string()),
  /** In the list of actors: what they are. */
  actorKind: z.optional(actorKindSchema),
});

/** A search the person kept. */
export const savedSearchSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  filter: searchFilterSchema,
  /** Which list it was made in. */
  view: z.enum(['reports', 'stories', 'claims', 'actors']),
  createdAt: moment,
  changedAt: moment,
});

/** Fingerprints of a report's text, by which copies of its passages are found (lib/crossref/copies.ts). Derived. */
export const copyPrintsSchema = z.object({ reportId: z.string(), prints: z.array(z.int()) });

/** A piece of the search index: some reports, packed (lib/library/search/segment.ts). Derived. */
export const segmentSchema = z.object({
  id: z.int(),
  reports: z.int(),
  data: z.custom<SegmentData>((value) => typeof value === 'object' && value !== null),
});

/** A report whose derived rows of a kind are still to be made; `mark` changes each time it is asked for anew. Derived. */
export const staleSchema = z.object({
  what: z.enum(['search', 'reading']),
  reportId: z.string(),
  mark: z.number(),
});

/** Long work that goes on after a crash. Of this machine: no backup holds it. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['import', 'reread', 'compact', 'rebuild']),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** Steps finished and to do; `total` is 0 while unknown. */
  done: z.int(),
  total: z.int(),
  /** What the work needs to go on, by kind. */
  input: z.unknown(),
  /** What it came to, by kind; null until it ends. */
  result: z.unknown(),
  /** What went wrong: in English, and (since 0.2) as it is told to people. */
  message: z.nullable(z.string()),
  said: z.optional(saidSchema),
  createdAt: moment,
  changedAt: moment,
});

/** Single facts about this machine's library. */
export const metaSchema = z.object({ key: z.string(), value: z.unknown() });

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
  /** Packed by lib/crossref/stored.ts. */
  profile: z.string(),
  /** What its claims count; null in a library of an older version until it is read again. */
  senses: z.nullable(z.string()),
});

/** The reports that have `term`; one row a block of serials (lib/library/blocks.ts). Derived. */
export const postingSchema = z.object({
  term: z.string(),
  /** Minus the block's number: the newest reports come first. */
  block: z.int(),
  /** Serials within the block, packed. */
  serials: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
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
export type Selector = z.infer<typeof selectorSchema>;
export type Note = z.infer<typeof noteSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type SearchFilter = z.infer<typeof searchFilterSchema>;
export type SavedSearch = z.infer<typeof savedSearchSchema>;
export type CopyPrints = z.infer<typeof copyPrintsSchema>;
export type Segment = z.infer<typeof segmentSchema>;
export type Stale = z.infer<typeof staleSchema>;
export type Job = z.infer<typeof jobSchema>;
export type Meta = z.infer<typeof metaSchema>;
