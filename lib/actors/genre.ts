/**
 * News or reference prose? The corpora that the name tagger learnt from cut names inside names differently: in news reports "Kenya" and
 * "Airways" are marked apart, in encyclopedic prose "Kenya Airways" is one mark. A text is read with the habits of its own genre, which is told
 * by what news does and an encyclopedia does not: it reports speech, quotes, names days and says "we" (Biber 1988, dimension 1 and 3).
 */
import type { Document } from '../language/document';

const speech = new Set(
  'said says say told tells added tweeted announced reported urged warned noted explained stressed reporters spokesman spokeswoman spokesperson'.split(
    ' ',
  ),
);
const days = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight ago'.split(' '),
);
const speakers = new Set("i we you my our your me us n't 'm".split(' '));
const quotes = new Set(['"', '“', '”']);

/** Evidence that one sentence can give by chance is not enough. */
const leastEvidence = 2;
/** Evidence a word: news has some 0.05, encyclopedias 0.002. */
const leastRate = 0.004;

/** @returns whether the text reads like news: one word of reported speech weighs two days or pronouns, or four quotation marks. */
export function readsAsNews(document: Document): boolean {
  let evidence = 0;
  for (const { lower } of document.tokens) {
    if (speech.has(lower)) evidence += 2;
    else if (days.has(lower) || speakers.has(lower)) evidence += 1;
    else if (quotes.has(lower)) evidence += 0.5;
  }
  return evidence >= leastEvidence && evidence >= leastRate * document.tokens.length;
}
