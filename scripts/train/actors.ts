/**
 * Trains public/model/names.bin, the first pass of the name tagger:
 * npx tsx scripts/train/actors.ts --data FOLDER [--seed 1] [--epochs 8] [--fold 0|1] [--held worldwide.dev] [--out FILE]
 * FOLDER holds the JSON Lines files named in actors-data.ts; see docs/model-card.md.
 */
import { writeFileSync } from 'node:fs';
import { nameContext } from '../../lib/actors/context';
import { decodeSpans } from '../../lib/language/tagger/labels';
import { decodeModel, encodeModel } from '../../lib/language/tagger/model';
import { createTagger, tag } from '../../lib/language/tagger/tagger';
import { features, gazetteer, labels, measure, sequencesOf, trainingExamples } from './actors-data';
import { option } from './corpus';
import { trainTagger } from './tagger';

/** Measured under each guideline. */
function measureModel(bytes: Uint8Array): string {
  return [0, 1].map((guideline) => `guideline ${guideline}\n${measureUnder(bytes, guideline)}`).join('\n');
}

function measureUnder(bytes: Uint8Array, guideline: number): string {
  const tagger = createTagger(decodeModel('names.bin', bytes), features);
  return measure(({ document }) => {
    const context = nameContext(document, gazetteer, guideline);
    return document.sentences.flatMap(({ first, last }) =>
      decodeSpans(tag(tagger, context, first, last), labels, first),
    );
  });
}

const every = Number(option('every', '0'));
const trained = trainTagger(
  trainingExamples(Number(option('fold', '-1'))).flatMap(({ examples, weight }) => sequencesOf(examples, weight)),
  {
    name: 'names',
    labels,
    seed: Number(option('seed', '1')),
    seeds: Number(option('seeds', '1')),
    epochs: Number(option('epochs', '8')),
    averaged: Number(option('averaged', '3')),
    minCount: Number(option('min', '2')),
    prune: Number(option('prune', '0.03')),
    clip: false,
    l2: Number(option('l2', '1')),
    dropout: Number(option('dropout', '0.15')),
    rate: Number(option('rate', '0.02')),
    log: console.log,
    onEpoch: (epoch, snapshot) => {
      if (every && epoch % every === 0) console.log(measureModel(encodeModel(snapshot())));
    },
  },
);
const bytes = encodeModel(trained);
writeFileSync(option('out', 'public/model/names.bin'), bytes);
console.log(`${trained.keys.length} features, ${bytes.length} bytes`);
console.log(measureModel(bytes));
