/** What the part-of-speech tagger sees. */
import { formOf } from '../lexical';
import { add, type FeatureSet, type TagContext, wordAt } from '../tagger/features';
import { mix } from '../tagger/hash';

export const posFeatures: FeatureSet<TagContext> = {
  window: [-2, -1, 0, 1, 2],
  word(word, offset, list) {
    const form = formOf(word);
    add(list, 1, form.lower);
    if (offset === 0) {
      add(list, 2, form.shape);
      add(list, 3, form.longShape);
      add(list, 4, form.suffix1);
      add(list, 5, form.suffix2);
      add(list, 6, form.suffix3);
      add(list, 7, form.suffix4);
      add(list, 8, form.prefix2);
      add(list, 9, form.prefix3);
      add(list, 10, form.prefix4);
    } else if (offset === -1 || offset === 1) {
      add(list, 2, form.shape);
      add(list, 5, form.suffix2);
      add(list, 6, form.suffix3);
    }
  },
  token(context, index, first, last, list) {
    const word = formOf(wordAt(context.document, index, first, last));
    const left = formOf(wordAt(context.document, index - 1, first, last));
    const right = formOf(wordAt(context.document, index + 1, first, last));
    add(list, 20, mix(left.lower, word.lower));
    add(list, 21, mix(word.lower, right.lower));
    add(list, 22, mix(left.lower, right.lower));
    add(list, 23, mix(word.suffix3, right.suffix3));
    add(list, 24, mix(left.suffix3, word.suffix3));
    add(list, 25, mix(left.shape, mix(word.shape, right.shape)));
    add(list, 26, mix(left.lower, word.suffix2));
  },
};
