/** What the words around a claim say of whether it was checked: "could not be verified", "the figure is false". */
import type { Certainty } from '../../annotation';
import type { Document, Sentence, Token } from '../../language/document';
import { falsity, negations, verification } from './certainty-words';
import { stemOf } from './stem';

/** "Neither number could be independently verified": 0 no such sentence, else how many sentences before it are meant. */
function readWithdrawal(document: Document, sentence: Sentence): number {
  const { tokens } = document;
  let negated = false;
  let verified = false;
  let about = false;
  let several = false;
  const last = Math.min(sentence.last, sentence.first + 40);
  for (let index = sentence.first; index < last; index++) {
    const token = tokens[index];
    if (!token) break;
    const { lower } = token;
    if (negations.has(lower) || lower === 'impossible') negated = true;
    if (verification.adjectives.has(lower)) {
      negated = true;
      verified = true;
    }
    // "has neither confirmed nor denied" tells of who spoke, not of the number.
    const aloof = tokens[index - 1]?.lower === 'neither' && tokens[index + 1]?.lower === 'nor';
    if (verification.verbs.has(stemOf(lower)) && token.pos !== 'NOUN' && !aloof) verified = true;
    if (verification.nouns.has(lower)) verified = true;
    // "Accounts that ..." are accounts of something else.
    const next = tokens[index + 1]?.lower;
    const own = next === 'that' || next === 'of' || (lower === 'that' && tokens[index - 1]?.pos === 'NOUN');
    if (index < sentence.first + 8 && !own && verification.about.has(stemOf(lower))) about = true;
    if (index < sentence.first + 8 && verification.several.has(lower)) several = true;
  }
  if (!negated || !verified || !about) return 0;
  return several ? 2 : 1;
}

/** A sentence is asked about once, however many claims stand before it. */
const known = new WeakMap<Sentence, number>();

/** @returns 0 where the sentence takes nothing back, else how many sentences before it are meant */
export function withdraws(document: Document, sentence: Sentence): number {
  let found = known.get(sentence);
  if (found === undefined) {
    found = readWithdrawal(document, sentence);
    known.set(sentence, found);
  }
  return found;
}

/** Is what the sentence says of the claim that it is false, or not confirmed? */
export function sentenceVerdict(tokens: readonly Token[], sentence: Sentence, to: number): Certainty | null {
  for (let index = to; index < Math.min(sentence.last, to + 30); index++) {
    const token = tokens[index];
    if (!token) break;
    if (verification.adjectives.has(token.lower)) return 'unknown';
    if (falsity.has(token.lower) && tokens[index - 1]?.pos === 'AUX') return 'denied';
    if (token.lower === 'true' && negations.has(tokens[index - 1]?.lower ?? '')) return 'denied';
    const negated = negations.has(token.lower);
    if (!negated) continue;
    for (let ahead = index + 1; ahead < Math.min(sentence.last, index + 5); ahead++) {
      const verb = tokens[ahead];
      if (verb && verb.pos !== 'NOUN' && verification.verbs.has(stemOf(verb.lower))) return 'unknown';
    }
  }
  return null;
}
