/** Names as a reader sees them: in one piece. */
import type { Actor, Annotation, Mention } from '../annotation';

/** The mention widened to the actor's whole name where that stands around it; itself where it does not. */
function widened(text: string, name: string, mention: Mention): Mention {
  const piece = text.slice(mention.start, mention.end);
  if (piece === '' || piece.length >= name.length) return mention;
  for (let at = name.indexOf(piece); at >= 0; at = name.indexOf(piece, at + 1)) {
    const start = mention.start - at;
    if (start >= 0 && text.startsWith(name, start)) return { ...mention, start, end: start + name.length };
  }
  return mention;
}

/**
 * The conventions of annotation give a name inside a name a mention of its own ("Bank of", "Japan"); a reader sees one name, the Bank of Japan.
 *
 * @param text the annotation's text
 * @returns the annotation with mentions that are pieces of their actor's name widened to the whole of it, without those of others inside; the same
 *   object where no name is in pieces
 */
export function wholeNames(text: string, annotation: Annotation): Annotation {
  const wide: Mention[] = [];
  const actors = annotation.actors.map((actor): Actor => {
    let changed = false;
    let last = -1;
    const mentions: Mention[] = [];
    for (const mention of actor.mentions) {
      const whole = widened(text, actor.name, mention);
      if (whole !== mention) {
        changed = true;
        wide.push(whole);
      }
      // Two pieces of one name are one mention of it.
      if (whole.start >= last) mentions.push(whole);
      last = Math.max(last, whole.end);
    }
    return changed ? { ...actor, mentions } : actor;
  });
  if (wide.length === 0) return annotation;
  wide.sort((a, b) => a.start - b.start);
  const inside = ({ start, end }: Mention): boolean => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const around = wide[low - 1];
    return around !== undefined && end <= around.end && end - start < around.end - around.start;
  };
  return {
    ...annotation,
    actors: actors.map((actor) => {
      const mentions = actor.mentions.filter((mention) => !inside(mention));
      // An actor that stands nowhere else keeps its place: it must be found in the text.
      return mentions.length === actor.mentions.length || mentions.length === 0 ? actor : { ...actor, mentions };
    }),
  };
}
