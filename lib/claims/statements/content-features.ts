/** Features by which the first and last token of a cue's content are chosen, once its source is known. */
import { step } from './cue-features';
import { mix } from './hash';
import { at, between, type CueContext, sentenceShift, startsAt, stop } from './span-features';
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

/** What speaks for a content's start at `boundary` whatever the cue. @returns the number of features written */
export function localContentStart({ word, pos, quote }: View, boundary: number, out: Int32Array): number {
  const here = at(word, boundary, stop);
  const before = at(word, boundary - 1, stop);
  const local = mix(at(pos, boundary, POS.PUNCT), at(pos, boundary - 1, POS.PUNCT));
  const marks = at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);
  let count = 0;
  out[count++] = mix(here, 701);
  out[count++] = mix(before, 702);
  out[count++] = mix(local, 703);
  out[count++] = mix(mix(here, before), 704);
  out[count++] = mix(mix(local, at(pos, boundary + 1, POS.PUNCT)), 705);
  out[count++] = mix(marks, 706);
  out[count++] = mix(mix(before, at(word, boundary - 2, stop)), 707);
  return count;
}

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
  let count = from;
  const side = boundary <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const gap = mix(side, between(view, Math.min(boundary, cue.cue), side === 0 ? cue.cue : boundary));
  const here = at(word, boundary, stop);
  const before = at(word, boundary - 1, stop);
  const tag = at(pos, boundary, POS.PUNCT);
  const local = mix(tag, at(pos, boundary - 1, POS.PUNCT));
  const mixed = mix(before, tag);
  const place = side * 20 + step(distance);
  const shift = mix(sentenceShift(view, boundary, cue.sentence) * 8 + startsAt(view, boundary), side);
  const marks = at(quote, boundary, 0) * 4 + at(quote, boundary - 1, 0);
  const relation = sourceRelation(cue.cue, source, boundary);
  out[count++] = mix(place, 708);
  out[count++] = mix(gap, 709);
  out[count++] = mix(mix(place, local), 710);
  out[count++] = mix(mix(place, cue.stem), 711);
  out[count++] = mix(mix(gap, local), 712);
  out[count++] = mix(mix(mix(place, cue.nextTag), cue.previousTag), 713);
  out[count++] = mix(mix(mix(side, cue.stem), local), 714);
  out[count++] = mix(mix(mix(side, cue.stem), mixed), 715);
  out[count++] = mix(shift, 716);
  out[count++] = mix(mix(shift, cue.quote * 16 + marks), 717);
  out[count++] = mix(mix(mix(shift, marks), cue.stem), 718);
  out[count++] = mix(mix(gap, marks), 720);
  out[count++] = mix(mix(relation, place), 721);
  out[count++] = mix(mix(relation, cue.stem), 722);
  out[count++] = mix(mix(relation, mix(shift, marks)), 723);
  out[count++] = mix(mix(relation, local), 724);
  out[count++] = mix(mix(mix(relation, cue.nextTag), mix(cue.previousTag, side)), 725);
  out[count++] = mix(mix(mix(relation, gap), marks), 726);
  out[count++] = mix(mix(mix(side, cue.nextWord), mixed), 728);
  out[count++] = mix(mix(place, here), 729);
  out[count++] = mix(mix(place, before), 730);
  out[count++] = mix(mix(mix(shift, cue.nextTag), mix(cue.nextWord, marks)), 731);
  out[count++] = mix(mix(mix(shift, cue.previousWord), marks), 732);
  out[count++] = mix(mix(mix(place, cue.tag), before), 734);
  out[count++] = mix(mix(mix(shift, cue.stem), cue.nextTag), 735);
  out[count++] = mix(mix(mix(relation, cue.nextWord), mix(shift, marks)), 736);
  out[count++] = mix(mix(mix(shift, cue.quotes), marks), 737);
  out[count++] = mix(mix(mix(shift, cue.quotes), mix(marks, cue.tag)), 738);
  out[count++] = mix(mix(mix(place, cue.quotes), local), 739);
  out[count++] = mix(mix(mix(shift, cue.quotes), mix(relation, marks)), 740);
  out[count++] = mix(mix(mix(side, cue.kind), mixed), 741);
  out[count++] = mix(mix(place, cue.kind), 742);
  return count;
}

/** What speaks for a content's end at `boundary` whatever the cue. @returns the number of features written */
export function localContentEnd({ word, pos }: View, boundary: number, out: Int32Array): number {
  const next = at(word, boundary, stop);
  const lastWord = at(word, boundary - 1, stop);
  const local = mix(at(pos, boundary, POS.PUNCT), at(pos, boundary - 1, POS.PUNCT));
  let count = 0;
  out[count++] = mix(next, 801);
  out[count++] = mix(lastWord, 802);
  out[count++] = mix(local, 803);
  out[count++] = mix(mix(next, lastWord), 804);
  out[count++] = mix(mix(local, at(pos, boundary + 1, POS.PUNCT)), 805);
  out[count++] = mix(mix(next, at(word, boundary + 1, stop)), 807);
  return count;
}

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
  let count = from;
  const side = boundary <= cue.cue ? 0 : 1;
  const startSide = start <= cue.cue ? 0 : 1;
  const distance = side === 0 ? cue.cue - boundary : boundary - cue.cue - 1;
  const way = startSide * 2 + side;
  const gap = between(view, Math.min(boundary, cue.cue), Math.max(boundary, cue.cue));
  const inside = between(view, start, boundary);
  const next = at(word, boundary, stop);
  const nextTag = at(pos, boundary, POS.PUNCT);
  const tagAfter = at(pos, boundary + 1, POS.PUNCT);
  const lastWord = at(word, boundary - 1, stop);
  const local = mix(nextTag, at(pos, boundary - 1, POS.PUNCT));
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
  out[count++] = mix(mix(marks, startMarks), 806);
  out[count++] = mix(wayPlace, 808);
  out[count++] = mix(mix(way, gap), 809);
  out[count++] = mix(mix(wayPlace, local), 810);
  out[count++] = mix(mix(wayPlace, cue.stem), 811);
  out[count++] = mix(mix(mix(way, gap), local), 812);
  out[count++] = mix(mix(wayShift, mix(marks, startMarks)), 813);
  out[count++] = mix(mix(mix(way, cue.stem), local), 814);
  out[count++] = mix(wayShift, 815);
  out[count++] = mix(mix(wayShift, mix(startMarks, startShift)), 816);
  out[count++] = mix(mix(mix(wayShift, marks), cue.stem), 817);
  out[count++] = mix(mix(inside, way), 818);
  out[count++] = mix(mix(mix(inside, way), mix(marks, startMarks)), 819);
  out[count++] = mix(mix(inside, wayShift), 820);
  out[count++] = mix(mix(relation, wayPlace), 821);
  out[count++] = mix(mix(relation, mix(way, cue.stem)), 822);
  out[count++] = mix(mix(relation, mix(shift, marks)), 823);
  out[count++] = mix(mix(relation, local), 824);
  out[count++] = mix(mix(mix(relation, way), mix(cue.nextTag, shift)), 825);
  out[count++] = mix(mix(mix(relation, inside), marks), 826);
  out[count++] = mix(mix(length, way), 827);
  out[count++] = mix(mix(length, mix(at(pos, start, POS.PUNCT), local)), 828);
  out[count++] = mix(mix(odd * 2 + open, mix(startMarks, way)), 829);
  out[count++] = mix(mix(odd * 2 + open, wayShift), 830);
  out[count++] = mix(mix(mix(reopens, shift), mix(startMarks, way)), 831);
  out[count++] = mix(mix(mix(reopens, wayShift), mix(startMarks, marks)), 832);
  out[count++] = mix(mix(mix(at(word, start, stop), at(word, start - 1, stop)), wayShift), 833);
  out[count++] = mix(mix(mix(at(word, start - 1, stop), next), way), 834);
  out[count++] = mix(mix(mix(at(word, start - 1, stop), lastWord), way), 835);
  out[count++] = mix(mix(mix(at(pos, start, POS.PUNCT), way), mix(next, tagAfter)), 836);
  out[count++] = mix(mix(mix(cue.tag, way), mix(shift, local)), 837);
  out[count++] = mix(mix(mix(cue.tag, way), mix(next, tagAfter)), 838);
  out[count++] = mix(mix(mix(inside, step(distance)), way), 839);
  out[count++] = mix(mix(shift, mix(cue.quote, way)), 840);
  out[count++] = mix(mix(mix(shift, cue.quotes), mix(way, marks)), 841);
  out[count++] = mix(mix(mix(way, cue.nextWord), mix(shift, marks)), 842);
  out[count++] = mix(mix(mix(inside, way), mix(next, tagAfter)), 843);
  out[count++] = mix(mix(mix(way, inside), mix(local, tagAfter)), 844);
  out[count++] = mix(mix(mix(wayShift, cue.quotes), mix(startMarks, marks)), 845);
  out[count++] = mix(mix(mix(way, cue.kind), local), 846);
  return count;
}
