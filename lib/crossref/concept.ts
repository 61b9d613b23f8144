/** What happened to the counted, or what a sum is: the word of the lexicon that is nearest to the number. */
import { farthest, type Word } from './clause';
import { type Concept, conceptBefore, conceptOf, type Domain, togetherOf } from './lexicon';

/** Costs this close count as equal, then the lexicon's order decides: sums mix what they are with what happens to them. */
const equallyNear: Record<Domain, number> = { people: 0.5, things: 0.5, money: 5 };
/** What the quantity is about says less than its own unit; of a part it says what the whole is. */
const aboutPrice = { part: 7, other: 2 };

/**
 * @param unit terms of the claim's unit
 * @param about terms of what the claim is about
 * @param cost of the way to each word, as `costsFrom` gives it
 * @param part true for a part of a number
 * @param start where the quantity begins: a UTF-16 offset as the words have
 */
export function nearestConcept(
  domain: Domain,
  unit: readonly string[],
  about: readonly string[],
  words: readonly Word[],
  cost: readonly number[],
  part: boolean,
  start: number,
): Concept | null {
  const found = words.flatMap(({ term }, at) => {
    const concept = term ? conceptOf(term, domain) : null;
    const price = (unit.includes(term) ? 0 : (cost[at] ?? 0)) + (concept?.weak ? 6 : 0);
    return concept && price < farthest ? [{ concept, price, at }] : [];
  });
  for (const [terms, base] of [
    [unit, 0],
    [about, part ? aboutPrice.part : aboutPrice.other],
  ] as const) {
    for (const term of terms) {
      const concept = conceptOf(term, domain);
      const at = words.findIndex((word) => word.term === term);
      if (concept) found.push({ concept, price: base + (concept.weak ? 6 : 0), at });
    }
  }
  const before = words.findLastIndex(({ end }) => end <= start);
  const told = conceptBefore(words[before]?.term ?? '', domain);
  if (told) found.push({ concept: told, price: 0, at: before });
  const lowest = Math.min(...found.map(({ price }) => price));
  const [best] = found
    .filter(({ price }) => price <= lowest + equallyNear[domain])
    .sort((a, b) => a.concept.rank - b.concept.rank);
  return best ? withNeighbour(best.concept, domain, best.at, words) : null;
}

/** "killed or wounded": both together. */
function withNeighbour(concept: Concept, domain: Domain, at: number, words: readonly Word[]): Concept {
  for (const step of [2, -2]) {
    const joint = words[at + step / 2]?.lower;
    const other = words[at + step]?.term;
    if (at < 0 || !other || (joint !== 'or' && joint !== 'and')) continue;
    const together = togetherOf(concept.name, conceptOf(other, domain)?.name ?? '');
    if (together) return { ...concept, name: together, weak: false };
  }
  return concept;
}
