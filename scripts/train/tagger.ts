/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic gradient descent with L2
 * regularisation (schedule of Bottou's CRF-SGD), averages the weights of the last epochs (Polyak), prunes and quantises them.
 * Seeded and repeatable: the same sequences and options give the same bytes on the same Node version.
 */
import { allFeatures, createFeatureList, type FeatureSet, type TagContext } from '../../lib/language/tagger/features';
import { mayFollow } from '../../lib/language/tagger/labels';
import type { TrainedWeights } from '../../lib/language/tagger/model';

export interface Sequence {
  /** Hashes of all tokens' features, one token after another. */
  features: Int32Array;
  /** Where each token's features start; one entry more than there are tokens. */
  offsets: Int32Array;
  /** Label index of each token. */
  labels: Uint8Array;
  /** How much this sequence counts (1 by default). */
  weight: number;
  /** Scores of an earlier tagger that this one builds on: one row of labels a token, in log-odds. */
  base?: Float32Array;
}

export interface TrainOptions {
  name: string;
  labels: readonly string[];
  seed: number;
  epochs: number;
  /** The weights of so many last epochs are averaged. */
  averaged?: number;
  /** So many runs, each with a seed of its own, are averaged into one model. */
  seeds?: number;
  /** Features seen less often are left out. */
  minCount?: number;
  /** L2 penalty of the whole data (C2 in CRFsuite). */
  l2?: number;
  /** Chance that a feature is left out of one look at a sequence (feature noising, Wang et al. 2013). */
  dropout?: number;
  /** Transitions of the earlier tagger, in log-odds; the new model's transitions are these and what is learnt. */
  baseTransitions?: Float64Array;
  /** Leave the transitions as `baseTransitions` has them. */
  fixedTransitions?: boolean;
  /** First learning rate. A token has some 70 features, which all move at once: keep it well below 0.1. */
  rate?: number;
  /** Weights below this (in log-odds) are dropped from the file. */
  prune?: number;
  /** False keeps the largest weights as they are, at the cost of a coarser step; else the outermost 0.05 % are clipped. */
  clip?: boolean;
  /** Upper bits of the feature hash that the file keeps. */
  bits?: number;
  log?: (line: string) => void;
  /** Called after each epoch with the current (unaveraged) weights, for a look at held-out data. */
  onEpoch?: (epoch: number, snapshot: () => TrainedWeights) => void;
}

const list = createFeatureList();
const scratch = createFeatureList();

/** The features and gold labels of one stretch of a document. */
export function sequenceOf<Context extends TagContext>(
  set: FeatureSet<Context>,
  context: Context,
  first: number,
  last: number,
  labels: Uint8Array,
  weight = 1,
): Sequence {
  const offsets = new Int32Array(last - first + 1);
  let values = new Int32Array((last - first) * 64);
  let length = 0;
  for (let index = first; index < last; index++) {
    allFeatures(set, context, index, first, last, list, scratch);
    if (length + list.length > values.length) {
      const grown = new Int32Array((length + list.length) * 2);
      grown.set(values);
      values = grown;
    }
    values.set(list.values.subarray(0, list.length), length);
    length += list.length;
    offsets[index - first + 1] = length;
  }
  return { features: values.slice(0, length), offsets, labels, weight };
}

/** Mulberry32: a small seeded generator of numbers in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

interface Rows {
  /** Distinct keys, ascending. */
  keys: Int32Array;
  /** Row of every feature occurrence of every sequence, -1 when left out. */
  rows: Int32Array[];
}

function indexFeatures(sequences: readonly Sequence[], bits: number, minCount: number): Rows {
  const shift = 32 - bits;
  let total = 0;
  for (const sequence of sequences) total += sequence.features.length;
  const all = new Int32Array(total);
  let at = 0;
  for (const { features } of sequences) for (const feature of features) all[at++] = feature >>> shift;
  all.sort();
  const kept: number[] = [];
  for (let from = 0; from < total; ) {
    let to = from + 1;
    while (to < total && all[to] === all[from]) to++;
    if (to - from >= minCount) kept.push(all[from] as number);
    from = to;
  }
  const keys = Int32Array.from(kept);
  let capacity = 1024;
  while (capacity < keys.length * 2) capacity *= 2;
  const mask = capacity - 1;
  const table = new Int32Array(capacity).fill(-1);
  keys.forEach((key, row) => {
    let place = Math.imul(key, 0x9e3779b1) >>> 7;
    while (table[place & mask] !== -1) place++;
    table[place & mask] = row;
  });
  const rows = sequences.map(({ features }) => {
    const found = new Int32Array(features.length);
    for (let index = 0; index < features.length; index++) {
      const key = (features[index] as number) >>> shift;
      let place = Math.imul(key, 0x9e3779b1) >>> 7;
      let row = table[place & mask] as number;
      while (row !== -1 && keys[row] !== key) row = table[++place & mask] as number;
      found[index] = row;
    }
    return found;
  });
  return { keys, rows };
}

/** @returns quantised weights: hand them to `encodeModel` for the file's bytes. */
export function trainTagger(sequences: readonly Sequence[], options: TrainOptions): TrainedWeights {
  const { labels, epochs } = options;
  const averaged = Math.min(options.averaged ?? 4, epochs);
  const bits = options.bits ?? 26;
  const log = options.log ?? (() => {});
  const size = labels.length;
  const { keys, rows } = indexFeatures(sequences, bits, options.minCount ?? 1);
  log(`${sequences.length} sequences, ${keys.length} features`);
  const count = keys.length * size;
  const weights = new Float32Array(count);
  const states = size * size + size * 2;
  const transitions = new Float64Array(states);
  const sum = new Float64Array(count);
  const sumTransitions = new Float64Array(states);

  const allowed: number[][] = labels.map((next) => labels.flatMap((label, at) => (mayFollow(label, next) ? [at] : [])));
  const mayStart = labels.map((label) => mayFollow(null, label));
  const mayEnd = labels.map((label) => mayFollow(label, null));

  const longest = sequences.reduce((most, { labels: own }) => Math.max(most, own.length), 0);
  const potential = new Float64Array(longest * size);
  const forward = new Float64Array(longest * size);
  const backward = new Float64Array(longest * size);
  const expTransitions = new Float64Array(states);
  const gradient = new Float64Array(size);
  const doubtful = new Uint8Array(size);
  const negligible = 0.002;
  const losses = new Float64Array(sequences.length).fill(Number.POSITIVE_INFINITY);
  const expected = new Float64Array(states);

  const learnt = 0.02;

  // The weights are `scale * weights`: the L2 decay of a step then costs one multiplication.
  let scale = 1;
  const lambda = (options.l2 ?? 1) / sequences.length;
  let step = 1 / (lambda * (options.rate ?? 0.02));
  const seeds = options.seeds ?? 1;
  let random = randomOf(options.seed);
  let order = Int32Array.from(sequences.keys());

  const baseTransitions = options.baseTransitions ?? new Float64Array(states);
  const dropout = options.dropout ?? 0;
  const kept = new Int32Array(rows.reduce((most, own) => Math.max(most, own.length), 0));
  let noise = (options.seed * 2654435761) | 1;

  const learn = (index: number, rate: number): number => {
    const { offsets, labels: gold, weight: importance, base: given } = sequences[index] as Sequence;
    const all = rows[index] as Int32Array;
    const own = dropout > 0 ? kept.subarray(0, all.length) : all;
    const length = gold.length;
    if (length === 0) return 0;
    if (dropout > 0) {
      for (let at = 0; at < own.length; at++) {
        noise ^= noise << 13;
        noise ^= noise >>> 17;
        noise ^= noise << 5;
        kept[at] = (noise >>> 8) / 16777216 < dropout ? -1 : (all[at] as number);
      }
    }
    for (let at = 0; at < states; at++)
      expTransitions[at] = Math.exp(scale * (transitions[at] as number) + (baseTransitions[at] as number));
    let goldScore = 0;
    let shift = 0;
    for (let at = 0; at < length; at++) {
      const row = at * size;
      for (let label = 0; label < size; label++) gradient[label] = 0;
      for (let from = offsets[at] as number; from < (offsets[at + 1] as number); from++) {
        const feature = own[from] as number;
        if (feature < 0) continue;
        const base = feature * size;
        for (let label = 0; label < size; label++)
          gradient[label] = (gradient[label] as number) + (weights[base + label] as number);
      }
      let most = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < size; label++) {
        gradient[label] = (gradient[label] as number) * scale + (given ? (given[row + label] as number) : 0);
        if ((gradient[label] as number) > most) most = gradient[label] as number;
      }
      shift += most;
      goldScore += gradient[gold[at] as number] as number;
      for (let label = 0; label < size; label++) potential[row + label] = Math.exp((gradient[label] as number) - most);
    }
    // Forward, each position scaled to sum 1.
    let logZ = shift;
    for (let at = 0; at < length; at++) {
      const row = at * size;
      let total = 0;
      for (let label = 0; label < size; label++) {
        let value = 0;
        if (at === 0) value = mayStart[label] ? (expTransitions[size * size + label] as number) : 0;
        else {
          const before = allowed[label] as number[];
          for (let from = 0; from < before.length; from++) {
            const previous = before[from] as number;
            value += (forward[row - size + previous] as number) * (expTransitions[previous * size + label] as number);
          }
        }
        value *= potential[row + label] as number;
        if (at === length - 1) value *= mayEnd[label] ? (expTransitions[size * size + size + label] as number) : 0;
        forward[row + label] = value;
        total += value;
      }
      logZ += Math.log(total);
      for (let label = 0; label < size; label++) forward[row + label] = (forward[row + label] as number) / total;
    }
    const end = (length - 1) * size;
    for (let label = 0; label < size; label++) backward[end + label] = 1;
    expected.fill(0);
    for (let label = 0; label < size; label++) {
      expected[size * size + size + label] = forward[end + label] as number;
    }
    for (let at = length - 1; at > 0; at--) {
      const row = at * size;
      let total = 0;
      for (let label = 0; label < size; label++) backward[row - size + label] = 0;
      for (let label = 0; label < size; label++) {
        let own = (potential[row + label] as number) * (backward[row + label] as number);
        if (at === length - 1) own *= mayEnd[label] ? (expTransitions[size * size + size + label] as number) : 0;
        if (own === 0) continue;
        const before = allowed[label] as number[];
        for (let from = 0; from < before.length; from++) {
          const previous = before[from] as number;
          const value = own * (expTransitions[previous * size + label] as number);
          backward[row - size + previous] = (backward[row - size + previous] as number) + value;
          const both = value * (forward[row - size + previous] as number);
          total += both;
        }
      }
      // Pair marginals, normalised by their own sum.
      for (let label = 0; label < size; label++) {
        let own = (potential[row + label] as number) * (backward[row + label] as number);
        if (at === length - 1) own *= mayEnd[label] ? (expTransitions[size * size + size + label] as number) : 0;
        if (own === 0) continue;
        own /= total;
        const before = allowed[label] as number[];
        for (let from = 0; from < before.length; from++) {
          const previous = before[from] as number;
          const both =
            own * (expTransitions[previous * size + label] as number) * (forward[row - size + previous] as number);
          expected[previous * size + label] = (expected[previous * size + label] as number) + both;
        }
      }
      let most = 0;
      for (let label = 0; label < size; label++) most = Math.max(most, backward[row - size + label] as number);
      for (let label = 0; label < size; label++)
        backward[row - size + label] = (backward[row - size + label] as number) / most;
    }
    const gain = (rate * importance) / scale;
    for (let at = 0; at < length; at++) {
      const row = at * size;
      let total = 0;
      for (let label = 0; label < size; label++)
        total += (forward[row + label] as number) * (backward[row + label] as number);
      for (let label = 0; label < size; label++) {
        const chance = ((forward[row + label] as number) * (backward[row + label] as number)) / total;
        gradient[label] = gain * ((label === gold[at] ? 1 : 0) - chance);
      }
      for (let label = 0; label < size; label++)
        if (at === 0)
          expected[size * size + label] = ((forward[label] as number) * (backward[label] as number)) / total;
      // Most tokens are sure after an epoch or two, and of the others only a few labels are in doubt.
      let open = 0;
      for (let label = 0; label < size; label++)
        if (Math.abs(gradient[label] as number) > gain * negligible) doubtful[open++] = label;
      if (open === 0) continue;
      for (let from = offsets[at] as number; from < (offsets[at + 1] as number); from++) {
        const feature = own[from] as number;
        if (feature < 0) continue;
        const base = feature * size;
        for (let index = 0; index < open; index++) {
          const label = doubtful[index] as number;
          weights[base + label] = (weights[base + label] as number) + (gradient[label] as number);
        }
      }
    }
    const gainOfTransitions = options.fixedTransitions ? 0 : gain;
    for (let at = 0; at < states; at++)
      transitions[at] = (transitions[at] as number) - gainOfTransitions * (expected[at] as number);
    const observe = (at: number) => {
      transitions[at] = (transitions[at] as number) + gainOfTransitions;
    };
    let goldTransitions = 0;
    const own0 = size * size + (gold[0] as number);
    goldTransitions += Math.log(expTransitions[own0] as number);
    observe(own0);
    for (let at = 1; at < length; at++) {
      const pair = (gold[at - 1] as number) * size + (gold[at] as number);
      goldTransitions += Math.log(expTransitions[pair] as number);
      observe(pair);
    }
    const last = size * size + size + (gold[length - 1] as number);
    goldTransitions += Math.log(expTransitions[last] as number);
    observe(last);
    return logZ - goldScore - goldTransitions;
  };

  const startStep = step;
  const finish = (values: Float64Array | Float32Array, steps: Float64Array, factor: number): TrainedWeights =>
    quantise(options, keys, bits, values, steps, factor, 1 - dropout);

  for (let run = 0; run < seeds; run++) {
    if (run > 0) {
      random = randomOf(options.seed + run);
      noise = ((options.seed + run) * 2654435761) | 1;
      order = Int32Array.from(sequences.keys());
      weights.fill(0);
      transitions.fill(0);
      losses.fill(Number.POSITIVE_INFINITY);
      scale = 1;
      step = startStep;
    }
    for (let epoch = 1; epoch <= epochs; epoch++) {
      shuffle(order, random);
      let loss = 0;
      for (const index of order) {
        const rate = 1 / (lambda * step);
        // A sequence that is all but learnt is looked at every other time.
        if ((losses[index] as number) < learnt && random() < 0.5) loss += losses[index] as number;
        else {
          losses[index] = learn(index, rate);
          loss += losses[index] as number;
        }
        scale *= 1 - rate * lambda;
        if (scale < 1e-4) {
          for (let at = 0; at < count; at++) weights[at] = (weights[at] as number) * scale;
          for (let at = 0; at < states; at++) transitions[at] = (transitions[at] as number) * scale;
          scale = 1;
        }
        step++;
      }
      log(`epoch ${epoch}: loss ${(loss / sequences.length).toFixed(4)}`);
      if (epoch > epochs - averaged) {
        for (let at = 0; at < count; at++) sum[at] = (sum[at] as number) + scale * (weights[at] as number);
        for (let at = 0; at < states; at++)
          sumTransitions[at] = (sumTransitions[at] as number) + scale * (transitions[at] as number);
      }
      options.onEpoch?.(epoch, () => finish(weights, transitions, scale));
    }
  }
  return finish(sum, sumTransitions, 1 / (averaged * seeds));
}

function quantise(
  options: TrainOptions,
  keys: Int32Array,
  bits: number,
  values: Float64Array | Float32Array,
  learntTransitions: Float64Array,
  factor: number,
  keep: number,
): TrainedWeights {
  const size = options.labels.length;
  const prune = options.prune ?? 0;
  // The step is set so that all but the outermost of the weights fit in a byte (those are clipped), or all of them.
  const magnitudes: number[] = [];
  for (let at = 0; at < values.length; at += options.clip === false ? 1 : 7) {
    const value = Math.abs((values[at] as number) * factor * keep);
    if (value > prune) magnitudes.push(value);
  }
  magnitudes.sort((a, b) => a - b);
  const top = (options.clip === false ? magnitudes.at(-1) : magnitudes[Math.floor(magnitudes.length * 0.9995)]) ?? 1;
  const scale = Math.max(top, 1e-6) / 127;
  const quantised = new Int8Array(values.length);
  const kept: number[] = [];
  for (let row = 0; row < keys.length; row++) {
    let any = false;
    for (let label = 0; label < size; label++) {
      const value = (values[row * size + label] as number) * factor * keep;
      if (Math.abs(value) <= prune) continue;
      const rounded = Math.max(-127, Math.min(127, Math.round(value / scale)));
      quantised[row * size + label] = rounded;
      if (rounded !== 0) any = true;
    }
    if (any) kept.push(row);
  }
  const weights = new Int8Array(kept.length * size);
  kept.forEach((row, at) => {
    weights.set(quantised.subarray(row * size, row * size + size), at * size);
  });
  return {
    name: options.name,
    labels: options.labels,
    bits,
    scale,
    keys: Int32Array.from(kept, (row) => keys[row] as number),
    weights,
    transitions: Int16Array.from(learntTransitions, (value, at) =>
      Math.max(-32000, Math.min(32000, Math.round((value * factor + (options.baseTransitions?.[at] ?? 0)) / scale))),
    ),
  };
}
