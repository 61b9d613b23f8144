/** What the person decides, as it travels in messages: where it was decided, and what. */
import * as z from 'zod/mini';
import { actorKindSchema, claimSchema, spanSchema } from '../../annotation';
import { articleSchema } from '../../article/article';

/** A saved report, or an article at hand that may not be saved. */
export const placeSchema = z.union([z.object({ reportId: z.string() }), z.object({ article: articleSchema })]);

/** UTF-16 offsets into the article's text. */
const passage = { span: spanSchema };
const amount = { quantity: claimSchema.shape.quantity, unit: claimSchema.shape.unit };
const named = z.object({ key: z.string(), name: z.string() });

export const changeSchema = z.discriminatedUnion('kind', [
  /** `elsewhere`: also where this outlet uses the same words in later articles. */
  z.object({ kind: z.literal('not-claim'), ...passage, elsewhere: z.boolean() }),
  z.object({ kind: z.literal('wrong-number'), ...passage, ...amount, elsewhere: z.boolean() }),
  /** What is left out is read from the passage. @throws where the engine finds no number in it */
  z.object({
    kind: z.literal('mark'),
    ...passage,
    as: z.enum(['claim', 'actor', 'note']),
    amount: z.optional(z.object(amount)),
    actorKind: z.optional(actorKindSchema),
    note: z.optional(z.string()),
  }),
  /** `actor` is the same person as `as`, and goes by that name. */
  z.object({ kind: z.literal('same-actor'), actor: named, as: named, elsewhere: z.boolean() }),
  /** Where the text says `words`, it does not mean `actor` but `as`. */
  z.object({ kind: z.literal('other-actor'), actor: named, words: z.string(), as: named, elsewhere: z.boolean() }),
  z.object({ kind: z.literal('not-actor'), actor: named, elsewhere: z.boolean() }),
  /** The article tells the same story as the one at the canonical address `other`, or another one. */
  z.object({ kind: z.literal('same-story'), other: z.string() }),
  z.object({ kind: z.literal('other-story'), other: z.string() }),
]);

/** The person's note and tags on something; an empty one is forgotten. */
export const noteChangeSchema = z.object({
  on: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('claim'), reportId: z.string(), span: spanSchema }),
    z.object({ kind: z.literal('actor'), key: z.string() }),
    z.object({ kind: z.literal('story'), storyId: z.string() }),
    /** A note that is there already, by its id; a passage that was marked, by its correction's. */
    z.object({ kind: z.literal('kept'), id: z.string() }),
    z.object({ kind: z.literal('passage'), id: z.string() }),
  ]),
  note: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
});

export type Place = z.infer<typeof placeSchema>;
export type Change = z.infer<typeof changeSchema>;
export type NoteChange = z.infer<typeof noteChangeSchema>;
