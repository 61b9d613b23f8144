/** What of a report is compared with other reports to find those on the same story. */
import * as z from 'zod/mini';
import type { Annotation } from '../annotation';
import { actorKey } from './actor-key';
import { backgroundRarity } from './rarity';
import { termsOf } from './terms';

const counted = z.array(z.tuple([z.string(), z.number()]));

export const profileSchema = z.object({
  /** Days since 1970-01-01 of publication; null when unknown. */
  day: z.nullable(z.int()),
  /** Terms of the title, each once. */
  title: z.array(z.string()),
  /** Terms of the first two sentences, each once. */
  lead: z.array(z.string()),
  /** Terms of title and body with their counts, the most telling first. */
  words: counted,
  /** Keys of the actors with the number of their mentions, the most mentioned first. */
  actors: counted,
  /** The numbers worth a mark, as keys with the kind of their unit: "n:money:5300". */
  figures: z.array(z.string()),
});
export type Profile = z.infer<typeof profileSchema>;

/** Terms kept of a report: nearly all of a short one's, the most telling of a long one's. */
const wordsKept = 250;
/** Of these, how many a report is found by. */
const wordsIndexed = 48;
const actorsKept = 40;
const figuresKept = 40;

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

/** A number identifies when it is neither small nor round: "two" and "1,000" say nothing, "17" and "5,300" do. */
function identifies(value: number): boolean {
  const digits = Math.abs(value)
    .toPrecision(12)
    .replace(/e.*/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return digits.length >= 2;
}

function figureKeys(annotation: Annotation): string[] {
  const keys = new Set<string>();
  for (const { quantity, unit, salience } of annotation.claims) {
    if (salience !== 'major') continue;
    for (const value of [quantity.low, quantity.high])
      if (value !== null && identifies(value)) keys.add(`n:${unit.kind}:${value}`);
  }
  return [...keys].slice(0, figuresKept);
}

/** @returns what is compared. Time is linear in the text's length, apart from sorting its distinct terms. */
export function profileOf(input: ProfileInput, annotation: Annotation): Profile {
  const title = [...new Set(termsOf(input.title))];
  const leadEnd = (annotation.sentences[1] ?? annotation.sentences[0])?.end ?? 300;
  const lead = [...new Set(termsOf(input.text.slice(0, Math.min(leadEnd, 1000))))];
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
  return { day: dayOf(input.publishedAt), title, lead, words, actors, figures: figureKeys(annotation) };
}

/** The keys under which a profile is indexed and looked up. */
export function indexKeys(profile: Profile): string[] {
  const words = profile.words.slice(0, wordsIndexed).map(([term]) => term);
  return [...new Set([...profile.title, ...words, ...profile.actors.map(([key]) => key), ...profile.figures])];
}
