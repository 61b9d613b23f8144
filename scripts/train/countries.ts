/**
 * Writes lib/actors/lexicon/countries.json from the npm package world-countries (ODbL) and the additions in countries-extra.json:
 * npx tsx scripts/train/countries.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Country {
  name: { common: string; official: string };
  demonyms: { eng?: { m: string; f: string } };
  capital: string[];
  altSpellings: string[];
}
interface Entry {
  name: string;
  names: string[];
  demonyms: string[];
  capitals: string[];
}

const require = createRequire(import.meta.url);
const countries = JSON.parse(readFileSync(require.resolve('world-countries/countries.json'), 'utf8')) as Country[];
const extra = JSON.parse(readFileSync(new URL('countries-extra.json', import.meta.url), 'utf8')) as {
  add: Record<
    string,
    { names?: string[]; demonyms?: string[]; capitals?: string[]; without?: string[]; notNames?: string[] }
  >;
};

const entries = new Map<string, Entry>();
for (const { name, demonyms, capital, altSpellings } of countries) {
  const english = [demonyms.eng?.m, demonyms.eng?.f].flatMap((text) => (text ? text.split(/, | or /) : []));
  entries.set(name.common, {
    name: name.common,
    names: [name.official, ...altSpellings.filter((text) => /^[A-Z][A-Za-z' -]{3,}$/.test(text) && text.length > 4)],
    demonyms: english,
    capitals: capital,
  });
}
for (const [name, { names = [], demonyms = [], capitals = [], without = [], notNames = [] }] of Object.entries(
  extra.add,
)) {
  const entry = entries.get(name) ?? { name, names: [], demonyms: [], capitals: [] };
  entry.names = [...entry.names, ...names].filter((text) => !without.includes(text) && !notNames.includes(text));
  entry.demonyms = [...entry.demonyms, ...demonyms].filter((text) => !without.includes(text));
  entry.capitals = [...entry.capitals, ...capitals].filter((text) => !without.includes(text));
  entries.set(name, entry);
}
const rows = [...entries.values()].map((entry) => ({
  name: entry.name,
  names: [...new Set(entry.names)].filter((text) => text !== entry.name),
  demonyms: [...new Set(entry.demonyms)],
  capitals: [...new Set(entry.capitals)],
}));
writeFileSync(
  new URL('../../lib/actors/lexicon/countries.json', import.meta.url),
  `{\n  "origin": "npm package world-countries (mledoze/countries, ODbL) with additions of our own: scripts/train/countries.ts",\n  "countries": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}\n`,
);
console.log(`${rows.length} countries and regions`);
