/** The best path of labels through the scores of a stretch: Viterbi's algorithm over the labels that may follow one another. */
import type { TagContext } from './features';
import type { Tagger } from './tagger';

/** Less than any score. */
export const impossible = -0x30000000;

/** One row of label scores a token, and room for the way back. */
export interface Lattice {
  scores: Int32Array;
  back: Uint8Array;
}

let paths = new Int32Array(64);
let nextPaths = new Int32Array(64);

/** Labels of one place that are still in the running. */
let running = new Uint8Array(64);
let nextRunning = new Uint8Array(64);

/** Best path through the lattice's scores where any label may follow any other, over the labels that do not trail by more than `sure`. */
function prunedViterbi<Context extends TagContext>(
  tagger: Tagger<Context>,
  { scores, back }: Lattice,
  count: number,
  labels: Uint8Array,
  offset: number,
): void {
  const { model, sure } = tagger;
  const { transitions } = model;
  const size = model.labels.length;
  let alive = 0;
  for (let at = 0; at < count; at++) {
    const row = at * size;
    let top = impossible;
    for (let label = 0; label < size; label++)
      if ((scores[row + label] as number) > top) top = scores[row + label] as number;
    let next = 0;
    for (let label = 0; label < size; label++) {
      const own = scores[row + label] as number;
      if (own < top - sure) continue;
      nextRunning[next++] = label;
      if (at === 0) {
        nextPaths[label] = own + (transitions[size * size + label] as number);
        continue;
      }
      let best = impossible * 2;
      let from = 0;
      for (let index = 0; index < alive; index++) {
        const previous = running[index] as number;
        const path = (paths[previous] as number) + (transitions[previous * size + label] as number);
        if (path > best) {
          best = path;
          from = previous;
        }
      }
      nextPaths[label] = best + own;
      back[row + label] = from;
    }
    const kept = running;
    running = nextRunning;
    nextRunning = kept;
    const old = paths;
    paths = nextPaths;
    nextPaths = old;
    alive = next;
  }
  let best = Number.NEGATIVE_INFINITY;
  let label = 0;
  for (let index = 0; index < alive; index++) {
    const end = running[index] as number;
    const path = (paths[end] as number) + (transitions[size * size + size + end] as number);
    if (path > best) {
      best = path;
      label = end;
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    labels[offset + at] = label;
    label = back[at * size + label] as number;
  }
}

/**
 * Best path through the lattice's scores.
 * @param edgeBefore @param edgeAfter whether the stretch begins and ends here; else label 0 ("O") stands next to it
 */
export function viterbi<Context extends TagContext>(
  tagger: Tagger<Context>,
  { scores, back }: Lattice,
  count: number,
  labels: Uint8Array,
  offset: number,
  edgeBefore: boolean,
  edgeAfter: boolean,
): void {
  if (tagger.sure !== Number.POSITIVE_INFINITY) {
    prunedViterbi(tagger, { scores, back }, count, labels, offset);
    return;
  }
  const { model, predecessors, predecessorWeights, steps, mayStart, mayEnd } = tagger;
  const { transitions } = model;
  const size = model.labels.length;
  for (let label = 0; label < size; label++) {
    paths[label] = mayStart[label]
      ? (scores[label] as number) + (transitions[edgeBefore ? size * size + label : label] as number)
      : impossible;
  }
  for (let at = 1; at < count; at++) {
    const row = at * size;
    const own = paths;
    const next = nextPaths;
    let step = 0;
    for (let label = 0; label < size; label++) {
      const end = steps[label + 1] as number;
      let best = impossible;
      let from = 0;
      for (; step < end; step++) {
        const previous = predecessors[step] as number;
        const path = (own[previous] as number) + (predecessorWeights[step] as number);
        if (path > best) {
          best = path;
          from = previous;
        }
      }
      next[label] = best + (scores[row + label] as number);
      back[row + label] = from;
    }
    paths = next;
    nextPaths = own;
  }
  let best = Number.NEGATIVE_INFINITY;
  let label = 0;
  for (let end = 0; end < size; end++) {
    const path = (paths[end] as number) + (transitions[edgeAfter ? size * size + size + end : end * size] as number);
    if (mayEnd[end] && path > best) {
      best = path;
      label = end;
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    labels[offset + at] = label;
    label = back[at * size + label] ?? 0;
  }
}
