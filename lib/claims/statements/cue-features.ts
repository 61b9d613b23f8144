/** Features by which a token is judged to be a cue ("said", "according", "claim", the colon after a speaker's name). */
import { hashText } from '../../language/tagger/hash';
import { mix } from './hash';
import { stemOf } from './stem';
import { CAPITAL, CAPITALS, DIGITS, EDGE, LOWER, POS, type View } from './view';

/** No cue has more features than this. */
export const maximumFeatures = 128;

const of = (text: string) => hashText(text) | 0;
const be = hashText(stemOf('be')) | 0;
const modals = new Set(
  ['will', 'would', 'can', 'could', 'may', 'might', 'should', 'must', "'ll", "'d", 'wo', 'ca'].map(of),
);
const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor'].map(of));
const comma = of(',');
const by = of('by');

/** A distance in steps that grow. */
export const step = (distance: number): number =>
  distance <= 5
    ? distance
    : distance <= 7
      ? 6
      : distance <= 10
        ? 7
        : distance <= 15
          ? 8
          : distance <= 25
            ? 9
            : distance <= 40
              ? 10
              : distance <= 70
                ? 11
                : 12;

const nominal = (pos: number): boolean => pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON || pos === POS.VERB;

/**
 * Writes the features of token `index` as a cue into `out`.
 * @returns how many were written; each is a 32-bit hash, unmasked
 */
export function cueFeatures(view: View, index: number, out: Int32Array): number {
  const { word, stem, pos, shape, quote, says, sentence, fine, middle, coarse } = view;
  const bounds = view.document.sentences[sentence[index] ?? 0];
  if (!bounds) return 0;
  const { first, last } = bounds;
  let count = 0;
  const add = (template: number, value: number) => {
    out[count++] = mix(value, template);
  };
  const wordAt = (at: number): number => (at < first ? 1 : at >= last ? 2 : (word[at] ?? 0));
  const tagAt = (at: number): number => (at < first || at >= last ? EDGE : (pos[at] ?? EDGE));
  const own = stem[index] ?? 0;
  const tag = pos[index] ?? 0;
  const state = quote[index] ?? 0;

  // The verb group to the left, and the nearest nominal before it: most often the subject's last word.
  let group = 0;
  let before = index - 1;
  for (; before >= first; before--) {
    const at = pos[before] ?? 0;
    if (at !== POS.AUX && at !== POS.ADV && at !== POS.PART) break;
    const hash = word[before] ?? 0;
    if (at === POS.AUX) group |= stem[before] === be ? 5 : 1;
    if (at === POS.PART) group |= 2;
    if (modals.has(hash)) group |= 8;
    if (negations.has(hash)) group |= 16;
  }
  let subject = before;
  while (subject >= first && before - subject < 12 && !nominal(pos[subject] ?? 0)) subject--;
  const hasSubject = subject >= first && before - subject < 12;
  const subjectClass = hasSubject ? (pos[subject] ?? 0) * 8 + (shape[subject] ?? 0) : 500;
  const afterComma = wordAt(before) === comma ? 1 : 0;
  let right = index + 1;
  while (right < last && pos[right] === POS.ADV) right++;
  let object = index + 1;
  while (object < last && object - index < 9 && !nominal(pos[object] ?? 0)) object++;
  const hasObject = object < last && object - index < 9;
  const objectClass = hasObject ? (pos[object] ?? 0) * 8 + (shape[object] ?? 0) : 500;

  let quoteLeft = 99;
  let quoteRight = 99;
  for (let at = index - 1; at >= first && index - at < 40; at--)
    if ((quote[at] ?? 0) >= 2) {
      quoteLeft = index - at;
      break;
    }
  for (let at = index + 1; at < last && at - index < 40; at++)
    if ((quote[at] ?? 0) >= 2) {
      quoteRight = at - index;
      break;
    }
  const sides = (quoteLeft < 40 ? 1 : 0) + (quoteRight < 40 ? 2 : 0);
  const paragraphStart =
    first === 0 || view.document.sentences[(sentence[index] ?? 0) - 1]?.paragraph !== bounds.paragraph ? 1 : 0;
  const previousCloses = first > 0 && quote[first - 1] === 3 ? 1 : 0;
  let sayingLeft = 0;
  let sayingRight = 0;
  for (let at = Math.max(first, index - 60); at < Math.min(last, index + 60); at++)
    if (says[at]) {
      if (at < index) sayingLeft = 1;
      else if (at > index) sayingRight = 1;
    }
  const saying = sayingLeft * 2 + sayingRight;
  let passive = 0;
  for (let at = index + 1; at < last && at < index + 8; at++) if (word[at] === by) passive = 1;

  // bias, the word itself
  add(1, 0);
  add(2, wordAt(index));
  add(3, own);
  add(4, tag);
  add(5, view.suffix[index] ?? 0);
  add(6, shape[index] ?? 0);
  add(7, mix(own, tag));
  // words like it
  const kind = middle[index] ?? 0;
  const wide = coarse[index] ?? 0;
  add(8, wide);
  add(9, kind);
  add(10, fine[index] ?? 0);
  add(81, mix(wordAt(index + 1), kind));
  add(82, mix(wordAt(index - 1), kind));
  add(83, mix(middle[index + 1] ?? 0, kind));
  add(84, mix(middle[index - 1] ?? 0, kind));
  add(85, mix(group, wide));
  add(86, hasSubject ? mix(coarse[subject] ?? 0, kind) : 3);
  add(87, hasSubject ? mix(middle[subject] ?? 0, tag) : 3);
  add(88, mix(wordAt(right), kind));
  add(89, hasObject ? mix(middle[object] ?? 0, kind) : 3);
  add(90, mix(state * 4 + sides, kind));
  add(91, mix(saying, kind));
  add(92, mix(view.reporting, wide));
  add(93, mix(mix(subjectClass, objectClass), wide));
  // its neighbours
  add(11, wordAt(index - 1));
  add(12, wordAt(index + 1));
  add(13, wordAt(index - 2));
  add(14, wordAt(index + 2));
  add(15, mix(tagAt(index - 1), tag));
  add(16, mix(tagAt(index + 1), tag));
  add(17, mix(mix(tagAt(index - 1), tag), tagAt(index + 1)));
  add(18, mix(mix(tagAt(index - 2), tagAt(index - 1)), tag));
  add(19, mix(mix(tagAt(index + 2), tagAt(index + 1)), tag));
  add(20, mix(wordAt(index - 1), own));
  add(21, mix(wordAt(index + 1), own));
  add(22, mix(tagAt(index + 1), own));
  add(23, mix(tagAt(index - 1), own));
  add(24, mix(mix(wordAt(index + 1), wordAt(index + 2)), own));
  add(25, wordAt(index - 3));
  add(26, wordAt(index + 3));
  add(27, mix(mix(wordAt(index - 1), wordAt(index - 2)), tag));
  add(28, mix(mix(wordAt(index + 1), wordAt(index + 2)), tag));
  add(29, mix(stem[index + 1] ?? 0, tag));
  add(30, mix(stem[index - 1] ?? 0, tag));
  // its verb group, subject and object
  add(31, mix(group, tag));
  add(32, mix(group, own));
  add(33, mix(group, view.suffix[index] ?? 0));
  add(34, hasSubject ? (word[subject] ?? 0) : 3);
  add(35, mix(subjectClass, own));
  add(36, mix(mix(subjectClass, step(index - subject)), tag));
  add(37, hasSubject ? mix(stem[subject] ?? 0, tag) : 3);
  add(38, mix(mix(subjectClass, afterComma), own));
  add(39, mix(wordAt(right), tag));
  add(40, mix(tagAt(right), own));
  add(41, mix(objectClass, own));
  add(42, hasObject ? mix(stem[object] ?? 0, own) : 3);
  add(43, mix(wordAt(right), own));
  add(44, mix(mix(passive, group), own));
  add(45, mix(mix(passive, group), mix(tag, view.suffix[index] ?? 0)));
  add(46, mix(mix(subjectClass, objectClass), tag));
  // quotations around it
  add(51, mix(state * 100 + step(quoteLeft) * 13 + step(quoteRight), tag));
  add(52, mix(state * 100 + Math.min(quoteLeft, 4) * 5 + Math.min(quoteRight, 4), own));
  add(53, mix(state * 4 + sides, tag));
  add(54, mix(previousCloses * 8 + sides + (sayingLeft ? 16 : 0), tag));
  add(55, mix(state, own));
  // other reporting words of the sentence, its place, the text
  add(61, mix(saying, own));
  add(62, mix(saying * 4 + state, tag));
  add(63, mix(step(index - first), tag));
  add(64, mix(step(last - index), own));
  add(65, mix(first === 0 ? 1 : 0, tag));
  add(66, mix(view.reporting, tag));
  add(67, mix(view.reporting, own));
  add(68, mix(view.quoting, tag));
  add(69, mix(paragraphStart * 2 + (first === 0 ? 1 : 0), own));
  // a speaker's name before a colon, or after the dash that follows a quotation
  if (tag === POS.PUNCT || tag === POS.SYM || tag === POS.X) {
    let names = 0;
    let loud = 0;
    let others = 0;
    for (let at = Math.max(first, index - 7); at < index; at++) {
      const form = shape[at] ?? 0;
      if (form === CAPITALS) loud++;
      else if (form === CAPITAL) names++;
      else if (form === LOWER || form === DIGITS) others++;
    }
    const lead =
      (index - first <= 7 ? 1 : 0) + paragraphStart * 2 + (loud ? 4 : 0) + (names ? 8 : 0) + Math.min(others, 3) * 16;
    add(71, mix(lead, own));
    add(72, mix(mix(lead, first === 0 ? 1 : 0), own));
    let follow = 0;
    for (let at = index + 1; at < Math.min(last, index + 7); at++) {
      const form = shape[at] ?? 0;
      follow += form === CAPITAL || form === CAPITALS ? 1 : form === LOWER || form === DIGITS ? 10 : 0;
    }
    const tail =
      (quote[index - 1] === 3 ? 1 : 0) + (last - index <= 7 ? 2 : 0) + (follow >= 10 ? 4 : 0) + (follow % 10 ? 8 : 0);
    add(73, mix(tail, own));
    add(74, mix(mix(tail, lead), own));
    add(75, mix(shape[index + 1] ?? 0, mix(own, quote[index + 1] ?? 0)));
    add(76, mix(last - index === 1 ? 1 : 0, mix(own, lead & 7)));
  }
  return count;
}
