import type { Actor, Attribution, Claim } from '../annotation';
import type { Document } from '../language/document';

export function findClaims(
  _document: Document,
  _actors: Actor[],
  _attributions: Attribution[],
  _context: { publishedAt: string | null },
): Claim[] {
  return [];
}
