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

/** A word of the sentence; 1 before it, 2 after it. */
const bounded = (word: Int32Array, at: number, first: number, last: number): number =>
  at < first ? 1 : at >= last ? 2 : (word[at] ?? 0);
const tagAt = (pos: Uint8Array, at: number, first: number, last: number): number =>
  at < first || at >= last ? EDGE : (pos[at] ?? EDGE);

const nominal = (pos: number): boolean => pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON || pos === POS.VERB;

/**
 * Writes the features of token `index` as a cue that need no look beyond its neighbours: the word, words like it, what stands beside it.
 * @returns how many were written; each is a 32-bit hash, unmasked
 */
export function nearCueFeatures(view: View, index: number, out: Int32Array): number {
  const { word, stem, pos, shape, sentence, middle, coarse } = view;
  const bounds = view.document.sentences[sentence[index] ?? 0];
  if (!bounds) return 0;
  const { first, last } = bounds;
  let count = 0;
  const wordHere = word[index] ?? 0;
  const word1 = bounded(word, index + 1, first, last);
  const word2 = bounded(word, index + 2, first, last);
  const wordLeft1 = bounded(word, index - 1, first, last);
  const wordLeft2 = bounded(word, index - 2, first, last);
  const tag1 = tagAt(pos, index + 1, first, last);
  const tag2 = tagAt(pos, index + 2, first, last);
  const tagLeft1 = tagAt(pos, index - 1, first, last);
  const tagLeft2 = tagAt(pos, index - 2, first, last);
  const own = stem[index] ?? 0;
  const tag = pos[index] ?? 0;
  const kind = middle[index] ?? 0;
  const wide = coarse[index] ?? 0;
  // bias, the word itself
  out[count++] = mix(0, 1);
  out[count++] = mix(wordHere, 2);
  out[count++] = mix(own, 3);
  out[count++] = mix(tag, 4);
  out[count++] = mix(view.suffix[index] ?? 0, 5);
  out[count++] = mix(shape[index] ?? 0, 6);
  out[count++] = mix(mix(own, tag), 7);
  // words like it
  out[count++] = mix(wide, 8);
  out[count++] = mix(kind, 9);
  out[count++] = mix(mix(word1, kind), 81);
  out[count++] = mix(mix(wordLeft1, kind), 82);
  out[count++] = mix(mix(middle[index + 1] ?? 0, kind), 83);
  out[count++] = mix(mix(middle[index - 1] ?? 0, kind), 84);
  // its neighbours
  out[count++] = mix(wordLeft1, 11);
  out[count++] = mix(word1, 12);
  out[count++] = mix(wordLeft2, 13);
  out[count++] = mix(word2, 14);
  out[count++] = mix(mix(tagLeft1, tag), 15);
  out[count++] = mix(mix(tag1, tag), 16);
  out[count++] = mix(mix(mix(tagLeft1, tag), tag1), 17);
  out[count++] = mix(mix(mix(tagLeft2, tagLeft1), tag), 18);
  out[count++] = mix(mix(mix(tag2, tag1), tag), 19);
  out[count++] = mix(mix(wordLeft1, own), 20);
  out[count++] = mix(mix(word1, own), 21);
  out[count++] = mix(mix(tag1, own), 22);
  out[count++] = mix(mix(tagLeft1, own), 23);
  out[count++] = mix(mix(mix(word1, word2), own), 24);
  out[count++] = mix(bounded(word, index - 3, first, last), 25);
  out[count++] = mix(bounded(word, index + 3, first, last), 26);
  out[count++] = mix(mix(mix(wordLeft1, wordLeft2), tag), 27);
  out[count++] = mix(mix(mix(word1, word2), tag), 28);
  out[count++] = mix(mix(stem[index + 1] ?? 0, tag), 29);
  out[count++] = mix(mix(stem[index - 1] ?? 0, tag), 30);
  return count;
}

/**
 * Writes the other features of token `index` as a cue: its verb group, subject and object, quotations, its place.
 * @param from where in `out` to go on
 * @returns how many there are now
 */
export function farCueFeatures(view: View, index: number, out: Int32Array, from: number): number {
  const { word, stem, pos, shape, quote, sentence, middle, coarse } = view;
  const bounds = view.document.sentences[sentence[index] ?? 0];
  if (!bounds) return from;
  const { first, last } = bounds;
  let count = from;
  const own = stem[index] ?? 0;
  const tag = pos[index] ?? 0;
  const kind = middle[index] ?? 0;
  const wide = coarse[index] ?? 0;
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
  const afterComma = bounded(word, before, first, last) === comma ? 1 : 0;
  let right = index + 1;
  while (right < last && pos[right] === POS.ADV) right++;
  let object = index + 1;
  while (object < last && object - index < 9 && !nominal(pos[object] ?? 0)) object++;
  const hasObject = object < last && object - index < 9;
  const objectClass = hasObject ? (pos[object] ?? 0) * 8 + (shape[object] ?? 0) : 500;

  const markLeft = view.markBefore[index] ?? -1;
  const markRight = view.markAfter[index] ?? view.size;
  const quoteLeft = markLeft >= first && index - markLeft < 40 ? index - markLeft : 99;
  const quoteRight = markRight < last && markRight - index < 40 ? markRight - index : 99;
  const sides = (quoteLeft < 40 ? 1 : 0) + (quoteRight < 40 ? 2 : 0);
  const paragraphStart =
    first === 0 || view.document.sentences[(sentence[index] ?? 0) - 1]?.paragraph !== bounds.paragraph ? 1 : 0;
  const previousCloses = first > 0 && quote[first - 1] === 3 ? 1 : 0;
  const { sayingBefore } = view;
  const sayingLeft = (sayingBefore[index] ?? 0) > (sayingBefore[Math.max(first, index - 60)] ?? 0) ? 1 : 0;
  const sayingRight = (sayingBefore[Math.min(last, index + 60)] ?? 0) > (sayingBefore[index + 1] ?? 0) ? 1 : 0;
  const saying = sayingLeft * 2 + sayingRight;
  let passive = 0;
  for (let at = index + 1; at < last && at < index + 8; at++) if (word[at] === by) passive = 1;

  // words like it, around it
  out[count++] = mix(mix(group, wide), 85);
  out[count++] = mix(hasSubject ? mix(coarse[subject] ?? 0, kind) : 3, 86);
  out[count++] = mix(hasSubject ? mix(middle[subject] ?? 0, tag) : 3, 87);
  out[count++] = mix(mix(bounded(word, right, first, last), kind), 88);
  out[count++] = mix(hasObject ? mix(middle[object] ?? 0, kind) : 3, 89);
  out[count++] = mix(mix(state * 4 + sides, kind), 90);
  out[count++] = mix(mix(saying, kind), 91);
  out[count++] = mix(mix(view.reporting, wide), 92);
  out[count++] = mix(mix(mix(subjectClass, objectClass), wide), 93);
  // its verb group, subject and object
  out[count++] = mix(mix(group, tag), 31);
  out[count++] = mix(mix(group, own), 32);
  out[count++] = mix(mix(group, view.suffix[index] ?? 0), 33);
  out[count++] = mix(hasSubject ? (word[subject] ?? 0) : 3, 34);
  out[count++] = mix(mix(subjectClass, own), 35);
  out[count++] = mix(mix(mix(subjectClass, step(index - subject)), tag), 36);
  out[count++] = mix(hasSubject ? mix(stem[subject] ?? 0, tag) : 3, 37);
  out[count++] = mix(mix(mix(subjectClass, afterComma), own), 38);
  out[count++] = mix(mix(bounded(word, right, first, last), tag), 39);
  out[count++] = mix(mix(tagAt(pos, right, first, last), own), 40);
  out[count++] = mix(mix(objectClass, own), 41);
  out[count++] = mix(hasObject ? mix(stem[object] ?? 0, own) : 3, 42);
  out[count++] = mix(mix(bounded(word, right, first, last), own), 43);
  out[count++] = mix(mix(mix(passive, group), own), 44);
  out[count++] = mix(mix(mix(passive, group), mix(tag, view.suffix[index] ?? 0)), 45);
  out[count++] = mix(mix(mix(subjectClass, objectClass), tag), 46);
  // quotations around it
  out[count++] = mix(mix(state * 100 + step(quoteLeft) * 13 + step(quoteRight), tag), 51);
  out[count++] = mix(mix(state * 100 + Math.min(quoteLeft, 4) * 5 + Math.min(quoteRight, 4), own), 52);
  out[count++] = mix(mix(state * 4 + sides, tag), 53);
  out[count++] = mix(mix(previousCloses * 8 + sides + (sayingLeft ? 16 : 0), tag), 54);
  out[count++] = mix(mix(state, own), 55);
  // other reporting words of the sentence, its place, the text
  out[count++] = mix(mix(saying, own), 61);
  out[count++] = mix(mix(saying * 4 + state, tag), 62);
  out[count++] = mix(mix(step(index - first), tag), 63);
  out[count++] = mix(mix(step(last - index), own), 64);
  out[count++] = mix(mix(first === 0 ? 1 : 0, tag), 65);
  out[count++] = mix(mix(view.reporting, tag), 66);
  out[count++] = mix(mix(view.reporting, own), 67);
  out[count++] = mix(mix(view.quoting, tag), 68);
  out[count++] = mix(mix(paragraphStart * 2 + (first === 0 ? 1 : 0), own), 69);
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
    out[count++] = mix(mix(lead, own), 71);
    out[count++] = mix(mix(mix(lead, first === 0 ? 1 : 0), own), 72);
    let follow = 0;
    for (let at = index + 1; at < Math.min(last, index + 7); at++) {
      const form = shape[at] ?? 0;
      follow += form === CAPITAL || form === CAPITALS ? 1 : form === LOWER || form === DIGITS ? 10 : 0;
    }
    const tail =
      (quote[index - 1] === 3 ? 1 : 0) + (last - index <= 7 ? 2 : 0) + (follow >= 10 ? 4 : 0) + (follow % 10 ? 8 : 0);
    out[count++] = mix(mix(tail, own), 73);
    out[count++] = mix(mix(mix(tail, lead), own), 74);
    out[count++] = mix(mix(shape[index + 1] ?? 0, mix(own, quote[index + 1] ?? 0)), 75);
    out[count++] = mix(mix(last - index === 1 ? 1 : 0, mix(own, lead & 7)), 76);
  }
  return count;
}

/** Writes all features of token `index` as a cue into `out`, the near ones first. @returns how many */
export const cueFeatures = (view: View, index: number, out: Int32Array): number =>
  farCueFeatures(view, index, out, nearCueFeatures(view, index, out));
