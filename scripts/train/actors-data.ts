/** What both passes of the name tagger are trained on and measured with. */
import { readFileSync } from 'node:fs';
import { type NameContext, nameContext } from '../../lib/actors/context';
import { nameFeatures, nameKinds } from '../../lib/actors/features';
import type { Document } from '../../lib/language/document';
import { COUNTRY, DEMONYM, decodeGazetteer } from '../../lib/language/gazetteer';
import { splitSentences } from '../../lib/language/sentences';
import { bilouLabels, encodeSpans, type LabelledSpan } from '../../lib/language/tagger/labels';
import { tokenize } from '../../lib/language/tokenize';
import { createWordTable } from '../../lib/language/words';
import { option, type Row, readRows } from './corpus';
import { type Sequence, sequenceOf } from './tagger';

export interface Example {
  row: Row;
  document: Document;
  spans: LabelledSpan[];
  /** See `NameContext.guideline`. */
  guideline: number;
}

const words = createWordTable();

/** The corpus whose names are cut where another stands inside them. */
const cuts = (source: string): boolean => source.startsWith('worldwide');

/**
 * Documents with gold spans as token indexes; a span whose edges are no token edges is left out.
 * @param source name of the file the rows come from
 */
export function examplesOf(rows: readonly Row[], source: string, demonymsToo = false): Example[] {
  const guideline = cuts(source) ? 1 : 0;
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
    return { row, document, spans, guideline };
  });
}

export const gazetteer = decodeGazetteer(
  'lexicon.bin',
  new Uint8Array(readFileSync(option('lexicon', 'public/model/lexicon.bin'))),
);
export const features = nameFeatures(gazetteer);
export const labels = bilouLabels(nameKinds);

/** The guidelines of most corpora know no groups: demonyms outside their names become groups, as ours say. */
function addDemonyms(document: Document, spans: LabelledSpan[]): void {
  const taken = new Set(
    spans.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, at) => first + at)),
  );
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

export function sequencesOf(examples: readonly Example[], weight: number): Sequence[] {
  return examples.flatMap(({ document, spans, guideline }) => {
    const context: NameContext = nameContext(document, gazetteer, guideline);
    return document.sentences.map(({ first, last }) => {
      const gold = new Uint8Array(last - first);
      encodeSpans(spans, labels, gold, first);
      return sequenceOf(features, context, first, last, gold, weight);
    });
  });
}

const folder = option('data', 'data');

/** What is trained on, and how much each sentence of it counts. CoNLL-2003 and all files named test are for measuring only. */
const sources: readonly (readonly [string, number])[] = option(
  'sources',
  'worldwide.train:1,politics.train:1,wikigold:1,uner-ewt.dev:0.5',
)
  .split(',')
  .map((part) => {
    const [name, weight] = part.split(':');
    return [name ?? '', Number(weight ?? 1)] as const;
  });

/** @param fold 0 or 1 leaves that half of the documents out; -1 none. */
export function trainingExamples(fold = -1): { examples: Example[]; weight: number }[] {
  return sources.map(([name, weight]) => ({
    examples: examplesOf(readRows(folder, name), name, !cuts(name)).filter((_, index) => index % 2 !== fold),
    weight,
  }));
}

/** Exact-span F1 by kind on the files of `--held`. */
export function measure(found: (example: Example) => readonly LabelledSpan[]): string {
  return held
    .map(([name, examples]) => {
      const counts = new Map(['all', ...nameKinds].map((kind) => [kind, { right: 0, found: 0, gold: 0 }]));
      const hasGroup = examples.some(({ spans }) => spans.some(({ kind }) => kind === 'group'));
      for (const example of examples) {
        const gold = new Set(example.spans.map(({ first, last, kind }) => `${first} ${last} ${kind}`));
        const answers = found(example).filter(({ kind }) => hasGroup || kind !== 'group');
        for (const [kind, count] of counts) {
          const own = answers.filter((span) => kind === 'all' || span.kind === kind);
          count.found += own.length;
          count.right += own.filter(({ first, last, kind }) => gold.has(`${first} ${last} ${kind}`)).length;
          count.gold += example.spans.filter((span) => kind === 'all' || span.kind === kind).length;
        }
      }
      const figures = [...counts].map(
        ([kind, { right, found: all, gold }]) => `${kind} ${((200 * right) / (all + gold || 1)).toFixed(1)}`,
      );
      return `  ${name} ${figures.join(' ')}`;
    })
    .join('\n');
}
const held = option('held', '')
  .split(',')
  .filter(Boolean)
  .map((name) => [name, examplesOf(readRows(folder, name), name)] as const);
