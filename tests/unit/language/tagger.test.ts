import { describe, expect, it } from 'vitest';
import type { Document } from '../../../lib/language/document';
import { formOf } from '../../../lib/language/lexical';
import { splitSentences } from '../../../lib/language/sentences';
import { add, type FeatureSet, type TagContext } from '../../../lib/language/tagger/features';
import { bilouLabels, decodeSpans, encodeSpans } from '../../../lib/language/tagger/labels';
import { decodeModel, encodeModel } from '../../../lib/language/tagger/model';
import { createTagger, tag } from '../../../lib/language/tagger/tagger';
import { tokenize } from '../../../lib/language/tokenize';
import { createWordTable } from '../../../lib/language/words';
import { sequenceOf, trainTagger } from '../../../scripts/train/tagger';

const words = createWordTable();
const labels = bilouLabels(['name']);
const features: FeatureSet<TagContext> = {
  window: [-1, 0, 1],
  word(word, _offset, list) {
    const form = formOf(word);
    add(list, 1, form.lower);
    add(list, 2, form.shape);
  },
  token() {},
};
const documentOf = (text: string): Document => {
  const tokens = tokenize(text, words);
  return { text, language: 'en', tokens, sentences: splitSentences(text, tokens) };
};
/** A tiny corpus: runs of capitalised words inside a sentence are names. */
const corpus = [
  'we met Anna Berg in town',
  'then Olaf spoke to Ida Maria Holm at noon',
  'nobody saw the boat',
  'a letter from Per Lund came to Oslo',
  'they told Ida about it',
];
const train = (seed: number) =>
  encodeModel(
    trainTagger(
      corpus.map((text) => {
        const document = documentOf(text);
        const gold = new Uint8Array(document.tokens.length);
        const spans: { first: number; last: number; kind: string }[] = [];
        document.tokens.forEach((token, index) => {
          if (!/^[A-Z]/.test(token.text)) return;
          const open = spans.at(-1);
          if (open && open.last === index) open.last++;
          else spans.push({ first: index, last: index + 1, kind: 'name' });
        });
        encodeSpans(spans, labels, gold);
        return sequenceOf(features, { document }, 0, document.tokens.length, gold);
      }),
      { name: 'tiny', labels, seed, epochs: 30, averaged: 5, dropout: 0.1, l2: 0.1, rate: 0.1 },
    ),
  );

describe('training', () => {
  it('makes the same bytes from the same data and seed', () => {
    expect(train(7)).toEqual(train(7));
    expect(train(7)).not.toEqual(train(8));
  });

  it('learns what the data show, and the file carries it', () => {
    const tagger = createTagger(decodeModel('tiny.bin', train(7)), features);
    const document = documentOf('later Karin Moe wrote to Finn');
    const spans = decodeSpans(tag(tagger, { document }, 0, document.tokens.length), tagger.model.labels);
    expect(spans.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [5, 6],
    ]);
  });
});

describe('model files', () => {
  it('are refused when damaged, with the name of the file', () => {
    const bytes = train(7);
    const damaged = bytes.slice();
    damaged[damaged.length - 3] = (damaged[damaged.length - 3] ?? 0) ^ 1;
    expect(() => decodeModel('tiny.bin', damaged)).toThrow(/tiny\.bin is damaged/);
    expect(() => decodeModel('tiny.bin', new Uint8Array([1, 2, 3]))).toThrow(/tiny\.bin/);
  });
});

describe('spans and labels', () => {
  it('survive the way into BILOU and back', () => {
    const spans = [
      { first: 0, last: 1, kind: 'name' },
      { first: 2, last: 5, kind: 'name' },
    ];
    const coded = new Uint8Array(6);
    encodeSpans(spans, labels, coded);
    expect(decodeSpans(coded, labels)).toEqual(spans);
  });
});
