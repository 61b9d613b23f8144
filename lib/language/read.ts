/** First steps of every annotation: tokens, sentences, parts of speech. */
import type { Document } from './document';
import type { Engine } from './engine';
import { splitSentences } from './sentences';
import { tokenize } from './tokenize';

export function readDocument(text: string, language: string, engine: Engine): Document {
  const tokens = tokenize(text, engine.words);
  return { text, language, tokens, sentences: splitSentences(text, tokens) };
}
