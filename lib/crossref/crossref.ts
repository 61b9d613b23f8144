/** Cross-referencing one report with earlier ones: the steps, each pure; whoever keeps the index fetches in between. */
import type { Annotation } from '../annotation';
import { type Comparison, fitOf, relationOf } from './compare';
import { indexKeys, type Profile, type ProfileInput, profileOf } from './profile';
import { candidates, type Lookup, rank, rarityIn } from './related';
import { type Sense, sensesOf } from './sense';
import { becausePart, inEnglish } from './why';

export interface EarlierLink extends Comparison {
  report: string;
  claim: string;
}

/** Claims that fit worse than this are not compared. */
const leastFit = 0.5;
/** A claim is compared with the best fitting of another report, and with those that fit almost as well. */
const margin = 1.75;

/**
 * Pairs the claims of two reports: each with those of the other that fit it best, seen from both sides. "The dead in Chile"
 * could be compared with "the dead", but not where the other report has the dead in Chile too.
 */
function pair(later: readonly Sense[], earlier: readonly Sense[]): [Sense, Sense][] {
  const fits: { later: Sense; earlier: Sense; fit: number }[] = [];
  const best = new Map<Sense, number>();
  for (const a of later) {
    for (const b of earlier) {
      const fit = fitOf(a, b);
      if (fit === null || fit.total < leastFit) continue;
      fits.push({ later: a, earlier: b, fit: fit.kind });
      for (const one of [a, b]) best.set(one, Math.max(best.get(one) ?? fit.kind, fit.kind));
    }
  }
  return fits
    .filter(({ later: a, earlier: b, fit }) => fit >= (best.get(a) ?? 0) - margin && fit >= (best.get(b) ?? 0) - margin)
    .map(({ later: a, earlier: b }) => [a, b]);
}

/**
 * Links each claim of a report with the comparable claims of the related ones, by the id of the claim at hand. Work grows
 * with the claims of the related reports shown, not with the library.
 */
export function linkClaims(
  senses: readonly Sense[],
  related: readonly { id: string; senses: readonly Sense[] }[],
): Map<string, EarlierLink[]> {
  const links = new Map<string, EarlierLink[]>();
  const add = (claim: string, link: EarlierLink) => {
    const found = links
      .get(claim)
      ?.filter(({ report, claim: other }) => report !== link.report || other !== link.claim);
    links.set(claim, [...(found ?? []), link]);
  };
  for (const { id, senses: earlier } of related) {
    for (const [a, b] of pair(senses, earlier)) {
      const comparison = relationOf(a, b);
      if (comparison) add(a.claim.id, { report: id, claim: b.claim.id, ...comparison });
    }
  }
  for (const [part, whole] of partsIn(senses)) {
    for (const link of links.get(whole.claim.id) ?? []) {
      if (link.relation !== 'same') continue;
      const reason = becausePart(whole);
      add(part.claim.id, { ...link, relation: 'part_of', because: reason, why: inEnglish(reason, 'part_of') });
    }
  }
  return links;
}

/** A part stands after its whole at most this many claims later: "a budget of 50 million; of this, 12 million" */
const partReach = 3;

/** Parts of a whole that the same report gives just before: what equals the whole has the part too. */
function partsIn(senses: readonly Sense[]): [Sense, Sense][] {
  return senses.flatMap((part, index): [Sense, Sense][] => {
    if (part.claim.role !== 'part' || !part.range) return [];
    const size = part.range[1];
    const whole = senses
      .slice(Math.max(0, index - partReach), index)
      .findLast(
        ({ dimension, range, claim }) =>
          dimension === part.dimension && claim.role !== 'part' && range && range[0] > size,
      );
    return whole ? [[part, whole]] : [];
  });
}

export interface Crossreference {
  related: { id: string; score: number }[];
  claims: { claim: string; earlier: EarlierLink[] }[];
}

/** Reports whose claims stay read in memory. */
const sensesKept = 200;

/** An index in memory, for commands and tests: the library keeps the same index in its database. */
export function createMemoryIndex() {
  const postings = new Map<string, number[]>();
  const reports: { id: string; profile: Profile; text: string; annotation: Annotation }[] = [];
  const senses = new Map<number, Sense[]>();

  /** What a report's claims count: read when first needed, and kept for the reports compared last. */
  function sensesAt(serial: number): Sense[] {
    const { text, annotation } = reports[serial] as (typeof reports)[number];
    const known = senses.get(serial) ?? sensesOf(text, annotation);
    senses.delete(serial);
    senses.set(serial, known);
    const [oldest] = senses.keys();
    if (senses.size > sensesKept && oldest !== undefined) senses.delete(oldest);
    return known;
  }

  /** Compares a report with those added before it, then adds it. */
  function add(id: string, input: ProfileInput, annotation: Annotation): Crossreference {
    const profile = profileOf(input, annotation);
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
      const { id: earlier } = reports[serial] as { id: string };
      return { id: earlier, score, senses: sensesAt(serial) };
    });
    const own = sensesOf(input.text, annotation);
    const links = linkClaims(own, related);
    for (const key of keys) {
      const serials = postings.get(key);
      if (serials) serials.push(reports.length);
      else postings.set(key, [reports.length]);
    }
    senses.set(reports.length, own);
    reports.push({ id, profile, text: input.text, annotation });
    return {
      related: related.map(({ id: earlier, score }) => ({ id: earlier, score })),
      claims: [...links].map(([claim, earlier]) => ({ claim, earlier })),
    };
  }
  return { add };
}
