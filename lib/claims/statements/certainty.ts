/** How sure a claim is, as the text presents it, on FactBank's scale (Sauri and Pustejovsky 2009). The nearest scope wins. */
import type { Attribution, Certainty, Span } from '../../annotation';
import type { Document, Sentence, Token } from '../../language/document';
import { statementsAround } from './around';
import lexicon from './lexicon/certainty.json';
import { stemOf } from './stem';
import { governors, type VerbGroup, verbGroups } from './verb-groups';

const table = (classes: Record<string, string[]>, key: (word: string) => string): ReadonlyMap<string, Certainty> =>
  new Map(
    Object.entries(classes).flatMap(([certainty, words]) =>
      words.map((word) => [key(word), certainty as Certainty] as const),
    ),
  );
const same = (word: string): string => word;
const verbs = table(lexicon.verbs, stemOf);
const clausalVerbs = table(lexicon.verbs_before_clauses, stemOf);
const nouns = table(lexicon.nouns, stemOf);
const modals = table(lexicon.modals, same);
const adverbs = table(lexicon.adverbs, same);
const adjectives = table(lexicon.adjectives, same);
const verification = {
  verbs: new Set(lexicon.verification.verbs.map(stemOf)),
  nouns: new Set(lexicon.verification.negative_nouns),
  adjectives: new Set(lexicon.verification.negative_adjectives),
  about: new Set(lexicon.verification.about.map(stemOf)),
  several: new Set(lexicon.verification.several),
};
const falsity = new Set(lexicon.falsity);
/** Adverbs that open a clause. */
const openers = new Set(['where', 'when', 'how', 'why']);
const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'cannot', 'without', 'nobody', 'none']);

/** Index of the first token that ends after `offset`. */
function tokenAt({ tokens }: Document, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the sentence that holds `offset`, -1 when there is none. */
function sentenceAt({ sentences }: Document, offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low < sentences.length ? low : -1;
}

/** A hedge in the claim's own phrase: "an estimated $20 billion", "one of them of a suspected heart attack". */
function phraseHedge(tokens: readonly Token[], sentence: Sentence, from: number, to: number): Certainty | null {
  const hedge = (index: number): Certainty | undefined => {
    const token = tokens[index];
    if (!token || token.pos === 'AUX') return undefined;
    return adjectives.get(token.lower) ?? adverbs.get(token.lower);
  };
  for (let index = from; index < to; index++) {
    const found = hedge(index);
    if (found) return found;
  }
  // Before the claim only words that belong to its noun phrase or modify it may stand between.
  for (let index = from - 1; index >= Math.max(sentence.first, from - 3); index--) {
    const token = tokens[index];
    if (!token) break;
    // "is expected to", "were feared dead" is a verb's affair.
    const found = tokens[index - 1]?.pos === 'AUX' && token.pos === 'VERB' ? undefined : hedge(index);
    if (found) return found;
    if (token.pos !== 'DET' && token.pos !== 'ADJ' && token.pos !== 'ADV' && token.pos !== 'NUM') break;
  }
  for (let index = to; index < Math.min(sentence.last, to + 6); index++) {
    const token = tokens[index];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT' || token.pos === 'CCONJ') {
      // A participle that stands as an adjective before a noun is tagged as a verb now and then.
      if (token?.pos === 'VERB' && adjectives.has(token.lower) && tokens[index + 1]?.pos === 'NOUN')
        return hedge(index) ?? null;
      break;
    }
    if (token.pos === 'ADJ' && tokens[index + 1]?.pos === 'NOUN') {
      const found = hedge(index);
      if (found) return found;
    }
  }
  return null;
}

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
    if (tokens[index]?.pos === 'VERB') verb = true;
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

/** "Neither number could be independently verified": 0 no such sentence, else how many sentences before it are meant. */
function withdraws(document: Document, sentence: Sentence): number {
  const { tokens } = document;
  let negated = false;
  let verified = false;
  let about = false;
  let several = false;
  const last = Math.min(sentence.last, sentence.first + 40);
  for (let index = sentence.first; index < last; index++) {
    const token = tokens[index];
    if (!token) break;
    const { lower } = token;
    if (negations.has(lower) || lower === 'impossible') negated = true;
    if (verification.adjectives.has(lower)) {
      negated = true;
      verified = true;
    }
    // "has neither confirmed nor denied" tells of who spoke, not of the number.
    const aloof = tokens[index - 1]?.lower === 'neither' && tokens[index + 1]?.lower === 'nor';
    if (verification.verbs.has(stemOf(lower)) && token.pos !== 'NOUN' && !aloof) verified = true;
    if (verification.nouns.has(lower)) verified = true;
    // "Accounts that ..." are accounts of something else.
    const next = tokens[index + 1]?.lower;
    const own = next === 'that' || next === 'of' || (lower === 'that' && tokens[index - 1]?.pos === 'NOUN');
    if (index < sentence.first + 8 && !own && verification.about.has(stemOf(lower))) about = true;
    if (index < sentence.first + 8 && verification.several.has(lower)) several = true;
  }
  if (!negated || !verified || !about) return 0;
  return several ? 2 : 1;
}

/** Is what the sentence says of the claim that it is false, or not confirmed? */
function sentenceVerdict(tokens: readonly Token[], sentence: Sentence, to: number): Certainty | null {
  for (let index = to; index < Math.min(sentence.last, to + 30); index++) {
    const token = tokens[index];
    if (!token) break;
    if (verification.adjectives.has(token.lower)) return 'unknown';
    if (falsity.has(token.lower) && tokens[index - 1]?.pos === 'AUX') return 'denied';
    if (token.lower === 'true' && negations.has(tokens[index - 1]?.lower ?? '')) return 'denied';
    const negated = negations.has(token.lower);
    if (!negated) continue;
    for (let ahead = index + 1; ahead < Math.min(sentence.last, index + 5); ahead++) {
      const verb = tokens[ahead];
      if (verb && verb.pos !== 'NOUN' && verification.verbs.has(stemOf(verb.lower))) return 'unknown';
    }
  }
  return null;
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
