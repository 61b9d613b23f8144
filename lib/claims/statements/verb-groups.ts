/** The verb groups of a sentence ("is believed to have lost"), found from parts of speech, and which of them governs a place in it. */
import type { Document, Sentence, Token } from '../../language/document';

/** Token indexes, `first` inclusive, `last` exclusive. */
export interface VerbGroup {
  first: number;
  last: number;
  /** Has a subject of its own: no infinitive, no participle. */
  finite: boolean;
}

const nonFinite = new Set(['be', 'been', 'being', 'having']);
const subordinators = new Set([
  'that',
  'which',
  'who',
  'whom',
  'whose',
  'because',
  'while',
  'although',
  'though',
  'if',
  'whether',
  'when',
  'where',
  'since',
  'until',
  'unless',
  'as',
  'after',
  'before',
]);

const isVerbal = (token: Token): boolean =>
  (token.pos === 'VERB' || token.pos === 'AUX') && token.lower !== 'according' && token.lower !== 'including';

/** Tokens farther from the place than this are not looked at: sentences of hostile texts have no end. */
const reach = 150;

/**
 * @param place index of the token around which the groups are wanted
 * @returns the groups of the sentence around it, in order: verbs, auxiliaries, "to" and what adverbs and negations stand between
 */
export function verbGroups(document: Document, sentence: Sentence, place: number): VerbGroup[] {
  const { tokens } = document;
  const last = Math.min(sentence.last, place + reach);
  const groups: VerbGroup[] = [];
  for (let index = Math.max(sentence.first, place - reach); index < last; index++) {
    const token = tokens[index];
    if (!token || !isVerbal(token)) continue;
    const previous = groups[groups.length - 1];
    let joined = false;
    if (previous && index - previous.last <= 3) {
      joined = true;
      for (let between = previous.last; between < index; between++) {
        const pos = tokens[between]?.pos;
        const lower = tokens[between]?.lower;
        if (pos !== 'ADV' && pos !== 'PART' && lower !== 'to' && lower !== 'not') joined = false;
      }
      // "said will": two verbs in a row are two clauses unless the first one is an auxiliary or "to" stands between.
      if (joined && index === previous.last && tokens[index - 1]?.pos === 'VERB' && token.pos === 'AUX') joined = false;
    }
    if (joined && previous) {
      previous.last = index + 1;
      continue;
    }
    groups.push({ first: index, last: index + 1, finite: hasSubject(tokens, sentence, index) });
  }
  return groups;
}

function hasSubject(tokens: readonly Token[], sentence: Sentence, index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  let at = index - 1;
  while (at >= sentence.first && tokens[at]?.pos === 'ADV') at--;
  const before = at >= sentence.first ? tokens[at] : undefined;
  if (before?.lower === 'to') return false;
  if (token.pos === 'AUX') return !nonFinite.has(token.lower);
  if (token.lower.endsWith('ing')) return false;
  if (token.lower.endsWith('ed') || token.lower.endsWith('en'))
    return before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'PRON';
  return true;
}

/** Does a clause of its own start between the two token indexes? */
function clauseStarts(tokens: readonly Token[], from: number, to: number, groups: readonly VerbGroup[]): boolean {
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (!token) break;
    const { lower } = token;
    if (lower === ';') return true;
    if (subordinators.has(lower) && (token.pos === 'SCONJ' || token.pos === 'PRON' || lower === 'that')) {
      const next = tokens[index + 1];
      // "as many as", "since August": no clause without a verb to come.
      if (lower === 'as' && (next?.pos === 'ADJ' || next?.pos === 'ADV' || next?.pos === 'NUM')) continue;
      if (groups.some((group) => group.first > index)) return true;
    }
    if (token.pos === 'CCONJ' && (lower === 'and' || lower === 'but' || lower === 'or')) {
      // "and 2,000 were hurt": a clause when a finite verb follows and the place stands between.
      const next = groups.find((group) => group.first >= to);
      if (next?.finite && !nominalBreak(tokens, to, next.first)) return true;
    }
  }
  return false;
}

/** Is there a comma between a place and the verb to its right, so that the place is hardly in the verb's subject? */
function nominalBreak(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (tokens[index]?.lower === ',' || tokens[index]?.pos === 'SCONJ') return true;
  return false;
}

/**
 * The verb groups that a place stands under, nearest first: its own verb (the one to its left, or to its right when the place is
 * in the subject), then those on which an infinitive, a participle or a that-clause depends ("expects the fund to lose 13").
 *
 * @param from first token of the place
 * @param to the token after its last
 */
export function governors(document: Document, groups: readonly VerbGroup[], from: number, to: number): VerbGroup[] {
  const { tokens } = document;
  let left = -1;
  groups.forEach((group, index) => {
    if (group.last <= from) left = index;
  });
  const right = groups.findIndex((group) => group.first >= to);
  const leftGroup = groups[left];
  let own: number;
  if (leftGroup && (!clauseStarts(tokens, leftGroup.last, from, groups) || right < 0)) own = left;
  else own = right;
  const chain: VerbGroup[] = [];
  let at = own;
  while (at >= 0) {
    const group = groups[at];
    if (!group) break;
    chain.push(group);
    const previous = groups[at - 1];
    if (!previous) break;
    if (group.finite && !complementOf(tokens, previous, group)) break;
    if (isAdjunct(tokens, group)) break;
    at--;
  }
  return chain;
}

/** ", raising money for three candidates": a participle behind a comma tells what else is done, and depends on no verb's meaning. */
const isAdjunct = (tokens: readonly Token[], group: VerbGroup): boolean =>
  tokens[group.first - 1]?.lower === ',' && (tokens[group.first]?.lower.endsWith('ing') ?? false);

/** "believed that", "told reporters that": does the second group's clause complement the first? */
function complementOf(tokens: readonly Token[], matrix: VerbGroup, group: VerbGroup): boolean {
  for (let index = matrix.last; index < Math.min(group.first, matrix.last + 4); index++) {
    const lower = tokens[index]?.lower;
    if (lower === 'that' || lower === 'whether' || lower === 'if') return true;
    if (lower === ',' || lower === ';') return false;
  }
  return false;
}
