/** Parts of speech: fills `Token.pos` with universal tags. */
import type { Document, Pos, Token } from '../document';
import { EVERYDAY, factsOf, type Gazetteer } from '../gazetteer';
import { formOf } from '../lexical';
import type { TagContext } from '../tagger/features';
import type { Model } from '../tagger/model';
import { createTagger, type Tagger, tagInto } from '../tagger/tagger';
import type { WordTable } from '../words';
import { posFeatures } from './features';

/** A lead of so many log-odds settles a tag: changes one tag in some thousands and halves the time. */
const sure = 6;

export interface PosTagger {
  readonly tagger: Tagger<TagContext>;
  readonly gazetteer: Gazetteer;
  readonly words: WordTable;
}

export const createPosTagger = (model: Model, gazetteer: Gazetteer, words: WordTable): PosTagger => ({
  tagger: createTagger(model, posFeatures, {}, sure),
  gazetteer,
  words,
});

let labels = new Uint8Array(0);

/**
 * Tags every token. What its form alone decides (numbers, punctuation) is not left to the tagger, and an everyday word that is written large
 * only because it opens a sentence is tagged as if it were small.
 */
export function tagParts(document: Document, { tagger, gazetteer, words }: PosTagger): void {
  const { tokens, sentences } = document;
  const names = tagger.model.labels as readonly Pos[];
  const context: TagContext = { document };
  for (const { first, last } of sentences) {
    if (labels.length < last - first) labels = new Uint8Array((last - first) * 2);
    const opening = openingWord(tokens, first, last);
    const written = opening?.word;
    if (opening && written && formOf(written).capital && !formOf(written).allCapitals) {
      if (factsOf(gazetteer, written).flags & EVERYDAY) opening.word = words.intern(written.lower, written.kind);
    }
    tagInto(tagger, context, first, last, labels, 0);
    if (opening && written) opening.word = written;
    for (let index = first; index < last; index++) {
      const token = tokens[index];
      if (token) token.pos = posOf(token, names[labels[index - first] as number] ?? 'X');
    }
    for (let index = first + 1; index < last; index++) mendRose(tokens, index);
  }
}

const amountOpeners = new Set([
  'to',
  'by',
  'from',
  'above',
  'nearly',
  'about',
  'almost',
  'more',
  'sharply',
  'slightly',
  'again',
  'as',
]);

/** The teachers take "rose" for the flower: "profit rose", "the toll rose to 93". In news it climbs unless an article stands before it. */
function mendRose(tokens: readonly Token[], index: number): void {
  const token = tokens[index];
  if (token?.text !== 'rose' || token.pos === 'VERB') return;
  const left = tokens[index - 1];
  const right = tokens[index + 1];
  if (!left || left.pos === 'DET' || left.kind === 'punct') return;
  const amount = !!right && (amountOpeners.has(right.lower) || right.kind === 'number' || right.kind === 'symbol');
  if (left.pos === 'ADJ' && !amount) return;
  token.pos = 'VERB';
}

/** The first word of a sentence, behind opening quotes and brackets. */
function openingWord(tokens: readonly Token[], first: number, last: number): Token | undefined {
  for (let index = first; index < last && index < first + 3; index++) {
    const token = tokens[index];
    if (token?.kind === 'word') return token;
    if (token?.kind !== 'punct') return undefined;
  }
  return undefined;
}

function posOf(token: Token, tag: Pos): Pos {
  switch (token.kind) {
    case 'word':
      return tag === 'PUNCT' || tag === 'SYM' ? 'NOUN' : tag;
    case 'number':
    case 'time':
      return 'NUM';
    case 'ordinal':
      return 'ADJ';
    case 'link':
      return 'X';
    case 'symbol':
      return 'SYM';
    default:
      if (token.lower === '%') return 'SYM';
      if (token.lower === '&') return 'CCONJ';
      return token.lower === "'" && tag === 'PART' ? 'PART' : 'PUNCT';
  }
}
