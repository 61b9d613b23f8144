/** Word classes for the statement models, from the embeddings of the most frequent words. */
import { keyOf, type WordClasses } from '../../../lib/claims/statements/word-classes';
import { normalise } from '../../../lib/language/words';
import { cluster } from '../kmeans';
import { readVectors } from '../vectors';

/** @param count how many words get classes, the most frequent first */
export function wordClasses(count: number, seed: number): WordClasses {
  const { words, vectors, width } = readVectors(count);
  const middle = cluster(vectors, width, 256, 12, seed, () => {});
  const coarse = cluster(middle.means, width, 64, 30, seed + 1, () => {});
  const byKey = new Map<number, number>();
  words.forEach((word, index) => {
    const group = middle.ids[index] ?? 0;
    const key = keyOf(normalise(word));
    if (!byKey.has(key)) byKey.set(key, (group << 8) | (coarse.ids[group] ?? 0));
  });
  return { byKey };
}
