/** The readable lexicon of what news counts, compiled once. */
import data from './lexicon.json';
import { stem } from './terms';

export interface Concept {
  name: string;
  /** Place in the list: the lower wins where two are about equally near. */
  rank: number;
  /** A weak concept adds nothing to what the noun says: "soldiers sent" are soldiers. */
  weak: boolean;
}

export type Domain = 'people' | 'things' | 'money';

const stems = (words: string) => words.split(' ').map(stem);

const byDomain: Record<Domain, Map<string, Concept>> = { people: new Map(), things: new Map(), money: new Map() };
/** Words that say it only right before the number: "lost 2,300 soldiers", but not "2,300 soldiers lost their way". */
const beforeNumber: Record<Domain, Map<string, Concept>> = { people: new Map(), things: new Map(), money: new Map() };
for (const [rank, { name, words, weak, ...rest }] of data.concepts.entries()) {
  const concept: Concept = { name, rank, weak: weak ?? false };
  for (const term of stems(words)) byDomain[rest.for as Domain].set(term, concept);
  if ('before' in rest && rest.before)
    for (const term of stems(rest.before)) beforeNumber[rest.for as Domain].set(term, concept);
}

/** What the word right before a number says of what is counted. */
export const conceptBefore = (term: string, domain: Domain): Concept | null => beforeNumber[domain].get(term) ?? null;

const said = new Map(data.concepts.map((concept) => [concept.name, 'says' in concept ? concept.says : concept.name]));

/** A concept in words for people: "deaths". */
export const sayConcept = (name: string) => said.get(name) ?? name;

export function conceptOf(term: string, domain: Domain): Concept | null {
  return byDomain[domain].get(term) ?? null;
}

/** "killed or wounded" is a thing of its own. @returns the name for both, or null. */
export function togetherOf(a: string, b: string): string | null {
  return data.together.find(({ of }) => a !== b && of.includes(a) && of.includes(b))?.name ?? null;
}

export interface Thing {
  name: string;
  people: boolean;
}
const things = new Map<string, Thing>();
for (const { name, words, people } of data.sameThing) {
  // The first group that names a word keeps it.
  for (const term of stems(words)) if (!things.has(term)) things.set(term, { name, people: people ?? false });
}

/** The group of things that a counted noun belongs to: "troop" and "soldier" share one; an unknown noun is its own. */
export function thingOf(term: string): Thing {
  return things.get(term) ?? { name: term, people: false };
}

export const wholeWords: ReadonlySet<string> = new Set(stems(data.whole));
/** Words of what is not yet: an increment adds to what there is, not to a plan. */
export const plannedWords: ReadonlySet<string> = new Set(stems(data.planned));

/** Events that happen at one time: two of a kind weeks apart are two. */
export const suddenEvents: ReadonlySet<string> = new Set(stems(data.sudden));

const sides = new Map(
  data.sides.flatMap(({ name, words }) => (words ? stems(words) : []).map((term) => [term, name] as const)),
);
/** Sides that several words name together. */
const sidesTogether = data.sides.flatMap(({ name, ...side }) =>
  'together' in side ? [{ name, terms: stems(side.together) }] : [],
);

/** The side of a conflict that the terms name; null when they name none or both. */
export function sideOf(terms: readonly string[]): string | null {
  const together = sidesTogether.find((side) => side.terms.every((term) => terms.includes(term)));
  if (together) return together.name;
  const found = new Set(terms.flatMap((term) => sides.get(term) ?? []));
  const [side = null] = found;
  return found.size === 1 ? side : null;
}
