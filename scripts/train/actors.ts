/**
 * Trains public/model/names.bin: npx tsx scripts/train/actors.ts --data FOLDER [--seed 1] [--epochs 12]
 * FOLDER holds the JSON Lines files named in `sources`; see docs/model-card.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type NameContext, nameContext } from '../../lib/actors/context';
import { nameFeatures, nameKinds } from '../../lib/actors/features';
import type { Document } from '../../lib/language/document';
import { COUNTRY, decodeGazetteer, DEMONYM } from '../../lib/language/gazetteer';
import { splitSentences } from '../../lib/language/sentences';
import { bilouLabels, decodeSpans, encodeSpans, type LabelledSpan } from '../../lib/language/tagger/labels';
import { decodeModel, encodeModel } from '../../lib/language/tagger/model';
import { createTagger, tag } from '../../lib/language/tagger/tagger';
import { tokenize } from '../../lib/language/tokenize';
import { createWordTable } from '../../lib/language/words';
import { option, type Row, readRows } from './corpus';
import { type Sequence, sequenceOf, trainTagger } from './tagger';

export interface Example {
  row: Row;
  document: Document;
  spans: LabelledSpan[];
}

const words = createWordTable();

/** Documents with gold spans as token indexes; a span whose edges are no token edges is left out. */
export function examplesOf(rows: readonly Row[], demonymsToo = false): Example[] {
  return rows.map((row) => {
    const tokens = tokenize(row.text, words);
    const document: Document = { text: row.text, language: 'en', tokens, sentences: splitSentences(row.text, tokens) };
    const starts = new Map(tokens.map((token, index) => [token.start, index]));
    const ends = new Map(tokens.map((token, index) => [token.end, index + 1]));
    const spans = (row.entities ?? []).flatMap(([start, end, kind]) => {
      const first = starts.get(start);
      const last = ends.get(end) ?? ends.get(end + 1);
      return first === undefined || last === undefined ? [] : [{ first, last, kind }];
    });
    if (demonymsToo) addDemonyms(document, spans);
    return { row, document, spans };
  });
}

const gazetteer = decodeGazetteer(
  'lexicon.bin',
  new Uint8Array(readFileSync(option('lexicon', 'public/model/lexicon.bin'))),
);
const features = nameFeatures(gazetteer);
const labels = bilouLabels(nameKinds);

/** The guidelines of most corpora know no groups: demonyms outside their names become groups, as ours say. */
function addDemonyms(document: Document, spans: LabelledSpan[]): void {
  const taken = new Set(spans.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, at) => first + at)));
  const { listed } = nameContext(document, gazetteer);
  for (let index = 0; index < listed.length; index++) {
    const flags = (listed[index] ?? 0) >> 3;
    const place = (listed[index] ?? 0) & 7;
    if (!(flags & DEMONYM) || flags & COUNTRY || (place !== 1 && place !== 4)) continue;
    let last = index + 1;
    while (place === 1 && ((listed[last] ?? 0) & 7) > 1 && ((listed[last] ?? 0) & 7) < 4) last++;
    const span = { first: index, last, kind: 'group' };
    if (!Array.from({ length: last - index }, (_, at) => index + at).some((at) => taken.has(at))) spans.push(span);
  }
}

function sequencesOf(examples: readonly Example[], weight: number): Sequence[] {
  return examples.flatMap(({ document, spans }) => {
    const context: NameContext = nameContext(document, gazetteer);
    return document.sentences.map(({ first, last }) => {
      const gold = new Uint8Array(last - first);
      encodeSpans(spans, labels, gold, first);
      return sequenceOf(features, context, first, last, gold, weight);
    });
  });
}

const folder = option('data', 'data');
const sources: readonly (readonly [string, number])[] = option(
  'sources',
  'worldwide.train:1,politics.train:1,wikigold:1,uner-ewt.dev:0.5',
)
  .split(',')
  .map((part) => {
    const [name, weight] = part.split(':');
    return [name ?? '', Number(weight ?? 1)] as const;
  });
const sequences = sources.flatMap(([name, weight]) => sequencesOf(examplesOf(readRows(folder, name), !name.startsWith('worldwide')), weight));

const held = option('held', '')
  .split(',')
  .filter(Boolean)
  .map((name) => [name, examplesOf(readRows(folder, name))] as const);
function measure(bytes: Uint8Array): string {
  const tagger = createTagger(decodeModel('names.bin', bytes), features);
  return held
    .map(([name, examples]) => {
      const count: Record<string, [number, number, number]> = {};
      const hasGroup = examples.some(({ spans }) => spans.some(({ kind }) => kind === 'group'));
      for (const { document, spans } of examples) {
        const context = nameContext(document, gazetteer);
        const gold = new Set(spans.map(({ first, last, kind }) => `${first} ${last} ${kind}`));
        const found = document.sentences.flatMap(({ first, last }) =>
          decodeSpans(tag(tagger, context, first, last), labels, first),
        );
        for (const kind of ['all', ...nameKinds]) {
          const c = (count[kind] ??= [0, 0, 0]);
          for (const span of found) {
            if ((kind !== 'all' && span.kind !== kind) || (!hasGroup && span.kind === 'group')) continue;
            c[1]++;
            if (gold.has(`${span.first} ${span.last} ${span.kind}`)) c[0]++;
          }
          c[2] += spans.filter((span) => kind === 'all' || span.kind === kind).length;
        }
      }
      return `${name} ${Object.entries(count)
        .map(([kind, [right, found, gold]]) => `${kind} ${((200 * right) / (found + gold || 1)).toFixed(1)}`)
        .join(' ')}`;
    })
    .join('\n  ');
}

const trained = trainTagger(sequences, {
  name: 'names',
  labels,
  seed: Number(option('seed', '1')),
  epochs: Number(option('epochs', '12')),
  averaged: Number(option('averaged', '4')),
  minCount: Number(option('min', '2')),
  prune: Number(option('prune', '0.03')),
  l2: Number(option('l2', '1')),
  rate: Number(option('rate', '0.02')),
  log: console.log,
  onEpoch: (epoch, snapshot) => {
    if (held.length && epoch % Number(option('every', '3')) === 0) console.log(`  ${measure(encodeModel(snapshot()))}`);
  },
});
const bytes = encodeModel(trained);
writeFileSync(option('out', 'public/model/names.bin'), bytes);
console.log(`${trained.keys.length} features, ${bytes.length} bytes`);
if (held.length) console.log(`  ${measure(bytes)}`);
