/** Verbs that answer for numbers: "counted 790 dead", "put the toll at 35", "raised its estimate to 40". */
import { hashText } from '../../language/tagger/hash';
import type { TokenSpan } from './decode';
import lexicon from './lexicon/conventions.json';
import { stemOf } from './stem';
import { POS, type View } from './view';

const lowerAt = (view: View, index: number): string => view.tokens[index]?.lower ?? '';
const possessives = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your']);

/** Is there a number among the tokens? */
export function holdsNumber(view: View, [first, last]: TokenSpan): boolean {
  for (let at = first; at < Math.min(last, first + 200); at++) if (view.pos[at] === POS.NUM) return true;
  return false;
}

const hashed = (words: readonly string[]): ReadonlySet<number> =>
  new Set(words.map((word) => hashText(stemOf(word)) | 0));
const numberVerbs = hashed(lexicon.number_verbs);
const revisions = hashed(lexicon.revisions);
const estimates = hashed(lexicon.estimates);
const appeal = hashText(stemOf('appeal')) | 0;
const put = hashText(stemOf('put')) | 0;
const give = hashText(stemOf('give')) | 0;

/** A verb that answers for numbers ("counted 790 dead", "put the toll at 35"), which the training texts have few of. */
export function answersForNumbers(view: View, token: number): boolean {
  const tag = view.pos[token];
  if (tag !== POS.VERB && tag !== POS.NOUN) return false;
  const stem = view.stem[token] ?? 0;
  if (tag === POS.NOUN) {
    if (!numberVerbs.has(stem)) return false;
    // "the bank estimates," is read as two nouns now and then.
    const next = lowerAt(view, token + 1);
    const before = view.pos[token - 1];
    return (
      lowerAt(view, token).endsWith('s') &&
      (before === POS.NOUN || before === POS.PROPN) &&
      (next === ',' || next === '.' || next === 'that')
    );
  }
  if (numberVerbs.has(stem)) return true;
  if (revisions.has(stem)) return isRevision(view, token);
  if (stem === appeal) return lowerAt(view, token + 1) === 'for';
  // "put the toll at 35", "gave the number as 35".
  if (stem !== put && stem !== give && lowerAt(view, token) !== 'gave') return false;
  const leads = stem === put ? 'at' : 'as';
  for (let at = token + 2; at < token + 9; at++)
    if (lowerAt(view, at) === leads) return holdsNumber(view, [at + 1, at + 5]);
  return false;
}

/** "raised its estimate to 11,000", "cut their forecast for growth to 2 percent": whoever revises a number answers for it. */
function isRevision(view: View, token: number): boolean {
  if (view.pos[token] !== POS.VERB || !revisions.has(view.stem[token] ?? 0)) return false;
  if (!possessives.has(lowerAt(view, token + 1))) return false;
  for (let at = token + 2; at < token + 6; at++) {
    const tag = view.pos[at];
    if (tag === POS.NOUN && estimates.has(view.stem[at] ?? 0)) return holdsNumber(view, [at + 1, at + 10]);
    if (tag !== POS.NOUN && tag !== POS.ADJ && tag !== POS.NUM && tag !== POS.PROPN) return false;
  }
  return false;
}

/** "raised its estimate | to 11,000": the number belongs to what is said. */
export function withRevisedNumber(view: View, token: number, content: TokenSpan): TokenSpan {
  if (!isRevision(view, token) || content[0] <= token) return content;
  const sentence = view.document.sentences[view.sentence[token] ?? -1];
  const to = Math.min(sentence?.last ?? 0, content[1] + longestRevision);
  let last = content[1];
  while (last < to && view.pos[last] !== POS.PUNCT) last++;
  return [content[0], Math.max(content[1], last)];
}
const longestRevision = 12;
