/** Parts of speech: fills `Token.pos` with universal tags. */
import type { Document, Pos } from '../document';
import type { TagContext } from '../tagger/features';
import type { Model } from '../tagger/model';
import { createTagger, type Tagger, tagInto } from '../tagger/tagger';
import { posFeatures } from './features';

export const createPosTagger = (model: Model): Tagger<TagContext> => createTagger(model, posFeatures);

let labels = new Uint8Array(0);

/** Tags every token. What its form alone decides (numbers, punctuation) is not left to the tagger. */
export function tagParts(document: Document, tagger: Tagger<TagContext>): void {
  const { tokens, sentences } = document;
  const names = tagger.model.labels as readonly Pos[];
  const context: TagContext = { document };
  for (const { first, last } of sentences) {
    if (labels.length < last - first) labels = new Uint8Array((last - first) * 2);
    tagInto(tagger, context, first, last, labels, 0);
    for (let index = first; index < last; index++) {
      const token = tokens[index];
      if (!token) continue;
      const { kind } = token;
      if (kind === 'word') {
        const tag = names[labels[index - first] ?? 0] ?? 'X';
        token.pos = tag === 'PUNCT' || tag === 'SYM' ? 'NOUN' : tag;
      } else if (kind === 'number' || kind === 'time') token.pos = 'NUM';
      else if (kind === 'ordinal') token.pos = 'ADJ';
      else if (kind === 'link') token.pos = 'X';
      else if (kind === 'symbol' || token.lower === '%') token.pos = 'SYM';
      else
        token.pos =
          token.lower === '&'
            ? 'CCONJ'
            : token.lower === "'" && names[labels[index - first] ?? 0] === 'PART'
              ? 'PART'
              : 'PUNCT';
    }
  }
}
