/** What descriptions say of whom they mean: offices, countries, and words that names and roles say otherwise. */
import type { Actor } from '../annotation';
import type { Document } from '../language/document';
import { countryByName, placeByDemonym } from './countries';
import lexicon from './lexicon/roles.json';
import { fold } from './names';
import { isOrganizationHead, isPersonHead } from './roles';

/** "the Sioux Falls Argus Leader": written large behind a word that is no part of an office, the head is a name's. */
export function isInName(document: Document, { start, end }: { start: number; end: number }, head: string): boolean {
  const found = new RegExp(`(\\p{Lu}[\\p{L}'’-]+) (\\p{Lu}${head.slice(1)})(?!\\p{L})`, 'u').exec(
    document.text.slice(start, end),
  );
  const before = found?.[1]?.toLowerCase() ?? '';
  if (found?.[2]?.toLowerCase() !== head) return false;
  return (
    !offices.has(before) && countryIn([before]) === undefined && !isPersonHead(before) && !isOrganizationHead(before)
  );
}
/** What opens an office that is written large: "the Prime Minister". */
const offices = new Set(
  'prime foreign interior finance defence defense health education home deputy vice first attorney chief general justice police fire press house senate party majority minority supreme federal national state district city union'.split(
    ' ',
  ),
);

/** Bodies of a state that news calls by its name: "the Russian military". */
export const governing = new Set(
  'government military army navy police ministry parliament court media embassy authority intelligence administration delegation side team'.split(
    ' ',
  ),
);

/** What names and roles say by other words than descriptions do: "the airline" is Kenya Airways, "the Kenyan leader" its president. */
export const otherWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lexicon.means).map(([head, parts]) => [head, new Set(parts)]),
);

interface Described {
  /** Words of the name and the roles, lower case. */
  words: ReadonlySet<string>;
  /** Countries that the roles name. */
  countries: ReadonlySet<string>;
}

/** Each actor's words are wanted for many sources: read once. */
const descriptions = new WeakMap<Actor, Described>();

export function readActor(actor: Actor): Described {
  const known = descriptions.get(actor);
  if (known) return known;
  const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const made = {
    words: new Set([actor.name, ...actor.roles].flatMap(split)),
    countries: new Set(actor.roles.flatMap((role) => countryIn(split(role)) ?? [])),
  };
  descriptions.set(actor, made);
  return made;
}

/** The country that a description names by its own name or its people's, of one or two words. */
export function countryIn(words: readonly string[]): string | undefined {
  for (let at = 0; at < words.length; at++) {
    for (const name of [`${words[at]} ${words[at + 1] ?? ''}`.trim(), words[at] as string]) {
      const key = fold(name);
      const country = placeByDemonym(key) ?? countryByName(key);
      if (country) return country;
    }
  }
  return undefined;
}
