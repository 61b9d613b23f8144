/** How sure a claim is, as the text presents it, on FactBank's scale (Sauri and Pustejovsky 2009). The nearest scope wins. */
import type { Attribution, Certainty, Span } from '../../annotation';
import type { Document, Sentence, Token } from '../../language/document';
import { statementsAround } from './around';
import { adverbs, clausalVerbs, modals, negations, nouns, openers, verbs, verification } from './certainty-words';
import { phraseHedge, valueHedge } from './hedges';
import { sentenceAt, tokenAt } from './places';
import { stemOf } from './stem';
import { governors, type VerbGroup, verbGroups } from './verb-groups';
import { sentenceVerdict, withdraws } from './verification';

/**
 * What a verb group says of what stands under it; null when it says it plainly.
 *
 * @param clausal a clause of its own stands under it, and no mere object
 */
function groupCertainty(tokens: readonly Token[], group: VerbGroup, clausal: boolean): Certainty | null {
  let negated = false;
  let found: Certainty | null = null;
  for (let index = group.first - 2; index < group.last + 1; index++) {
    const token = tokens[index];
    if (!token) continue;
    const inside = index >= group.first && index < group.last;
    if (inside && negations.has(token.lower)) negated = true;
    if (token.pos === 'ADV' || token.pos === 'ADJ') {
      const certainty = adverbs.get(token.lower);
      // Before or after the group only what touches it: "is likely to", "reportedly killed".
      if (certainty && (inside || index === group.first - 1 || index === group.last)) found ??= certainty;
    }
    if (!inside) continue;
    if (token.pos === 'AUX' || token.pos === 'VERB') {
      const stem = stemOf(token.lower);
      const clause = clausal || index + 1 < group.last;
      const certainty = modals.get(token.lower) ?? verbs.get(stem) ?? (clause ? clausalVerbs.get(stem) : undefined);
      if (token.pos === 'AUX' && !modals.has(token.lower)) continue;
      if (certainty && (found === null || modals.has(token.lower))) found = certainty;
      if (verification.verbs.has(stem) && negated) return 'unknown';
    }
  }
  // "does not believe" leaves it open; "could not" is no possibility.
  if (negated && found === 'possible') return null;
  if (negated && found === 'denied') return 'certain';
  if (negated && found === 'probable') return 'unknown';
  return found;
}

/** "Unconfirmed reports spoke of 30 dead." */
function unverifiedSubject(tokens: readonly Token[], sentence: Sentence, group: VerbGroup): boolean {
  for (let index = Math.max(sentence.first, group.first - 4); index < group.first; index++)
    if (verification.adjectives.has(tokens[index]?.lower ?? '')) return true;
  return false;
}

/** "Not one died, let alone 10,000": the hedges of the claim may stand between. */
function isFarFromTrue(tokens: readonly Token[], sentence: Sentence, from: number): boolean {
  for (let index = from - 1; index > Math.max(sentence.first, from - 4); index--) {
    const lower = tokens[index]?.lower;
    const before = tokens[index - 1]?.lower;
    if ((lower === 'alone' && before === 'let') || (lower === 'less' && (before === 'much' || before === 'still')))
      return true;
    if (tokens[index]?.pos === 'PUNCT' || tokens[index]?.pos === 'VERB') return false;
  }
  return false;
}

/** Is the claim the object of a negated verb ("did not send 12,000 troops")? */
function deniedByNegation(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  if (group.last > from || from - group.last > 3) return false;
  for (let index = group.last; index < from; index++) {
    const pos = tokens[index]?.pos;
    if (pos !== 'DET' && pos !== 'ADJ' && (pos !== 'ADV' || openers.has(tokens[index]?.lower ?? ''))) return false;
  }
  let verb = false;
  let negated = false;
  for (let index = group.first; index < group.last; index++) {
    // "does not have 1,000 beds"
    const has = index === group.last - 1 && index > group.first && tokens[index]?.lower === 'have';
    if (tokens[index]?.pos === 'VERB' || has) verb = true;
    if (tokens[index]?.lower === 'not' || tokens[index]?.lower === "n't" || tokens[index]?.lower === 'never')
      negated = true;
  }
  return verb && negated;
}

/** Does a that-clause, a question or a quotation open the content before the claim? */
function holdsClause(document: Document, content: Span, claim: Span): boolean {
  const { tokens } = document;
  const first = Math.max(0, tokenAt(document, content.start) - 1);
  for (let index = first; index < Math.min(tokens.length, first + 60); index++) {
    const token = tokens[index];
    if (!token || token.start >= claim.start) break;
    if (token.lower === 'that' || token.lower === 'whether' || token.lower === 'if' || token.lower === '"') return true;
  }
  return false;
}

/** The certainty that a cue gives its content. */
function cueCertainty(document: Document, { cue, content }: Attribution, claim: Span): Certainty | null {
  const { tokens } = document;
  const first = tokenAt(document, cue.start);
  const clause = holdsClause(document, content, claim);
  let negated = false;
  let found: Certainty | null = null;
  for (let index = Math.max(0, first - 3); index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.start >= cue.end) break;
    if (negations.has(token.lower) && (index >= first || token.pos === 'PART' || token.lower === "n't")) negated = true;
    if (index < first) continue;
    const stem = stemOf(token.lower);
    found =
      (token.pos === 'NOUN' ? nouns.get(stem) : undefined) ??
      verbs.get(stem) ??
      (clause ? clausalVerbs.get(stem) : undefined) ??
      nouns.get(stem) ??
      adverbs.get(token.lower) ??
      found;
    if (negated && verification.verbs.has(stem)) return 'unknown';
  }
  if (negated && found === 'denied') return 'certain';
  return found;
}

/**
 * @param claim offsets of the claim, UTF-16 code units into `document.text`
 * @param attribution the statement that the claim belongs to (`claimAttribution`), null when the writer asserts it
 * @param attributions all statements of the text: a nested one ("told reporters that Kyiv expected 15,000") is nearer than its outer one
 * @returns certain | probable | possible | denied | unknown
 */
export function claimCertainty(
  document: Document,
  claim: Span,
  attribution: Attribution | null,
  attributions: readonly Attribution[] = [],
): Certainty {
  const { tokens } = document;
  const position = sentenceAt(document, claim.start);
  const sentence = document.sentences[position];
  if (!sentence) return 'certain';
  const from = tokenAt(document, claim.start);
  const to = Math.max(from + 1, tokenAt(document, claim.end - 1) + 1);
  if (tokens[from - 1]?.lower === 'not' && from > sentence.first) return 'denied';
  if (isFarFromTrue(tokens, sentence, from)) return 'denied';
  const hedged = phraseHedge(tokens, sentence, from, to);
  if (hedged) return hedged;
  const valued = valueHedge(tokens, sentence, from);
  if (valued) return valued;

  const groups = verbGroups(document, sentence, from);
  const chain = governors(document, groups, from, to);
  const [own] = chain;
  if (own && deniedByNegation(tokens, own, from)) return 'denied';
  for (const group of chain) {
    const found = groupCertainty(tokens, group, group !== own);
    if (found) return found;
  }
  if (own?.finite && unverifiedSubject(tokens, sentence, own)) return 'unknown';

  const around = statementsAround(attributions, claim)
    .filter(
      ({ content, cue }) =>
        content.start <= claim.start && claim.end <= content.end && (cue.end <= claim.start || claim.end <= cue.start),
    )
    .sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start));
  if (attribution && !around.includes(attribution)) around.push(attribution);
  for (const statement of around) {
    const found = cueCertainty(document, statement, claim);
    if (found) return found;
  }
  const verdict = sentenceVerdict(tokens, sentence, to);
  if (verdict) return verdict;
  for (let ahead = 1; ahead <= 2; ahead++) {
    const next = document.sentences[position + ahead];
    if (next && withdraws(document, next) >= ahead) return 'unknown';
  }
  return 'certain';
}
