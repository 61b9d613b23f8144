/** Reads a text with the shipped engine: the claims and a short notation for them. */
import type { Claim } from '../../../lib/annotation';
import { findClaims } from '../../../lib/claims/claims';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();

export function claimsOf(text: string, publishedAt: string | null = null): Claim[] {
  return findClaims(readDocument(text, 'en', engine), [], [], { publishedAt });
}

const signs: Record<string, string> = {
  about: '~',
  more_than: '>',
  less_than: '<',
  at_least: '≥',
  at_most: '≤',
  vague: '±',
};

/** "~10000-12000 troop", "5 percentage up": hedge, value or range, unit, trend. */
export function shortOf(claim: Claim): string {
  const { low, high, modifier, trend } = claim.quantity;
  const value = low === high ? `${low}` : `${low}..${high}`;
  return `${signs[modifier] ?? ''}${value}${claim.unit.name === '' ? '' : ` ${claim.unit.name}`}${trend === null ? '' : ` ${trend}`}`;
}

export const shorts = (text: string): string[] => claimsOf(text).map(shortOf);
