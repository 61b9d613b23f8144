/**
 * Labels and which may follow which. Spans are coded in BILOU (Ratinov and Roth 2009): "B-person I-person L-person" for spans of
 * three tokens, "U-person" for one, "O" outside. Other labels (parts of speech) may follow one another freely.
 */

export function bilouLabels(kinds: readonly string[]): string[] {
  return ['O', ...kinds.flatMap((kind) => [`B-${kind}`, `I-${kind}`, `L-${kind}`, `U-${kind}`])];
}

const opens = (label: string): boolean => label.startsWith('B-') || label.startsWith('I-');
const continues = (label: string): boolean => label.startsWith('I-') || label.startsWith('L-');

/** May `next` follow `label`? Null stands for the edge of a sentence, on either side. */
export function mayFollow(label: string | null, next: string | null): boolean {
  const open = label !== null && opens(label);
  const inside = next !== null && continues(next);
  if (open !== inside) return false;
  return !open || label.slice(2) === next?.slice(2);
}

export interface LabelledSpan {
  /** Token indexes, `last` exclusive. */
  first: number;
  last: number;
  kind: string;
}

/** Writes spans as BILOU into `labels` (indexes into `names`) from token `offset` on. Later spans lose against earlier ones they overlap. */
export function encodeSpans(
  spans: readonly LabelledSpan[],
  names: readonly string[],
  labels: Uint8Array,
  offset = 0,
): void {
  const index = new Map(names.map((name, at) => [name, at]));
  for (const { first, last, kind } of spans) {
    const from = first - offset;
    const to = last - offset;
    if (from < 0 || to > labels.length || to <= from) continue;
    if (labels.subarray(from, to).some((label) => label !== 0)) continue;
    for (let at = from; at < to; at++) {
      const part = to - from === 1 ? 'U' : at === from ? 'B' : at === to - 1 ? 'L' : 'I';
      labels[at] = index.get(`${part}-${kind}`) ?? 0;
    }
  }
}

/** Reads BILOU labels of the tokens from `offset` on back into spans. */
export function decodeSpans(labels: Uint8Array, names: readonly string[], offset = 0): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let first = 0;
  for (let at = 0; at < labels.length; at++) {
    const name = names[labels[at] ?? 0] ?? 'O';
    if (name.startsWith('B-') || name.startsWith('U-')) first = at;
    if (name.startsWith('L-') || name.startsWith('U-'))
      spans.push({ first: offset + first, last: offset + at + 1, kind: name.slice(2) });
  }
  return spans;
}
