/** What the name tagger sees. Every feature here earned its place on data that the training did not see (docs/model-card.md). */
import { factsOf, type Gazetteer } from '../language/gazetteer';
import { formOf } from '../language/lexical';
import { add, type FeatureSet, wordAt } from '../language/tagger/features';
import { mix } from '../language/tagger/hash';
import type { NameContext } from './context';

export const nameKinds = ['person', 'organization', 'place', 'group'] as const;

export function nameFeatures(gazetteer: Gazetteer): FeatureSet<NameContext> {
  return {
    window: [-2, -1, 0, 1, 2],
    word(word, offset, list) {
      const form = formOf(word);
      const facts = factsOf(gazetteer, word);
      add(list, 1, form.lower);
      if (offset === 0) {
        add(list, 2, form.shape);
        add(list, 3, form.longShape);
        add(list, 4, form.suffix2);
        add(list, 5, form.suffix3);
        add(list, 6, form.suffix4);
        add(list, 7, form.prefix2);
        add(list, 8, form.prefix3);
        add(list, 9, form.prefix4);
        add(list, 10, facts.fine);
        add(list, 11, facts.middle);
        add(list, 12, facts.coarse);
        add(list, 13, facts.flags);
        add(list, 14, mix(facts.coarse, form.shape));
        add(list, 15, mix(facts.flags, form.shape));
        add(list, 16, mix(form.suffix3, form.shape));
      } else if (offset === -1 || offset === 1) {
        add(list, 2, form.shape);
        add(list, 5, form.suffix3);
        add(list, 10, facts.fine);
        add(list, 11, facts.middle);
        add(list, 12, facts.coarse);
        add(list, 13, facts.flags);
        add(list, 14, mix(facts.coarse, form.shape));
      } else {
        add(list, 2, form.shape);
        add(list, 11, facts.middle);
        add(list, 12, facts.coarse);
      }
    },
    token(context, index, first, last, list) {
      const { document, occurrences, listed } = context;
      const { tokens } = document;
      const word = wordAt(document, index, first, last);
      const left = wordAt(document, index - 1, first, last);
      const right = wordAt(document, index + 1, first, last);
      const form = formOf(word);
      const formLeft = formOf(left);
      const formRight = formOf(right);
      const facts = factsOf(gazetteer, word);
      const factsLeft = factsOf(gazetteer, left);
      const factsRight = factsOf(gazetteer, right);
      add(list, 30, mix(formLeft.lower, form.lower));
      add(list, 31, mix(form.lower, formRight.lower));
      add(list, 32, mix(mix(formLeft.shape, form.shape), formRight.shape));
      add(list, 33, mix(factsLeft.middle, facts.middle));
      add(list, 34, mix(facts.middle, factsRight.middle));
      add(list, 35, mix(formLeft.lower, form.shape));
      add(list, 36, mix(form.shape, formRight.lower));
      add(list, 37, mix(mix(factsLeft.coarse, form.shape), factsRight.coarse));
      add(list, 38, mix(mix(formLeft.lower, form.shape), formRight.lower));
      const formRight2 = formOf(wordAt(document, index + 2, first, last));
      const formLeft2 = formOf(wordAt(document, index - 2, first, last));
      add(list, 39, mix(mix(form.shape, formRight.lower), formRight2.lower));
      add(list, 40, mix(mix(form.shape, formLeft.lower), formLeft2.lower));
      const token = tokens[index];
      if (token) {
        add(list, 41, mix(form.shape, token.spaceBefore ? 1 : 0));
        if (index === first) add(list, 42, mix(form.shape, facts.coarse));
        add(list, 43, listed[index] ?? 0);
        add(list, 44, mix(index > first ? (listed[index - 1] ?? 0) : 0, form.shape));
        add(list, 45, mix(index + 1 < last ? (listed[index + 1] ?? 0) : 0, form.shape));
        const bits = occurrences.get(word.lower) ?? 0;
        add(list, 46, mix(form.shape, bits & 1023));
        if (form.capital) {
          for (let bit = 1; bit <= 1024; bit <<= 1) if (bits & bit) add(list, 47, bit);
          const bitsLeft = formLeft.capital ? (occurrences.get(left.lower) ?? 0) : 0;
          const bitsRight = formRight.capital ? (occurrences.get(right.lower) ?? 0) : 0;
          add(list, 48, bitsLeft & 0x1ff);
          add(list, 49, bitsRight & 0x1ff);
          const { runs } = context;
          const runFirst = Math.max(first, runs.first[index] ?? index);
          const runLast = Math.min(last - 1, runs.last[index] ?? index);
          const wideFirst = Math.max(first, runs.wideFirst[index] ?? index);
          const wideLast = Math.min(last - 1, runs.wideLast[index] ?? index);
          const head = wordAt(document, runLast, first, last);
          const opening = wordAt(document, runFirst, first, last);
          const place = Math.min(3, index - runFirst) * 4 + Math.min(3, runLast - index);
          const beforeRun = formOf(wordAt(document, runFirst - 1, first, last));
          const afterRun = formOf(wordAt(document, runLast + 1, first, last));
          const headFacts = factsOf(gazetteer, head);
          add(list, 50, place);
          add(list, 51, formOf(head).lower);
          add(list, 52, formOf(opening).lower);
          add(list, 53, mix(headFacts.middle, place));
          add(list, 54, mix(factsOf(gazetteer, opening).coarse, headFacts.coarse));
          add(list, 55, mix(beforeRun.lower, place));
          add(list, 56, mix(afterRun.lower, place));
          add(list, 57, mix(beforeRun.lower, afterRun.lower));
          const { guideline } = context;
          add(list, 70, mix(guideline, place));
          add(list, 71, mix(mix(guideline, listed[index] ?? 0), index + 1 < last ? (listed[index + 1] ?? 0) : 0));
          add(list, 72, mix(guideline, formOf(head).lower));
          add(list, 73, mix(guideline, mix(facts.coarse, headFacts.coarse)));
          const wideHead = wordAt(document, wideLast, first, last);
          const wideOpening = wordAt(document, wideFirst, first, last);
          if (wideFirst !== runFirst || wideLast !== runLast) {
            add(list, 58, formOf(wideHead).lower);
            add(list, 59, formOf(wideOpening).lower);
            add(list, 60, mix(factsOf(gazetteer, wideOpening).middle, place));
          }
          add(list, 61, mix(factsOf(gazetteer, wordAt(document, wideLast + 1, first, last)).middle, place));
          add(list, 62, mix(factsOf(gazetteer, wordAt(document, wideFirst - 1, first, last)).middle, place));
        }
      }
    },
  };
}
