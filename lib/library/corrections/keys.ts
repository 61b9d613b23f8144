/**
 * What a correction is looked up by. An article asks for the keys it has itself (its address, its sentences, the places of
 * its numbers, its actors), so that the cost follows the article and not the number of corrections.
 */
import type { Annotation, Span } from '../../annotation';
import { actorKey } from '../../crossref/actor-key';
import { fold } from '../../crossref/terms';
import { quoteOf } from '../../highlight/quote';
import { sentenceAt } from '../derive';
import type { Correction, Selector } from '../rows';

export interface CorrectedText {
  canonicalUrl: string;
  text: string;
}

/** Enough to tell sentences apart, short enough for an index. */
const sentenceLength = 160;

const oneSpace = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The same sentence in another article (an agency's, a later version's) is the same passage. */
export const sentenceKey = (sentence: string) => `#s ${fold(oneSpace(sentence)).slice(0, sentenceLength)}`;

/** The outlet as its address names it: `siteName` is what a page says of itself, and may change. */
export function hostOf(canonicalUrl: string): string {
  return URL.canParse(canonicalUrl) ? new URL(canonicalUrl).hostname.replace(/^www\./, '') : canonicalUrl;
}

export const patternKey = (canonicalUrl: string, pattern: string) => `#p ${hostOf(canonicalUrl)} ${pattern}`;

export function selectorOf(text: string, { start, end }: Span): Selector {
  return { ...quoteOf(text, start, end), start, end };
}

const lastWord = /(\p{L}[\p{L}\p{M}\p{N}'’.-]*)\s*$/u;
const firstWord = /^\s*(\p{L}[\p{L}\p{M}\p{N}'’-]*)/u;

/** Words around a passage, within its line. */
function neighbours(text: string, { start, end }: Span): [string, string] {
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + 40).split('\n')[0] ?? '';
  return [lastWord.exec(before)?.[1] ?? '', firstWord.exec(after)?.[1] ?? ''];
}

const isName = (word: string) => /^\p{Lu}/u.test(word);

/**
 * The words by which a number is the same number elsewhere. Beside a capitalised word it is part of a name ("Gate 2", "7
 * Network"), whatever else stands around; otherwise it must stand between the same two words.
 */
export function patternOf(text: string, span: Span): string {
  const exact = text.slice(span.start, span.end);
  const [before, after] = neighbours(text, span);
  if (isName(before)) return fold(oneSpace(`${before} ${exact}`));
  if (isName(after)) return fold(oneSpace(`${exact} ${after}`));
  return fold(oneSpace(`${before} ${exact} ${after}`));
}

/** The keys under which a correction of a passage is kept. */
export function passageKeys(article: CorrectedText, annotation: Annotation, span: Span, pattern: string | null) {
  const sentence = sentenceAt({ text: article.text, annotation }, span.start);
  return [
    article.canonicalUrl,
    sentenceKey(article.text.slice(sentence.start, sentence.end)),
    ...(pattern === null ? [] : [patternKey(article.canonicalUrl, pattern)]),
  ];
}

/** The keys an article asks for. */
export function keysOf({ canonicalUrl, text }: CorrectedText, annotation: Annotation): string[] {
  const keys = new Set([canonicalUrl]);
  for (const { start, end } of annotation.sentences) keys.add(sentenceKey(text.slice(start, end)));
  for (const claim of annotation.claims) keys.add(patternKey(canonicalUrl, patternOf(text, claim)));
  for (const actor of annotation.actors) keys.add(actorKey(actor));
  return [...keys];
}

/** Keys that a chain of corrections leads on to: who was taken for another may be a third. */
export const furtherKeys = (corrections: readonly Correction[]): string[] =>
  corrections.flatMap((correction) => ('actors' in correction ? correction.actors.map(({ key }) => key) : []));
