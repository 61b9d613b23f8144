/** Features by which the first and last token of a cue's content are chosen, once its source is known. */
import { step } from './cue-features';
import { at, between, type CueContext, marksAt, sentenceShift, startsAt, stop } from './span-features';
import {
  contentEnd,
  contentEndTemplates,
  contentStart,
  contentStartTemplates,
  localEnd,
  localEndTemplates,
  localStart,
  localStartTemplates,
} from './span-templates';
import { writeFeatures } from './templates';
import { POS, type View } from './view';

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

const startLocalValues = new Int32Array(8);

/** What speaks for a content's start at `boundary` whatever the cue. @returns the number of features written */
export function localContentStart({ word, pos, quote }: View, boundary: number, out: Int32Array): number {
  const values = startLocalValues;
  values[localStart.here] = at(word, boundary, stop);
  values[localStart.before] = at(word, boundary - 1, stop);
  values[localStart.before2] = at(word, boundary - 2, stop);
  values[localStart.tags] = at(pos, boundary, POS.PUNCT) * 32 + at(pos, boundary - 1, POS.PUNCT);
  values[localStart.tagNext] = at(pos, boundary + 1, POS.PUNCT);
  values[localStart.marks] = marksAt(quote, boundary);
  return writeFeatures(localStartTemplates, values, out, 0);
}

const startValues = new Int32Array(32);

/** The content of this cue may start at `boundary`: the features that `localContentStart` lacks. @returns the new count */
export function contentStartToCue(
  view: View,
  cue: CueContext,
  source: readonly [number, number] | null,
  boundary: number,
  out: Int32Array,
  from: number,
): number {
  const { word, pos, quote } = view;
  const values = startValues;
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const tag = at(pos, boundary, POS.PUNCT);
  const marks = marksAt(quote, boundary);
  values[contentStart.side] = side;
  values[contentStart.place] = side * 20 + step(distance);
  values[contentStart.gap] = side * 1000 + between(view, Math.min(boundary, cue.cue), side === 0 ? cue.cue : boundary);
  values[contentStart.here] = at(word, boundary, stop);
  values[contentStart.before] = at(word, boundary - 1, stop);
  values[contentStart.tag] = tag;
  values[contentStart.tags] = tag * 32 + at(pos, boundary - 1, POS.PUNCT);
  values[contentStart.shift] = (sentenceShift(view, boundary, cue.sentence) * 8 + startsAt(view, boundary)) * 2 + side;
  values[contentStart.marks] = marks;
  values[contentStart.cueMarks] = cue.quote * 16 + marks;
  values[contentStart.relation] = sourceRelation(cue.cue, source, boundary);
  values[contentStart.cueStem] = cue.stem;
  values[contentStart.cueKind] = cue.kind;
  values[contentStart.cueTag] = cue.tag;
  values[contentStart.cueNext] = cue.nextWord;
  values[contentStart.cueNextTag] = cue.nextTag;
  values[contentStart.cuePrevious] = cue.previousWord;
  values[contentStart.cuePreviousTag] = cue.previousTag;
  values[contentStart.cueQuotes] = cue.quotes;
  return writeFeatures(contentStartTemplates, values, out, from);
}

const endLocalValues = new Int32Array(8);

/** What speaks for a content's end at `boundary` whatever the cue. @returns the number of features written */
export function localContentEnd({ word, pos }: View, boundary: number, out: Int32Array): number {
  const values = endLocalValues;
  values[localEnd.next] = at(word, boundary, stop);
  values[localEnd.next2] = at(word, boundary + 1, stop);
  values[localEnd.last] = at(word, boundary - 1, stop);
  values[localEnd.tags] = at(pos, boundary, POS.PUNCT) * 32 + at(pos, boundary - 1, POS.PUNCT);
  values[localEnd.tagAfter] = at(pos, boundary + 1, POS.PUNCT);
  return writeFeatures(localEndTemplates, values, out, 0);
}

const endValues = new Int32Array(40);

/** The content of this cue that starts at `start` may end before `boundary`: the features that `localContentEnd` lacks. @returns the new count */
export function contentEndToCue(
  view: View,
  cue: CueContext,
  source: readonly [number, number] | null,
  start: number,
  boundary: number,
  out: Int32Array,
  from: number,
): number {
  const { word, pos, quote, quotesBefore } = view;
  const values = endValues;
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const way = (start <= cue.cue ? 0 : 2) + side;
  const gap = between(view, Math.min(boundary, cue.cue), Math.max(boundary, cue.cue));
  const inside = between(view, start, boundary);
  const marks = marksAt(quote, boundary);
  const startMarks = marksAt(quote, start);
  const last = at(quote, boundary - 1, 0);
  const shift = (sentenceShift(view, boundary - 1, cue.sentence) * 8 + startsAt(view, boundary)) * 2 + side;
  const odd = ((quotesBefore[boundary] ?? 0) - (quotesBefore[start] ?? 0)) & 1;
  values[contentEnd.way] = way;
  values[contentEnd.wayPlace] = (side * 20 + step(distance)) * 4 + way;
  values[contentEnd.wayGap] = gap * 4 + way;
  values[contentEnd.wayShift] = shift * 4 + way;
  values[contentEnd.wayInside] = inside * 4 + way;
  values[contentEnd.inside] = inside;
  values[contentEnd.shift] = shift;
  values[contentEnd.next] = at(word, boundary, stop);
  values[contentEnd.last] = at(word, boundary - 1, stop);
  values[contentEnd.tags] = at(pos, boundary, POS.PUNCT) * 32 + at(pos, boundary - 1, POS.PUNCT);
  values[contentEnd.tagAfter] = at(pos, boundary + 1, POS.PUNCT);
  values[contentEnd.marks] = marks;
  values[contentEnd.allMarks] = marks * 16 + startMarks;
  values[contentEnd.startMarks] = startMarks;
  values[contentEnd.startShift] = sentenceShift(view, start, cue.sentence);
  values[contentEnd.startWord] = at(word, start, stop);
  values[contentEnd.beforeStart] = at(word, start - 1, stop);
  values[contentEnd.startTag] = at(pos, start, POS.PUNCT);
  values[contentEnd.relation] = sourceRelation(cue.cue, source, boundary);
  values[contentEnd.length] = step(boundary - start);
  values[contentEnd.far] = step(distance);
  values[contentEnd.odd] = odd * 2 + (last === 1 || last === 2 ? 1 : 0);
  values[contentEnd.reopens] = at(quote, boundary, 0) === 2 ? 1 : 0;
  values[contentEnd.cueStem] = cue.stem;
  values[contentEnd.cueKind] = cue.kind;
  values[contentEnd.cueTag] = cue.tag;
  values[contentEnd.cueNext] = cue.nextWord;
  values[contentEnd.cueNextTag] = cue.nextTag;
  values[contentEnd.cueQuote] = cue.quote;
  values[contentEnd.cueQuotes] = cue.quotes;
  return writeFeatures(contentEndTemplates, values, out, from);
}
