/** The statements near a place in a text, without looking at all of them: claims and statements of a long text are many. */
import type { Attribution, Span } from '../../annotation';

/** UTF-16 code units in a block. */
const block = 2048;
/** A statement reaches so far beyond its content: what follows a colon goes on with it. */
export const reach = 400;

const indexes = new WeakMap<readonly Attribution[], Map<number, Attribution[]>>();

function indexOf(attributions: readonly Attribution[]): Map<number, Attribution[]> {
  const known = indexes.get(attributions);
  if (known) return known;
  const blocks = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const { cue, content, source } = attribution;
    const end = Math.max(cue.end, content.end, source?.end ?? 0) + reach;
    for (let at = Math.floor(Math.min(cue.start, content.start) / block); at <= Math.floor(end / block); at++) {
      const there = blocks.get(at);
      if (there) there.push(attribution);
      else blocks.set(at, [attribution]);
    }
  }
  indexes.set(attributions, blocks);
  return blocks;
}

/**
 * @param attributions all statements of a text; the array must not be changed afterwards
 * @returns those among which the ones are whose content holds the start of `place`, in their order
 */
export const statementsAround = (attributions: readonly Attribution[], place: Span): readonly Attribution[] =>
  indexOf(attributions).get(Math.floor(place.start / block)) ?? [];
