/**
 * Word classes from embeddings, into a cache file for lexicon.ts: npx tsx scripts/train/clusters.ts --out FILE [--words 80000] [--seed 1]
 * Three grains: 1,000 classes of words, and 300 and 64 classes by k-means of their own.
 */
import { writeFileSync } from 'node:fs';
import { option } from './corpus';
import { cluster, nearest } from './kmeans';
import { readVectors } from './vectors';

const seed = Number(option('seed', '1'));
const { words, vectors, width } = readVectors(Number(option('words', '80000')));
console.log(`${words.length} words`);
const classes = Number(option('classes', '1000'));
// The means come from the more frequent words, whose vectors are better; the others join the nearest class.
const fine = cluster(vectors.subarray(0, 24000 * width), width, classes, 10, seed, console.log);
const ids = words.map((_, row) => nearest(vectors, row * width, fine.means, width, classes));
const middle = cluster(fine.means, width, 256, 30, seed + 1, () => {});
const coarse = cluster(fine.means, width, 64, 30, seed + 2, () => {});
writeFileSync(
  option('out', 'clusters.json'),
  JSON.stringify({ words, fine: ids, middle: [...middle.ids], coarse: [...coarse.ids] }),
);
