/** Names that do not act: bylines, credits, datelines' agencies, money, votes, storms. */
import type { Document, Token } from '../language/document';
import { EVERYDAY, factsOf, type Gazetteer } from '../language/gazetteer';
import { formOf } from '../language/lexical';
import { folded } from './bounds';
import { countryByName, placeByDemonym } from './countries';
import titles from './lexicon/titles.json';
import type { NameMention } from './mentions';

const currencies = new Set(
  'dollar dollars pound pounds euro euros franc francs peso pesos rupee rupees dinar dinars dirham dirhams riyal riyals rial rials lira liras shilling shillings krona kronor krone kroner yen yuan won baht ringgit rupiah naira cedi cedis rand'.split(
    ' ',
  ),
);

/** "US dollars", "Egyptian Pounds": a place or a people before a currency's name. */
function isMoney(document: Document, { first, last, kind }: NameMention): boolean {
  if (kind === 'person' || last - first > 2 || !currencies.has(document.tokens[last]?.lower ?? '')) return false;
  const name = folded(document, first, last);
  return countryByName(name) !== undefined || placeByDemonym(name) !== undefined;
}

/** Bylines and credits: "By Jane Doe", "Photo: ..." on a line of their own. */
function isCredit(document: Document, sentence: number): boolean {
  const { first, last } = document.sentences[sentence] ?? { first: 0, last: 0 };
  const head = document.tokens[first]?.lower ?? '';
  // "Reporting by Ann Lee; additional reporting by Bo Lund and Carl Moe; editing by Dora Vik"
  const staff = head === 'reporting' || head === 'editing' || head === 'writing';
  if (last - first > 60) return false;
  if (staff && document.tokens[first + 1]?.lower === 'by') return true;
  if (endsAsCredit(document, first, last)) return true;
  if (last - first > 14) return false;
  const second = document.tokens[first + 1];
  const end = document.tokens[last - 1]?.lower;
  if (head === 'by') return end !== '.' && !!second && formOf(second.word).capital;
  return (
    [
      'photo',
      'photograph',
      'photos',
      'picture',
      'image',
      'credit',
      'photographer',
      'reporting',
      'editing',
      'writing',
    ].includes(head) &&
    (second?.lower === ':' || second?.lower === 'by' || second?.lower === 'credit')
  );
}

/** "Ann Lee and Bo Lund contributed to this report." */
function endsAsCredit({ tokens }: Document, first: number, last: number): boolean {
  const end = tokens[last - 1]?.lower === '.' ? last - 1 : last;
  return (
    end - first > 4 &&
    /^(?:report|story|article)$/.test(tokens[end - 1]?.lower ?? '') &&
    tokens[end - 2]?.lower === 'this' &&
    tokens[end - 3]?.lower === 'to' &&
    tokens[end - 4]?.lower === 'contributed'
  );
}

/** "PYONGYANG (AP) -": the agency that a report's first line credits, in brackets before a dash, is no actor of the report. */
function isDatelineCredit(document: Document, mention: NameMention): boolean {
  const { tokens } = document;
  const { first } = document.sentences[mention.sentence] ?? { first: 0 };
  const dash = tokens[mention.last + 1]?.lower ?? '';
  return (
    mention.kind === 'organization' &&
    mention.first - first <= longestDateline &&
    tokens[mention.first - 1]?.lower === '(' &&
    tokens[mention.last]?.lower === ')' &&
    (dash === '-' || dash === '—' || dash === ':') &&
    formOf((tokens[first] as Token).word).capital
  );
}
/** "WASHINGTON, D.C., 14 November 2024 (AP)" */
const longestDateline = 10;

const votes = new Set(['election', 'elections', 'by-election', 'referendum', 'primary', 'primaries']);
/** So many tokens after its year a vote's name may still go on. */
const longestVote = 8;

/** "the 2016 Australian federal election": a vote with its year is an event, and the place in it does not act. */
function isElection(document: Document, mention: NameMention): boolean {
  const { tokens } = document;
  const year = tokens[mention.first - 1];
  if (mention.kind === 'person' || !year || year.kind !== 'number' || !/^(?:1[89]|20)\d\d$/.test(year.text))
    return false;
  for (let at = mention.last; at < tokens.length && at < mention.first + longestVote; at++) {
    const { lower, kind } = tokens[at] as Token;
    if (votes.has(lower)) return true;
    if (kind !== 'word') return false;
  }
  return votes.has(tokens[mention.last - 1]?.lower ?? '');
}

const storms = new Set('storm hurricane typhoon cyclone'.split(' '));
const isStormName = ({ tokens }: Document, { first, kind }: NameMention): boolean =>
  kind !== 'organization' &&
  storms.has(tokens[first - 1]?.lower ?? '') &&
  formOf((tokens[first] as Token).word).capital;

const titleWords = new Set(titles.person);
/** "the Emir", "the Pope": a title that stands for a person is no name. */
function isBareTitle({ tokens }: Document, { first, last }: NameMention): boolean {
  return (
    last - first === 1 &&
    titleWords.has(tokens[first]?.lower ?? '') &&
    tokens[first - 1]?.lower === 'the' &&
    !formOf((tokens[last] ?? (tokens[first] as Token)).word).capital
  );
}

/** From so many words of four letters and more on, capitals throughout are a headline's. */
const shortestHeadline = 3;
/** So many words in ordinary writing must follow for a headline to be measured by them. */
const enoughText = 40;

interface Headlines {
  /** Sentences written in capitals throughout. */
  capitals: Set<number>;
  /** Sentences whose longer words all begin with a capital. */
  titles: Set<number>;
}

/** Headlines of a text that has ordinary sentences too. */
function headlinesOf({ tokens, sentences }: Document): Headlines {
  const found: Headlines = { capitals: new Set(), titles: new Set() };
  let ordinary = 0;
  sentences.forEach(({ first, last }, sentence) => {
    let long = 0;
    let capitals = 0;
    let large = 0;
    for (let at = first; at < last; at++) {
      const { kind, text, word } = tokens[at] as Token;
      if (kind !== 'word') continue;
      if (text.length > 3) long++;
      if (text.length > 3 && formOf(word).allCapitals) capitals++;
      if (text.length > 3 && formOf(word).capital) large++;
      if (!formOf(word).allCapitals) ordinary++;
    }
    if (long < shortestHeadline) return;
    if (capitals > long * 0.7) found.capitals.add(sentence);
    else if (long > shortestHeadline && large > long * 0.8) found.titles.add(sentence);
  });
  return ordinary >= enoughText ? found : { capitals: new Set(), titles: new Set() };
}

function isEveryday({ tokens }: Document, { first, last }: NameMention, gazetteer: Gazetteer): boolean {
  for (let at = first; at < last; at++) {
    const { kind, word } = tokens[at] as Token;
    if (kind === 'word' && !(factsOf(gazetteer, word).flags & EVERYDAY)) return false;
  }
  return true;
}

/** @returns whether a mention is noise, for any mention of the document */
export function noiseOf(
  document: Document,
  mentions: readonly NameMention[],
  gazetteer: Gazetteer,
): (mention: NameMention) => boolean {
  const credits = new Map<number, boolean>();
  const headlines = headlinesOf(document);
  /** Names outside headlines, and their last parts. */
  const named = new Set<string>();
  const stormNames = new Set<string>();
  for (const mention of mentions) {
    const { first, last } = mention;
    if (isStormName(document, mention)) stormNames.add(folded(document, first, last));
    if (headlines.capitals.size === 0 && headlines.titles.size === 0) continue;
    if (headlines.capitals.has(mention.sentence) || headlines.titles.has(mention.sentence)) continue;
    named.add(folded(document, first, last));
    if (mention.kind === 'person') named.add(folded(document, last - 1, last));
  }
  const isCredited = (sentence: number): boolean => {
    let credit = credits.get(sentence);
    if (credit === undefined) {
      credit = isCredit(document, sentence);
      credits.set(sentence, credit);
    }
    return credit;
  };
  return (mention) => {
    const { first, last, sentence } = mention;
    if (isCredited(sentence) || isDatelineCredit(document, mention) || isMoney(document, mention)) return true;
    if (isElection(document, mention) || isBareTitle(document, mention)) return true;
    const headline = headlines.capitals.has(sentence) || headlines.titles.has(sentence);
    if (stormNames.size === 0 && !headline) return false;
    const name = folded(document, first, last);
    if (stormNames.has(name)) return true;
    if (!headline) return false;
    if (named.has(name) || countryByName(name)) return false;
    // In capitals anything looks like a name: a headline's must be a country's or occur in the text.
    if (headlines.capitals.has(sentence)) return true;
    // "Region Municipality Launches": everyday words that only the headline writes large.
    return (
      mention.kind === 'organization' && headlines.titles.has(sentence) && isEveryday(document, mention, gazetteer)
    );
  };
}
