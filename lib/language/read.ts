/** First steps of every annotation: tokens, sentences, parts of speech. */
import type { Document } from './document';
import type { Engine } from './engine';
import { tagParts } from './pos/pos';
import { splitSentences } from './sentences';
import { tokenize } from './tokenize';

export function readDocument(text: string, language: string, engine: Engine): Document {
  const tokens = tokenize(text, engine.words);
  const document = { text, language, tokens, sentences: splitSentences(text, tokens) };
  tagParts(document, engine.pos);
  return document;
}
