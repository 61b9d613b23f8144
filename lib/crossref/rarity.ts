/** How much a term tells: its inverse document frequency, in a news corpus and in the library at hand. */
import background from './background.json';

const frequencies = new Map<string, number>();
for (const [count, terms] of Object.entries(background.byCount)) {
  for (const term of terms.split(' ')) frequencies.set(term, Number(count));
}
/** What a term too rare for the background list counts there. */
const unlisted = 1;

const rarities = new Map([...frequencies].map(([term, count]) => [term, Math.log(background.documents / count)]));
const rarest = Math.log(background.documents / unlisted);

/** Natural logarithm of documents per document with the term; 0 for a term in every document. */
export const backgroundRarity = (term: string): number => rarities.get(term) ?? rarest;

/**
 * Rarity over the background corpus and the library together: a library of ten reports on one war must not take "said"
 * for rare, nor one of ten thousand reports the name of its main subject.
 * @param found in how many of the library's `reports` the key occurs
 */
export function rarity(key: string, found: number, reports: number): number {
  const words = key.includes(':') ? key.slice(key.lastIndexOf(':') + 1).split(' ') : [key];
  // A name is as rare as its rarest word in the background.
  let known = Number.POSITIVE_INFINITY;
  for (const word of words) known = Math.min(known, frequencies.get(word) ?? unlisted);
  return Math.log((background.documents + reports + 1) / (known + found + 1));
}
