/** The document as arrays of integers, for the statement models: one entry a token, filled once a text. */
import type { Document, Pos, Token } from '../../language/document';
import { posTags } from '../../language/pos/tags';
import { hashText } from '../../language/tagger/hash';
import { newSlot, type Word } from '../../language/words';
import lexicon from './lexicon/saying.json';
import { CLOSES, INSIDE, OPENS, quotationStates } from './quotes';
import { stemOf } from './stem';
import { classesOf, type WordClasses } from './word-classes';

export const POS = Object.fromEntries(posTags.map((name, index) => [name, index])) as Record<Pos, number>;
/** What stands before the first and after the last token. */
export const EDGE = posTags.length;

export const LOWER = 1;
export const CAPITAL = 2;
export const CAPITALS = 3;
export const DIGITS = 4;

/** What depends on a word alone, kept with the interned word. */
interface WordFacts {
  /** Whose word classes these are: they differ from model to model. */
  classes: WordClasses;
  hash: number;
  stem: number;
  suffix: number;
  shape: number;
  says: boolean;
  middle: number;
  coarse: number;
  comma: number;
  breaks: number;
  subordinates: number;
}

const sayingStems = new Set(lexicon.saying.map((word) => stemOf(word)));
const subordinators = new Set([
  'that',
  'who',
  'which',
  'whom',
  'whose',
  'if',
  'whether',
  'because',
  'as',
  'while',
  'after',
  'before',
  'when',
  'although',
  'though',
  'since',
  'where',
]);
const breakers = new Set([';', ':', '—', '-', '(', ')', '...', '…', '/', '|']);

const slot = newSlot();

function factsOf(word: Word, classes: WordClasses): WordFacts {
  const known = word.cache[slot] as WordFacts | undefined;
  if (known !== undefined && known.classes === classes) return known;
  const { text, lower } = word;
  const stem = stemOf(lower);
  const first = text.charAt(0);
  const cased = first.toLowerCase() !== first.toUpperCase();
  const upper = cased && first !== first.toLowerCase();
  const { middle, coarse } = classesOf(classes, lower);
  const facts: WordFacts = {
    classes,
    middle,
    coarse,
    hash: hashText(lower),
    stem: hashText(stem),
    suffix: hashText(`-${lower.slice(-3)}`),
    shape:
      word.kind === 'number' || word.kind === 'ordinal' || word.kind === 'time'
        ? DIGITS
        : upper
          ? text.length > 1 && text === text.toUpperCase()
            ? CAPITALS
            : CAPITAL
          : cased
            ? LOWER
            : 0,
    says: sayingStems.has(stem),
    comma: lower === ',' ? 1 : 0,
    breaks: breakers.has(lower) ? 1 : 0,
    subordinates: subordinators.has(lower) ? 1 : 0,
  };
  word.cache[slot] = facts;
  return facts;
}

/** Arrays by token index; those named "...Before" have one entry more and count what stands before a token. */
export interface View {
  readonly document: Document;
  readonly tokens: readonly Token[];
  readonly size: number;
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly suffix: Int32Array;
  readonly pos: Uint8Array;
  readonly shape: Uint8Array;
  readonly quote: Uint8Array;
  /** Classes of similar words, in two grains; 0 for none. */
  readonly middle: Uint16Array;
  readonly coarse: Uint16Array;
  readonly says: Uint8Array;
  /** Index of the token's sentence. */
  readonly sentence: Int32Array;
  readonly commasBefore: Int32Array;
  readonly verbsBefore: Int32Array;
  readonly quotesBefore: Int32Array;
  readonly breaksBefore: Int32Array;
  readonly subordinatorsBefore: Int32Array;
  readonly sayingBefore: Int32Array;
  /** Index of the nearest quotation mark before and after a token, wherever it stands; -1 and `size` for none. */
  readonly markBefore: Int32Array;
  readonly markAfter: Int32Array;
  /** How much of the text is reported speech, in steps from 0 to 9: reporting verbs, quoted words. */
  readonly reporting: number;
  readonly quoting: number;
}

/** @returns the arrays for one document; time and space are linear in its tokens */
export function viewOf(document: Document, classes: WordClasses): View {
  const { tokens, sentences } = document;
  const size = tokens.length;
  const word = new Int32Array(size);
  const stem = new Int32Array(size);
  const suffix = new Int32Array(size);
  const pos = new Uint8Array(size);
  const shape = new Uint8Array(size);
  const says = new Uint8Array(size);
  const middle = new Uint16Array(size);
  const coarse = new Uint16Array(size);
  const sentence = new Int32Array(size);
  const commasBefore = new Int32Array(size + 1);
  const verbsBefore = new Int32Array(size + 1);
  const quotesBefore = new Int32Array(size + 1);
  const breaksBefore = new Int32Array(size + 1);
  const subordinatorsBefore = new Int32Array(size + 1);
  const sayingBefore = new Int32Array(size + 1);
  const markBefore = new Int32Array(size);
  const markAfter = new Int32Array(size);
  const quote = quotationStates(document);
  for (let index = 0; index < sentences.length; index++) {
    const { first, last } = sentences[index] ?? { first: 0, last: 0 };
    sentence.fill(index, first, last);
  }
  let reporting = 0;
  let quoting = 0;
  for (let index = 0; index < size; index++) {
    const token = tokens[index];
    if (!token) break;
    const facts = factsOf(token.word, classes);
    middle[index] = facts.middle;
    coarse[index] = facts.coarse;
    const tag = POS[token.pos];
    const state = quote[index] ?? 0;
    word[index] = facts.hash;
    stem[index] = facts.stem;
    suffix[index] = facts.suffix;
    shape[index] = facts.shape;
    pos[index] = tag;
    if (facts.says && state !== INSIDE) {
      says[index] = 1;
      reporting++;
    }
    if (state === INSIDE) quoting++;
    commasBefore[index + 1] = (commasBefore[index] ?? 0) + facts.comma;
    verbsBefore[index + 1] = (verbsBefore[index] ?? 0) + (tag === POS.VERB || tag === POS.AUX ? 1 : 0);
    quotesBefore[index + 1] = (quotesBefore[index] ?? 0) + (state === OPENS || state === CLOSES ? 1 : 0);
    breaksBefore[index + 1] = (breaksBefore[index] ?? 0) + facts.breaks;
    subordinatorsBefore[index + 1] = (subordinatorsBefore[index] ?? 0) + facts.subordinates;
    sayingBefore[index + 1] = (sayingBefore[index] ?? 0) + (says[index] ?? 0);
  }
  let mark = -1;
  for (let index = 0; index < size; index++) {
    markBefore[index] = mark;
    if ((quote[index] ?? 0) >= OPENS) mark = index;
  }
  mark = size;
  for (let index = size - 1; index >= 0; index--) {
    markAfter[index] = mark;
    if ((quote[index] ?? 0) >= OPENS) mark = index;
  }
  const step = (share: number) => Math.min(9, Math.floor(share));
  return {
    document,
    tokens,
    size,
    word,
    stem,
    suffix,
    pos,
    shape,
    quote,
    middle,
    coarse,
    says,
    sentence,
    commasBefore,
    verbsBefore,
    quotesBefore,
    breaksBefore,
    subordinatorsBefore,
    sayingBefore,
    markBefore,
    markAfter,
    reporting: step((200 * reporting) / Math.max(1, size)),
    quoting: step((15 * quoting) / Math.max(1, size)),
  };
}
