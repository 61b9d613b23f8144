/** Cross-referencing one report with earlier ones: the steps, each pure; whoever keeps the index fetches in between. */
import type { Annotation } from '../annotation';
import { type Comparison, compare } from './compare';
import { indexKeys, type Profile, type ProfileInput, profileOf } from './profile';
import { candidates, type Lookup, rank, rarityIn } from './related';
import { type Sense, sensesOf } from './sense';

export interface EarlierLink extends Comparison {
  report: string;
  claim: string;
}

/** Links each claim of a report with the comparable claims of the related ones, by the id of the claim at hand. */
export function linkClaims(
  senses: readonly Sense[],
  related: readonly { id: string; senses: readonly Sense[] }[],
): Map<string, EarlierLink[]> {
  const links = new Map<string, EarlierLink[]>();
  for (const later of senses) {
    const found: EarlierLink[] = [];
    for (const { id, senses: earlier } of related) {
      for (const sense of earlier) {
        const comparison = compare(later, sense);
        if (comparison) found.push({ report: id, claim: sense.claim.id, ...comparison });
      }
    }
    if (found.length) links.set(later.claim.id, found);
  }
  return links;
}

export interface Crossreference {
  related: { id: string; score: number }[];
  claims: { claim: string; earlier: EarlierLink[] }[];
}

/** An index in memory, for commands and tests: the library keeps the same index in its database. */
export function createMemoryIndex() {
  const postings = new Map<string, number[]>();
  const reports: { id: string; profile: Profile; senses: Sense[] }[] = [];

  /** Compares a report with those added before it, then adds it. */
  function add(id: string, input: ProfileInput, annotation: Annotation): Crossreference {
    const profile = profileOf(input, annotation);
    const senses = sensesOf(input.text, annotation);
    const keys = indexKeys(profile);
    const lookup: Lookup = {
      reports: reports.length,
      postings: new Map(keys.map((key) => [key, postings.get(key) ?? []])),
    };
    const among = candidates(lookup).map((serial) => ({
      id: serial,
      profile: (reports[serial] as { profile: Profile }).profile,
    }));
    const related = rank(profile, among, rarityIn(lookup)).map(({ id: serial, score }) => {
      const earlier = reports[serial] as { id: string; senses: Sense[] };
      return { id: earlier.id, score, senses: earlier.senses };
    });
    const links = linkClaims(senses, related);
    for (const key of keys) {
      const serials = postings.get(key);
      if (serials) serials.push(reports.length);
      else postings.set(key, [reports.length]);
    }
    reports.push({ id, profile, senses });
    return {
      related: related.map(({ id: earlier, score }) => ({ id: earlier, score })),
      claims: [...links].map(([claim, earlier]) => ({ claim, earlier })),
    };
  }
  return { add };
}
