/** Features by which the first and last token of a cue's source and content are chosen. A boundary at `at` lies before token `at`. */

import { hashText } from '../../language/tagger/hash';
import { step } from './cue-features';
import { mix } from './hash';
import { EDGE, type View } from './view';

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

const at = (array: Int32Array | Uint8Array, index: number, outside: number): number => array[index] ?? outside;
const by = hashText('by') | 0;

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
    tag: at(pos, cue, EDGE),
    suffix: at(view.suffix, cue, 0),
    nextWord: at(word, cue + 1, 1),
    nextTag: at(pos, cue + 1, EDGE),
    previousWord: at(word, cue - 1, 1),
    previousTag: at(pos, cue - 1, EDGE),
    quote: at(quote, cue, 0),
    quotes,
  };
}

/** What stands between two boundaries: commas, verbs, quotation marks, other breaks, subordinators. */
function between(view: View, from: number, to: number): number {
  const { commasBefore, verbsBefore, quotesBefore, breaksBefore, subordinatorsBefore } = view;
  const count = (before: Int32Array, most: number) => Math.min(most, (before[to] ?? 0) - (before[from] ?? 0));
  return (
    count(commasBefore, 3) +
    4 * count(verbsBefore, 2) +
    12 * count(quotesBefore, 3) +
    48 * count(breaksBefore, 1) +
    96 * count(subordinatorsBefore, 1)
  );
}

/** 0 none, 1 a sentence starts at the boundary, 3 a paragraph does. */
function startsAt(view: View, boundary: number): number {
  const { sentences } = view.document;
  if (boundary >= view.size) return 3;
  const index = view.sentence[boundary] ?? 0;
  const sentence = sentences[index];
  if (!sentence || sentence.first !== boundary) return 0;
  return sentences[index - 1]?.paragraph === sentence.paragraph ? 1 : 3;
}

const sentenceShift = (view: View, boundary: number, sentence: number): number =>
  Math.max(-4, Math.min(6, (view.sentence[Math.min(boundary, view.size - 1)] ?? 0) - sentence));

/** Writes what is true of a boundary whatever the cue. @returns the new count */
function localFeatures(view: View, boundary: number, base: number, out: Int32Array, from: number): number {
  const { word, pos, shape, quote, stem } = view;
  let count = from;
  const here = at(word, boundary, 1);
  const before = at(word, boundary - 1, 1);
  const tag = at(pos, boundary, EDGE);
  const tagBefore = at(pos, boundary - 1, EDGE);
  const add = (template: number, value: number) => {
    out[count++] = mix(value, base + template);
  };
  add(1, here);
  add(2, before);
  add(3, mix(tag, tagBefore));
  add(4, mix(here, before));
  add(5, mix(mix(tag, at(pos, boundary + 1, EDGE)), tagBefore));
  add(
    6,
    mix(
      at(shape, boundary, 7) * 8 + at(shape, boundary - 1, 7),
      at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0),
    ),
  );
  add(7, mix(at(word, boundary - 2, 1), before));
  add(8, mix(here, at(word, boundary + 1, 1)));
  add(9, mix(tagBefore, at(pos, boundary - 2, EDGE)));
  add(10, at(stem, boundary - 1, 1));
  add(11, mix(at(stem, boundary, 1), tagBefore));
  add(12, mix(view.coarse[boundary] ?? 0, tagBefore));
  add(13, mix(view.middle[boundary - 1] ?? 0, tag));
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
  const add = (template: number, value: number) => {
    out[count++] = mix(value, base + template);
  };
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const gap = mix(side, between(view, Math.min(boundary, cue.cue), side === 0 ? cue.cue : boundary));
  const here = at(word, boundary, 1);
  const before = at(word, boundary - 1, 1);
  const local = mix(at(pos, boundary, EDGE), at(pos, boundary - 1, EDGE));
  const mixed = mix(before, at(pos, boundary, EDGE));
  const place = side * 20 + step(distance);
  const shift = mix(sentenceShift(view, boundary, cue.sentence) * 8 + startsAt(view, boundary), side);
  const marks = at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);
  add(1, place);
  add(2, gap);
  add(3, mix(place, local));
  add(4, mix(place, cue.stem));
  add(5, mix(gap, local));
  add(6, mix(mix(place, cue.nextTag), cue.previousTag));
  add(7, mix(mix(side, cue.stem), local));
  add(8, mix(mix(side, cue.stem), mixed));
  add(9, shift);
  add(10, mix(shift, cue.quote * 16 + marks));
  add(11, mix(gap, marks));
  add(12, mix(mix(side, marks), cue.stem));
  add(13, mix(mix(place, marks), cue.nextTag));
  add(14, mix(mix(gap, cue.nextTag), at(pos, boundary, EDGE)));
  add(15, mix(mix(side, cue.nextWord), mixed));
  add(16, mix(mix(side, cue.previousWord), mixed));
  add(17, mix(place, here));
  add(18, mix(place, before));
  add(19, mix(place, gap));
  add(20, mix(shift, mix(cue.nextTag, cue.quote)));
  add(21, mix(mix(place, cue.tag), local));
  add(22, mix(mix(gap, cue.tag), mix(local, cue.previousTag)));
  add(23, mix(mix(side, cue.kind), mixed));
  add(24, mix(place, cue.kind));
  return count;
}

/** A source may start at `boundary`. @returns the number of features written */
export function sourceStartFeatures(view: View, cue: CueContext, boundary: number, out: Int32Array): number {
  return relativeFeatures(view, cue, boundary, 200, out, localFeatures(view, boundary, 100, out, 0));
}

/** The cue has no source. @returns the number of features written */
export function noSourceFeatures(view: View, cue: CueContext, out: Int32Array): number {
  let count = 0;
  const add = (template: number, value: number) => {
    out[count++] = mix(value, 300 + template);
  };
  const sentence = view.document.sentences[cue.sentence];
  const beforeThat = at(view.word, cue.cue - 2, 1);
  let passive = 0;
  for (let index = cue.cue + 1; index < Math.min(sentence?.last ?? 0, cue.cue + 8); index++)
    if (view.word[index] === by) passive = 1;
  add(1, 0);
  add(2, cue.stem);
  add(3, cue.tag);
  add(4, mix(cue.stem, cue.nextTag));
  add(5, mix(cue.stem, cue.previousTag));
  add(6, cue.previousWord);
  add(7, cue.nextWord);
  add(8, beforeThat);
  add(9, mix(cue.previousWord, beforeThat));
  add(10, mix(cue.tag, mix(cue.previousTag, cue.nextTag)));
  add(11, mix(cue.previousWord, cue.suffix));
  add(12, mix(at(view.shape, cue.cue, 0), at(view.word, cue.cue, 0)));
  add(13, cue.quote);
  add(14, mix(at(view.pos, cue.cue - 2, EDGE), mix(cue.previousTag, cue.suffix)));
  add(15, passive);
  add(16, mix(passive, cue.suffix));
  add(17, mix(cue.cue === sentence?.first ? 1 : 0, cue.suffix));
  add(18, mix(mix(passive, cue.previousTag), cue.suffix));
  add(19, mix(cue.stem, cue.previousWord));
  add(20, mix(mix(cue.suffix, cue.tag), cue.previousTag));
  add(21, cue.kind);
  return count;
}

/** The source that starts at `start` may end before `boundary`. @returns the number of features written */
export function sourceEndFeatures(
  view: View,
  cue: CueContext,
  start: number,
  boundary: number,
  out: Int32Array,
): number {
  const { word, pos, shape } = view;
  let count = relativeFeatures(view, cue, boundary, 500, out, localFeatures(view, boundary, 400, out, 0));
  const add = (template: number, value: number) => {
    out[count++] = mix(value, 600 + template);
  };
  const side = start <= cue.cue ? 0 : 1;
  const touch = boundary === cue.cue ? 1 : boundary === cue.cue - 1 ? 2 : 0;
  const inside = between(view, start, boundary);
  const length = step(boundary - start);
  const lastWord = at(word, boundary - 1, 1);
  const lastTag = at(pos, boundary - 1, EDGE);
  const next = at(word, boundary, 1);
  const nextTag = at(pos, boundary, EDGE);
  const tags = mix(lastTag, nextTag);
  add(1, length);
  add(2, mix(length, inside));
  add(3, mix(inside, tags));
  add(4, mix(inside, mix(lastWord, next)));
  add(5, mix(at(pos, start, EDGE), tags));
  add(6, mix(at(word, start, 1), mix(lastTag, next)));
  add(7, mix(side * 4 + touch, inside));
  add(8, mix(at(word, start, 1), length));
  add(9, mix(at(shape, start, 0) * 8 + at(shape, boundary - 1, 0), mix(at(shape, boundary, 0), next)));
  add(10, mix(side * 4 + touch, mix(lastTag, next)));
  add(11, mix(lastWord, nextTag));
  add(12, mix(mix(next, at(pos, boundary + 1, EDGE)), inside));
  add(13, mix(mix(next, at(word, boundary + 1, 1)), side));
  return count;
}

/** Where a boundary stands to the source. `source` is a pair of token indexes or null. */
function sourceRelation(cue: number, source: readonly [number, number] | null, boundary: number): number {
  if (!source) return 0;
  const [start, end] = source;
  const place =
    boundary === end
      ? 1
      : boundary === start
        ? 2
        : boundary > start && boundary < end
          ? 3
          : boundary < start
            ? 4
            : boundary > end && boundary <= cue
              ? 5
              : 6;
  return (start < cue ? 8 : 16) + place + (boundary === end + 1 ? 32 : 0);
}

/** The content may start at `boundary`. @returns the number of features written */
export function contentStartFeatures(
  view: View,
  cue: CueContext,
  source: readonly [number, number] | null,
  boundary: number,
  out: Int32Array,
): number {
  const { word, pos, quote } = view;
  let count = 0;
  const add = (template: number, value: number) => {
    out[count++] = mix(value, 700 + template);
  };
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const gap = mix(side, between(view, Math.min(boundary, cue.cue), side === 0 ? cue.cue : boundary));
  const here = at(word, boundary, 1);
  const before = at(word, boundary - 1, 1);
  const tag = at(pos, boundary, EDGE);
  const local = mix(tag, at(pos, boundary - 1, EDGE));
  const mixed = mix(before, tag);
  const place = side * 20 + step(distance);
  const shift = mix(sentenceShift(view, boundary, cue.sentence) * 8 + startsAt(view, boundary), side);
  const marks = at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);
  const relation = sourceRelation(cue.cue, source, boundary);
  add(1, here);
  add(2, before);
  add(3, local);
  add(4, mix(here, before));
  add(5, mix(local, at(pos, boundary + 1, EDGE)));
  add(6, marks);
  add(7, mix(before, at(word, boundary - 2, 1)));
  add(8, place);
  add(9, gap);
  add(10, mix(place, local));
  add(11, mix(place, cue.stem));
  add(12, mix(gap, local));
  add(13, mix(mix(place, cue.nextTag), cue.previousTag));
  add(14, mix(mix(side, cue.stem), local));
  add(15, mix(mix(side, cue.stem), mixed));
  add(16, shift);
  add(17, mix(shift, cue.quote * 16 + marks));
  add(18, mix(mix(shift, marks), cue.stem));
  add(20, mix(gap, marks));
  add(21, mix(relation, place));
  add(22, mix(relation, cue.stem));
  add(23, mix(relation, mix(shift, marks)));
  add(24, mix(relation, local));
  add(25, mix(mix(relation, cue.nextTag), mix(cue.previousTag, side)));
  add(26, mix(mix(relation, gap), marks));
  add(28, mix(mix(side, cue.nextWord), mixed));
  add(29, mix(place, here));
  add(30, mix(place, before));
  add(31, mix(mix(shift, cue.nextTag), mix(cue.nextWord, marks)));
  add(32, mix(mix(shift, cue.previousWord), marks));
  add(34, mix(mix(place, cue.tag), before));
  add(35, mix(mix(shift, cue.stem), cue.nextTag));
  add(36, mix(mix(relation, cue.nextWord), mix(shift, marks)));
  add(37, mix(mix(shift, cue.quotes), marks));
  add(38, mix(mix(shift, cue.quotes), mix(marks, cue.tag)));
  add(39, mix(mix(place, cue.quotes), local));
  add(40, mix(mix(shift, cue.quotes), mix(relation, marks)));
  add(41, mix(mix(side, cue.kind), mixed));
  add(42, mix(place, cue.kind));
  return count;
}

/** The content that starts at `start` may end before `boundary`. @returns the number of features written */
export function contentEndFeatures(
  view: View,
  cue: CueContext,
  source: readonly [number, number] | null,
  start: number,
  boundary: number,
  out: Int32Array,
): number {
  const { word, pos, quote, quotesBefore } = view;
  let count = 0;
  const add = (template: number, value: number) => {
    out[count++] = mix(value, 800 + template);
  };
  const side = boundary <= cue.cue ? 0 : 1;
  const startSide = start <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const way = startSide * 2 + side;
  const gap = between(view, Math.min(boundary, cue.cue), Math.max(boundary, cue.cue));
  const inside = between(view, start, boundary);
  const next = at(word, boundary, 1);
  const nextTag = at(pos, boundary, EDGE);
  const tagAfter = at(pos, boundary + 1, EDGE);
  const lastWord = at(word, boundary - 1, 1);
  const local = mix(nextTag, at(pos, boundary - 1, EDGE));
  const place = side * 20 + step(distance);
  const marks = at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);
  const startMarks = at(quote, start, 0) * 4 + at(quote, start - 1, 0);
  const relation = sourceRelation(cue.cue, source, boundary);
  const length = step(boundary - start);
  const shift = mix(sentenceShift(view, boundary - 1, cue.sentence) * 8 + startsAt(view, boundary), side);
  const startShift = sentenceShift(view, start, cue.sentence);
  const odd = ((quotesBefore[boundary] ?? 0) - (quotesBefore[start] ?? 0)) & 1;
  const open = at(quote, boundary - 1, 0) === 1 || at(quote, boundary - 1, 0) === 2 ? 1 : 0;
  const reopens = at(quote, boundary, 0) === 2 ? 1 : 0;
  const wayPlace = mix(place, way);
  const wayShift = mix(shift, way);
  add(1, next);
  add(2, lastWord);
  add(3, local);
  add(4, mix(next, lastWord));
  add(5, mix(local, tagAfter));
  add(6, mix(marks, startMarks));
  add(7, mix(next, at(word, boundary + 1, 1)));
  add(8, wayPlace);
  add(9, mix(way, gap));
  add(10, mix(wayPlace, local));
  add(11, mix(wayPlace, cue.stem));
  add(12, mix(mix(way, gap), local));
  add(13, mix(wayShift, mix(marks, startMarks)));
  add(14, mix(mix(way, cue.stem), local));
  add(15, wayShift);
  add(16, mix(wayShift, mix(startMarks, startShift)));
  add(17, mix(mix(wayShift, marks), cue.stem));
  add(18, mix(inside, way));
  add(19, mix(mix(inside, way), mix(marks, startMarks)));
  add(20, mix(inside, wayShift));
  add(21, mix(relation, wayPlace));
  add(22, mix(relation, mix(way, cue.stem)));
  add(23, mix(relation, mix(shift, marks)));
  add(24, mix(relation, local));
  add(25, mix(mix(relation, way), mix(cue.nextTag, shift)));
  add(26, mix(mix(relation, inside), marks));
  add(27, mix(length, way));
  add(28, mix(length, mix(at(pos, start, EDGE), local)));
  add(29, mix(odd * 2 + open, mix(startMarks, way)));
  add(30, mix(odd * 2 + open, wayShift));
  add(31, mix(mix(reopens, shift), mix(startMarks, way)));
  add(32, mix(mix(reopens, wayShift), mix(startMarks, marks)));
  add(33, mix(mix(at(word, start, 1), at(word, start - 1, 1)), wayShift));
  add(34, mix(mix(at(word, start - 1, 1), next), way));
  add(35, mix(mix(at(word, start - 1, 1), lastWord), way));
  add(36, mix(mix(at(pos, start, EDGE), way), mix(next, tagAfter)));
  add(37, mix(mix(cue.tag, way), mix(shift, local)));
  add(38, mix(mix(cue.tag, way), mix(next, tagAfter)));
  add(39, mix(mix(inside, step(distance)), way));
  add(40, mix(shift, mix(cue.quote, way)));
  add(41, mix(mix(shift, cue.quotes), mix(way, marks)));
  add(42, mix(mix(way, cue.nextWord), mix(shift, marks)));
  add(43, mix(mix(inside, way), mix(next, tagAfter)));
  add(44, mix(mix(way, inside), mix(local, tagAfter)));
  add(45, mix(mix(wayShift, cue.quotes), mix(startMarks, marks)));
  add(46, mix(mix(way, cue.kind), local));
  return count;
}
