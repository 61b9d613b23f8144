/** Which statement a claim belongs to. */
import type { Attribution, Span } from '../../annotation';
import type { Document } from '../../language/document';

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
  let best: Attribution | null = null;
  for (const candidate of attributions) {
    const { content, cue, source } = candidate;
    if (!contains(content, claim) || overlaps(cue, claim)) continue;
    if (source && overlaps(source, claim)) continue;
    if (toldBetweenQuotes(document, claim, candidate)) continue;
    if (!best || length(content) > length(best.content)) best = candidate;
  }
  return best?.id ?? null;
}

const length = ({ start, end }: Span): number => end - start;
