/**
 * What lists and embeddings say about a word or a name: its class of similar words (k-means over embeddings, in three grains) and in which
 * lists of names it stands. One file, made by scripts/train/lexicon.ts: a line of JSON, then streams of bytes (key differences as LEB128,
 * flags, low and high bytes of the classes, the latter with the gender of given names in the two upper bits, classes of aptness). Keys are the upper bits of the hash of the lower-case word, or of the words of a name.
 */
import { hashText, mix } from './tagger/hash';
import { checksumOf } from './tagger/model';
import { newSlot, type Word } from './words';

export const GIVEN_OR_LAST_NAME = 1;
export const CITY = 2;
export const BIG_CITY = 4;
export const COUNTRY = 8;
export const DEMONYM = 16;
export const ORGANIZATION = 32;
/** A name of more than one word starts with this word. */
export const OPENS_NAME = 64;
/** Also an everyday word of English. */
export const EVERYDAY = 128;

/** What a given name says of its bearer; both bits for names of either. */
export const MALE = 1;
export const FEMALE = 2;

export const gazetteerBits = 27;

export interface GazetteerHeader {
  format: 'claimbook-lexicon-2';
  entries: number;
  keyBytes: number;
  /** Coarser classes of each fine class. */
  middle: number[];
  coarse: number[];
  checksum: string;
}

export interface Gazetteer {
  keys: Int32Array;
  places: Int32Array;
  mask: number;
  flags: Uint8Array;
  /** Class + 1; 0 for a word without a vector. */
  classes: Uint16Array;
  /** What kind of name the word is apt to stand in, as a class + 1; 0 for a word without a vector. */
  apt: Uint8Array;
  /** MALE, FEMALE or both, for given names; 0 where nothing is known. */
  gender: Uint8Array;
  middle: Uint16Array;
  coarse: Uint16Array;
  slot: number;
  checksum: string;
}

/** What the gazetteer says of one word. Classes are 0 for none. */
export interface WordFacts {
  fine: number;
  middle: number;
  coarse: number;
  flags: number;
  apt: number;
}

/** Hash of a name of several words, grown word by word. */
export const nameHash = (before: number, lowerHash: number): number => mix(before, lowerHash);

/** @throws Error that names the file when the bytes are damaged. */
export function decodeGazetteer(file: string, bytes: Uint8Array): Gazetteer {
  const end = bytes.indexOf(10);
  let header: GazetteerHeader;
  try {
    header = JSON.parse(
      new Array(Math.max(end, 0))
        .fill(0)
        .map((_, at) => String.fromCharCode(bytes[at] ?? 0))
        .join(''),
    ) as GazetteerHeader;
  } catch {
    throw new Error(`${file} is no lexicon: its header cannot be read`);
  }
  if (header.format !== 'claimbook-lexicon-2') throw new Error(`${file} is a lexicon of another format`);
  const body = bytes.subarray(end + 1);
  if (checksumOf(body) !== header.checksum)
    throw new Error(`${file} is damaged: its checksum is not ${header.checksum}`);
  let capacity = 1024;
  while (capacity < header.entries * 2) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Int32Array(capacity);
  const places = new Int32Array(capacity);
  const { entries, keyBytes } = header;
  const flags = body.slice(keyBytes, keyBytes + entries);
  const apt = body.slice(keyBytes + entries * 3, keyBytes + entries * 4);
  const classes = new Uint16Array(entries);
  const gender = new Uint8Array(entries);
  let at = 0;
  let key = 0;
  for (let entry = 0; entry < entries; entry++) {
    let shift = 0;
    let byte: number;
    let delta = 0;
    do {
      byte = body[at++] ?? 0;
      delta |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    key += delta;
    let place = Math.imul(key, 0x9e3779b1) >>> 7;
    while (keys[place & mask] !== 0) place++;
    keys[place & mask] = key + 1;
    places[place & mask] = entry;
    const high = body[keyBytes + entries * 2 + entry] ?? 0;
    classes[entry] = (body[keyBytes + entries + entry] ?? 0) | ((high & 63) << 8);
    gender[entry] = high >> 6;
  }
  return {
    keys,
    places,
    mask,
    flags,
    classes,
    apt,
    gender,
    middle: Uint16Array.from(header.middle),
    coarse: Uint16Array.from(header.coarse),
    slot: newSlot(),
    checksum: header.checksum,
  };
}

/** @returns index of the entry, -1 when the hash is in no list. */
export function findEntry(gazetteer: Gazetteer, hash: number): number {
  const key = hash >>> (32 - gazetteerBits);
  const { keys, mask } = gazetteer;
  let place = Math.imul(key, 0x9e3779b1) >>> 7;
  for (;;) {
    const found = keys[place & mask];
    if (found === key + 1) return gazetteer.places[place & mask] ?? -1;
    if (found === 0) return -1;
    place++;
  }
}

/** Flags of a name by its hash; 0 when it is in no list. */
export function flagsOf(gazetteer: Gazetteer, hash: number): number {
  const entry = findEntry(gazetteer, hash);
  return entry < 0 ? 0 : (gazetteer.flags[entry] ?? 0);
}

export function factsOf(gazetteer: Gazetteer, word: Word): WordFacts {
  const known = word.cache[gazetteer.slot];
  if (known !== undefined) return known as WordFacts;
  const entry = findEntry(gazetteer, hashText(word.lower));
  const fine = entry < 0 ? 0 : (gazetteer.classes[entry] ?? 0);
  const facts: WordFacts = {
    fine,
    middle: fine === 0 ? 0 : (gazetteer.middle[fine - 1] ?? 0) + 1,
    coarse: fine === 0 ? 0 : (gazetteer.coarse[fine - 1] ?? 0) + 1,
    flags: entry < 0 ? 0 : (gazetteer.flags[entry] ?? 0),
    apt: entry < 0 ? 0 : (gazetteer.apt[entry] ?? 0),
  };
  word.cache[gazetteer.slot] = facts;
  return facts;
}

/** What a given name (lower case) says of its bearer: MALE, FEMALE, both or 0. */
export function genderOfName(gazetteer: Gazetteer, lower: string): number {
  const entry = findEntry(gazetteer, hashText(lower));
  return entry < 0 ? 0 : (gazetteer.gender[entry] ?? 0);
}
