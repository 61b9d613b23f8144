/** What the name tagger knows of the whole document before it looks at a sentence. */
import type { Document, Token } from '../language/document';
import * as list from '../language/gazetteer';
import { factsOf, findEntry, type Gazetteer, nameHash } from '../language/gazetteer';
import { formOf } from '../language/lexical';
import type { TagContext } from '../language/tagger/features';
import titles from './lexicon/titles.json';

/** How a word occurs in the document, apart from the place in question. */
export const IN_LOWER_CASE = 1;
export const CAPITAL_INSIDE = 2;
export const AFTER_TITLE = 4;
export const AFTER_GIVEN_NAME = 8;
export const BEFORE_POSSESSIVE = 16;
export const IN_BRACKETS = 32;
export const AFTER_PLACE_PREPOSITION = 64;
export const BEFORE_SPEECH = 128;
export const AFTER_CAPITAL = 256;
export const BEFORE_CAPITAL = 512;
export const AFTER_THE = 1024;

const personTitles = new Set(titles.person);
const placePrepositions = new Set(['in', 'near', 'from', 'to', 'at', 'across', 'outside', 'around']);
const speech = new Set(['said', 'says', 'told', 'added', 'tweeted', 'wrote', 'explained', 'noted', 'who']);

export interface Runs {
  first: Int32Array;
  last: Int32Array;
  wideFirst: Int32Array;
  wideLast: Int32Array;
}

export interface NameContext extends TagContext {
  readonly gazetteer: Gazetteer;
  /** Bits of how a lower-case word form occurs, over the whole document. */
  readonly occurrences: ReadonlyMap<string, number>;
  /** A token: kind of the listed name it stands in (flags), and its place in it (1 first, 2 inside, 3 last, 4 only), as flags * 8 + place. */
  readonly listed: Int32Array;
  /** First and last token of the run of capitalised words that a token stands in, and of the run that also crosses "of", "and", "de" ...; -1 outside. */
  readonly runs: Runs;
  /** Whose guidelines hold: 1 where adjectives of origin are names of their own inside a name ("Australian" "Greens"), 0 elsewhere. */
  readonly guideline: number;
}

function occurrencesOf(document: Document, gazetteer: Gazetteer): Map<string, number> {
  const { tokens, sentences } = document;
  const found = new Map<string, number>();
  for (const { first, last } of sentences) {
    for (let index = first; index < last; index++) {
      const token = tokens[index] as Token;
      if (token.kind !== 'word') continue;
      const form = formOf(token.word);
      let bits = 0;
      if (form.capital) {
        const left = index > first ? tokens[index - 1] : undefined;
        const right = index + 1 < last ? tokens[index + 1] : undefined;
        if (left && left.kind !== 'punct') bits |= CAPITAL_INSIDE;
        if (left) {
          const { lower } = left;
          if (personTitles.has(lower)) bits |= AFTER_TITLE;
          if (lower === '(' && right?.lower === ')') bits |= IN_BRACKETS;
          if (placePrepositions.has(lower)) bits |= AFTER_PLACE_PREPOSITION;
          if (lower === 'the') bits |= AFTER_THE;
          if (left.kind === 'word' && formOf(left.word).capital) {
            bits |= AFTER_CAPITAL;
            if ((factsOf(gazetteer, left.word).flags & list.GIVEN_OR_LAST_NAME) !== 0) bits |= AFTER_GIVEN_NAME;
          }
        }
        if (right) {
          if (right.lower === "'s") bits |= BEFORE_POSSESSIVE;
          if (speech.has(right.lower)) bits |= BEFORE_SPEECH;
          if (right.kind === 'word' && formOf(right.word).capital) bits |= BEFORE_CAPITAL;
        }
      } else bits = IN_LOWER_CASE;
      found.set(token.lower, (found.get(token.lower) ?? 0) | bits);
    }
  }
  return found;
}

const longestName = 5;

function listedNames(document: Document, gazetteer: Gazetteer): Int32Array {
  const { tokens, sentences } = document;
  const listed = new Int32Array(tokens.length);
  for (const { first, last } of sentences) {
    for (let index = first; index < last; index++) {
      const token = tokens[index] as Token;
      const form = formOf(token.word);
      if (!form.capital) continue;
      const facts = factsOf(gazetteer, token.word);
      let flags = facts.flags & (list.CITY | list.BIG_CITY | list.COUNTRY | list.DEMONYM | list.ORGANIZATION);
      let length = flags ? 1 : 0;
      if (facts.flags & list.OPENS_NAME) {
        let hash = form.lower;
        for (let at = index + 1; at < last && at < index + longestName; at++) {
          hash = nameHash(hash, formOf((tokens[at] as Token).word).lower);
          const entry = findEntry(gazetteer, hash);
          const more = entry < 0 ? 0 : (gazetteer.flags[entry] ?? 0) & ~list.GIVEN_OR_LAST_NAME;
          if (more && (gazetteer.classes[entry] ?? 0) === 0) {
            flags = more;
            length = at - index + 1;
          }
        }
      }
      if (length === 0) continue;
      for (let at = 0; at < length; at++) {
        listed[index + at] = flags * 8 + (length === 1 ? 4 : at === 0 ? 1 : at === length - 1 ? 3 : 2);
      }
      index += length - 1;
    }
  }
  return listed;
}

const bridges = new Set([
  'of',
  'and',
  'for',
  'the',
  'de',
  'del',
  'la',
  'du',
  'des',
  '&',
  '-',
  'al',
  'bin',
  'van',
  'der',
  'von',
  'da',
  'dos',
]);
/** A bridge of more words joins nothing. */
const longestBridge = 3;

function runsOf(document: Document): Runs {
  const { tokens, sentences } = document;
  const runs: Runs = {
    first: new Int32Array(tokens.length).fill(-1),
    last: new Int32Array(tokens.length).fill(-1),
    wideFirst: new Int32Array(tokens.length).fill(-1),
    wideLast: new Int32Array(tokens.length).fill(-1),
  };
  for (const { first, last } of sentences) {
    let wide = -1;
    let end = -1;
    for (let index = first; index < last; index++) {
      if (!formOf((tokens[index] as Token).word).capital) continue;
      let to = index + 1;
      while (to < last && formOf((tokens[to] as Token).word).capital) to++;
      runs.first.fill(index, index, to);
      runs.last.fill(to - 1, index, to);
      // Does a bridge lead from the run before to this one?
      let bridged = end >= 0 && index - end - 1 <= longestBridge;
      for (let at = end + 1; bridged && at < index; at++) bridged = bridges.has((tokens[at] as Token).lower);
      if (!bridged) wide = index;
      end = to - 1;
      runs.wideFirst.fill(wide, index, to);
      runs.wideLast.fill(end, index, to);
      if (bridged)
        for (let at = wide; at < index && at >= index - 40; at++)
          if ((runs.wideFirst[at] as number) === wide) runs.wideLast[at] = end;
      index = to - 1;
    }
  }
  return runs;
}

export function nameContext(document: Document, gazetteer: Gazetteer, guideline = 0): NameContext {
  return {
    document,
    gazetteer,
    occurrences: occurrencesOf(document, gazetteer),
    listed: listedNames(document, gazetteer),
    runs: runsOf(document),
    guideline,
  };
}
