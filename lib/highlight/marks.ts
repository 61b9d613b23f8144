/** What is marked in an article's text. */
import type { ActorKind, Annotation } from '../annotation';
import type { Density } from '../settings';

export interface Mark {
  kind: 'claim' | 'minor' | 'actor';
  /** The claim's or the actor's id. */
  id: string;
  start: number;
  end: number;
}

/**
 * @param kinds of actors to mark; all when left out
 * @returns the marks in reading order; where two begin together the longer one first.
 */
export function marksOf(annotation: Annotation, density: Density, kinds?: readonly ActorKind[]): Mark[] {
  const marks: Mark[] = [];
  for (const { id, start, end, salience } of annotation.claims)
    if (salience === 'major') marks.push({ kind: 'claim', id, start, end });
    else if (density === 'everything') marks.push({ kind: 'minor', id, start, end });
  if (density !== 'claims')
    for (const { id, kind, mentions } of annotation.actors)
      if (kinds?.includes(kind) ?? true)
        for (const { start, end } of mentions) marks.push({ kind: 'actor', id, start, end });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The mark at a text offset: a claim before an actor, the shorter before the longer. Both ends count as inside. */
export function marksAt(marks: readonly Mark[], offset: number): Mark[] {
  return marks
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => Number(a.kind === 'actor') - Number(b.kind === 'actor') || a.end - a.start - (b.end - b.start));
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
