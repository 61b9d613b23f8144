/** Which reports tell the same story: looked up by the keys they share, then compared one by one. */
import { suddenEvents } from './lexicon';
import type { Profile } from './profile';
import { rarity } from './rarity';

/** How many reports the index holds, and the serials of those with a key. */
export interface Lookup {
  reports: number;
  postings: ReadonlyMap<string, ArrayLike<number>>;
}

/** Candidates compared in full. More than a reader keeps of one story in a month; what is older comes by its own rank. */
const compared = 64;

/** Rarity of each key a new report has, from the lookup made for it. */
export function rarityIn(lookup: Lookup): (key: string) => number {
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

/** Serials of the reports that share most, weighted by rarity; best first. */
export function candidates(lookup: Lookup): number[] {
  const rarityOf = rarityIn(lookup);
  const scores = new Map<number, number>();
  for (const [key, serials] of lookup.postings) {
    const weight = rarityOf(key) ** 2;
    for (let i = 0; i < serials.length; i++) {
      const serial = serials[i] as number;
      scores.set(serial, (scores.get(serial) ?? 0) + weight);
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, compared)
    .map(([serial]) => serial);
}

type Weights = Map<string, number>;

/** Cosine of two weighted bags, 0 to 1. */
function cosine(a: Weights, b: Weights): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (const value of a.values()) squareA += value * value;
  for (const [key, value] of b) {
    squareB += value * value;
    product += value * (a.get(key) ?? 0);
  }
  return squareA && squareB ? product / Math.sqrt(squareA * squareB) : 0;
}

/** Which part of `keys`, weighted by rarity, also occurs in `among`; 0 to 1. */
function coverage(keys: Iterable<string>, among: ReadonlyMap<string, number>, rarityOf: (key: string) => number) {
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
  /** Each one's title found in the other one's text. */
  title: number;
  /** Each one's title and lead found in the other one's text; the weaker direction. */
  lead: number;
  actors: number;
  /** Numbers worth a mark in both, three or more being 1. */
  figures: number;
  /** Time between them: ln(1 + days) / ln(366), 1 for a year; a month where a date is unknown. */
  distance: number;
  /** Where title or lead of both tell of the same kind of sudden event: the distance beyond two weeks, 1 for a year. */
  apart: number;
}

function focusOf(profile: Profile, rarityOf: (key: string) => number): Weights {
  const title = new Set(profile.title);
  const lead = new Set(profile.lead);
  const weights: Weights = new Map();
  for (const [term, count] of profile.words) {
    const weight = (title.has(term) ? 2 : 0) + (lead.has(term) ? 1 : 0) + Math.log(count);
    if (weight) weights.set(term, weight * rarityOf(term));
  }
  return weights;
}

/** So long news of one sudden event goes on without doubt. */
const fortnight = 15;

export function likeness(a: Profile, b: Profile, rarityOf: (key: string) => number): Likeness {
  const [wordsA, wordsB] = [new Map(a.words), new Map(b.words)];
  const actorWeights = (profile: Profile): Weights =>
    new Map(profile.actors.map(([key, count]) => [key, (1 + Math.log(count)) * rarityOf(key)]));
  const shared = a.figures.filter((key) => b.figures.includes(key)).length;
  const days = a.day === null || b.day === null ? 30 : Math.abs(a.day - b.day);
  const distance = Math.log1p(days) / Math.log(366);
  const leadB = new Set([...b.title, ...b.lead]);
  const sudden = [...a.title, ...a.lead].some((term) => suddenEvents.has(term) && leadB.has(term));
  return {
    focus: cosine(focusOf(a, rarityOf), focusOf(b, rarityOf)),
    title: (coverage(a.title, wordsB, rarityOf) + coverage(b.title, wordsA, rarityOf)) / 2,
    lead: Math.min(
      coverage(new Set([...a.title, ...a.lead]), wordsB, rarityOf),
      coverage(new Set([...b.title, ...b.lead]), wordsA, rarityOf),
    ),
    actors: cosine(actorWeights(a), actorWeights(b)),
    figures: Math.min(shared, 3) / 3,
    distance,
    apart: sudden ? Math.max(0, Math.log((1 + days) / fortnight) / Math.log(366 / fortnight)) : 0,
  };
}

/**
 * Weights of a logistic regression over `Likeness`, fitted on pairs of reports from six stories and look-alikes of three
 * (L2 0.02). Left out one by one, the stories are found with an F1 of 96 (docs/eval.json has the figures of the whole).
 */
const weights: Likeness = {
  focus: 4.26,
  title: 6.87,
  lead: 5.85,
  actors: 7.56,
  figures: 5.18,
  distance: -4.64,
  apart: -6.57,
};
const bias = -6.31;
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
  rarityOf: (key: string) => number,
): Related<Id>[] {
  const scored = among
    .map((other) => ({ ...other, score: sameStory(likeness(profile, other.profile, rarityOf)) }))
    .sort((a, b) => b.score - a.score);
  const sure = scored.filter(({ score }) => score >= threshold);
  const vouchers = sure.slice(0, vouching);
  const vouched = scored.slice(sure.length, sure.length + vouching).flatMap((other) => {
    if (other.score < doubtful || !vouchers.length) return [];
    const scores = vouchers.map((voucher) => sameStory(likeness(voucher.profile, other.profile, rarityOf)));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return mean >= known ? [{ ...other, score: (other.score + mean) / 2 }] : [];
  });
  return [...sure, ...vouched].map(({ id, score }) => ({ id, score })).sort((a, b) => b.score - a.score);
}
