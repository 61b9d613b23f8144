/** Features by which the first and last token of a cue's source are chosen, and what those of contents share with them. A boundary at `at` lies before token `at`. */

import { hashText } from '../../language/tagger/hash';
import { step } from './cue-features';
import { mix } from './hash';
import { local, localTemplates, sourceEnd, sourceEndTemplates, toCue, toCueTemplates } from './span-templates';
import { writeFeatures } from './templates';
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
  /** Cue stands beside cue, as in no news: less is looked at around each. */
  readonly crowded: boolean;
}

export const at = (array: Int32Array | Uint8Array, index: number, outside: number): number => array[index] ?? outside;
const by = hashText('by') | 0;
/** Before the first and after the last token stands, as it were, a full stop. */
export const stop = hashText('.') | 0;

export function cueContext(view: View, cue: number, crowded = false): CueContext {
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
    crowded,
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

const localValues = new Int32Array(24);

/** Sets what is true of a boundary whatever the cue, for `localTemplates`. */
function setLocal(view: View, boundary: number): void {
  const { word, pos, shape, quote, stem } = view;
  const values = localValues;
  values[local.here] = at(word, boundary, stop);
  values[local.before] = at(word, boundary - 1, stop);
  values[local.before2] = at(word, boundary - 2, stop);
  values[local.next] = at(word, boundary + 1, stop);
  values[local.tag] = at(pos, boundary, POS.PUNCT);
  values[local.tagBefore] = at(pos, boundary - 1, POS.PUNCT);
  values[local.tagBefore2] = at(pos, boundary - 2, POS.PUNCT);
  values[local.tagNext] = at(pos, boundary + 1, POS.PUNCT);
  values[local.shapes] = at(shape, boundary, 7) * 8 + at(shape, boundary - 1, 7);
  values[local.marks] = marksAt(quote, boundary);
  values[local.stem] = at(stem, boundary, stop);
  values[local.stemBefore] = at(stem, boundary - 1, stop);
  values[local.wide] = view.coarse[boundary] ?? 0;
  values[local.kindBefore] = view.middle[boundary - 1] ?? 0;
}

/** What quotation marks stand on both sides of a boundary. */
export const marksAt = (quote: Uint8Array, boundary: number): number =>
  at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);

const toCueValues = new Int32Array(32);

/** Sets how a boundary stands to the cue, for `toCueTemplates`. */
function setToCue(view: View, cue: CueContext, boundary: number): void {
  const { word, pos, quote } = view;
  const values = toCueValues;
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const tag = at(pos, boundary, POS.PUNCT);
  const marks = marksAt(quote, boundary);
  values[toCue.side] = side;
  values[toCue.place] = side * 20 + step(distance);
  values[toCue.gap] = side * 1000 + between(view, Math.min(boundary, cue.cue), side === 0 ? cue.cue : boundary);
  values[toCue.here] = at(word, boundary, stop);
  values[toCue.before] = at(word, boundary - 1, stop);
  values[toCue.tag] = tag;
  values[toCue.tags] = tag * 32 + at(pos, boundary - 1, POS.PUNCT);
  values[toCue.shift] = (sentenceShift(view, boundary, cue.sentence) * 8 + startsAt(view, boundary)) * 2 + side;
  values[toCue.marks] = marks;
  values[toCue.cueMarks] = cue.quote * 16 + marks;
  values[toCue.cueStem] = cue.stem;
  values[toCue.cueKind] = cue.kind;
  values[toCue.cueTag] = cue.tag;
  values[toCue.cueQuote] = cue.quote;
  values[toCue.cueNext] = cue.nextWord;
  values[toCue.cueNextTag] = cue.nextTag;
  values[toCue.cuePrevious] = cue.previousWord;
  values[toCue.cuePreviousTag] = cue.previousTag;
}

/** What speaks for a source's start at `boundary` whatever the cue. @returns the number of features written */
export function localSourceStart(view: View, boundary: number, out: Int32Array): number {
  setLocal(view, boundary);
  return writeFeatures(localTemplates, localValues, out, 0);
}

/** A source of this cue may start at `boundary`: the features that `localSourceStart` lacks. @returns the new count */
export function sourceStartToCue(view: View, cue: CueContext, boundary: number, out: Int32Array, from: number): number {
  setToCue(view, cue, boundary);
  return writeFeatures(toCueTemplates, toCueValues, out, from);
}

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
export const localSourceEnd = localSourceStart;

const endValues = new Int32Array(24);

/** The source of this cue that starts at `start` may end before `boundary`: the features that `localSourceEnd` lacks. @returns the new count */
export function sourceEndToCue(
  view: View,
  cue: CueContext,
  start: number,
  boundary: number,
  out: Int32Array,
  from: number,
): number {
  setToCue(view, cue, boundary);
  const count = writeFeatures(toCueTemplates, toCueValues, out, from);
  const { word, pos, shape } = view;
  const values = endValues;
  const side = start <= cue.cue ? 0 : 1;
  const touch = boundary === cue.cue ? 1 : boundary === cue.cue - 1 ? 2 : 0;
  values[sourceEnd.length] = step(boundary - start);
  values[sourceEnd.inside] = between(view, start, boundary);
  values[sourceEnd.side] = side;
  values[sourceEnd.touch] = side * 4 + touch;
  values[sourceEnd.startWord] = at(word, start, stop);
  values[sourceEnd.startTag] = at(pos, start, POS.PUNCT);
  values[sourceEnd.startShapes] = at(shape, start, 0) * 8 + at(shape, boundary - 1, 0);
  values[sourceEnd.nextShape] = at(shape, boundary, 0);
  values[sourceEnd.lastWord] = at(word, boundary - 1, stop);
  values[sourceEnd.lastTag] = at(pos, boundary - 1, POS.PUNCT);
  values[sourceEnd.next] = at(word, boundary, stop);
  values[sourceEnd.next2] = at(word, boundary + 1, stop);
  values[sourceEnd.nextTag] = at(pos, boundary, POS.PUNCT);
  values[sourceEnd.nextTag2] = at(pos, boundary + 1, POS.PUNCT);
  return writeFeatures(sourceEndTemplates, values, out, count);
}
