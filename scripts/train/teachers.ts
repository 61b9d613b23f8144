/**
 * Parts of speech from three published taggers, merged. There is no hand-tagged corpus here, so our tagger learns from what wink-nlp
 * says (universal tags), corrected where en-pos and compromise agree against it on noun, verb, adjective or adverb.
 */
import { createRequire } from 'node:module';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Pos, Token } from '../../lib/language/document';
import { splitSentences } from '../../lib/language/sentences';

const wink = winkNLP(model, ['sbd', 'pos']);
// Required, not imported: it stands in the training package only and has no types.
const { Tag } = createRequire(import.meta.url)('en-pos') as {
  Tag: new (tokens: string[]) => { initial(): { smooth(): { tags: string[] } } };
};

type Open = 'NOUN' | 'VERB' | 'ADJ' | 'ADV';

function openClass(pennTag: string): Open | null {
  if (/^NNPS?$/.test(pennTag)) return null;
  if (pennTag.startsWith('NN')) return 'NOUN';
  if (pennTag.startsWith('VB')) return 'VERB';
  if (pennTag.startsWith('JJ')) return 'ADJ';
  if (pennTag.startsWith('RB')) return 'ADV';
  return null;
}

function openClassOfCompromise(tags: readonly string[]): Open | null {
  if (tags.includes('ProperNoun') || tags.includes('Auxiliary') || tags.includes('Modal') || tags.includes('Pronoun'))
    return null;
  if (tags.includes('Verb')) return 'VERB';
  if (tags.includes('Noun')) return 'NOUN';
  if (tags.includes('Adjective')) return 'ADJ';
  if (tags.includes('Adverb')) return 'ADV';
  return null;
}

function byWink(text: string): Map<number, [string, Pos]> {
  const { its } = wink;
  const tokens = wink.readDoc(text).tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as Pos[];
  const found = new Map<number, [string, Pos]>();
  let at = 0;
  values.forEach((value, index) => {
    const start = text.indexOf(value, at);
    if (start < 0 || start > at + 400) return;
    found.set(start, [value, tags[index] ?? 'X']);
    at = start + value.length;
  });
  return found;
}

function byCompromise(text: string): Map<number, Open | null> {
  const found = new Map<number, Open | null>();
  const sentences = nlp(text).json({ offset: true, terms: { tags: true, offset: true } }) as {
    terms: { text: string; tags: string[]; offset: { start: number } }[];
  }[];
  for (const { terms } of sentences)
    for (const term of terms) found.set(term.offset.start, openClassOfCompromise(term.tags));
  return found;
}

const open = new Set<Pos>(['NOUN', 'VERB', 'ADJ', 'ADV']);

/** @returns a tag for each token of `text`. */
export function teachPos(text: string, tokens: readonly Token[]): Pos[] {
  const first = byWink(text);
  const third = byCompromise(text);
  const second: (Open | null)[] = [];
  for (const { first: from, last } of splitSentences(text, tokens)) {
    const words = tokens.slice(from, last).map((token) => token.text);
    const tags = new Tag(words).initial().smooth().tags;
    second.push(...words.map((_, at) => openClass(tags[at] ?? '')));
  }
  const tags = tokens.map((token, index): Pos => {
    const { lower, kind } = token;
    if (kind === 'number' || kind === 'time') return 'NUM';
    if (kind === 'ordinal') return 'ADJ';
    if (kind === 'link') return 'X';
    if (kind === 'symbol') return 'SYM';
    if (kind === 'punct')
      return lower === '%' || lower === '#' || lower === '&' ? (lower === '&' ? 'CCONJ' : 'SYM') : 'PUNCT';
    if (lower === "n't" || (lower === "'s" && first.get(token.start)?.[1] === 'PART')) return 'PART';
    if (lower === 'cannot') return 'AUX';
    const known = first.get(token.start);
    if (!known || known[0] !== token.text) return compound(token, tokens[index + 1]);
    const b = second[index];
    const c = third.get(token.start);
    if (open.has(known[1]) && b && b === c) return b;
    return known[1];
  });
  return tags;
}

/** Compounds that wink cuts: "large-scale" before a noun, "passers-by". */
function compound(token: Token, next: Token | undefined): Pos {
  const { lower } = token;
  if (/^\p{Lu}/u.test(token.text)) return 'PROPN';
  if (!lower.includes('-')) return 'NOUN';
  if (
    /(?:ed|ing|based|long|wide|free|old|high|low|scale|term|level|old|ish|ous|al|ive|new|called|known|made|led|run)$/.test(
      lower,
    )
  )
    return 'ADJ';
  return next &&
    /^[a-z]/.test(next.text) &&
    !/^(?:of|and|in|for|to|on|at|by|with|that|which|was|is|are|were|from)$/.test(next.lower)
    ? 'ADJ'
    : 'NOUN';
}
