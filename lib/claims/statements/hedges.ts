/** Hedges beside a claim: in its own phrase, and in the noun that it is the value of ("an estimate of 300"). */
import type { Certainty } from '../../annotation';
import type { Sentence, Token } from '../../language/document';
import { adjectives, adverbs, nouns } from './certainty-words';
import { stemOf } from './stem';

/** A hedge in the claim's own phrase: "an estimated $20 billion", "one of them of a suspected heart attack". */
export function phraseHedge(tokens: readonly Token[], sentence: Sentence, from: number, to: number): Certainty | null {
  const hedge = (index: number): Certainty | undefined => {
    const token = tokens[index];
    if (!token || token.pos === 'AUX') return undefined;
    return adjectives.get(token.lower) ?? adverbs.get(token.lower);
  };
  for (let index = from; index < to; index++) {
    const found = hedge(index);
    if (found) return found;
  }
  // Before the claim only words that belong to its noun phrase or modify it may stand between.
  for (let index = from - 1; index >= Math.max(sentence.first, from - 3); index--) {
    const token = tokens[index];
    if (!token) break;
    // "is expected to", "were feared dead" is a verb's affair.
    const found = tokens[index - 1]?.pos === 'AUX' && token.pos === 'VERB' ? undefined : hedge(index);
    if (found) return found;
    if (token.pos !== 'DET' && token.pos !== 'ADJ' && token.pos !== 'ADV' && token.pos !== 'NUM') break;
  }
  for (let index = to; index < Math.min(sentence.last, to + 6); index++) {
    const token = tokens[index];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT' || token.pos === 'CCONJ') {
      // A participle that stands as an adjective before a noun is tagged as a verb now and then.
      if (token?.pos === 'VERB' && adjectives.has(token.lower) && tokens[index + 1]?.pos === 'NOUN')
        return hedge(index) ?? null;
      break;
    }
    if (token.pos === 'ADJ' && tokens[index + 1]?.pos === 'NOUN') {
      const found = hedge(index);
      if (found) return found;
    }
  }
  return null;
}

/** What may stand between a number and the preposition that hangs it on a noun. */
const beforeNumber = new Set(['DET', 'ADJ', 'ADV', 'NUM', 'SYM', 'PRON']);
const values = new Set(['to', 'of', 'at', 'from', 'by', 'for', 'as']);
const insideNoun = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'ADP', 'PART', 'ADV']);
/** Words from the number back to the noun. */
const farthest = 12;

/**
 * "Raised its estimate to 11,000", "cut the forecast for growth from 3 to 2 percent", "the prospect of 300 closures": the number is the
 * value of a noun that says how sure it is.
 *
 * @param from the claim's first token
 */
export function valueHedge(tokens: readonly Token[], sentence: Sentence, from: number): Certainty | null {
  let at = from - 1;
  while (at >= sentence.first && beforeNumber.has(tokens[at]?.pos ?? '') && !values.has(tokens[at]?.lower ?? '')) at--;
  if (at < sentence.first || !values.has(tokens[at]?.lower ?? '')) return null;
  // "gave a chance to 12 players" opens no possibility.
  const of = tokens[at]?.lower === 'of';
  for (at--; at >= Math.max(sentence.first, from - farthest); at--) {
    const token = tokens[at];
    if (!token || !insideNoun.has(token.pos)) return null;
    const found = token.pos === 'NOUN' ? nouns.get(stemOf(token.lower)) : undefined;
    if (found === 'probable' || (found === 'possible' && of)) return found;
  }
  return null;
}
