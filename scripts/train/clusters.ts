/**
 * Word classes from embeddings, into a cache file for lexicon.ts: npx tsx scripts/train/clusters.ts --out FILE [--words 80000] [--seed 1]
 * Three grains: 1,000 classes of words, and 300 and 64 classes by k-means of their own.
 */
import { writeFileSync } from 'node:fs';
import { option } from './corpus';
import { cluster } from './kmeans';
import { readVectors } from './vectors';

const seed = Number(option('seed', '1'));
const { words, vectors, width } = readVectors(Number(option('words', '80000')));
console.log(`${words.length} words`);
const fine = cluster(vectors, width, Number(option('classes', '1000')), 14, seed, console.log);
const middle = cluster(fine.means, width, 256, 30, seed + 1, () => {});
const coarse = cluster(fine.means, width, 64, 30, seed + 2, () => {});
writeFileSync(
  option('out', 'clusters.json'),
  JSON.stringify({ words, fine: [...fine.ids], middle: [...middle.ids], coarse: [...coarse.ids] }),
);
