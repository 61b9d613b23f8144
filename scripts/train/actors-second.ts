/**
 * Trains public/model/names-second.bin, the second pass of the name tagger, on what first passes say of documents they were not trained on:
 * npx tsx scripts/train/actors-second.ts --data FOLDER --fold0 FILE --fold1 FILE --main FILE [--held worldwide.dev] [--out FILE]
 * fold0 and fold1 come from actors.ts with --fold 0 and --fold 1; main is the first pass that ships.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { nameContext } from '../../lib/actors/context';
import { secondContext, secondFeatures } from '../../lib/actors/second';
import type { Document } from '../../lib/language/document';
import { decodeSpans, encodeSpans } from '../../lib/language/tagger/labels';
import { decodeModel, encodeModel, type Model } from '../../lib/language/tagger/model';
import { createTagger, retagInto, tagKeeping } from '../../lib/language/tagger/tagger';
import { features, gazetteer, labels, measure, trainingExamples } from './actors-data';
import { option } from './corpus';
import { type Sequence, sequenceOf, trainTagger } from './tagger';

const modelOf = (name: string): Model => decodeModel(name, new Uint8Array(readFileSync(option(name, `${name}.bin`))));

function firstPass(model: Model): (document: Document, guideline: number) => { out: Uint8Array; kept: Int32Array } {
  const tagger = createTagger(model, features);
  return (document, guideline) => {
    const out = new Uint8Array(document.tokens.length);
    const kept = new Int32Array(document.tokens.length * labels.length);
    const context = nameContext(document, gazetteer, guideline);
    for (const { first, last } of document.sentences) tagKeeping(tagger, context, first, last, first, last, out, kept);
    return { out, kept };
  };
}

const size = labels.length;
const main = modelOf('main');
const sequences: Sequence[] = [];
for (const fold of [0, 1]) {
  const model = modelOf(`fold${fold}`);
  const pass = firstPass(model);
  for (const { examples, weight } of trainingExamples(1 - fold)) {
    for (const { document, spans, guideline } of examples) {
      const { out, kept } = pass(document, guideline);
      const context = secondContext(document, out, size);
      for (const { first, last } of document.sentences) {
        const gold = new Uint8Array(last - first);
        encodeSpans(spans, labels, gold, first);
        sequences.push({
          ...sequenceOf(secondFeatures, context, first, last, gold, weight),
          base: Float32Array.from(kept.subarray(first * size, last * size), (score) => score * model.scale),
        });
      }
    }
  }
}

const trained = trainTagger(sequences, {
  name: 'names-second',
  labels,
  seed: Number(option('seed', '1')),
  epochs: Number(option('epochs', '5')),
  averaged: 2,
  minCount: 4,
  prune: 0.02,
  l2: Number(option('l2', '4')),
  rate: Number(option('rate', '0.03')),
  baseTransitions: Float64Array.from(main.transitions, (value) => value * main.scale),
  fixedTransitions: true,
  log: console.log,
});
const bytes = encodeModel(trained);
writeFileSync(option('out', 'public/model/names-second.bin'), bytes);
console.log(`${trained.keys.length} features, ${bytes.length} bytes`);

const pass = firstPass(main);
const second = createTagger(decodeModel('names-second.bin', bytes), secondFeatures);
console.log(
  measure(({ document }) => {
    const { out, kept } = pass(document, Number(option('guideline', '0')));
    const context = secondContext(document, out, size);
    const better = new Uint8Array(out.length);
    for (const { first, last } of document.sentences)
      retagInto(second, context, first, last, first, last, better, kept, main.scale);
    return decodeSpans(better, labels);
  }),
);
