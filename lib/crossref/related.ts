/** Which reports tell the same story: looked up by the keys they share, then compared one by one. */
import { suddenEvents } from './lexicon';
import type { Profile } from './profile';
import { rarity } from './rarity';
import { stem } from './terms';

/** How many reports the index holds, and the serials of those with a key. */
export interface Lookup {
  reports: number;
  postings: ReadonlyMap<string, ArrayLike<number>>;
}

/** Candidates compared in full. More than a reader keeps of one story in a month; what is older comes by its own rank. */
const compared = 32;
/** A report that shares less than this part of what the best one shares tells another story. */
const leastShare = 0.2;

/** Rarity of each key a new report has, from the lookup made for it. */
export function rarityIn(lookup: Lookup): RarityOf {
  const known = new Map<string, number>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = rarity(key, lookup.postings.get(key)?.length ?? 0, lookup.reports);
      known.set(key, value);
    }
    return value;
  };
}

/**
 * Entries of postings looked at, rarest keys first: work does not grow with the library, and what is left out is what most
 * reports have and so tells least.
 */
const entriesRead = 20_000;
/** However common they are, so many of the rarest keys are looked at: a story of a thousand reports has no rarer ones. */
const keysRead = 8;

/** Serials of the reports that share most, weighted by rarity; best first. */
export function candidates(lookup: Lookup): number[] {
  const rarityOf = rarityIn(lookup);
  const keys = [...lookup.postings].filter(([, serials]) => serials.length).sort((a, b) => a[1].length - b[1].length);
  const scores = new Map<number, number>();
  let read = 0;
  for (const [rank, [key, serials]] of keys.entries()) {
    read += serials.length;
    if (read > entriesRead && rank >= keysRead) break;
    const weight = rarityOf(key) ** 2;
    for (let i = 0; i < serials.length; i++) {
      const serial = serials[i] as number;
      scores.set(serial, (scores.get(serial) ?? 0) + weight);
    }
  }
  let best = 0;
  for (const score of scores.values()) best = Math.max(best, score);
  return [...scores]
    .filter(([, score]) => score >= best * leastShare)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, compared)
    .map(([serial]) => serial);
}

type Weights = Map<string, number>;
type RarityOf = (key: string) => number;

/** A profile made ready for many comparisons. */
interface Prepared {
  profile: Profile;
  words: ReadonlyMap<string, number>;
  focus: Weights;
  focusLength: number;
  /** The focus without the words of names: what happened, whoever it happened to. */
  theme: Weights;
  themeLength: number;
  actors: Weights;
  actorsLength: number;
  titleLead: ReadonlySet<string>;
  /** Does title or lead tell of an event that happens at one time? */
  sudden: boolean;
  figures: ReadonlySet<string>;
}

function lengthOf(weights: Weights): number {
  let square = 0;
  for (const value of weights.values()) square += value * value;
  return Math.sqrt(square);
}

function prepare(profile: Profile, rarityOf: RarityOf): Prepared {
  const title = new Set(profile.title);
  const lead = new Set(profile.lead);
  const titleLead = new Set([...profile.title, ...profile.lead]);
  const focus: Weights = new Map();
  for (const [term, count] of profile.words) {
    const weight = (title.has(term) ? 2 : 0) + (lead.has(term) ? 1 : 0) + Math.log(count);
    if (weight) focus.set(term, weight * rarityOf(term));
  }
  const named = new Set(
    profile.actors.flatMap(([key]) =>
      key
        .slice(key.indexOf(':') + 1)
        .split(' ')
        .map(stem),
    ),
  );
  const theme: Weights = new Map();
  for (const [term, weight] of focus) if (!named.has(term)) theme.set(term, weight);
  const actors: Weights = new Map();
  for (const [key, count] of profile.actors) actors.set(key, (1 + Math.log(count)) * rarityOf(key));
  return {
    profile,
    words: new Map(profile.words),
    focus,
    focusLength: lengthOf(focus),
    theme,
    themeLength: lengthOf(theme),
    actors,
    actorsLength: lengthOf(actors),
    titleLead,
    sudden: [...titleLead].some((term) => suddenEvents.has(term)),
    figures: new Set(profile.figures),
  };
}

/** Cosine of two weighted bags of known lengths, 0 to 1. */
function cosine(a: Weights, lengthA: number, b: Weights, lengthB: number): number {
  if (!lengthA || !lengthB) return 0;
  let product = 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const [key, value] of small) {
    const other = large.get(key);
    if (other !== undefined) product += value * other;
  }
  return product / (lengthA * lengthB);
}

/** Which part of `keys`, weighted by rarity, also occurs in `among`; 0 to 1. */
function coverage(keys: Iterable<string>, among: ReadonlyMap<string, number>, rarityOf: RarityOf) {
  let [all, found] = [0, 0];
  for (const key of keys) {
    const weight = rarityOf(key);
    all += weight;
    if (among.has(key)) found += weight;
  }
  return all ? found / all : 0;
}

/** How alike two reports are, each entry from 0 to about 1. */
export interface Likeness {
  /** What they are about: title and lead count most. */
  focus: number;
  /** The same without names: the same people do many things. */
  theme: number;
  /** Each one's title found in the other one's text. */
  title: number;
  /** Each one's title and lead found in the other one's text; the weaker direction. */
  lead: number;
  actors: number;
  /** Numbers worth a mark in both, three or more being 1. */
  figures: number;
  /** Time between them: ln(1 + days) / ln(366), 1 for a year; a month where a date is unknown. */
  distance: number;
  /** Where title or lead of both tell of a sudden event: the distance beyond two weeks, 1 for a year. */
  apart: number;
}

/** So long news of one sudden event goes on without doubt. */
const fortnight = 15;

export const likeness = (a: Profile, b: Profile, rarityOf: RarityOf) =>
  likenessOf(prepare(a, rarityOf), prepare(b, rarityOf), rarityOf);

function likenessOf(a: Prepared, b: Prepared, rarityOf: RarityOf): Likeness {
  let shared = 0;
  for (const key of a.figures) if (b.figures.has(key)) shared++;
  const [dayA, dayB] = [a.profile.day, b.profile.day];
  const days = dayA === null || dayB === null ? 30 : Math.abs(dayA - dayB);
  const sudden = a.sudden && b.sudden;
  return {
    focus: cosine(a.focus, a.focusLength, b.focus, b.focusLength),
    theme: cosine(a.theme, a.themeLength, b.theme, b.themeLength),
    title: (coverage(a.profile.title, b.words, rarityOf) + coverage(b.profile.title, a.words, rarityOf)) / 2,
    lead: Math.min(coverage(a.titleLead, b.words, rarityOf), coverage(b.titleLead, a.words, rarityOf)),
    actors: cosine(a.actors, a.actorsLength, b.actors, b.actorsLength),
    figures: Math.min(shared, 3) / 3,
    distance: Math.log1p(days) / Math.log(366),
    apart: sudden ? Math.max(0, Math.log((1 + days) / fortnight) / Math.log(366 / fortnight)) : 0,
  };
}

/**
 * Weights of a logistic regression over `Likeness`, fitted by scripts/fit-related.ts on pairs of reports from ten stories and
 * look-alikes of seven (L2 0.02). Left out one by one, the stories are found with an F1 of 86 to 100.
 */
const weights: Likeness = {
  focus: 5.92,
  theme: 2.25,
  title: 6.87,
  lead: 5.03,
  actors: 5.63,
  figures: 5.7,
  distance: -4.51,
  apart: -4.37,
};
const bias = -7.07;
/** What the product shows. */
export const threshold = 0.5;

/** Do two reports tell the same story? 0 to 1. */
export function sameStory(like: Likeness): number {
  let sum = bias;
  for (const name of Object.keys(weights) as (keyof Likeness)[]) sum += weights[name] * like[name];
  return 1 / (1 + Math.exp(-sum));
}

export interface Related<Id> {
  id: Id;
  score: number;
}

/** A report below the threshold but above this joins when the story's other reports know it. */
const doubtful = 0.15;
/** How well they must know it, on average. */
const known = 0.6;
/** So many of the best and of the doubtful are looked at: the work stays small in a story of a thousand reports. */
const vouching = 6;

/**
 * Of the candidates, those on the same story as `profile`, best first. A story is more than its pairs: what the related
 * reports are plainly related to belongs to it, even where the new report itself tells another side.
 */
export function rank<Id>(
  profile: Profile,
  among: readonly { id: Id; profile: Profile }[],
  rarityOf: RarityOf,
): Related<Id>[] {
  const own = prepare(profile, rarityOf);
  const scored = among
    .map((other) => {
      const prepared = prepare(other.profile, rarityOf);
      return { id: other.id, prepared, score: sameStory(likenessOf(own, prepared, rarityOf)) };
    })
    .sort((a, b) => b.score - a.score);
  const sure = scored.filter(({ score }) => score >= threshold);
  const vouchers = sure.slice(0, vouching);
  const vouched = scored.slice(sure.length, sure.length + vouching).flatMap((other) => {
    if (other.score < doubtful || !vouchers.length) return [];
    const scores = vouchers.map((voucher) => sameStory(likenessOf(voucher.prepared, other.prepared, rarityOf)));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return mean >= known ? [{ ...other, score: (other.score + mean) / 2 }] : [];
  });
  return [...sure, ...vouched].map(({ id, score }) => ({ id, score })).sort((a, b) => b.score - a.score);
}
