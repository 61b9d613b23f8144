/**
 * Names in pieces. In news, a name inside a name has a mark of its own ("Kenya" + "Airways", "Bank of" + "Japan"): here the pieces learn
 * which whole they belong to, so that the actor is called by it.
 */
import type { Document, Token } from '../language/document';
import { EVERYDAY, factsOf, type Gazetteer } from '../language/gazetteer';
import organizations from './lexicon/organizations.json';
import type { NameMention } from './mentions';
import { isOrganizationHead } from './roles';

const generic = new Set(organizations.generic);
/** Bodies of a state. */
const states = new Set('embassy consulate congress senate parliament assembly navy army police guard'.split(' '));
const openers = new Set(['of', 'for', 'and', 'de', 'des', 'del']);

/** Sets `whole` on the organizations among the mentions (in the order of the text) that are pieces of longer names. */
export function markWholes(document: Document, mentions: readonly NameMention[], gazetteer: Gazetteer): void {
  const { tokens } = document;
  /** A word that says what sort of body it is, and names none by itself. */
  const common = (at: number): boolean => {
    const token = tokens[at] as Token;
    return (
      generic.has(token.lower) ||
      isOrganizationHead(token.lower) ||
      states.has(token.lower) ||
      (factsOf(gazetteer, token.word).flags & EVERYDAY) !== 0
    );
  };
  const linked = (left: NameMention, right: NameMention): boolean => {
    if (left.last !== right.first || left.sentence !== right.sentence || left.nested || right.nested) return false;
    // "Bank of" + "Japan", "Radio" + "New Zealand"
    if (left.kind === 'organization' && openers.has(tokens[left.last - 1]?.lower ?? '')) return true;
    if (left.kind === 'organization' && right.kind === 'place')
      return left.last - left.first === 1 && common(left.first);
    if (right.kind !== 'organization') return false;
    // "University of" + "Doha" + "for Science and Technology"
    if (openers.has(tokens[right.first]?.lower ?? '')) return true;
    // "Talaat Moustafa" + "Group", but not "Musk" + "Tesla"
    if (left.kind === 'person') return right.last - right.first === 1 && generic.has(tokens[right.first]?.lower ?? '');
    // "Kenya" + "Airways", "Thai" + "Travel Agents Association", but not "German" + "Bayer"
    return common(right.last - 1);
  };
  for (let at = 0; at < mentions.length; ) {
    let end = at + 1;
    while (end < mentions.length && linked(mentions[end - 1] as NameMention, mentions[end] as NameMention)) end++;
    if (end - at > 1) {
      const whole = { first: (mentions[at] as NameMention).first, last: (mentions[end - 1] as NameMention).last };
      for (const piece of mentions.slice(at, end)) if (piece.kind === 'organization') piece.whole = whole;
    }
    at = end;
  }
}
