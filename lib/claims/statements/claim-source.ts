/** Which statement a claim belongs to. */
import type { Attribution, Span } from '../../annotation';
import type { Document } from '../../language/document';
import { reach, statementsAround } from './around';
import certainty from './lexicon/certainty.json';
import lexicon from './lexicon/conventions.json';
import saying from './lexicon/saying.json';
import { stemOf } from './stem';

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const openers = new Set(['"', '\u201c', '\u201e', '\u00ab', "''"]);

/**
 * The content of a quotation in pieces ("A," said X, who is 34. "B.") runs from its first mark to its last: what stands between
 * the pieces is told by the writer.
 */
function toldBetweenQuotes(document: Document, claim: Span, { content, cue }: Attribution): boolean {
  if (!contains(content, cue)) return false;
  const { text } = document;
  if (!openers.has(text[content.start] ?? '') && !openers.has(text[content.start - 1] ?? '')) return false;
  let inside = true;
  for (let at = content.start + 1; at < claim.start; at++) {
    const character = text[at] ?? '';
    if (character === '\u201c' || character === '\u00ab') inside = true;
    else if (character === '\u201d' || character === '\u00bb') inside = false;
    else if (character === '"') inside = !inside;
  }
  return !inside;
}

const wishes = new Set(lexicon.wishes.map(stemOf));
const denials = new Set([...certainty.verbs.denied, ...certainty.verbs_before_clauses.denied].map(stemOf));

/** The stems of a cue's words. */
const stemsOf = (text: string, { start, end }: Span): string[] =>
  text
    .slice(start, Math.min(end, start + 200))
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .filter((word) => word.length > 1)
    .map(stemOf);

/** Somebody who seeks, agrees to or opposes a number does not say it. */
const isWish = (text: string, { cue }: Attribution): boolean => {
  const [first, ...rest] = stemsOf(text, cue).filter((stem) => !helpers.has(stem));
  return first !== undefined && wishes.has(first) && !rest.some((stem) => speech.has(stem));
};
const helpers = new Set(['have', 'be', 'will', 'would', 'also', 'to', 'not'].map(stemOf));
const speech = new Set(saying.saying.map(stemOf));

/** Irregular forms have the base itself for their stem ("pledged"), regular ones the stem of the base. */
const answering = new Set(lexicon.answering.flatMap((word) => [word, stemOf(word)]));

/** "put the toll at 35", "gave the number as 14", "raised its estimate to 40" */
const naming = new Set(['put', 'give'].map(stemOf).concat('give'));
const revisions = new Set(lexicon.revisions.flatMap((word) => [word, stemOf(word)]));
const estimate = new RegExp(`\\b(?:${lexicon.estimates.join('|')})s?\\b`, 'i');

/**
 * Words of saying, reckoning and planning answer for a number, and so does a quotation; "the study required 16,000 processors",
 * "officials implemented a scheme for 200 cars" do not, though the models count them among the statements.
 */
function isAnswering(text: string, claim: Span, { cue, content }: Attribution): boolean {
  const stems = stemsOf(text, cue);
  const between = text.slice(cue.end, Math.min(claim.start, cue.end + 120));
  return (
    stems.length === 0 ||
    stems.some((stem) => answering.has(stem)) ||
    (stems.some((stem) => naming.has(stem)) && /\b(?:as|at)\b/.test(between)) ||
    (stems.some((stem) => revisions.has(stem)) && estimate.test(between)) ||
    openers.has(text[content.start] ?? '') ||
    openers.has(text[content.start - 1] ?? '')
  );
}

/** "..., according to the federation: 70 in damage, 10 in lost income": what follows the colon goes on with the statement. */
function afterColon({ text }: Document, claim: Span, { source, cue, content }: Attribution): boolean {
  const last = Math.max(cue.end, source?.end ?? 0, content.end);
  if (claim.start <= last || claim.start - last > reach || text[last] !== ':') return false;
  for (let at = last; at < claim.start; at++) {
    const character = text[at];
    if (character === '\n' || ((character === '.' || character === '!' || character === '?') && text[at + 1] === ' '))
      return false;
  }
  return true;
}

const contrasts = new Set(lexicon.contrasts);

/** "The union says 12,000 left, while the firm puts the figure at 8,000": the second speaker stands beside the first, not in his words. */
function isContrasted({ text }: Document, outer: Attribution, inner: Attribution): boolean {
  const start = Math.min(inner.source?.start ?? inner.cue.start, inner.cue.start);
  if (inner.source === null || start <= outer.cue.end || start < outer.content.start) return false;
  const before = /, (\p{L}+) $/u.exec(text.slice(Math.max(0, start - 12), start));
  return before !== null && contrasts.has(before[1] ?? '');
}

/**
 * The statement that a claim belongs to: the outermost one whose content holds it ("A nested claim belongs to the outer
 * speaker"). A denial does not make the denier the source of what another said: "the ministry rejected Seoul's assertion that
 * 12,000 will fight" leaves the 12,000 with Seoul.
 *
 * @param claim offsets of the claim, UTF-16 code units into `document.text`
 * @param attributions as `findAttributions` returns them
 * @returns the attribution's id; null when the writer asserts the claim
 */
export function claimAttribution(document: Document, claim: Span, attributions: readonly Attribution[]): string | null {
  const { text } = document;
  let best: Attribution | null = null;
  let denied: Attribution | null = null;
  let continued: Attribution | null = null;
  for (const candidate of statementsAround(attributions, claim)) {
    const { content, cue, source } = candidate;
    if (afterColon(document, claim, candidate)) continued = candidate;
    if (!contains(content, claim) || overlaps(cue, claim)) continue;
    if (source && overlaps(source, claim)) continue;
    if (
      toldBetweenQuotes(document, claim, candidate) ||
      isWish(text, candidate) ||
      !isAnswering(text, claim, candidate)
    )
      continue;
    if (stemsOf(text, cue).some((stem) => denials.has(stem))) denied ??= candidate;
    else if (!best) best = candidate;
    else {
      const [outer, inner]: [Attribution, Attribution] =
        length(content) > length(best.content) ? [candidate, best] : [best, candidate];
      best = isContrasted(document, outer, inner) ? inner : outer;
    }
  }
  return (best ?? denied ?? continued)?.id ?? null;
}

const length = ({ start, end }: Span): number => end - start;
