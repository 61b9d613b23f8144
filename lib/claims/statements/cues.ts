/** Which tokens are cues. */
import { POS, type View } from './view';

/** Only these can be a cue's head; all else is skipped unread. */
const open = new Uint8Array(32);
for (const pos of [
  POS.VERB,
  POS.NOUN,
  POS.ADJ,
  POS.ADP,
  POS.SCONJ,
  POS.ADV,
  POS.AUX,
  POS.PART,
  POS.PROPN,
  POS.X,
  POS.SYM,
  POS.INTJ,
  POS.DET,
])
  open[pos] = 1;

export function mayBeCue(view: View, index: number): boolean {
  if (open[view.pos[index] ?? 0]) return true;
  const lower = view.tokens[index]?.lower;
  return lower === ':' || lower === '—' || lower === '-';
}
