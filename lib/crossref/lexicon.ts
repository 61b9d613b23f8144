/** The readable lexicon of what news counts, compiled once. */
import data from './lexicon.json';
import { stem } from './terms';

export interface Concept {
  name: string;
  /** A weak concept adds nothing to what the noun says: "soldiers sent" are soldiers. */
  weak: boolean;
}

type Domain = 'people' | 'things' | 'money';

const stems = (words: string) => words.split(' ').map(stem);

const byDomain: Record<Domain, Map<string, Concept>> = { people: new Map(), things: new Map(), money: new Map() };
for (const { name, words, weak, ...rest } of data.concepts) {
  const concept: Concept = { name, weak: weak ?? false };
  for (const term of stems(words)) byDomain[rest.for as Domain].set(term, concept);
}

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
