/** What the part-of-speech tagger sees. */
import { formOf } from '../lexical';
import { add, type FeatureSet, type TagContext, wordAt } from '../tagger/features';
import { mix } from '../tagger/hash';
import { addTemplates, positionsOf, templates } from '../tagger/templates';

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
    const values = pairValues;
    values[pair.word] = word.lower;
    values[pair.shape] = word.shape;
    values[pair.ending2] = word.suffix2;
    values[pair.ending3] = word.suffix3;
    values[pair.left] = left.lower;
    values[pair.shapeLeft] = left.shape;
    values[pair.endingLeft] = left.suffix3;
    values[pair.right] = right.lower;
    values[pair.endingRight] = right.suffix3;
    values[pair.shapes] = mix(word.shape, right.shape);
    addTemplates(pairTemplates, values, list);
  },
};

/** A word with what stands beside it. */
const pair = positionsOf(
  'word',
  'shape',
  'ending2',
  'ending3',
  'left',
  'shapeLeft',
  'endingLeft',
  'right',
  'endingRight',
  'shapes',
);
const pairTemplates = templates(pair, {
  20: 'left word',
  21: 'word right',
  22: 'left right',
  23: 'ending3 endingRight',
  24: 'endingLeft ending3',
  25: 'shapeLeft shapes',
  26: 'left ending2',
});
const pairValues = new Int32Array(16);
