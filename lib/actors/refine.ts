/**
 * Sets the bounds and kinds of mentions right where something firmer than the tagger decides: an acronym that spells the name out, a list of
 * countries or of well-known bodies, grammar. Each rule says what it is for.
 */
import type { Document, Token } from '../language/document';
import type { Gazetteer } from '../language/gazetteer';
import { formOf } from '../language/lexical';
import { folded, trim } from './bounds';
import { countryByName, isCapital, placeByDemonym } from './countries';
import { likeElsewhere } from './elsewhere';
import { acronymsOf, joins, markKnown } from './known';
import type { NameMention } from './mentions';
import { noiseOf } from './noise';
import { isPersonHead } from './roles';

/** Names that are a country or something else: their kind is left to the tagger. */
const ambiguous = new Set([
  'georgia',
  'jordan',
  'chad',
  'china',
  'guinea',
  'turkey',
  'mali',
  'cuba',
  'israel',
  'paris',
  'london',
  'america',
  'the north',
  'the south',
  'north',
  'south',
  'states',
  'emirates',
  'us',
  'trinidad',
  'english',
  'french',
  'turks',
  'polish',
  'pole',
  'poles',
  'dane',
  'finn',
  'scot',
  'brit',
  'kiwi',
  'thai',
  'dutch',
  'balkan',
  'german',
  'norman',
  'roman',
]);

/** "spokesman Arno Holt": a name of two or three words right behind a person's office is a person. */
function isIntroduced(document: Document, mention: NameMention): boolean {
  const office = document.tokens[mention.first - 1];
  const size = mention.last - mention.first;
  return (
    size > 1 &&
    size < 4 &&
    !!office &&
    office.kind === 'word' &&
    office.pos !== 'VERB' &&
    isPersonHead(office.lower) &&
    !mention.nested
  );
}

/** "PORT LUND, Mich. (AP) —": capitals that open a report before a comma, a bracket or a dash are where it was written. */
function isDatelinePlace({ tokens, sentences }: Document, { first, last, sentence }: NameMention): boolean {
  if (sentences[sentence]?.first !== first || !formOf((tokens[first] as Token).word).allCapitals) return false;
  if ((tokens[first]?.text.length ?? 0) < 3) return false;
  let bracket = false;
  for (let at = last; at < last + 8; at++) {
    const lower = tokens[at]?.lower;
    if (lower === '(') bracket = true;
    if (!bracket) continue;
    if (lower === '—' || lower === '–' || (lower === '-' && tokens[at]?.spaceBefore)) return true;
  }
  return false;
}

function afterTitle(document: Document, mention: NameMention): boolean {
  const left = document.tokens[mention.first - 1];
  return !!left && left.kind === 'word' && (isPersonHead(left.lower) || formOf(left.word).capital);
}

/** @param news whether names inside names are mentions of their own */
export function refineMentions(
  document: Document,
  mentions: readonly NameMention[],
  gazetteer: Gazetteer,
  news: boolean,
): NameMention[] {
  const acronyms = acronymsOf(document);
  const result: NameMention[] = [];
  const lastNames = new Set(
    mentions
      .filter(({ first, last, kind }) => kind === 'person' && last - first > 1)
      .map(({ last }) => folded(document, last - 1, last)),
  );
  const trimmed = likeElsewhere(
    document,
    markKnown(document, mentions).flatMap((mention) => trim(document, mention)),
  );
  const noise = noiseOf(document, trimmed, gazetteer);
  for (const mention of trimmed) {
    if (noise(mention)) continue;
    const name = folded(document, mention.first, mention.last);
    if (!ambiguous.has(name)) {
      if (countryByName(name)) mention.kind = 'place';
      else if (placeByDemonym(name)) mention.kind = 'group';
    }
    // "Washington said": a capital stands for its government, unless a person of that name is about.
    if (mention.kind === 'person' && isCapital(name) && !lastNames.has(name) && !afterTitle(document, mention))
      mention.kind = 'place';
    if (mention.kind === 'person' && name.includes('&')) mention.kind = 'organization';
    else if (mention.kind === 'place' && isIntroduced(document, mention) && !countryByName(name) && !isCapital(name))
      mention.kind = 'person';
    if (mention.kind !== 'place' && isDatelinePlace(document, mention)) mention.kind = 'place';
    // "11th Corps": the number is part of the name.
    if (mention.kind === 'organization' && document.tokens[mention.first - 1]?.kind === 'ordinal') mention.first--;
    const left = result.at(-1);
    if (left && joins(document, left, mention, acronyms, news)) {
      result[result.length - 1] = { ...mention, first: left.first };
    } else result.push(mention);
  }
  return result.flatMap((mention) => [...nestedIn(document, mention), mention]);
}

/** The adjective of origin that opens an organization's name. */
function nestedIn(document: Document, mention: NameMention): NameMention[] {
  if (mention.kind !== 'organization' || mention.last - mention.first < 2) return [];
  for (const length of [2, 1]) {
    if (mention.first + length >= mention.last) continue;
    const name = folded(document, mention.first, mention.first + length);
    if (placeByDemonym(name) && !countryByName(name)) {
      return [{ ...mention, last: mention.first + length, kind: 'group', nested: true }];
    }
  }
  return [];
}
