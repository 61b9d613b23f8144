/** What several claims together count, in parts for an interface to put into its own language. */
import { conceptOf } from './lexicon';
import { placesOf, type Sense } from './sense';
import { termsOf } from './terms';
import { nameOf, plural } from './why';

export interface Counted {
  /** What is counted or measured, as most of the texts write it: "soldiers"; null where they have no word of their own for it. */
  noun: string | null;
  /** What happened to it, or what the sum is: a concept of the lexicon, "dead"; null when nothing says. */
  concept: string | null;
  /** Does the concept say more of the noun ("buildings destroyed"), or name what is counted by itself ("deaths")? */
  joined: boolean;
  /** Whose number it is: a name; null when nobody's in particular. */
  owner: string | null;
  /** Where, as most of the claims say: names. */
  places: string[];
  /** Which side of a conflict, by the lexicon's name for it; null when most do not say. */
  side: string | null;
}

/** Words that stand for what was counted before. */
const pronouns = new Set(['them', 'these', 'those', 'others', 'more', 'us', 'it']);
/** Nouns that say no more than that people are counted. */
const anybody = new Set(['people', 'person', 'persons', 'individuals', 'others']);

/** The value that occurs most, the first of equals; null when none occurs, or (`least`) in too few. */
function most(values: readonly (string | null)[], least = 1): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= least ? first[0] : null;
}

/** The noun a claim writes, without names: those stand beside it as places. */
function nounOf({ claim, dimension, concept }: Sense): string | null {
  const { name, kind, text } = claim.unit;
  if (kind !== 'count') return claim.about?.text ?? null;
  const noun = (text || plural(name)).replace(/^(?:\p{Lu}[\p{L}'’-]*\s+)+(?=\p{Ll})/u, '');
  if (!noun || pronouns.has(noun.toLowerCase()) || anybody.has(noun.toLowerCase())) return null;
  // "deaths" says what the concept says already.
  const domain = dimension === 'people' ? 'people' : 'things';
  return concept !== null && termsOf(noun).some((term) => conceptOf(term, domain)) ? null : noun;
}

/** @param senses of claims that were found to count the same; at least one */
export function countedOf(senses: readonly Sense[]): Counted {
  const majority = Math.floor(senses.length / 2) + 1;
  const [first] = senses;
  // Of many claims, one alone is no witness: its noun may be what the engine took up from another sentence.
  const noun = most(senses.map(nounOf), senses.length > 2 ? 2 : 1);
  const strong = most(senses.map(({ weak, concept }) => (weak ? null : concept)));
  // "troops sent" says no more than "troops"; without a noun it has to do.
  const concept = strong ?? (noun === null ? most(senses.map((sense) => sense.concept)) : null);
  const places = new Map<string, number>();
  for (const sense of senses)
    for (const key of placesOf(sense)) if (key.includes(':')) places.set(key, (places.get(key) ?? 0) + 1);
  const sum = first?.claim.unit.kind !== 'count' && concept !== null;
  const owner = sum
    ? most(
        senses.map((sense) => sense.owner),
        majority,
      )
    : null;
  return {
    noun:
      noun ??
      (concept === null
        ? most(
            senses.map(({ claim }) =>
              claim.unit.kind === 'count' ? claim.unit.text || plural(claim.unit.name) : claim.unit.name,
            ),
          )
        : null),
    concept,
    joined: noun !== null && strong !== null && first?.dimension === 'things',
    owner: owner === null ? null : nameOf(owner),
    places: [...places].filter(([, count]) => count >= majority).map(([key]) => nameOf(key)),
    side: most(
      senses.map(({ side }) => side),
      majority,
    ),
  };
}
