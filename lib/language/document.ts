/** The document that the language rooms share: one text, its tokens and its sentences. Each step adds to it, none changes it. */
import type { Span } from '../annotation';
import type { TokenKind, Word } from './words';

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** How texts are cut into tokens is told at the head of `tokenize.ts`. */
export interface Token extends Span {
  text: string;
  /** Lower case, curly quotes and hyphens straightened, "—" for every long dash: see `Word.lower`. */
  lower: string;
  kind: TokenKind;
  pos: Pos;
  /** True when white space stands before the token (also at the start of the text). */
  spaceBefore: boolean;
  /** The interned word: equal texts share one object. */
  word: Word;
}

/** A sentence's offsets and its tokens, `first` inclusive, `last` exclusive, as indexes into `Document.tokens`. */
export interface Sentence extends Span {
  first: number;
  last: number;
  /** Number of the paragraph (text between line breaks) it stands in, from 0. */
  paragraph: number;
}

export interface Document {
  text: string;
  /** BCP 47, as detected. */
  language: string;
  tokens: Token[];
  sentences: Sentence[];
}
