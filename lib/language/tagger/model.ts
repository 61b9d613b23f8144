/**
 * The weights of one tagger and their file. A file is a line of JSON (`ModelHeader`), a line break, and then streams of bytes one
 * after another, each stream of one kind so that gzip does well: the sorted feature keys as differences (LEB128), the number of
 * weights of each feature, their labels, their values (int8); last the transitions (int16, little-endian, labels x labels, then
 * starts and ends).
 */

export interface ModelHeader {
  format: 'claimbook-tagger-1';
  name: string;
  labels: string[];
  /** Features are kept by the upper `bits` bits of their hash. */
  bits: number;
  features: number;
  weights: number;
  keyBytes: number;
  /** FNV-1a of all bytes after the header, in hexadecimal. */
  checksum: string;
  /** One step of the integers, in the learner's log-odds; for those who want probabilities. */
  scale: number;
}

export interface Model {
  name: string;
  labels: readonly string[];
  bits: number;
  scale: number;
  /** One bit for each value of the upper `sieveBits` bits of a feature; 0 where no feature has weights. Most have none. */
  sieve: Int32Array;
  /** Open addressing, two numbers a place: key + 1, 0 for an empty place; then where its weights start in `entries` times 32, plus how many they are. */
  places: Int32Array;
  mask: number;
  /** The weights that are not 0, as label * 256 + (weight & 255). */
  entries: Int16Array;
  /** [from * labels + to]; then labels starts, then labels ends. */
  transitions: Int32Array;
  checksum: string;
}

/** What training hands over. `keys` ascending; `weights` dense, rounded to -127..127. */
export interface TrainedWeights {
  name: string;
  labels: readonly string[];
  bits: number;
  scale: number;
  keys: Int32Array;
  weights: Int8Array;
  transitions: Int16Array;
}

/** Bits of a feature by which most are told to have no weights: as many as make a table that fits a processor's nearer cache. */
const sieveBits = 20;

export function checksumOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function encodeModel(trained: TrainedWeights): Uint8Array {
  const { labels, keys, weights, transitions } = trained;
  const size = labels.length;
  const keyStream: number[] = [];
  const counts = new Uint8Array(keys.length);
  const names: number[] = [];
  const values: number[] = [];
  let previous = 0;
  for (let row = 0; row < keys.length; row++) {
    let delta = (keys[row] ?? 0) - previous;
    previous = keys[row] ?? 0;
    while (delta > 127) {
      keyStream.push((delta & 127) | 128);
      delta >>>= 7;
    }
    keyStream.push(delta);
    for (let label = 0; label < size; label++) {
      const weight = weights[row * size + label] ?? 0;
      if (weight === 0) continue;
      counts[row] = (counts[row] ?? 0) + 1;
      names.push(label);
      values.push(weight & 255);
    }
  }
  const body = new Uint8Array(keyStream.length + counts.length + names.length * 2 + transitions.length * 2);
  let at = 0;
  for (const stream of [keyStream, counts, names, values]) {
    body.set(stream, at);
    at += stream.length;
  }
  for (const value of transitions) {
    body[at++] = value & 255;
    body[at++] = (value >> 8) & 255;
  }
  const header: ModelHeader = {
    format: 'claimbook-tagger-1',
    name: trained.name,
    labels: [...labels],
    bits: trained.bits,
    features: keys.length,
    weights: names.length,
    keyBytes: keyStream.length,
    scale: trained.scale,
    checksum: checksumOf(body),
  };
  const head = Uint8Array.from(`${JSON.stringify(header)}\n`, (character) => character.charCodeAt(0));
  const file = new Uint8Array(head.length + body.length);
  file.set(head);
  file.set(body, head.length);
  return file;
}

/** @throws Error that names the file when the bytes are no model or are damaged. */
export function decodeModel(file: string, bytes: Uint8Array): Model {
  const end = bytes.indexOf(10);
  let header: ModelHeader;
  try {
    header = JSON.parse(String.fromCharCode(...bytes.subarray(0, Math.max(end, 0)))) as ModelHeader;
  } catch {
    throw new Error(`${file} is not a tagger model: its header cannot be read`);
  }
  if (header.format !== 'claimbook-tagger-1')
    throw new Error(`${file} is a model of another format (${header.format})`);
  const body = bytes.subarray(end + 1);
  if (checksumOf(body) !== header.checksum)
    throw new Error(`${file} is damaged: its checksum is not ${header.checksum}`);
  const size = header.labels.length;
  let capacity = 1024;
  while (capacity < header.features * 2) capacity *= 2;
  const mask = capacity - 1;
  const places = new Int32Array(capacity * 2);
  const entries = new Int16Array(header.weights);
  const sieve = new Int32Array(1 << (sieveBits - 5));
  const countsAt = header.keyBytes;
  let labelAt = countsAt + header.features;
  let valueAt = labelAt + header.weights;
  let at = 0;
  let key = 0;
  let entry = 0;
  for (let row = 0; row < header.features; row++) {
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
    while (places[(place & mask) * 2] !== 0) place++;
    const count = body[countsAt + row] ?? 0;
    places[(place & mask) * 2] = key + 1;
    places[(place & mask) * 2 + 1] = entry * 32 + count;
    const upper = key >>> (header.bits - sieveBits);
    sieve[upper >>> 5] = (sieve[upper >>> 5] ?? 0) | (1 << (upper & 31));
    for (let left = count; left > 0; left--) entries[entry++] = ((body[labelAt++] ?? 0) << 8) | (body[valueAt++] ?? 0);
  }
  const transitions = new Int32Array(size * size + size * 2);
  let from = countsAt + header.features + header.weights * 2;
  for (let index = 0; index < transitions.length; index++, from += 2) {
    transitions[index] = (((body[from] ?? 0) | ((body[from + 1] ?? 0) << 8)) << 16) >> 16;
  }
  return {
    name: header.name,
    labels: header.labels,
    bits: header.bits,
    scale: header.scale,
    sieve,
    places,
    mask,
    entries,
    transitions,
    checksum: header.checksum,
  };
}

/** Adds the weights of `features[0..count)` to `scores[at ...]`, one a label. */
export function addFeatures(model: Model, features: Int32Array, count: number, scores: Int32Array, at: number): void {
  const { sieve, places, mask, entries } = model;
  const shift = 32 - model.bits;
  for (let index = 0; index < count; index++) {
    const feature = features[index] as number;
    const upper = feature >>> (32 - sieveBits);
    if (((sieve[upper >>> 5] as number) & (1 << (upper & 31))) === 0) continue;
    const key = feature >>> shift;
    let place = Math.imul(key, 0x9e3779b1) >>> 7;
    let found = places[(place & mask) * 2] as number;
    while (found !== 0 && found !== key + 1) {
      place++;
      found = places[(place & mask) * 2] as number;
    }
    if (found === 0) continue;
    const packed = places[(place & mask) * 2 + 1] as number;
    const start = packed >>> 5;
    for (let entry = start, end = start + (packed & 31); entry < end; entry++) {
      const value = entries[entry] as number;
      const target = at + (value >> 8);
      scores[target] = (scores[target] as number) + ((value << 24) >> 24);
    }
  }
}
