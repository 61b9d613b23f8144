/**
 * What went wrong, as people are told it: sentences of the interface by their keys. It travels between contexts and is stored like
 * this, and becomes words where it is shown (`lib/ui-text/failure.ts`), in the language that is spoken there and then.
 */
import type { GeneratedI18nStructure } from '#i18n';

/** Keys of messages that tell of failures. */
export type FailureKey = Extract<keyof GeneratedI18nStructure, `failure.${string}` | `reader.${string}`>;
/** What was tried when it failed: `failure.doing` in `locales/`. */
export type Doing = FailureKey extends infer K ? (K extends `failure.doing.${infer D}` ? D : never) : never;

export interface Sentence {
  key: FailureKey;
  /** What fills the message's placeholders. */
  values?: Record<string, string> | undefined;
}

/** In their order: what happened, what was kept, what to do. */
export type Said = readonly Sentence[];

/** @returns what an error says for people; for one that was not foreseen: that, with its own words as a detail */
export function saidOf(error: unknown): Said {
  const { said } = (error ?? {}) as { said?: unknown };
  if (Array.isArray(said) && said.length > 0) return said as Said;
  return [{ key: 'failure.unexpected', values: { detail: error instanceof Error ? error.message : String(error) } }];
}
