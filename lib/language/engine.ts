/** The engine: the trained weights, decoded once and shared by all texts. How the bytes are fetched is the caller's affair. */
import { createWordTable, type WordTable } from './words';

/** Names of the files under `public/model/`; the caller hands in their bytes under these names. */
export const modelFiles: readonly string[] = [];

export interface Engine {
  /** Changes whenever the same text could be annotated differently: stored with every saved report. */
  version: string;
  words: WordTable;
}

/** @param bytes by file name, one for each of `modelFiles`. Throws an Error that names the file if one is missing or damaged. */
export function createEngine(_bytes: ReadonlyMap<string, Uint8Array>): Engine {
  return { version: '0', words: createWordTable() };
}
