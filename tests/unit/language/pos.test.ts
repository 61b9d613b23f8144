import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();
const tags = (text: string) =>
  readDocument(text, 'en', engine)
    .tokens.map(({ pos }) => pos)
    .join(' ');

describe('parts of speech', () => {
  it.each([
    ['The minister said that 300 people had left the region .', 'DET NOUN VERB SCONJ NUM NOUN AUX VERB DET NOUN PUNCT'],
    ['Sales rose 5 % to $ 12 .', 'NOUN VERB NUM SYM'],
    ["Norway's parliament will vote on the plan .", 'PROPN PART NOUN AUX VERB ADP DET NOUN PUNCT'],
    ['She did not know how many soldiers died there .', 'PRON AUX PART VERB'],
  ])('%s', (text, expected) => {
    expect(tags(text).startsWith(expected)).toBe(true);
  });
});
