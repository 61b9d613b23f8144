/** Errors that are told to people in their language. */
import * as z from 'zod/mini';
import { failure, reader } from '../locales/en.json';
import type { FailureKey, Said, Sentence } from './said';

export { type Doing, type FailureKey, type Said, type Sentence, saidOf } from './said';

/** What arrives from another context or out of storage. Keys that are not known (an older or newer version's) are shown as such. */
export const saidSchema = z.array(
  z.object({
    key: z.string() as z.ZodMiniType<FailureKey>,
    values: z.optional(z.record(z.string(), z.string())),
  }),
);

type Tree = { [name: string]: string | Tree };
const english: Tree = { failure, reader };

function sentence({ key, values = {} }: Sentence): string {
  let at: string | Tree | undefined = english;
  for (const name of key.split('.')) at = typeof at === 'object' ? at[name] : undefined;
  return typeof at === 'string' ? at.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all) : key;
}

/** For consoles, commands and logs; what people see is `lib/ui-text/failure.ts`. */
export const inEnglish = (said: Said): string => said.map(sentence).join(' ');

/** Something that people are told when it happens. Its `message` is English. */
export class Failure extends Error {
  override name = 'Failure';
  readonly said: Said;
  /** @param said keys alone where nothing fills them */
  constructor(said: FailureKey | readonly (FailureKey | Sentence)[], options?: ErrorOptions) {
    const sentences = (typeof said === 'string' ? [said] : said).map((one) =>
      typeof one === 'string' ? { key: one } : one,
    );
    super(inEnglish(sentences), options);
    this.said = sentences;
  }
}
