/** The engine: the trained weights, decoded once and shared by all texts. How the bytes are fetched is the caller's affair. */
import { decodeStatementModel, type StatementModel } from '../claims/statements/model';
import { decodeGazetteer, type Gazetteer } from './gazetteer';
import { createPosTagger, type PosTagger } from './pos/pos';
import { decodeModel, type Model } from './tagger/model';
import { createWordTable, type WordTable } from './words';

/** The model files that hold a sequence tagger. */
const taggerFiles: readonly string[] = ['pos.bin', 'names.bin', 'names-second.bin'];
/** Names of the files under `public/model/`; the caller hands in their bytes under these names. */
export const modelFiles: readonly string[] = [...taggerFiles, 'lexicon.bin', 'statements.bin'];

export interface Engine {
  /** Changes whenever the same text could be annotated differently: stored with every saved report. */
  version: string;
  words: WordTable;
  pos: PosTagger;
  /** Word classes and lists of names. */
  gazetteer: Gazetteer;
  /** What finds reported speech. */
  statements: StatementModel;
  /** Weights of the other rooms' taggers by file name: they make their taggers of them, once. */
  models: ReadonlyMap<string, Model>;
}

/** Raised by hand when rules change; the weights' checksums are added to it. */
const rules = '2';

/** @param bytes by file name, one for each of `modelFiles`. Throws an Error that names the file if one is missing or damaged. */
export function createEngine(bytes: ReadonlyMap<string, Uint8Array>): Engine {
  const file = (name: string): Uint8Array => {
    const found = bytes.get(name);
    if (!found) throw new Error(`The model file ${name} is missing`);
    return found;
  };
  const gazetteer = decodeGazetteer('lexicon.bin', file('lexicon.bin'));
  const models = new Map(taggerFiles.map((name) => [name, decodeModel(name, file(name))]));
  const statements = decodeStatementModel('statements.bin', file('statements.bin'));
  const pos = models.get('pos.bin');
  if (!pos) throw new Error('The model file pos.bin is missing');
  const words = createWordTable();
  return {
    version: [
      rules,
      gazetteer.checksum,
      statements.checksum,
      ...[...models.values()].map((model) => model.checksum),
    ].join('-'),
    words,
    pos: createPosTagger(pos, gazetteer, words),
    gazetteer,
    statements,
    models,
  };
}
