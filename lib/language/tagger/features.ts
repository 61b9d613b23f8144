/**
 * What a tagger sees of a token: a list of 32-bit integers, each one a hashed feature.
 *
 * A feature set has two parts, for speed. `word` lists what depends on a word alone (its text, shape, affixes, clusters): a
 * tagger applies it at every offset of the `window` and keeps the summed scores with the interned word, so that in running text
 * it costs next to nothing. `token` lists what depends on the place: word pairs, neighbours' tags, matches in lists, answers of
 * other taggers. Features that only combine a word with an offset belong in the first part.
 */
import type { Document } from '../document';
import type { Word } from '../words';
import { mix } from './hash';

export interface FeatureList {
  values: Int32Array;
  length: number;
}

export const createFeatureList = (): FeatureList => ({ values: new Int32Array(256), length: 0 });

/** Adds the feature "template = value". Templates are small integers, told apart within one feature set. */
export function add(list: FeatureList, template: number, value: number): void {
  if (list.length === list.values.length) {
    const grown = new Int32Array(list.length * 2);
    grown.set(list.values);
    list.values = grown;
  }
  list.values[list.length++] = mix(template, value);
}

/** What `token` features may look at; tagger-specific contexts extend it (arrays parallel to `document.tokens`). */
export interface TagContext {
  readonly document: Document;
}

export interface FeatureSet<Context extends TagContext> {
  /** Offsets at which the word features are applied, 0 is the token itself. */
  readonly window: readonly number[];
  /** What `word`, standing `offset` tokens from the token in question, says by itself. The offset need not be mixed in. */
  word(word: Word, offset: number, list: FeatureList): void;
  /**
   * @param index of the token in `context.document.tokens`
   * @param first @param last bounds of the stretch being tagged (`last` exclusive): look no further
   */
  token(context: Context, index: number, first: number, last: number, list: FeatureList): void;
}

/** Stand for the places before the first and after the last token of a stretch. */
export const before: Word = { text: '\u0002', lower: '\u0002', kind: 'symbol', cache: [] };
export const after: Word = { text: '\u0003', lower: '\u0003', kind: 'symbol', cache: [] };

/** The word at `index` of the stretch, or the mark of its edge. */
export function wordAt(document: Document, index: number, first: number, last: number): Word {
  if (index < first) return before;
  if (index >= last) return after;
  return document.tokens[index]?.word ?? after;
}

const offsetSalt = 0x51ed2700;

/** A word feature at an offset, as one integer. */
export const atOffset = (feature: number, offset: number): number => mix(feature, offsetSalt + offset);

/** All features of one token, as training sees them and as inference would sum them. */
export function allFeatures<Context extends TagContext>(
  set: FeatureSet<Context>,
  context: Context,
  index: number,
  first: number,
  last: number,
  list: FeatureList,
  scratch: FeatureList,
): void {
  list.length = 0;
  set.token(context, index, first, last, list);
  for (const offset of set.window) {
    scratch.length = 0;
    set.word(wordAt(context.document, index + offset, first, last), offset, scratch);
    for (let at = 0; at < scratch.length; at++) {
      if (list.length === list.values.length) {
        const grown = new Int32Array(list.length * 2);
        grown.set(list.values);
        list.values = grown;
      }
      list.values[list.length++] = atOffset(scratch.values[at] ?? 0, offset);
    }
  }
}
