/** A sentence around a claim: its words, how far each is from the claim, and where places stand. */
import type { Span } from '../annotation';
import { fold, stem } from './terms';

export interface Word extends Span {
  /** Stem; empty for a punctuation mark. */
  term: string;
  /** As written, folded. */
  lower: string;
  /** What crossing it costs beyond one step. */
  barrier: number;
}

const wordOrMark = /\p{L}[\p{L}\p{M}’'-]*|[,;:—–()"“”]/gu;
/** Words that start a new clause, more or less. */
const joining = new Set(['and', 'or', 'while', 'but', 'as', 'when', 'which', 'who', 'that', 'after', 'before']);

/** Words and punctuation marks of `text` from `start` to `end`, with offsets into `text`. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(wordOrMark)) {
    const [raw] = match;
    const at = start + match.index;
    const mark = /^\P{L}/u.test(raw);
    const lower = mark ? raw : fold(raw).replace(/['’]s?$/u, '');
    const barrier = mark ? (raw === ',' ? 3 : 5) : joining.has(lower) ? 2 : 0;
    words.push({ term: mark ? '' : stem(lower), lower, start: at, end: at + raw.length, barrier });
  }
  return words;
}

/** Words further than this from the number, as costs count, say nothing about it. */
export const farthest = 16;
/** Another number on the way mostly has its own words. */
const crossing = 6;
/** English says what it counts after the number rather than before it. */
const backwards = 2;

/**
 * Cost of the way from a claim to each word of its sentence, 0 inside the claim: a step costs one, punctuation and joining
 * words more, and other claims on the way most.
 */
export function costsFrom(claim: Span, words: readonly Word[], others: readonly Span[]): number[] {
  const cost = new Array<number>(words.length).fill(0);
  const walk = (from: number, step: 1 | -1, base: number) => {
    let way = base;
    let passed =
      step > 0
        ? others.findIndex((other) => other.start >= claim.end)
        : others.findLastIndex((other) => other.end <= claim.start);
    for (let i = from; i >= 0 && i < words.length; i += step) {
      const word = words[i] as Word;
      if (word.start < claim.end && word.end > claim.start) continue;
      for (
        let other = others[passed];
        other && (step > 0 ? other.end <= word.start : other.start >= word.end);
        other = others[passed]
      ) {
        way += crossing;
        passed += step;
      }
      way += 1 + word.barrier;
      cost[i] = way;
    }
  };
  const inside = words.findIndex((word) => word.end > claim.start);
  const middle = inside < 0 ? words.length : inside;
  walk(middle, 1, 0);
  walk(middle - 1, -1, backwards);
  return cost;
}

const locative = new Set(
  'in into to at near around inside across outside from throughout off within reach reached'.split(' '),
);
/** What may stand between preposition and name, besides capitalised words: "in its Lapland region", "to southern Peru". */
const between = new Set(
  'the its their his her a an neighbouring neighboring north south east west northern southern eastern western central north-east north-west south-east south-west northeast northwest southeast southwest northeastern northwestern southeastern southwestern occupied'.split(
    ' ',
  ),
);
/** Words between preposition and name at most. */
const reach = 3;

/** Does a preposition of place lead to the word at `index`? */
export function isLocative(text: string, words: readonly Word[], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - reach); i--) {
    const word = words[i] as Word;
    if (!word.term) return false;
    if (locative.has(word.lower)) return true;
    if (!between.has(word.lower) && !/\p{Lu}/u.test(text[word.start] ?? '')) return false;
  }
  return false;
}

/** The words of a phrase of place right after the claim: "in government-held areas"; empty when there is none. */
export function placeAfter(claim: Span, words: readonly Word[]): Word[] {
  const first = words.findIndex((word) => word.start >= claim.end);
  if (first < 0) return [];
  for (let i = first; i < Math.min(words.length, first + 7); i++) {
    const word = words[i] as Word;
    if (word.barrier) return [];
    if (
      word.lower !== 'in' &&
      word.lower !== 'at' &&
      word.lower !== 'near' &&
      word.lower !== 'around' &&
      word.lower !== 'across'
    )
      continue;
    const phrase: Word[] = [];
    for (let j = i + 1; j < Math.min(words.length, i + 7); j++) {
      const next = words[j] as Word;
      if (next.barrier && next.lower !== 'and') break;
      phrase.push(next);
    }
    return phrase;
  }
  return [];
}
