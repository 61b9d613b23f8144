/** Who said a claim, how sure they were and how it compares, in words. */
import type { ActorKind, Annotation, Certainty, Claim } from '../annotation';
import type { EarlierClaim, ReportHead } from '../library/schema';
import { dayInWords } from './dates';
import { quantityInWords } from './quantity';
import { t } from './text';

/** The outlet a report stands in: as the page names itself, else the host. */
export function outletOf(report: { siteName: string | null; url: string }): string {
  if (report.siteName) return report.siteName;
  return URL.canParse(report.url) ? new URL(report.url).hostname.replace(/^www\./, '') || report.url : report.url;
}

/** "Northern Wire, 3 May" */
export function reportInWords(report: Pick<ReportHead, 'siteName' | 'url' | 'publishedAt' | 'savedAt'>): string {
  const day = dayInWords(report.publishedAt ?? report.savedAt);
  // A date that breaks over two lines is hard to read at a glance.
  const outlet = outletOf(report);
  return day ? t('punctuation.report', { outlet, day: day.replaceAll(' ', '\u00a0') }) : outlet;
}

/** What stands between the words of a phrase and belongs to it. */
const small =
  /^(?:['’]s?|[\s-]|\b(?:of|the|a|an|in|for|to|on|at|by|from|with|and|its|their|his|her|our|this|these)\b)*$/i;

/**
 * What a quantity is about, as the text says it: "South Dakota’s campaign … budget". The claim itself keeps the words that matter; what
 * joins them is taken from the text, and dots stand for what is left out.
 * @param text the article's, or a part of it that begins at the UTF-16 offset `from`
 */
export function aboutInWords(about: NonNullable<Claim['about']>, text: string, from = 0): string {
  const [start, end] = [about.start - from, about.end - from];
  if (start < 0 || end > text.length) return about.text;
  const phrase = text.slice(start, end);
  let said = '';
  let at = 0;
  for (const word of about.text.split(' ')) {
    const next = phrase.indexOf(word, at);
    if (next < 0) return about.text;
    const between = phrase.slice(at, next);
    said += (said && !small.test(between) ? ' … ' : said && between.replace(/\s+/g, ' ')) + word;
    at = next + word.length;
  }
  return said;
}

/** What any number is about. */
const saysNothing = new Set(['number', 'numbers', 'figure', 'figures', 'total', 'count', 'sum', 'amount', 'estimate']);

/**
 * The same for a list, where nothing says what it is: null where the text names no more than who acts in the sentence ("Police" of "Police
 * arrested six people"), which beside a count would read as what is counted.
 */
export function countedOfInWords(
  { about, unit }: Pick<Claim, 'about' | 'unit'>,
  text: string,
  from = 0,
): string | null {
  if (!about || (about.subject && unit.kind === 'count') || saysNothing.has(about.text.toLowerCase())) return null;
  return aboutInWords(about, text, from);
}

export const certaintyInWords = (certainty: Certainty): string => t(`certainty.${certainty}`);
export const certaintyExplained = (certainty: Certainty): string => t(`certaintyWhy.${certainty}`);
export const kindInWords = (kind: ActorKind): string => t(`kind.${kind}`);
export const kindsInWords = (kind: ActorKind): string => t(`kinds.${kind}`);

export interface SourceWords {
  kind: 'named' | 'unnamed' | 'report';
  text: string;
  /** The actor that a named source stands for, when it is one: its id in the annotation and its name. */
  actor?: { id: string; name: string };
}

const pronoun = /^(?:he|she|they|it|who|we|i|the latter|the former)$/i;

/**
 * Who a claim comes from: the source as written ("a senior official"), its actor's name where the text has only a pronoun,
 * the report itself where the writer asserts it.
 * @param text the text that `annotation` is of
 */
export function sourceOf(claim: Claim, annotation: Annotation, text: string): SourceWords {
  const attribution = annotation.attributions.find(({ id }) => id === claim.attribution);
  if (!attribution) return { kind: 'report', text: t('source.report') };
  if (!attribution.source) return { kind: 'unnamed', text: t('source.unnamed') };
  const written = text.slice(attribution.source.start, attribution.source.end).replace(/\s+/g, ' ').trim();
  const [actor] = attribution.source.actors;
  const known = annotation.actors.find(({ id }) => id === actor);
  const words = (pronoun.test(written) && known?.name) || written || t('source.unnamed');
  const single = attribution.source.actors.length === 1;
  return { kind: 'named', text: words, ...(known && single ? { actor: { id: known.id, name: known.name } } : {}) };
}

/** "She" says nothing without the text it stands in. */
export const saysNobody = (source: string): boolean => pronoun.test(source);

/**
 * The same for a stored claim, whose source was kept as written.
 * @param actors keys of the actors the source stands for, and names by key: they say who "she" is
 */
export function keptSource(
  claim: Claim,
  source: string | null,
  actors: readonly string[] = [],
  names?: ReadonlyMap<string, string>,
): SourceWords {
  const [actor = ''] = actors;
  if (source) return { kind: 'named', text: (pronoun.test(source) && names?.get(actor)) || source };
  return claim.attribution === null
    ? { kind: 'report', text: t('source.report') }
    : { kind: 'unnamed', text: t('source.unnamed') };
}

/** "higher than 10,000–12,000 troops in Northern Wire, 3 May" */
export function comparisonInWords(earlier: Pick<EarlierClaim, 'relation' | 'claim' | 'report'>): string {
  return t(`comparison.phrase.${earlier.relation}`, {
    quantity: quantityInWords(earlier.claim).counted,
    report: reportInWords(earlier.report),
  });
}
