/** Who told a number: tellings that go back to one source count once. */
import { type Origin, originsOf } from '../../../lib/crossref/origin';
import type { StoryClaim } from '../../../lib/library/story';
import { outletOf } from '../../../lib/ui-text/claim';

export interface Telling extends StoryClaim {
  origin: Origin;
  /** The same number from the same source, or in a copy of the same text: it confirms nothing. */
  again: boolean;
}

/** @param claims that count one thing, in the order of time */
export function tellingsOf(claims: readonly StoryClaim[], copies: ReadonlyMap<string, string>): Telling[] {
  const origins = originsOf(
    claims.map(({ report, row }) => ({
      // A copy speaks with the voice of the report it copies.
      report: copies.get(report.id) ?? report.id,
      outlet: outletOf(report),
      sentence: row.sentence,
      source: row.source,
      sourceActors: row.sourceActors,
    })),
  );
  const told = new Set<string>();
  return claims.map((claim, index) => {
    const origin = origins[index] ?? { group: index, same: null, who: null };
    const { low, high } = claim.row.claim.quantity;
    const key = `${origin.group} ${low} ${high}`;
    const again = told.has(key);
    told.add(key);
    return { ...claim, origin, again };
  });
}

/** How many sources there are that do not repeat each other. */
export const independent = (tellings: readonly Telling[]): number =>
  new Set(tellings.map(({ origin }) => origin.group)).size;

export interface SourceOf {
  /** As most tellings name it. */
  name: string;
  key: string;
  said: StoryClaim[];
}

/**
 * Claims by who said them, those with most to say first. What outlets assert themselves comes after what they report, and
 * what nobody is named for comes last.
 */
export function sourcesOf(claims: readonly StoryClaim[], nameOf: (claim: StoryClaim) => string): SourceOf[] {
  const by = new Map<string, SourceOf>();
  for (const claim of claims) {
    const { row, report } = claim;
    const [actor] = row.sourceActors;
    const plain = plainSource(row.source);
    const key =
      actor ??
      (plain ? `as written:${plain}` : row.claim.attribution === null ? `outlet:${outletOf(report)}` : 'unnamed');
    const known = by.get(key);
    if (known) known.said.push(claim);
    else by.set(key, { key, name: nameOf(claim), said: [claim] });
  }
  const rank = ({ key }: SourceOf) => (key === 'unnamed' ? 2 : key.startsWith('outlet:') ? 1 : 0);
  return [...by.values()].sort((a, b) => rank(a) - rank(b) || b.said.length - a.said.length);
}

const nobody = /^(?:he|she|they|it|who|we|i)\b/;

/** A source as written, comparable; a pronoun without an actor is nobody's name. */
function plainSource(source: string | null): string {
  const plain = source?.toLowerCase().replace(/^the /, '').trim() ?? '';
  return nobody.test(plain) ? '' : plain;
}
