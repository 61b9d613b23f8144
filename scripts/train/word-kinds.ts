/**
 * What kind of name a word is apt to stand in, told from its vector alone, for lexicon.ts: a small network learns from the words of the training
 * data what labels their capitalised occurrences bear, and its answers for all words are grouped into classes.
 * npx tsx scripts/train/word-kinds.ts --clusters FILE --data FOLDER --out FILE [--words 200000] [--seed 1]
 * A word of the training data is judged by a network that did not see it (five folds), so that the classes mean the same for known and unknown words.
 */
import { writeFileSync } from 'node:fs';
import { trainingExamples } from './actors-data';
import { option } from './corpus';
import { cluster } from './kmeans';
import { randomOf } from './tagger';
import { readVectors } from './vectors';

/** Where in which name: the network's answers. */
const roles = ['none', 'person first', 'person last', 'organization first', 'organization last', 'place', 'group'];
const seed = Number(option('seed', '1'));
const { words, vectors, width } = readVectors(Number(option('words', '200000')));
const rowOf = new Map(words.map((word, row) => [word, row]));

const counts = new Map<number, Float64Array>();
const folds = new Map<number, number>();
for (const { examples, weight } of trainingExamples()) {
  for (const { document, spans } of examples) {
    const role = new Uint8Array(document.tokens.length);
    for (const { first, last, kind } of spans) {
      for (let at = first; at < last; at++) {
        role[at] =
          kind === 'person'
            ? at === last - 1
              ? 2
              : 1
            : kind === 'organization'
              ? at === last - 1
                ? 4
                : 3
              : kind === 'place'
                ? 5
                : 6;
      }
    }
    for (const { first, last } of document.sentences) {
      for (let at = first; at < last; at++) {
        const token = document.tokens[at];
        if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) continue;
        // What opens a sentence is written large for that alone.
        if (at === first && role[at] === 0) continue;
        const row = rowOf.get(token.lower);
        if (row === undefined) continue;
        const count = counts.get(row) ?? new Float64Array(roles.length);
        count[role[at] as number] = (count[role[at] as number] as number) + weight;
        counts.set(row, count);
      }
    }
  }
}
const rows = [...counts.keys()].sort((a, b) => a - b);
const random = randomOf(seed);
rows.forEach((row) => {
  folds.set(row, Math.floor(random() * 5));
});
console.log(`${rows.length} words of the training data have vectors`);

const hidden = 48;
const size = roles.length;
interface Network {
  a: Float64Array;
  b: Float64Array;
}

function forward(net: Network, row: number, h: Float64Array, out: Float64Array): void {
  for (let unit = 0; unit < hidden; unit++) {
    let sum = net.a[unit * (width + 1) + width] as number;
    for (let axis = 0; axis < width; axis++)
      sum += (net.a[unit * (width + 1) + axis] as number) * (vectors[row * width + axis] as number);
    h[unit] = Math.max(sum, 0);
  }
  let total = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let role = 0; role < size; role++) {
    let sum = net.b[role * (hidden + 1) + hidden] as number;
    for (let unit = 0; unit < hidden; unit++)
      sum += (net.b[role * (hidden + 1) + unit] as number) * (h[unit] as number);
    out[role] = sum;
    if (sum > most) most = sum;
  }
  for (let role = 0; role < size; role++) {
    out[role] = Math.exp((out[role] as number) - most);
    total += out[role] as number;
  }
  for (let role = 0; role < size; role++) out[role] = (out[role] as number) / total;
}

function train(without: number): Network {
  const next = randomOf(seed + 17);
  const net: Network = { a: new Float64Array(hidden * (width + 1)), b: new Float64Array(size * (hidden + 1)) };
  for (let at = 0; at < net.a.length; at++) net.a[at] = (next() - 0.5) * 0.35;
  for (let at = 0; at < net.b.length; at++) net.b[at] = (next() - 0.5) * 0.2;
  const own = rows.filter((row) => folds.get(row) !== without);
  const h = new Float64Array(hidden);
  const out = new Float64Array(size);
  const delta = new Float64Array(hidden);
  const epochs = Number(option('epochs', '12'));
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 0.15 * (1 - epoch / epochs) + 0.005;
    for (let at = own.length - 1; at > 0; at--) {
      const o = Math.floor(next() * (at + 1));
      const k = own[at] as number;
      own[at] = own[o] as number;
      own[o] = k;
    }
    for (const row of own) {
      const count = counts.get(row) as Float64Array;
      let total = 0;
      for (const c of count) total += c;
      const weight = Math.min(3, Math.log(1 + total)) * rate;
      forward(net, row, h, out);
      delta.fill(0);
      for (let role = 0; role < size; role++) {
        const g = ((count[role] as number) / total - (out[role] as number)) * weight;
        const base = role * (hidden + 1);
        for (let unit = 0; unit < hidden; unit++) {
          delta[unit] = (delta[unit] as number) + g * (net.b[base + unit] as number);
          net.b[base + unit] = (net.b[base + unit] as number) * (1 - rate * 2e-4) + g * (h[unit] as number);
        }
        net.b[base + hidden] = (net.b[base + hidden] as number) + g;
      }
      for (let unit = 0; unit < hidden; unit++) {
        if ((h[unit] as number) <= 0) continue;
        const g = delta[unit] as number;
        const base = unit * (width + 1);
        for (let axis = 0; axis < width; axis++)
          net.a[base + axis] = (net.a[base + axis] as number) + g * (vectors[row * width + axis] as number);
        net.a[base + width] = (net.a[base + width] as number) + g;
      }
    }
  }
  return net;
}

const nets = [0, 1, 2, 3, 4].map((fold) => {
  const net = train(fold);
  const h = new Float64Array(hidden),
    out = new Float64Array(size);
  let right = 0,
    n = 0,
    base = 0;
  for (const row of rows)
    if (folds.get(row) === fold) {
      forward(net, row, h, out);
      const c = counts.get(row) as Float64Array;
      n++;
      const arg = (v: Float64Array) => v.indexOf(Math.max(...v));
      if (arg(c) === arg(out)) right++;
      if (arg(c) === 0) base++;
    }
  console.log(
    `fold ${fold}: ${((100 * right) / n).toFixed(1)} % right, ${((100 * base) / n).toFixed(1)} % are no names`,
  );
  return net;
});
const answers = new Float32Array(words.length * 8);
const h = new Float64Array(hidden);
const out = new Float64Array(size);
const mean = new Float64Array(size);
words.forEach((_, row) => {
  const fold = folds.get(row);
  mean.fill(0);
  const use = fold === undefined ? nets : [nets[fold] as Network];
  for (const net of use) {
    forward(net, row, h, out);
    for (let role = 0; role < size; role++) mean[role] = (mean[role] as number) + (out[role] as number) / use.length;
  }
  // Square roots: distances between them are those of Hellinger, and their length is 1.
  for (let role = 0; role < size; role++) answers[row * 8 + role] = Math.sqrt(mean[role] as number);
});
const classes = Number(option('classes', '100'));
const { ids } = cluster(answers, 8, classes, 20, seed, () => {});
writeFileSync(option('out', 'word-kinds.json'), JSON.stringify({ words, ids: [...ids] }));
