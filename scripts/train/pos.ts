/**
 * Trains public/model/pos.bin: npx tsx scripts/train/pos.ts --data FOLDER [--seed 1] [--epochs 6]
 * FOLDER holds the JSON Lines files named in `sources`, each with a `text`; see docs/model-card.md.
 */
import { writeFileSync } from 'node:fs';
import type { Document } from '../../lib/language/document';
import { posFeatures } from '../../lib/language/pos/features';
import { posTags } from '../../lib/language/pos/tags';
import { splitSentences } from '../../lib/language/sentences';
import { encodeModel } from '../../lib/language/tagger/model';
import { tokenize } from '../../lib/language/tokenize';
import { createWordTable } from '../../lib/language/words';
import { option, readRows } from './corpus';
import { type Sequence, sequenceOf, trainTagger } from './tagger';
import { teachPos } from './teachers';

const folder = option('data', 'data');
const sources = ['worldwide.train', 'polnear.train', 'politics.train', 'wikigold'];
const limit = Number(option('limit', '1000000'));
const words = createWordTable();
const sequences: Sequence[] = [];
let tokenCount = 0;
for (const source of sources) {
  for (const { text } of readRows(folder, source)) {
    if (tokenCount > limit) break;
    const clean = text.replace(/https?:\/\/\S+/g, '');
    const tokens = tokenize(clean, words);
    const tags = teachPos(clean, tokens);
    const document: Document = { text: clean, language: 'en', tokens, sentences: splitSentences(clean, tokens) };
    for (const { first, last } of document.sentences) {
      const labels = Uint8Array.from({ length: last - first }, (_, at) => posTags.indexOf(tags[first + at] ?? 'X'));
      sequences.push(sequenceOf(posFeatures, { document }, first, last, labels));
    }
    tokenCount += tokens.length;
  }
}
console.log(`${tokenCount} tokens`);
const trained = trainTagger(sequences, {
  name: 'pos',
  labels: posTags,
  seed: Number(option('seed', '1')),
  epochs: Number(option('epochs', '6')),
  averaged: 3,
  minCount: Number(option('min', '4')),
  prune: Number(option('prune', '0.15')),
  l2: 1,
  log: console.log,
});
const bytes = encodeModel(trained);
writeFileSync(option('out', 'public/model/pos.bin'), bytes);
console.log(`${trained.keys.length} features, ${bytes.length} bytes`);
