/** Countries and regions by any of their names, and by what their people are called. */
import lexicon from './lexicon/countries.json';
import { fold } from './names';

const byName = new Map<string, string>();
const byDemonym = new Map<string, string>();
for (const { name, names, demonyms } of lexicon.countries) {
  for (const text of [name, ...names]) {
    const key = fold(text.replace(/^the /i, ''));
    if (!byName.has(key)) byName.set(key, name);
  }
  for (const text of demonyms) {
    for (const form of [text, `${text}s`]) if (!byDemonym.has(fold(form))) byDemonym.set(fold(form), name);
  }
}
const capitals = new Set(lexicon.countries.flatMap((country) => country.capitals.map(fold)));
for (const alsoNames of [
  'victoria',
  'kingston',
  'santiago',
  'stanley',
  'hamilton',
  'georgetown',
  'jamestown',
  'douglas',
  'sofia',
  'roseau',
  'alofi',
  'male',
  'apia',
  'bern',
  'san marino',
]) {
  capitals.delete(alsoNames);
}

/** @returns whether a folded name is a capital city that is no common name of persons */
export const isCapital = (folded: string): boolean => capitals.has(folded);

// The plain name wins over an alias of another country ("Guinea", "Congo").
for (const { name } of lexicon.countries) byName.set(fold(name), name);

/** @param folded a name through `fold`. @returns the country's common name, or undefined */
export const countryByName = (folded: string): string | undefined => byName.get(folded);

/** @returns the place whose people or things are called so: "north koreans" -> "North Korea" */
export const placeByDemonym = (folded: string): string | undefined => byDemonym.get(folded);
