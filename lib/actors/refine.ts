/**
 * Sets the bounds and kinds of mentions right where something firmer than the tagger decides: an acronym that spells the name out, a list of
 * countries or of well-known bodies, grammar. Each rule says what it is for.
 */
import type { Document, Token } from '../language/document';
import { formOf } from '../language/lexical';
import { countryByName, isCapital, placeByDemonym } from './countries';
import organizations from './lexicon/organizations.json';
import type { NameMention } from './mentions';
import { isAcronymOf } from './merge';
import { fold } from './names';
import { isPersonHead } from './roles';

const known = new Set(organizations.known.map(fold));
const longestKnown = 6;

/** Common nouns after a place's name that are no part of it: "Hatay province", "Duzce region". */
const placeNouns = new Set(
  'province region district island islands state city county governorate river town village peninsula area border coast airport prefecture township municipality'.split(
    ' ',
  ),
);
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

const edge = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'punct' || token.lower === "'s");

function folded(document: Document, first: number, last: number): string {
  const from = document.tokens[first];
  const to = document.tokens[last - 1];
  return from && to ? fold(document.text.slice(from.start, to.end)).replace(/^the /, '') : '';
}

/** Takes off what is no part of a name at its edges, and cuts "Gaziantep, Turkey" and "Seoul's Joint Chiefs of Staff" in two. */
function trim(document: Document, mention: NameMention): NameMention[] {
  const { tokens } = document;
  let { first, last } = mention;
  while (first < last && edge(tokens[first])) first++;
  while (last > first && edge(tokens[last - 1])) last--;
  // "The" that only opens the sentence is no part of the name.
  const opens = document.sentences[mention.sentence]?.first === first;
  if (opens && last - first > 1 && tokens[first]?.lower === 'the' && mention.kind !== 'person') first++;
  if (mention.kind === 'place') while (last - first > 1 && placeNouns.has(tokens[last - 1]?.text ?? '')) last--;
  if (first >= last) return [];
  if (mention.kind === 'place' || mention.kind === 'organization') {
    for (let at = first + 1; at < last - 1; at++) {
      const { lower } = tokens[at] as Token;
      if (lower === ',' && mention.kind === 'place') {
        const tail = folded(document, at + 1, last);
        const dateline = opens && formOf((tokens[first] as Token).word).allCapitals;
        if (dateline || countryByName(tail) || countryByName(folded(document, first, at))) {
          return [...trim(document, { ...mention, last: at }), ...trim(document, { ...mention, first: at + 1 })];
        }
      }
      const owner = folded(document, first, at);
      if (
        lower === "'s" &&
        (countryByName(owner) ||
          (mention.kind === 'place' && formOf((tokens[at + 1] as Token).word).capital && at - first === 1))
      ) {
        const body =
          /^(?:joint|ministry|department|council|institute|agency|bank|party|office|bureau|authority|committee|commission|court|army|navy|parliament|national|federal|supreme|central|state|general)\b/.test(
            folded(document, at + 1, last),
          );
        if (countryByName(owner) || body) {
          return [
            { ...mention, first, last: at, kind: 'place' },
            { ...mention, first: at + 1, last, kind: body ? 'organization' : mention.kind },
          ];
        }
      }
    }
  }
  return [{ ...mention, first, last }];
}

/** Acronyms of the document, in capitals, as they are written. */
function acronymsOf(document: Document): Set<string> {
  const found = new Set<string>();
  for (const token of document.tokens) {
    if (token.kind === 'word' && token.text.length >= 2 && token.text.length <= 8 && formOf(token.word).allCapitals)
      found.add(token.text.replace(/\./g, ''));
  }
  return found;
}

/**
 * "Korean" + "Central News Agency" are one body where an acronym says so, where the whole is well known, or where the whole is a
 * person's office ("Russian Security Council Secretary ..."). Elsewhere the adjective stays a mention of its own.
 */
function joins(document: Document, left: NameMention, right: NameMention, acronyms: ReadonlySet<string>): boolean {
  if (left.last !== right.first || left.sentence !== right.sentence || right.kind !== 'organization') return false;
  if (left.kind === 'person') return false;
  const { tokens, text } = document;
  const whole = text.slice(tokens[left.first]?.start ?? 0, tokens[right.last - 1]?.end ?? 0);
  if (known.has(fold(whole))) return true;
  const open = tokens[right.last];
  const short = tokens[right.last + 1];
  if (open?.text === '(' && short && isAcronymOf(short.text, whole)) return true;
  const letters = fold(whole).split(' ');
  if (letters.length > 2) {
    const main = letters
      .filter((part) => !/^(?:of|and|the|for|in)$/.test(part))
      .map((part) => part[0] ?? '')
      .join('')
      .toUpperCase();
    if (main.length > 2 && acronyms.has(main)) return true;
  }
  if (left.kind !== 'group') return false;
  const title = tokens[right.last];
  const name = tokens[right.last + 1];
  return (
    right.last - right.first > 1 &&
    !!title &&
    formOf(title.word).capital &&
    isPersonHead(title.lower) &&
    !!name &&
    name.kind === 'word' &&
    formOf(name.word).capital
  );
}

/** Finds well-known bodies that the tagger cut, missed or took for something else. */
function markKnown(document: Document, mentions: readonly NameMention[]): NameMention[] {
  const result: NameMention[] = [];
  const { tokens, sentences } = document;
  const covering = new Map<number, NameMention>();
  for (const mention of mentions) for (let at = mention.first; at < mention.last; at++) covering.set(at, mention);
  const replaced = new Set<NameMention>();
  sentences.forEach(({ first, last }, sentence) => {
    for (let index = first; index < last; index++) {
      const token = tokens[index] as Token;
      if (token.kind !== 'word' || !formOf(token.word).capital || !firstWords.has(token.lower)) continue;
      for (let to = Math.min(last, index + longestKnown); to > index; to--) {
        if (tokens[to - 1]?.kind !== 'word' || !known.has(folded(document, index, to))) continue;
        const inside = new Set<NameMention>();
        let larger = false;
        for (let at = index; at < to; at++) {
          const mention = covering.get(at);
          if (!mention) continue;
          inside.add(mention);
          if (mention.first < index || mention.last > to) larger = true;
        }
        // A longer name that holds it ("White House National Security Council") stays; a bare word in lower-case surroundings must be tagged.
        if (larger || (inside.size === 0 && to - index === 1)) break;
        for (const mention of inside) replaced.add(mention);
        result.push({ first: index, last: to, kind: 'organization', sentence });
        index = to - 1;
        break;
      }
    }
  });
  return [...result, ...mentions.filter((mention) => !replaced.has(mention))].sort((a, b) => a.first - b.first);
}
const firstWords = new Set(organizations.known.map((name) => name.split(/[ ]/)[0]?.toLowerCase() ?? ''));

/** Bylines and credits: "By Jane Doe", "Photo: ..." on a line of their own. */
function isCredit(document: Document, sentence: number): boolean {
  const { first, last } = document.sentences[sentence] ?? { first: 0, last: 0 };
  if (last - first > 14) return false;
  const head = document.tokens[first]?.lower ?? '';
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

function afterTitle(document: Document, mention: NameMention): boolean {
  const left = document.tokens[mention.first - 1];
  return !!left && left.kind === 'word' && (isPersonHead(left.lower) || formOf(left.word).capital);
}

export function refineMentions(document: Document, mentions: readonly NameMention[]): NameMention[] {
  const acronyms = acronymsOf(document);
  const result: NameMention[] = [];
  const lastNames = new Set(
    mentions
      .filter(({ first, last, kind }) => kind === 'person' && last - first > 1)
      .map(({ last }) => folded(document, last - 1, last)),
  );
  const credits = new Map<number, boolean>();
  for (const raw of markKnown(document, mentions)) {
    for (const mention of trim(document, raw)) {
      let credit = credits.get(mention.sentence);
      if (credit === undefined) {
        credit = isCredit(document, mention.sentence);
        credits.set(mention.sentence, credit);
      }
      if (credit) continue;
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
      // "11th Corps": the number is part of the name.
      if (mention.kind === 'organization' && document.tokens[mention.first - 1]?.kind === 'ordinal') mention.first--;
      const left = result.at(-1);
      if (left && joins(document, left, mention, acronyms)) {
        result[result.length - 1] = { ...mention, first: left.first };
      } else result.push(mention);
    }
  }
  const outsideEvents = result.filter((mention) => !isElection(document, mention));
  return outsideEvents.flatMap((mention) => [...nestedIn(document, mention), mention]);
}

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
