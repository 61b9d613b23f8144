/** What the name tagger sees. Every feature here earned its place on data that the training did not see (docs/model-card.md). */
import { factsOf, type Gazetteer } from '../language/gazetteer';
import { formOf } from '../language/lexical';
import { add, type FeatureList, type FeatureSet, wordAt } from '../language/tagger/features';
import { mix } from '../language/tagger/hash';
import { addTemplates, positionsOf, templates } from '../language/tagger/templates';
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
        add(list, 17, facts.apt);
        add(list, 18, mix(facts.apt, form.shape));
        add(list, 19, mix(facts.apt, facts.flags));
      } else if (offset === -1 || offset === 1) {
        add(list, 2, form.shape);
        add(list, 5, form.suffix3);
        add(list, 10, facts.fine);
        add(list, 11, facts.middle);
        add(list, 12, facts.coarse);
        add(list, 13, facts.flags);
        add(list, 14, mix(facts.coarse, form.shape));
        add(list, 17, mix(facts.apt, form.shape));
      } else {
        add(list, 17, mix(facts.apt, form.shape));
        add(list, 2, form.shape);
        add(list, 11, facts.middle);
        add(list, 12, facts.coarse);
      }
    },
    token(context, index, first, last, list) {
      const { document, occurrences, listed } = context;
      const word = wordAt(document, index, first, last);
      const left = wordAt(document, index - 1, first, last);
      const right = wordAt(document, index + 1, first, last);
      const form = formOf(word);
      const formLeft = formOf(left);
      const formRight = formOf(right);
      const facts = factsOf(gazetteer, word);
      const factsLeft = factsOf(gazetteer, left);
      const factsRight = factsOf(gazetteer, right);
      const values = placeValues;
      values[place.word] = form.lower;
      values[place.shape] = form.shape;
      values[place.kind] = facts.middle;
      values[place.apt] = facts.apt;
      values[place.left] = formLeft.lower;
      values[place.left2] = formOf(wordAt(document, index - 2, first, last)).lower;
      values[place.shapeLeft] = formLeft.shape;
      values[place.kindLeft] = factsLeft.middle;
      values[place.wideLeft] = factsLeft.coarse;
      values[place.aptLeft] = factsLeft.apt;
      values[place.right] = formRight.lower;
      values[place.right2] = formOf(wordAt(document, index + 2, first, last)).lower;
      values[place.shapeRight] = formRight.shape;
      values[place.kindRight] = factsRight.middle;
      values[place.wideRight] = factsRight.coarse;
      values[place.aptRight] = factsRight.apt;
      addTemplates(placeTemplates, values, list);
      const token = document.tokens[index];
      if (!token) return;
      const listedHere = listed[index] ?? 0;
      const listedRight = index + 1 < last ? (listed[index + 1] ?? 0) : 0;
      const bits = occurrences.get(word.lower) ?? 0;
      const inText = textValues;
      inText[text.shape] = form.shape;
      inText[text.spaced] = token.spaceBefore ? 1 : 0;
      inText[text.listed] = listedHere;
      inText[text.listedLeft] = index > first ? (listed[index - 1] ?? 0) : 0;
      inText[text.listedRight] = listedRight;
      inText[text.elsewhere] = bits & 1023;
      addTemplates(textTemplates, inText, list);
      if (form.capital) addCapital(context, index, first, last, list, listedHere, listedRight, bits);
    },
  };

  /** What only a capitalised word is asked: how it occurs elsewhere, and the run of capitalised words it stands in. */
  function addCapital(
    context: NameContext,
    index: number,
    first: number,
    last: number,
    list: FeatureList,
    listedHere: number,
    listedRight: number,
    bits: number,
  ): void {
    const { document, occurrences, runs, guideline } = context;
    const left = wordAt(document, index - 1, first, last);
    const right = wordAt(document, index + 1, first, last);
    const facts = factsOf(gazetteer, wordAt(document, index, first, last));
    for (let bit = 1; bit <= 1024; bit <<= 1) if (bits & bit) add(list, 47, bit);
    const runFirst = Math.max(first, runs.first[index] ?? index);
    const runLast = Math.min(last - 1, runs.last[index] ?? index);
    const wideFirst = Math.max(first, runs.wideFirst[index] ?? index);
    const wideLast = Math.min(last - 1, runs.wideLast[index] ?? index);
    const head = wordAt(document, runLast, first, last);
    const headFacts = factsOf(gazetteer, head);
    const opening = wordAt(document, runFirst, first, last);
    const wideHead = wordAt(document, wideLast, first, last);
    const wideOpening = wordAt(document, wideFirst, first, last);
    const values = runValues;
    values[run.leftElsewhere] = formOf(left).capital ? (occurrences.get(left.lower) ?? 0) & 0x1ff : 0;
    values[run.rightElsewhere] = formOf(right).capital ? (occurrences.get(right.lower) ?? 0) & 0x1ff : 0;
    values[run.place] = Math.min(3, index - runFirst) * 4 + Math.min(3, runLast - index);
    values[run.head] = formOf(head).lower;
    values[run.headKind] = headFacts.middle;
    values[run.headWide] = headFacts.coarse;
    values[run.headApt] = headFacts.apt;
    values[run.apt] = facts.apt;
    values[run.opening] = formOf(opening).lower;
    values[run.openingWide] = factsOf(gazetteer, opening).coarse;
    values[run.openingApt] = factsOf(gazetteer, opening).apt;
    values[run.before] = formOf(wordAt(document, runFirst - 1, first, last)).lower;
    values[run.after] = formOf(wordAt(document, runLast + 1, first, last)).lower;
    values[run.guideline] = guideline;
    values[run.listed] = listedHere;
    values[run.listedRight] = listedRight;
    values[run.apts] = mix(facts.apt, headFacts.apt);
    values[run.aptsLeft] = mix(factsOf(gazetteer, left).apt, facts.apt);
    values[run.aptsRight] = mix(facts.apt, factsOf(gazetteer, right).apt);
    values[run.wideAfterKind] = factsOf(gazetteer, wordAt(document, wideLast + 1, first, last)).middle;
    values[run.wideBeforeKind] = factsOf(gazetteer, wordAt(document, wideFirst - 1, first, last)).middle;
    addTemplates(runTemplates, values, list);
    if (wideFirst !== runFirst || wideLast !== runLast) {
      values[run.wideHead] = formOf(wideHead).lower;
      values[run.wideOpening] = formOf(wideOpening).lower;
      values[run.wideOpeningKind] = factsOf(gazetteer, wideOpening).middle;
      addTemplates(wideRunTemplates, values, list);
    }
    // The run before and the run after, and what joins them: enumerations are of one kind.
    const before = wideFirst - 2 >= first ? (runs.last[wideFirst - 2] ?? -1) : -1;
    if (before >= 0) {
      const other = factsOf(gazetteer, wordAt(document, before, first, last));
      values[run.joint] = formOf(wordAt(document, wideFirst - 1, first, last)).lower;
      values[run.otherWide] = other.coarse;
      values[run.otherFlags] = other.flags;
      values[run.otherApt] = other.apt;
      addTemplates(runBeforeTemplates, values, list);
    }
    const after = wideLast + 2 < last ? (runs.last[wideLast + 2] ?? -1) : -1;
    if (after >= 0) {
      const other = factsOf(gazetteer, wordAt(document, after, first, last));
      values[run.joint] = formOf(wordAt(document, wideLast + 1, first, last)).lower;
      values[run.otherWide] = other.coarse;
      values[run.otherFlags] = other.flags;
      values[run.otherApt] = other.apt;
      addTemplates(runAfterTemplates, values, list);
    }
  }
}

/** A word and what stands beside it. */
const place = positionsOf(
  'word',
  'shape',
  'kind',
  'apt',
  'left',
  'left2',
  'shapeLeft',
  'kindLeft',
  'wideLeft',
  'aptLeft',
  'right',
  'right2',
  'shapeRight',
  'kindRight',
  'wideRight',
  'aptRight',
);
const placeTemplates = templates(place, {
  20: 'aptLeft apt',
  21: 'apt aptRight',
  22: 'aptLeft apt aptRight',
  30: 'left word',
  31: 'word right',
  32: 'shapeLeft shape shapeRight',
  33: 'kindLeft kind',
  34: 'kind kindRight',
  35: 'left shape',
  36: 'shape right',
  37: 'wideLeft shape wideRight',
  38: 'left shape right',
  39: 'shape right right2',
  40: 'shape left left2',
});
const placeValues = new Int32Array(16);

/** How a word stands in lists and elsewhere in the text. */
const text = positionsOf('shape', 'spaced', 'listed', 'listedLeft', 'listedRight', 'elsewhere');
const textTemplates = templates(text, {
  41: 'shape spaced',
  43: 'listed',
  44: 'listedLeft shape',
  45: 'listedRight shape',
  46: 'shape elsewhere',
});
const textValues = new Int32Array(8);

/** The run of capitalised words around a word; a wide run goes on over "of" and the like. */
const run = positionsOf(
  'leftElsewhere',
  'rightElsewhere',
  'place',
  'head',
  'headKind',
  'headWide',
  'headApt',
  'apt',
  'opening',
  'openingWide',
  'openingApt',
  'before',
  'after',
  'guideline',
  'listed',
  'listedRight',
  'apts',
  'aptsLeft',
  'aptsRight',
  'wideAfterKind',
  'wideBeforeKind',
  'wideHead',
  'wideOpening',
  'wideOpeningKind',
  'joint',
  'otherWide',
  'otherFlags',
  'otherApt',
);
const runTemplates = templates(run, {
  23: 'headApt place',
  24: 'headApt apt',
  25: 'openingApt apt',
  48: 'leftElsewhere',
  49: 'rightElsewhere',
  50: 'place',
  51: 'head',
  52: 'opening',
  53: 'headKind place',
  54: 'openingWide headWide',
  55: 'before place',
  56: 'after place',
  57: 'before after',
  61: 'wideAfterKind place',
  62: 'wideBeforeKind place',
  70: 'guideline place',
  71: 'guideline listed listedRight',
  72: 'guideline head',
  73: 'guideline apts',
  74: 'guideline aptsLeft',
  75: 'guideline aptsRight',
});
const wideRunTemplates = templates(run, { 58: 'wideHead', 59: 'wideOpening', 60: 'wideOpeningKind place' });
const runBeforeTemplates = templates(run, { 83: 'joint otherWide otherFlags', 84: 'joint otherApt apt' });
const runAfterTemplates = templates(run, { 85: 'joint otherWide otherFlags', 86: 'joint otherApt apt' });
const runValues = new Int32Array(32);
