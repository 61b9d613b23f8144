/** Well-known bodies and places, which the tagger cuts, misses or takes for something else. */
import type { ActorKind } from '../annotation';
import type { Document, Token } from '../language/document';
import { formOf } from '../language/lexical';
import { isAcronymOf } from './acronyms';
import { folded, isTitle } from './bounds';
import organizations from './lexicon/organizations.json';
import places from './lexicon/places.json';
import type { NameMention } from './mentions';
import { fold } from './names';
import { isPersonHead } from './roles';

/** Kind by folded name. */
const known: ReadonlyMap<string, ActorKind> = new Map([
  ...organizations.known.map((name) => [fold(name), 'organization'] as const),
  ...places.known.map((name) => [fold(name), 'place'] as const),
]);
const longestKnown = 9;

/** Acronyms of the document, in capitals, as they are written. */
export function acronymsOf(document: Document): Set<string> {
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
export function joins(
  document: Document,
  left: NameMention,
  right: NameMention,
  acronyms: ReadonlySet<string>,
  news: boolean,
): boolean {
  if (left.last !== right.first || left.sentence !== right.sentence || right.kind !== 'organization') return false;
  if (left.kind === 'person') return false;
  const { tokens, text } = document;
  const whole = text.slice(tokens[left.first]?.start ?? 0, tokens[right.last - 1]?.end ?? 0);
  if (known.has(fold(whole))) return true;
  // In news the pieces keep marks of their own; see pieces.ts.
  if (news) return false;
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
export function markKnown(document: Document, mentions: readonly NameMention[]): NameMention[] {
  const result: NameMention[] = [];
  const { tokens, sentences } = document;
  const covering = new Map<number, NameMention>();
  for (const mention of mentions) for (let at = mention.first; at < mention.last; at++) covering.set(at, mention);
  const replaced = new Set<NameMention>();
  sentences.forEach(({ first, last }, sentence) => {
    for (let index = first; index < last; index++) {
      const token = tokens[index] as Token;
      if (token.kind !== 'word' || !formOf(token.word).capital || !firstWords.has(token.lower)) continue;
      const longest = firstWords.get(token.lower) as number;
      for (let to = Math.min(last, index + longest); to > index; to--) {
        if (tokens[to - 1]?.kind !== 'word' || !known.has(folded(document, index, to))) continue;
        const inside = new Set<NameMention>();
        let larger = false;
        for (let at = index; at < to; at++) {
          const mention = covering.get(at);
          if (!mention) continue;
          inside.add(mention);
          if (mention.first < index || mention.last > to) larger = true;
        }
        // "Social" + "Democratic Party": the end of a longer name.
        const left = tokens[index - 1];
        if (
          left &&
          index - 1 > first &&
          left.lower !== 'the' &&
          inside.size > 0 &&
          to - index > 1 &&
          left.kind === 'word' &&
          formOf(left.word).capital &&
          !covering.has(index - 1) &&
          !isTitle(left)
        )
          break;
        // A longer name that holds it ("White House National Security Council") stays; a bare word in lower-case surroundings must be tagged.
        if (larger || (inside.size === 0 && to - index === 1)) break;
        for (const mention of inside) replaced.add(mention);
        result.push({ first: index, last: to, kind: known.get(folded(document, index, to)) as ActorKind, sentence });
        index = to - 1;
        break;
      }
    }
  });
  return [...result, ...mentions.filter((mention) => !replaced.has(mention))].sort((a, b) => a.first - b.first);
}
/** First word (lower case) of known names: how many tokens the longest of them has, hyphens counted. */
const firstWords = new Map<string, number>();
for (const name of [...organizations.known, ...places.known]) {
  const first = name.split(' ')[0]?.toLowerCase() ?? '';
  const tokens = name.split(/\s|(-)|(?=')/).filter(Boolean).length;
  firstWords.set(first, Math.min(longestKnown, Math.max(tokens, firstWords.get(first) ?? 0)));
}
