/** Where a cue's source and content may start and end, as boundaries (a boundary at `i` lies before token `i`). All lists are short. */
import type { CueContext } from './span-features';
import { EDGE, POS, type View } from './view';

/** For a kind of boundary, which pairs of parts of speech may stand on its sides: see `pairAt`. 1 where they may. */
export type PairFilter = Uint8Array;
export interface BoundaryFilters {
  sourceStart: PairFilter;
  sourceEnd: PairFilter;
  contentStart: PairFilter;
  contentEnd: PairFilter;
}
export const pairCount = (EDGE + 1) * (EDGE + 1);

/** The parts of speech on both sides of a boundary, as one number below `pairCount`. */
export const pairAt = ({ pos }: View, boundary: number): number =>
  (pos[boundary - 1] ?? POS.PUNCT) * (EDGE + 1) + (pos[boundary] ?? POS.PUNCT);

/** No list of boundaries is longer. */
export const maximumCandidates = 1024;

interface Reach {
  /** A source stands in the cue's sentence, not farther away than this many tokens. */
  source: { before: number; after: number; length: number };
  /** Within the cue's sentence contents may start this far away, and are cut off after so many tokens unless the sentence ends. */
  content: { before: number; after: number; length: number };
  /** Sentences around the cue's in which a content may start and end. */
  sentences: { before: number; after: number; end: number };
}

const wide: Reach = {
  source: { before: 70, after: 50, length: 45 },
  content: { before: 90, after: 90, length: 130 },
  sentences: { before: 6, after: 2, end: 12 },
};
/** Among cue after cue, who speaks and what is said stand near: the price of a text grows with both. */
const narrow: Reach = {
  source: { before: 16, after: 12, length: 12 },
  content: { before: 24, after: 24, length: 40 },
  sentences: { before: 3, after: 1, end: 4 },
};
const reachOf = ({ crowded }: CueContext): Reach => (crowded ? narrow : wide);

/** Fills `out` with the boundaries before which a source may start. @returns how many */
export function sourceStarts(view: View, cue: CueContext, filter: PairFilter, out: Int32Array): number {
  const sentence = view.document.sentences[cue.sentence];
  if (!sentence) return 0;
  let count = 0;
  const reach = reachOf(cue).source;
  const to = Math.min(sentence.last, cue.cue + reach.after);
  for (let at = Math.max(sentence.first, cue.cue - reach.before); at < to; at++) {
    if (at === cue.cue) continue;
    if (view.pos[at] === POS.PUNCT && (view.quote[at] ?? 0) < 2) continue;
    if (filter[pairAt(view, at)]) out[count++] = at;
  }
  return count;
}

/** Fills `out` with the boundaries at which a source from `start` may end. @returns how many */
export function sourceEnds(view: View, cue: CueContext, filter: PairFilter, start: number, out: Int32Array): number {
  const sentence = view.document.sentences[cue.sentence];
  if (!sentence) return 0;
  let count = 0;
  let to = Math.min(sentence.last, start + reachOf(cue).source.length);
  if (start <= cue.cue) to = Math.min(to, cue.cue);
  for (let at = start + 1; at <= to; at++) if (filter[pairAt(view, at)]) out[count++] = at;
  return count;
}

/** Fills `out` with the boundaries before which a content may start. @returns how many */
export function contentStarts(view: View, cue: CueContext, filter: PairFilter, out: Int32Array): number {
  const { sentences } = view.document;
  const reach = reachOf(cue);
  let count = 0;
  const to = Math.min(sentences.length - 1, cue.sentence + reach.sentences.after);
  for (let index = Math.max(0, cue.sentence - reach.sentences.before); index <= to; index++) {
    const sentence = sentences[index];
    if (!sentence) break;
    if (index === cue.sentence) {
      const end = Math.min(sentence.last, cue.cue + reach.content.after);
      for (let at = Math.max(sentence.first, cue.cue - reach.content.before); at < end; at++)
        if (at !== cue.cue && filter[pairAt(view, at)]) out[count++] = at;
    } else {
      out[count++] = sentence.first;
      // Inside another sentence only an opening quotation mark can start it; a few are enough.
      let marks = 0;
      for (let at = sentence.first + 1; at < Math.min(sentence.last, sentence.first + 120) && marks < 8; at++)
        if (view.quote[at] === 2) {
          out[count++] = at;
          marks++;
        }
    }
  }
  return count;
}

/** Fills `out` with the boundaries at which a content from `start` may end. @returns how many */
export function contentEnds(view: View, cue: CueContext, filter: PairFilter, start: number, out: Int32Array): number {
  const { sentences } = view.document;
  const own = view.sentence[start] ?? 0;
  const reach = reachOf(cue);
  let count = 0;
  const to = Math.min(sentences.length - 1, Math.max(cue.sentence, own) + reach.sentences.end - 1);
  for (let index = own; index <= to; index++) {
    const sentence = sentences[index];
    if (!sentence) break;
    if (index === cue.sentence || index === own) {
      const from = Math.max(start, sentence.first);
      const end = Math.min(sentence.last, from + reach.content.length);
      for (let at = from + 1; at <= end; at++) if (at === sentence.last || filter[pairAt(view, at)]) out[count++] = at;
      if (sentence.last > end) out[count++] = sentence.last;
    } else {
      let marks = 0;
      for (let at = sentence.first + 1; at < Math.min(sentence.last, sentence.first + 120) && marks < 8; at++)
        if (view.quote[at - 1] === 3) {
          out[count++] = at;
          marks++;
        }
      out[count++] = sentence.last;
    }
  }
  return count;
}
