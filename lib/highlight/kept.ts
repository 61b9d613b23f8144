/** What has become of the marks of a saved report on the page as it is now. Plain Node: no DOM. */
import * as z from 'zod/mini';
import { type Annotation, type Claim, type Span, spanSchema } from '../annotation';
import { anchor, quoteOf } from './quote';

export const keptMarkSchema = z.object({
  /** The claim's words as they were saved. */
  was: z.string(),
  /**
   * found: word for word; moved: in other words; changed: with another number; missing: not on the page any more; unsearched: the text is
   * so long that time was up.
   */
  status: z.enum(['found', 'moved', 'changed', 'missing', 'unsearched']),
  /** Where it stands in the text now, as far as it does. */
  at: z.nullable(spanSchema),
  /** Its words now, where they are others. */
  now: z.nullable(z.string()),
});
export type KeptMark = z.infer<typeof keptMarkSchema>;

export interface SavedText {
  text: string;
  annotation: Pick<Annotation, 'claims'>;
}

export interface Kept {
  /** The saved report's major claims in the order of its text. */
  marks: KeptMark[];
  /** Claims that stand on the page as they were saved, and that the engine does not find there: they keep their marks. */
  returned: Claim[];
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** What of a claim is still true where its words stand now: its source and the rest of its sentence may have changed. */
function asReturned(claim: Claim, at: Span, saved: string, text: string, index: number): Claim {
  const shift = at.start - claim.start;
  const about = claim.about && { ...claim.about, start: claim.about.start + shift, end: claim.about.end + shift };
  const still =
    about &&
    claim.about &&
    about.start >= 0 &&
    text.slice(about.start, about.end) === saved.slice(claim.about.start, claim.about.end);
  return { ...claim, id: `kept${index}`, start: at.start, end: at.end, about: still ? about : null, attribution: null };
}

/**
 * @param saved the report's newest version. @param text and claims of the page now.
 * @param expired says when the time for the costly search is up.
 */
export function keptMarks(saved: SavedText, text: string, claims: readonly Claim[], expired: () => boolean): Kept {
  const marks: KeptMark[] = [];
  const returned: Claim[] = [];
  const major = saved.annotation.claims.filter(({ salience }) => salience === 'major');
  for (const [index, claim] of major.sort((a, b) => a.start - b.start).entries()) {
    const was = saved.text.slice(claim.start, claim.end);
    const found = anchor(text, quoteOf(saved.text, claim.start, claim.end), expired);
    const at = 'start' in found ? { start: found.start, end: found.end } : null;
    const now = at && found.status !== 'found' ? text.slice(at.start, at.end) : null;
    marks.push({ was, status: found.status, at, now });
    if (at && found.status === 'found' && !claims.some((other) => overlaps(other, at)))
      returned.push(asReturned(claim, at, saved.text, text, index));
  }
  return { marks, returned };
}
