/** The engine: the trained weights, decoded once and shared by all texts. How the bytes are fetched is the caller's affair. */
import { createPosTagger } from './pos/pos';
import type { TagContext } from './tagger/features';
import { decodeModel } from './tagger/model';
import type { Tagger } from './tagger/tagger';
import { createWordTable, type WordTable } from './words';

/** Names of the files under `public/model/`; the caller hands in their bytes under these names. */
export const modelFiles: readonly string[] = ['pos.bin'];

export interface Engine {
  /** Changes whenever the same text could be annotated differently: stored with every saved report. */
  version: string;
  words: WordTable;
  pos: Tagger<TagContext>;
}

/** Raised by hand when rules change; the weights' checksums are added to it. */
const rules = '1';

/** @param bytes by file name, one for each of `modelFiles`. Throws an Error that names the file if one is missing or damaged. */
export function createEngine(bytes: ReadonlyMap<string, Uint8Array>): Engine {
  const file = (name: string): Uint8Array => {
    const found = bytes.get(name);
    if (!found) throw new Error(`The model file ${name} is missing`);
    return found;
  };
  const pos = decodeModel('pos.bin', file('pos.bin'));
  return { version: `${rules}-${pos.checksum}`, words: createWordTable(), pos: createPosTagger(pos) };
}
