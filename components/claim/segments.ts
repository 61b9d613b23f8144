/** Cuts a saved text into paragraphs and these into stretches that are marked alike. */
import type { Annotation, Claim, Mention, Span } from '../../lib/annotation';
import { wholeNames } from '../../lib/highlight/whole-names';

export interface Segment {
  start: number;
  text: string;
  claim: Claim | null;
  mention: (Mention & { actor: string }) | null;
  /** Part of the source of the chosen claim, or of what that source said. */
  statement: 'source' | 'cue' | 'content' | null;
  /** The person's note on it; empty for a mark without words, null for none. */
  note: string | null;
}

/** A passage that the person noted something on. */
export interface OwnMark extends Span {
  note: string;
}

export interface Paragraph {
  start: number;
  segments: Segment[];
}

/**
 * @param chosen id of the claim whose statement is to be shown; null for none
 * @returns paragraphs in order, without the blank lines between them; joined, the segments are the paragraph's text
 */
export function paragraphsOf(
  text: string,
  annotation: Annotation,
  chosen: string | null,
  notes: readonly OwnMark[] = [],
): Paragraph[] {
  const { actors, claims, attributions } = wholeNames(text, annotation);
  const mentions = actors.flatMap((actor) => actor.mentions.map((mention) => ({ ...mention, actor: actor.id })));
  const statement = attributions.find(({ id }) => id === claims.find((claim) => claim.id === chosen)?.attribution);
  const parts = statement
    ? [
        { ...statement.content, part: 'content' as const },
        { ...statement.cue, part: 'cue' as const },
        ...(statement.source
          ? [{ start: statement.source.start, end: statement.source.end, part: 'source' as const }]
          : []),
      ]
    : [];

  const cuts = new Set<number>();
  for (const { start, end } of [...mentions, ...claims, ...parts, ...notes]) cuts.add(start).add(end);
  const bounds = [...cuts].sort((a, b) => a - b);
  const claimAt = lookupBy(claims);
  const mentionAt = lookupBy(mentions);
  const noteAt = lookupBy(notes);

  const paragraphs: Paragraph[] = [];
  let bound = 0;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((bounds[bound] ?? Number.POSITIVE_INFINITY) <= start) bound++;
    const segments: Segment[] = [];
    let from = start;
    while (from < end) {
      const to = Math.min(bounds[bound] ?? end, end);
      // The narrowest part wins: the source inside its own sentence.
      const part = parts.findLast((one) => one.start <= from && from < one.end)?.part ?? null;
      segments.push({
        start: from,
        text: text.slice(from, to),
        claim: claimAt(from),
        mention: mentionAt(from),
        statement: part,
        note: noteAt(from)?.note ?? null,
      });
      if (to === bounds[bound]) bound++;
      from = to;
    }
    if (match[0].trim()) paragraphs.push({ start, segments });
  }
  return paragraphs;
}

/** Finds the span at an offset, for offsets that are asked in rising order: linear over all. Of spans that overlap, the earlier one. */
function lookupBy<T extends { start: number; end: number }>(spans: readonly T[]): (offset: number) => T | null {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  return (offset) => {
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= offset) next++;
    const span = sorted[next];
    return span && span.start <= offset ? span : null;
  };
}
