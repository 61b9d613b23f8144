/** Marks of a text that the page has changed. */
import type { Annotation } from '../../lib/annotation';
import { type Mark, marksOf, type Passage } from '../../lib/highlight/marks';
import { anchor, quoteOf } from '../../lib/highlight/quote';

/** Milliseconds given to finding a mark's words in the changed text. */
const anchorTime = 20;

interface Read {
  article: { text: string };
  annotation: Annotation;
  passages: readonly Passage[];
}

/** @returns the mark where its words stand now; null where they are gone, or say another number */
export function movedMark({ start, end }: Mark, before: Read, now: Read): Mark | null {
  const until = performance.now() + anchorTime;
  const found = anchor(now.article.text, quoteOf(before.article.text, start, end), () => performance.now() > until);
  if (found.status !== 'found') return null;
  const marks = marksOf(now.annotation, 'everything', undefined, now.passages);
  return marks.find((mark) => mark.start === found.start && mark.end === found.end) ?? null;
}
