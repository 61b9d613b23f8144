/** What is marked in an article's text. */
import type { ActorKind, Annotation } from '../annotation';
import type { Density } from '../settings';

export interface Mark {
  kind: 'claim' | 'minor' | 'actor' | 'passage';
  /** The claim's, the actor's or the passage's id. */
  id: string;
  start: number;
  end: number;
}

/** A passage that the person keeps, wherever the text has it now. UTF-16 offsets. */
export interface Passage {
  /** The id of the correction that keeps it. */
  id: string;
  start: number;
  end: number;
  /** What the person wrote on it; empty when nothing. */
  note: string;
}

/**
 * @param kinds of actors to mark; all when left out
 * @param passages kept by the person: marked whatever else is
 * @returns the marks in reading order; where two begin together the longer one first.
 */
export function marksOf(
  annotation: Annotation,
  density: Density,
  kinds?: readonly ActorKind[],
  passages: readonly Passage[] = [],
): Mark[] {
  const marks: Mark[] = passages.map(({ id, start, end }) => ({ kind: 'passage', id, start, end }));
  for (const { id, start, end, salience } of annotation.claims)
    if (salience === 'major') marks.push({ kind: 'claim', id, start, end });
    else if (density === 'everything') marks.push({ kind: 'minor', id, start, end });
  if (density !== 'claims')
    for (const { id, kind, mentions } of annotation.actors)
      if (kinds?.includes(kind) ?? true)
        for (const { start, end } of mentions) marks.push({ kind: 'actor', id, start, end });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What is said of a number comes before who acts, and both before the passage around them. */
const behind = { claim: 0, minor: 0, actor: 1, passage: 2 } as const;

/** The mark at a text offset: a claim before an actor before a kept passage, the shorter before the longer. Both ends count as inside. */
export function marksAt(marks: readonly Mark[], offset: number): Mark[] {
  return marks
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => behind[a.kind] - behind[b.kind] || a.end - a.start - (b.end - b.start));
}

/**
 * The next or previous mark in reading order, round the end.
 * @param from index of the current mark, or a text offset to start at when none is current.
 */
export function step(
  marks: readonly Mark[],
  direction: 'next' | 'previous',
  from: { index: number } | { offset: number },
): number {
  const count = marks.length;
  if (count === 0) return -1;
  if ('index' in from) return (from.index + (direction === 'next' ? 1 : count - 1)) % count;
  const next = marks.findIndex(({ start }) => start >= from.offset);
  if (direction === 'next') return Math.max(next, 0);
  return ((next < 0 ? count : next) + count - 1) % count;
}
