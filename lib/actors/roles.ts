/**
 * Roles: what the text calls an actor beside the name. Read from what stands before it ("Treasury Secretary Janet Yellen", "the
 * chancellor, Jeremy Hunt") and from an apposition after it ("Noel Quinn, HSBC's chief executive,").
 */
import type { Document, Token } from '../language/document';
import { nounLemma } from '../language/lemma';
import type { ActorDraft } from './entries';
import lexicon from './lexicon/roles.json';
import titles from './lexicon/titles.json';
import type { TokenSpan } from './mentions';

const personHeads = new Set(lexicon.person);
const organizationHeads = new Set(lexicon.organization);
const titleWords = new Set(titles.person);
const before = new Set(lexicon.before);
const honorifics = new Set(['mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'miss', 'sir', 'dame', 'dr', 'dr.']);

/** What opens a clause of its own after a description. */
const relatives = new Set(['who', 'whom', 'whose', 'which', 'that', 'where', 'when', 'while']);

/** A description of more words than this is a sentence of its own. */
const longest = 10;
const rolesKept = 4;

export const isPersonHead = (lower: string): boolean => personHeads.has(nounLemma(lower)) || titleWords.has(lower);
export const isOrganizationHead = (lower: string): boolean => organizationHeads.has(nounLemma(lower));

const inner = (token: Token): boolean =>
  (token.kind === 'word' &&
    (token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'ADJ' ||
      token.lower === "'s" ||
      before.has(token.lower))) ||
  (token.lower === '-' && !token.spaceBefore) ||
  (token.lower === "'" && !token.spaceBefore) ||
  token.kind === 'ordinal' ||
  (token.lower === 'and' && token.pos === 'CCONJ') ||
  (token.lower === 'of' && token.kind === 'word');

function slice(document: Document, first: number, last: number): string {
  const from = document.tokens[first];
  const to = document.tokens[last - 1];
  return from && to ? document.text.slice(from.start, to.end).replace(/\s+/g, ' ') : '';
}

/** Start of the description that ends before `last`; `last` itself when there is none. */
function startOfDescription(document: Document, first: number, last: number, taken: Uint8Array): number {
  let at = last;
  while (at > first && last - at < longest) {
    const token = document.tokens[at - 1];
    if (!token || !inner(token)) break;
    // "of" and "and" join parts of one title only when a noun stands before them.
    if (token.lower === 'of' || token.lower === 'and') {
      const left = document.tokens[at - 2];
      if (
        !left ||
        at - 2 < first ||
        !(left.pos === 'NOUN' || left.pos === 'PROPN') ||
        (token.lower === 'and' && taken[at - 2])
      )
        break;
    }
    at--;
  }
  while (at < last) {
    const token = document.tokens[at];
    if (
      token &&
      (token.lower === "'s" ||
        token.lower === '-' ||
        token.lower === "'" ||
        token.lower === 'and' ||
        token.lower === 'of')
    )
      at++;
    else break;
  }
  return at;
}

function roleBefore(
  document: Document,
  mention: TokenSpan,
  first: number,
  person: boolean,
  taken: Uint8Array,
): string | null {
  let last = mention.first;
  const comma = document.tokens[last - 1];
  if (comma && comma.lower === ',' && last - 1 > first) last--;
  else if (comma && (comma.lower === '"' || comma.lower === '(')) return null;
  const head = document.tokens[last - 1];
  if (!head || last - 1 < first) return null;
  const lower = head.lower;
  if (honorifics.has(lower) && last === mention.first) return null;
  if (!(person ? isPersonHead(lower) : isOrganizationHead(lower))) return null;
  if (nounLemma(lower) !== lower && head.pos === 'NOUN') return null;
  const from = startOfDescription(document, first, last, taken);
  if (from >= last) return null;
  // "X, Y and Z" is a list: a description before a comma opens with an article or a possessive, or is one noun phrase at a sentence's start.
  if (last < mention.first) {
    const left = document.tokens[from - 1];
    const owned = Array.from({ length: last - from }, (_, at) => document.tokens[from + at]?.lower).includes("'s");
    if (
      taken[last - 1] ||
      !(
        owned ||
        from === first ||
        (left && (left.pos === 'DET' || left.pos === 'PRON' || left.lower === 'the' || left.lower === 'a'))
      )
    )
      return null;
  }
  return slice(document, from, last);
}

function roleAfter(document: Document, mention: TokenSpan, last: number, person: boolean): string | null {
  const comma = document.tokens[mention.last];
  if (comma?.lower !== ',' || mention.last + 1 >= last) return null;
  let from = mention.last + 1;
  const opener = document.tokens[from];
  if (relatives.has(opener?.lower ?? '')) return null;
  if (opener && (opener.pos === 'DET' || opener.lower === 'the' || opener.lower === 'a' || opener.lower === 'an'))
    from++;
  let to = from;
  let head = false;
  while (to < last && to - from < longest + 4) {
    const token = document.tokens[to];
    if (!token) break;
    const { lower, pos } = token;
    if (
      lower === ',' ||
      lower === '.' ||
      lower === ';' ||
      lower === ')' ||
      lower === '"' ||
      lower === '—' ||
      lower === ':'
    )
      break;
    // "at the Delhi-based council": no verb of its own.
    const hangs = !token.spaceBefore && document.tokens[to - 1]?.lower === '-';
    if ((!hangs && (pos === 'VERB' || pos === 'AUX')) || relatives.has(lower) || lower === 'and') break;
    if (token.kind === 'number') break;
    if (person ? isPersonHead(lower) : isOrganizationHead(lower)) head = true;
    if (!head && (pos === 'ADP' || pos === 'PRON' || pos === 'ADV')) break;
    to++;
  }
  while (to > from && ['ADP', 'DET', 'PART'].includes(document.tokens[to - 1]?.pos ?? '')) to--;
  const end = document.tokens[to];
  // A description is closed; what runs on is a list or a clause.
  if (!head || !end || ![',', '.', ';', ')', '—', '"'].includes(end.lower)) {
    if (!(head && end && (end.pos === 'VERB' || end.pos === 'AUX' || relatives.has(end.lower)))) return null;
  }
  return slice(document, from, to) || null;
}

/** @returns the roles of each actor, in the order of the text, without doubles. */
export function findRoles(document: Document, actors: readonly ActorDraft[]): string[][] {
  const taken = new Uint8Array(document.tokens.length);
  for (const { mentions } of actors) for (const { first, last } of mentions) taken.fill(1, first, last);
  return actors.map((actor) => {
    if (actor.kind !== 'person' && actor.kind !== 'organization') return [];
    const roles: string[] = [];
    const seen = new Set<string>();
    for (const mention of actor.mentions) {
      if (roles.length >= rolesKept) break;
      const sentence = document.sentences[mention.sentence];
      if (!sentence || mention.kind !== actor.kind) continue;
      const person = actor.kind === 'person';
      for (const role of [
        roleBefore(document, mention.whole ?? mention, sentence.first, person, taken),
        roleAfter(document, mention.whole ?? mention, sentence.last, person),
      ]) {
        const key = role?.toLowerCase();
        if (!role || !key || seen.has(key) || roles.length >= rolesKept) continue;
        seen.add(key);
        roles.push(role);
      }
    }
    return roles;
  });
}
