/**
 * The same text told again: fingerprints by which copied passages are found in a large library, and the passages themselves.
 *
 * Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every `window` neighbouring shingles of
 * `shingle` words, the one with the smallest hash. Two texts that share `window + shingle - 1` words in a row share a fingerprint.
 */
import type { Span } from '../annotation';
import { fold } from './terms';

/** Words hashed together: six words in a row are seldom the same by chance. */
const shingle = 6;
/** With it, 21 words in a row, about a sentence of an agency's text, are always found. */
const window = 16;
/** A text of about 8,000 words has so many; what is longer is known by its beginning. */
const printsKept = 1000;

interface Token extends Span {
  word: string;
}

const wordOrNumber = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordOrNumber))
    tokens.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
  return tokens;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Hashes of every `size` words in a row, 32 bits, rolling (Karp and Rabin). */
function shinglesOf(tokens: readonly Token[], size: number): Uint32Array {
  const base = 0x2c1b3c6d;
  let out = 1;
  for (let i = 1; i < size; i++) out = Math.imul(out, base);
  const hashes = tokens.map(({ word }) => hashOf(word));
  const rolled = new Uint32Array(Math.max(0, tokens.length - size + 1));
  let hash = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (i >= size) hash = (hash - Math.imul(hashes[i - size] as number, out)) | 0;
    hash = (Math.imul(hash, base) + (hashes[i] as number)) | 0;
    // The low bits of a product mix badly: winnowing must not prefer some words.
    if (i >= size - 1) rolled[i - size + 1] = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  }
  return rolled;
}

/** Fingerprints of a text, each once; 32-bit whole numbers. Time is linear in the text's length. */
export function printsOf(text: string): number[] {
  const hashes = shinglesOf(tokensOf(text), shingle);
  const prints = new Set<number>();
  if (hashes.length > 0 && hashes.length <= window) return [hashes.reduce((a, b) => Math.min(a, b))];
  // The window's smallest hash: indexes of candidates, their hashes ascending.
  const candidates: number[] = [];
  let first = 0;
  for (let i = 0; i < hashes.length && prints.size < printsKept; i++) {
    const hash = hashes[i] as number;
    while (candidates.length > first && (hashes[candidates.at(-1) as number] as number) >= hash) candidates.pop();
    candidates.push(i);
    if ((candidates[first] as number) <= i - window) first++;
    if (i >= window - 1) prints.add(hashes[candidates[first] as number] as number);
  }
  return [...prints];
}

export interface SharedPassage {
  a: Span;
  b: Span;
  words: number;
}

/** Words in a row that make a passage, as few as a short sentence's. */
const leastWords = 10;
/** So many words may be changed, added or left out within one passage. */
const edited = 4;

/**
 * Passages that two texts have in common but for small edits, in the order of `a`. Time is linear in the texts' lengths as long as
 * they do not repeat themselves; of a passage that stands in `b` more than once, the first is taken.
 */
export function sharedPassages(a: string, b: string): SharedPassage[] {
  const [tokensA, tokensB] = [tokensOf(a), tokensOf(b)];
  const places = new Map<number, number>();
  for (const [at, hash] of shinglesOf(tokensB, shingle).entries()) if (!places.has(hash)) places.set(hash, at);
  const hashes = shinglesOf(tokensA, shingle);
  const runs: { a: number; b: number; length: number }[] = [];
  for (let i = 0; i < hashes.length; ) {
    const at = places.get(hashes[i] as number);
    let length = 0;
    if (at !== undefined)
      while (tokensA[i + length]?.word === tokensB[at + length]?.word && i + length < tokensA.length) length++;
    if (at === undefined || length < shingle) {
      i++;
      continue;
    }
    const last = runs.at(-1);
    const [gapA, gapB] = last ? [i - last.a - last.length, at - last.b - last.length] : [edited + 1, 0];
    if (last && gapA <= edited && gapB >= 0 && gapB <= edited) last.length = Math.max(i - last.a, at - last.b) + length;
    else runs.push({ a: i, b: at, length });
    i += length;
  }
  const span = (tokens: readonly Token[], from: number, length: number): Span => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[Math.min(from + length, tokens.length) - 1]?.end ?? 0,
  });
  return runs
    .filter(({ length }) => length >= leastWords)
    .map(({ a: from, b: at, length }) => ({
      a: span(tokensA, from, length),
      b: span(tokensB, at, length),
      words: length,
    }));
}

/** Which part of a text's words stands in `passages`, 0 to 1. */
export function shareOf(text: string, passages: readonly SharedPassage[]): number {
  const all = tokensOf(text).length;
  return all ? Math.min(1, passages.reduce((sum, { words }) => sum + words, 0) / all) : 0;
}

/** Part of the shorter sentence's words that must stand in the other in the same order, three by three. */
const leastLikeness = 0.5;
/** Shorter sentences are alike by chance: "52 people were killed." */
const leastSentence = 9;
const trigram = 3;

/** Do two sentences say the same in the same words, so that one is the other copied or slightly edited? */
export function isCopiedSentence(a: string, b: string): boolean {
  const [tokensA, tokensB] = [tokensOf(a.slice(0, 2000)), tokensOf(b.slice(0, 2000))];
  if (Math.min(tokensA.length, tokensB.length) < leastSentence) return false;
  const [inA, inB] = [new Set(shinglesOf(tokensA, trigram)), new Set(shinglesOf(tokensB, trigram))];
  let shared = 0;
  for (const hash of inA) if (inB.has(hash)) shared++;
  return shared >= leastLikeness * Math.min(inA.size, inB.size);
}
