/** Features by which the first and last token of a cue's source are chosen, and what those of contents share with them. A boundary at `at` lies before token `at`. */

import { hashText } from '../../language/tagger/hash';
import { step } from './cue-features';
import { mix } from './hash';
import { POS, type View } from './view';

/** No boundary has more features than this. */
export const maximumSpanFeatures = 64;

/** What is the same for every boundary that is judged for one cue. */
export interface CueContext {
  readonly cue: number;
  readonly sentence: number;
  readonly stem: number;
  /** Class of similar words. */
  readonly kind: number;
  readonly tag: number;
  readonly suffix: number;
  readonly nextWord: number;
  readonly nextTag: number;
  readonly previousWord: number;
  readonly previousTag: number;
  readonly quote: number;
  /** Quotations in the cue's sentence before and after it, and how the sentences around begin and end. */
  readonly quotes: number;
}

export const at = (array: Int32Array | Uint8Array, index: number, outside: number): number => array[index] ?? outside;
const by = hashText('by') | 0;
/** Before the first and after the last token stands, as it were, a full stop. */
export const stop = hashText('.') | 0;

export function cueContext(view: View, cue: number): CueContext {
  const { word, pos, quote, quotesBefore } = view;
  const sentence = view.sentence[cue] ?? 0;
  const { sentences } = view.document;
  const own = sentences[sentence];
  const next = sentences[sentence + 1];
  const previous = sentences[sentence - 1];
  let quotes = 0;
  if (own) {
    const { first, last, paragraph } = own;
    const marks = (from: number, to: number) => (quotesBefore[to] ?? 0) - (quotesBefore[from] ?? 0);
    const insideAt = (index: number) => at(quote, index, 0) > 0;
    if (marks(first, cue) > 0 || insideAt(first)) quotes += 1;
    if (marks(cue + 1, last) > 0 || insideAt(last - 1)) quotes += 2;
    quotes +=
      4 * (next ? (quote[last] === 2 ? 1 : quote[last] === 1 ? 2 : 0) + (next.paragraph !== paragraph ? 3 : 0) : 6);
    quotes += 32 * (previous ? at(quote, first - 1, 0) + (previous.paragraph !== paragraph ? 4 : 0) : 8);
    quotes +=
      512 *
      (view.tokens[last - 1]?.lower === ':'
        ? 1
        : at(quote, last - 1, 0) === 3
          ? 2
          : at(quote, last - 1, 0) === 1
            ? 3
            : 0);
  }
  return {
    cue,
    sentence,
    stem: at(view.stem, cue, 0),
    kind: view.middle[cue] ?? 0,
    tag: at(pos, cue, POS.PUNCT),
    suffix: at(view.suffix, cue, 0),
    nextWord: at(word, cue + 1, stop),
    nextTag: at(pos, cue + 1, POS.PUNCT),
    previousWord: at(word, cue - 1, stop),
    previousTag: at(pos, cue - 1, POS.PUNCT),
    quote: at(quote, cue, 0),
    quotes,
  };
}

const counted = (before: Int32Array, from: number, to: number, most: number): number => {
  const number = (before[to] ?? 0) - (before[from] ?? 0);
  return Math.min(number, most);
};

/** What stands between two boundaries: commas, verbs, quotation marks, other breaks, subordinators. */
export function between(view: View, from: number, to: number): number {
  return (
    counted(view.commasBefore, from, to, 3) +
    4 * counted(view.verbsBefore, from, to, 2) +
    12 * counted(view.quotesBefore, from, to, 3) +
    48 * counted(view.breaksBefore, from, to, 1) +
    96 * counted(view.subordinatorsBefore, from, to, 1)
  );
}

/** 0 none, 1 a sentence starts at the boundary, 3 a paragraph does. */
export function startsAt(view: View, boundary: number): number {
  const { sentences } = view.document;
  if (boundary >= view.size) return 3;
  const index = view.sentence[boundary] ?? 0;
  const sentence = sentences[index];
  if (!sentence || sentence.first !== boundary) return 0;
  return sentences[index - 1]?.paragraph === sentence.paragraph ? 1 : 3;
}

export const sentenceShift = (view: View, boundary: number, sentence: number): number =>
  Math.max(-4, Math.min(6, (view.sentence[Math.min(boundary, view.size - 1)] ?? 0) - sentence));

/** Writes what is true of a boundary whatever the cue. @returns the new count */
function localFeatures(view: View, boundary: number, base: number, out: Int32Array, from: number): number {
  const { word, pos, shape, quote, stem } = view;
  let count = from;
  const here = at(word, boundary, stop);
  const before = at(word, boundary - 1, stop);
  const tag = at(pos, boundary, POS.PUNCT);
  const tagBefore = at(pos, boundary - 1, POS.PUNCT);
  out[count++] = mix(here, base + 1);
  out[count++] = mix(before, base + 2);
  out[count++] = mix(mix(tag, tagBefore), base + 3);
  out[count++] = mix(mix(here, before), base + 4);
  out[count++] = mix(mix(mix(tag, at(pos, boundary + 1, POS.PUNCT)), tagBefore), base + 5);
  out[count++] = mix(
    mix(
      at(shape, boundary, 7) * 8 + at(shape, boundary - 1, 7),
      at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0),
    ),
    base + 6,
  );
  out[count++] = mix(mix(at(word, boundary - 2, stop), before), base + 7);
  out[count++] = mix(mix(here, at(word, boundary + 1, stop)), base + 8);
  out[count++] = mix(mix(tagBefore, at(pos, boundary - 2, POS.PUNCT)), base + 9);
  out[count++] = mix(at(stem, boundary - 1, stop), base + 10);
  out[count++] = mix(mix(at(stem, boundary, stop), tagBefore), base + 11);
  out[count++] = mix(mix(view.coarse[boundary] ?? 0, tagBefore), base + 12);
  out[count++] = mix(mix(view.middle[boundary - 1] ?? 0, tag), base + 13);
  return count;
}

/** Writes how a boundary stands to the cue. @returns the new count */
function relativeFeatures(
  view: View,
  cue: CueContext,
  boundary: number,
  base: number,
  out: Int32Array,
  from: number,
): number {
  const { word, pos, quote } = view;
  let count = from;
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const gap = mix(side, between(view, Math.min(boundary, cue.cue), side === 0 ? cue.cue : boundary));
  const here = at(word, boundary, stop);
  const before = at(word, boundary - 1, stop);
  const local = mix(at(pos, boundary, POS.PUNCT), at(pos, boundary - 1, POS.PUNCT));
  const mixed = mix(before, at(pos, boundary, POS.PUNCT));
  const place = side * 20 + step(distance);
  const shift = mix(sentenceShift(view, boundary, cue.sentence) * 8 + startsAt(view, boundary), side);
  const marks = at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);
  out[count++] = mix(place, base + 1);
  out[count++] = mix(gap, base + 2);
  out[count++] = mix(mix(place, local), base + 3);
  out[count++] = mix(mix(place, cue.stem), base + 4);
  out[count++] = mix(mix(gap, local), base + 5);
  out[count++] = mix(mix(mix(place, cue.nextTag), cue.previousTag), base + 6);
  out[count++] = mix(mix(mix(side, cue.stem), local), base + 7);
  out[count++] = mix(mix(mix(side, cue.stem), mixed), base + 8);
  out[count++] = mix(shift, base + 9);
  out[count++] = mix(mix(shift, cue.quote * 16 + marks), base + 10);
  out[count++] = mix(mix(gap, marks), base + 11);
  out[count++] = mix(mix(mix(side, marks), cue.stem), base + 12);
  out[count++] = mix(mix(mix(place, marks), cue.nextTag), base + 13);
  out[count++] = mix(mix(mix(gap, cue.nextTag), at(pos, boundary, POS.PUNCT)), base + 14);
  out[count++] = mix(mix(mix(side, cue.nextWord), mixed), base + 15);
  out[count++] = mix(mix(mix(side, cue.previousWord), mixed), base + 16);
  out[count++] = mix(mix(place, here), base + 17);
  out[count++] = mix(mix(place, before), base + 18);
  out[count++] = mix(mix(place, gap), base + 19);
  out[count++] = mix(mix(shift, mix(cue.nextTag, cue.quote)), base + 20);
  out[count++] = mix(mix(mix(place, cue.tag), local), base + 21);
  out[count++] = mix(mix(mix(gap, cue.tag), mix(local, cue.previousTag)), base + 22);
  out[count++] = mix(mix(mix(side, cue.kind), mixed), base + 23);
  out[count++] = mix(mix(place, cue.kind), base + 24);
  return count;
}

/** What speaks for a source's start at `boundary` whatever the cue. @returns the number of features written */
export const localSourceStart = (view: View, boundary: number, out: Int32Array): number =>
  localFeatures(view, boundary, 100, out, 0);

/** A source of this cue may start at `boundary`: the features that `localSourceStart` lacks. @returns the new count */
export const sourceStartToCue = (
  view: View,
  cue: CueContext,
  boundary: number,
  out: Int32Array,
  from: number,
): number => relativeFeatures(view, cue, boundary, 200, out, from);

/** The cue has no source. @returns the number of features written */
export function noSourceFeatures(view: View, cue: CueContext, out: Int32Array): number {
  let count = 0;
  const sentence = view.document.sentences[cue.sentence];
  const beforeThat = at(view.word, cue.cue - 2, stop);
  let passive = 0;
  for (let index = cue.cue + 1; index < Math.min(sentence?.last ?? 0, cue.cue + 8); index++)
    if (view.word[index] === by) passive = 1;
  out[count++] = mix(0, 301);
  out[count++] = mix(cue.stem, 302);
  out[count++] = mix(cue.tag, 303);
  out[count++] = mix(mix(cue.stem, cue.nextTag), 304);
  out[count++] = mix(mix(cue.stem, cue.previousTag), 305);
  out[count++] = mix(cue.previousWord, 306);
  out[count++] = mix(cue.nextWord, 307);
  out[count++] = mix(beforeThat, 308);
  out[count++] = mix(mix(cue.previousWord, beforeThat), 309);
  out[count++] = mix(mix(cue.tag, mix(cue.previousTag, cue.nextTag)), 310);
  out[count++] = mix(mix(cue.previousWord, cue.suffix), 311);
  out[count++] = mix(mix(at(view.shape, cue.cue, 0), at(view.word, cue.cue, 0)), 312);
  out[count++] = mix(cue.quote, 313);
  out[count++] = mix(mix(at(view.pos, cue.cue - 2, POS.PUNCT), mix(cue.previousTag, cue.suffix)), 314);
  out[count++] = mix(passive, 315);
  out[count++] = mix(mix(passive, cue.suffix), 316);
  out[count++] = mix(mix(cue.cue === sentence?.first ? 1 : 0, cue.suffix), 317);
  out[count++] = mix(mix(mix(passive, cue.previousTag), cue.suffix), 318);
  out[count++] = mix(mix(cue.stem, cue.previousWord), 319);
  out[count++] = mix(mix(mix(cue.suffix, cue.tag), cue.previousTag), 320);
  out[count++] = mix(cue.kind, 321);
  return count;
}

/** What speaks for a source's end at `boundary` whatever the cue. @returns the number of features written */
export const localSourceEnd = (view: View, boundary: number, out: Int32Array): number =>
  localFeatures(view, boundary, 400, out, 0);

/** The source of this cue that starts at `start` may end before `boundary`: the features that `localSourceEnd` lacks. @returns the new count */
export function sourceEndToCue(
  view: View,
  cue: CueContext,
  start: number,
  boundary: number,
  out: Int32Array,
  from: number,
): number {
  const { word, pos, shape } = view;
  let count = relativeFeatures(view, cue, boundary, 500, out, from);
  const side = start <= cue.cue ? 0 : 1;
  const touch = boundary === cue.cue ? 1 : boundary === cue.cue - 1 ? 2 : 0;
  const inside = between(view, start, boundary);
  const length = step(boundary - start);
  const lastWord = at(word, boundary - 1, stop);
  const lastTag = at(pos, boundary - 1, POS.PUNCT);
  const next = at(word, boundary, stop);
  const nextTag = at(pos, boundary, POS.PUNCT);
  const tags = mix(lastTag, nextTag);
  out[count++] = mix(length, 601);
  out[count++] = mix(mix(length, inside), 602);
  out[count++] = mix(mix(inside, tags), 603);
  out[count++] = mix(mix(inside, mix(lastWord, next)), 604);
  out[count++] = mix(mix(at(pos, start, POS.PUNCT), tags), 605);
  out[count++] = mix(mix(at(word, start, stop), mix(lastTag, next)), 606);
  out[count++] = mix(mix(side * 4 + touch, inside), 607);
  out[count++] = mix(mix(at(word, start, stop), length), 608);
  out[count++] = mix(mix(at(shape, start, 0) * 8 + at(shape, boundary - 1, 0), mix(at(shape, boundary, 0), next)), 609);
  out[count++] = mix(mix(side * 4 + touch, mix(lastTag, next)), 610);
  out[count++] = mix(mix(lastWord, nextTag), 611);
  out[count++] = mix(mix(mix(next, at(pos, boundary + 1, POS.PUNCT)), inside), 612);
  out[count++] = mix(mix(mix(next, at(word, boundary + 1, stop)), side), 613);
  return count;
}
