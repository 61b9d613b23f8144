/** Passages the person keeps, as an article at hand has them. */
import type { Passage } from '../../highlight/marks';
import { placeOf } from './apply';
import type { CorrectedText } from './keys';
import { listCorrectionsOf } from './store';

/** In the order of the text; what the text has no more is left out, and stays in the list of notes. @throws LibraryError when the library cannot be read */
export async function passagesOf({ canonicalUrl, text }: CorrectedText): Promise<Passage[]> {
  const passages = (await listCorrectionsOf(canonicalUrl)).flatMap((one): Passage[] => {
    const place = one.kind === 'mark' && one.as === 'note' ? placeOf(text, one.selector) : null;
    return place && 'note' in one ? [{ id: one.id, start: place.start, end: place.end, note: one.note }] : [];
  });
  return passages.sort((a, b) => a.start - b.start);
}
