/** What of a report is compared with other reports to find those on the same story. */
import * as z from 'zod/mini';
import type { Annotation } from '../annotation';
import { actorKey } from './actor-key';
import { backgroundRarity } from './rarity';
import { termsOf } from './terms';

export const profileSchema = z.object({
  /** Days since 1970-01-01 of publication; null when unknown. */
  day: z.nullable(z.int()),
  /** Terms of the title, each once. */
  title: z.array(z.string()),
  /** The most telling terms of title and body with their counts. */
  words: z.array(z.tuple([z.string(), z.number()])),
  /** Keys of the actors with the number of their mentions. */
  actors: z.array(z.tuple([z.string(), z.number()])),
  /** Distinctive numbers, as keys: "n:4700". */
  figures: z.array(z.string()),
});
export type Profile = z.infer<typeof profileSchema>;

/** Terms kept of the body: enough to tell events apart, few enough to store ten thousand times. */
const wordsKept = 80;
const actorsKept = 40;

export interface ProfileInput {
  title: string;
  text: string;
  /** ISO 8601. */
  publishedAt: string | null;
}

/** @returns days since 1970-01-01, UTC; null when `iso` is no date. */
export function dayOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

/** Numbers with at least three significant digits identify; "two" and "1,000" do not. */
function figureKeys(annotation: Annotation): string[] {
  const keys = new Set<string>();
  for (const { quantity } of annotation.claims) {
    for (const value of [quantity.low, quantity.high]) {
      if (value === null) continue;
      const significant = Math.abs(value)
        .toPrecision(12)
        .replace(/e.*/, '')
        .replace('.', '')
        .replace(/^0+|0+$/g, '');
      if (significant.length >= 3) keys.add(`n:${value}`);
    }
  }
  return [...keys];
}

export function profileOf(input: ProfileInput, annotation: Annotation): Profile {
  const title = [...new Set(termsOf(input.title))];
  const counts = new Map<string, number>();
  for (const term of [...title, ...termsOf(input.text)]) counts.set(term, (counts.get(term) ?? 0) + 1);
  const telling = ([term, count]: [string, number]) => (1 + Math.log(count)) * backgroundRarity(term);
  const words = [...counts].sort((a, b) => telling(b) - telling(a) || (a[0] < b[0] ? -1 : 1)).slice(0, wordsKept);
  const mentions = new Map<string, number>();
  for (const actor of annotation.actors) {
    const key = actorKey(actor);
    mentions.set(key, (mentions.get(key) ?? 0) + actor.mentions.length);
  }
  const actors = [...mentions].sort((a, b) => b[1] - a[1]).slice(0, actorsKept);
  return { day: dayOf(input.publishedAt), title, words, actors, figures: figureKeys(annotation) };
}

/** The keys under which a profile is indexed and looked up. */
export function indexKeys(profile: Profile): string[] {
  return [
    ...new Set([...profile.title, ...profile.words.map(([term]) => term)]),
    ...profile.actors.map(([key]) => key),
    ...profile.figures,
  ];
}
