/** Where a name begins and ends: what is no part of it comes off, and two names that the tagger took for one are cut. */
import type { Document, Token } from '../language/document';
import { formOf } from '../language/lexical';
import { countryByName } from './countries';
import titles from './lexicon/titles.json';
import type { NameMention } from './mentions';
import { fold } from './names';

/** Common nouns after a place's name that are no part of it: "Hatay province", "Duzce region". */
const placeNouns = new Set(
  'province region district island islands state city county governorate river town village peninsula area border coast airport prefecture township municipality'.split(
    ' ',
  ),
);
/** Titles that are no part of a person's name; "Lady Gaga", "Lord Jim" and "Saint Francis" are names. */
const droppedTitles = new Set([...titles.person, ...titles.abbreviated].map((title) => title.replace(/\.$/, '')));
for (const kept of titles.kept) droppedTitles.delete(kept);
export const isTitle = (token: Token | undefined): boolean =>
  token !== undefined && droppedTitles.has(token.lower.replace(/\.$/, ''));

const edge = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'punct' || token.lower === "'s");

function holds(tokens: readonly Token[], first: number, last: number, lower: string): boolean {
  for (let at = first; at < last; at++) if (tokens[at]?.lower === lower) return true;
  return false;
}

/** The text of tokens, folded, without a leading article. */
export function folded(document: Document, first: number, last: number): string {
  const from = document.tokens[first];
  const to = document.tokens[last - 1];
  return from && to ? fold(document.text.slice(from.start, to.end)).replace(/^the /, '') : '';
}

const names = (token: Token | undefined): boolean => token?.kind === 'word' && formOf(token.word).capital;

/** Takes off what is no part of a name at its edges, and cuts "Gaziantep, Turkey" and "Seoul's Joint Chiefs of Staff" in two. */
export function trim(document: Document, mention: NameMention): NameMention[] {
  const { tokens } = document;
  let { first, last } = mention;
  while (first < last && edge(tokens[first])) first++;
  // A bracket that opens inside the name belongs to it: "JD(S)".
  while (
    last > first &&
    edge(tokens[last - 1]) &&
    !(tokens[last - 1]?.lower === ')' && holds(tokens, first, last, '('))
  )
    last--;
  if (mention.kind === 'person') while (last - first > 1 && isTitle(tokens[first])) first++;
  // "The" that only opens the sentence is no part of the name.
  const opens = document.sentences[mention.sentence]?.first === first;
  if (opens && last - first > 1 && tokens[first]?.lower === 'the' && mention.kind !== 'person') first++;
  // "House of Representatives Speaker Bo Lund": the office is no part of the body's name.
  if (mention.kind === 'organization' && names(tokens[last]))
    while (last - first > 2 && isTitle(tokens[last - 1])) last--;
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
