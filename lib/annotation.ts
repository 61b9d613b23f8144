/**
 * The annotation: what the language rooms say about one text. Its shape is the contract that the commands, the messages
 * between contexts, the stored rows and the exports share. All offsets are UTF-16 code units into the given text,
 * `start` inclusive, `end` exclusive.
 */
import * as z from 'zod/mini';

const offset = z.int().check(z.nonnegative());
export const spanSchema = z.object({ start: offset, end: offset });

export const actorKindSchema = z.enum(['person', 'organization', 'place', 'group']);

export const mentionSchema = z.object({ start: offset, end: offset, kind: actorKindSchema });

export const actorSchema = z.object({
  id: z.string(),
  /** The fullest proper form in the text. */
  name: z.string(),
  kind: actorKindSchema,
  roles: z.array(z.string()),
  mentions: z.array(mentionSchema),
});

/** A reported statement: who said it (null when unnamed), the reporting words, and what was said. */
export const attributionSchema = z.object({
  id: z.string(),
  source: z.nullable(z.object({ start: offset, end: offset, actors: z.array(z.string()) })),
  cue: spanSchema,
  content: spanSchema,
});

export const modifierSchema = z.enum(['exact', 'about', 'more_than', 'less_than', 'at_least', 'at_most', 'vague']);
export const unitKindSchema = z.enum([
  'count',
  'money',
  'percent',
  'length',
  'area',
  'volume',
  'mass',
  'speed',
  'duration',
  'temperature',
  'energy',
  'power',
  'data',
  'rate',
  'other',
  'none',
]);
export const roleSchema = z.enum(['total', 'additional', 'part', 'change', 'rate']);
/** FactBank's scale (Saurí and Pustejovsky 2009): CT+, PR, PS, CT-, U. */
export const certaintySchema = z.enum(['certain', 'probable', 'possible', 'denied', 'unknown']);

export const claimSchema = z.object({
  id: z.string(),
  /** Modifier, number and unit. */
  start: offset,
  end: offset,
  quantity: z.object({
    /** Equal for a point value; null for an open end. */
    low: z.nullable(z.number()),
    high: z.nullable(z.number()),
    modifier: modifierSchema,
    trend: z.nullable(z.enum(['up', 'down'])),
  }),
  unit: z.object({ text: z.string(), name: z.string(), kind: unitKindSchema }),
  /**
   * What the quantity describes: its words without function words; `start` and `end` enclose them. `subject`: they are the subject of the
   * number's clause ("the police arrested six people") and not what is counted; reports kept by earlier versions do not say it.
   */
  about: z.nullable(z.object({ text: z.string(), start: offset, end: offset, subject: z.optional(z.boolean()) })),
  role: z.nullable(roleSchema),
  /** ISO 8601 dates. */
  time: z.nullable(z.object({ text: z.string(), from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  /** The attribution's id; null when the writer asserts it. */
  attribution: z.nullable(z.string()),
  certainty: certaintySchema,
  /** major: worth a mark; minor: "the two leaders". */
  salience: z.enum(['major', 'minor']),
});

export const annotationSchema = z.object({
  /** BCP 47, as detected. */
  language: z.string(),
  sentences: z.array(spanSchema),
  actors: z.array(actorSchema),
  attributions: z.array(attributionSchema),
  claims: z.array(claimSchema),
});

export type Span = z.infer<typeof spanSchema>;
export type ActorKind = z.infer<typeof actorKindSchema>;
export type Mention = z.infer<typeof mentionSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type Attribution = z.infer<typeof attributionSchema>;
export type Modifier = z.infer<typeof modifierSchema>;
export type UnitKind = z.infer<typeof unitKindSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Certainty = z.infer<typeof certaintySchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Annotation = z.infer<typeof annotationSchema>;
