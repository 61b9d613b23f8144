/** Cuts tokens into sentences. A line break always ends a sentence; paragraphs are what stands between line breaks. */
import { classOf, LOWER, NEWLINE, UPPER } from './characters';
import type { Sentence, Token } from './document';
import lexicon from './lexicon/tokens.json';
import { isTitleAbbreviation } from './tokenize';

const starters = new Set(lexicon.sentence_starters);
const closers = new Set(['"', "'", ')', ']', '}', '\u201d', '\u2019', '\u00bb']);
const openers = new Set(['"', "'", '(', '[', '{', '\u201c', '\u2018', '\u00ab', '\u201e']);
/** How many closing quotes and brackets may stand between a full stop and the end of its sentence. */
const longestClosing = 4;
const bullets = new Set(['•', '·', '▪', '●', '◦', '■']);

function lineBreakBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (classOf(text.charCodeAt(at)) === NEWLINE) return true;
  return false;
}

/** Could `token` be the first of a sentence, to go by its form? */
function opensSentence(text: string, token: Token): boolean {
  return classOf(text.charCodeAt(token.start)) !== LOWER;
}

/** Does a sentence end after tokens[index]? `tokens[index + 1]` exists and stands on the same line. */
function endsSentence(text: string, tokens: readonly Token[], index: number, first: number): boolean {
  const next = tokens[index + 1];
  let last = tokens[index];
  if (!next || !last) return true;
  // Step back over closing quotes and brackets to the mark that ends the sentence.
  let at = index;
  while (
    at > first &&
    at > index - longestClosing &&
    last.text.length === 1 &&
    closers.has(last.text) &&
    !(last.spaceBefore && openers.has(last.text))
  ) {
    at--;
    const before = tokens[at];
    if (!before) return false;
    last = before;
  }
  // A closing mark that follows without space belongs to this sentence.
  if (!next.spaceBefore && next.text.length === 1 && closers.has(next.text)) return false;
  const mark = last.lower;
  if (
    mark === '.' ||
    mark === '!' ||
    mark === '?' ||
    mark === '?!' ||
    mark === '…' ||
    mark === '...' ||
    mark === '....'
  ) {
    if (!opensSentence(text, next)) return false;
    // "?" or "." glued to what follows: a version, a missing space before a capital.
    if (!next.spaceBefore && at === index && classOf(text.charCodeAt(next.start)) !== UPPER) return false;
    // "the S&P 500 .SPX rose": the sign of a stock, written as agencies do.
    if (mark === '.' && last.spaceBefore && !next.spaceBefore && at === index && /^\p{Lu}[\p{Lu}\d]+$/u.test(next.text))
      return false;
    if (openers.has(next.text)) {
      const after = tokens[index + 2];
      return !after || opensSentence(text, after);
    }
    return next.kind !== 'punct' || next.spaceBefore;
  }
  if (mark.length > 2 && mark.endsWith('.') && last.kind === 'word' && !isTitleAbbreviation(mark)) {
    // An abbreviation that may also end the sentence: only a word that is no name tells.
    const head = openers.has(next.text) ? tokens[index + 2] : next;
    return !!head && classOf(text.charCodeAt(head.start)) === UPPER && starters.has(head.lower);
  }
  return false;
}

/** @returns the sentences in order; together they hold every token once. Sentences start and end at tokens. */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  let paragraph = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const next = tokens[index + 1];
    const start = tokens[first];
    if (!token || !start) break;
    const broken = next ? next.spaceBefore && lineBreakBetween(text, token.end, next.start) : false;
    if (next && !broken && !bullets.has(next.text) && !endsSentence(text, tokens, index, first)) continue;
    sentences.push({ start: start.start, end: token.end, first, last: index + 1, paragraph });
    first = index + 1;
    if (broken) paragraph++;
  }
  return sentences;
}
