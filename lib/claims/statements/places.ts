/** Where an offset falls in a document. */
import type { Document } from '../../language/document';

/** Index of the first token that ends after `offset`. */
export function tokenAt({ tokens }: Document, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the sentence that holds `offset`, -1 when there is none. */
export function sentenceAt({ sentences }: Document, offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low < sentences.length ? low : -1;
}
