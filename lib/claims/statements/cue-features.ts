/** Features by which a token is judged to be a cue ("said", "according", "claim", the colon after a speaker's name). */
import { hashText } from '../../language/tagger/hash';
import { far, farTemplates, loose, looseTemplates, near, nearTemplates } from './cue-templates';
import { stemOf } from './stem';
import { writeFeatures } from './templates';
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

/** Stands for a subject or object that is not there. */
const none = -1;

const nearValues = new Int32Array(32);

/**
 * Writes the features of token `index` as a cue that need no look beyond its neighbours: the word, words like it, what stands beside it.
 * @returns how many were written; each is a 32-bit hash, unmasked
 */
export function nearCueFeatures(view: View, index: number, out: Int32Array): number {
  const { word, stem, pos, sentence, middle } = view;
  const bounds = view.document.sentences[sentence[index] ?? 0];
  if (!bounds) return 0;
  const { first, last } = bounds;
  const values = nearValues;
  values[near.word] = word[index] ?? 0;
  values[near.stem] = stem[index] ?? 0;
  values[near.tag] = pos[index] ?? 0;
  values[near.suffix] = view.suffix[index] ?? 0;
  values[near.shape] = view.shape[index] ?? 0;
  values[near.wide] = view.coarse[index] ?? 0;
  values[near.kind] = middle[index] ?? 0;
  values[near.kindLeft] = middle[index - 1] ?? 0;
  values[near.kindRight] = middle[index + 1] ?? 0;
  values[near.left] = bounded(word, index - 1, first, last);
  values[near.left2] = bounded(word, index - 2, first, last);
  values[near.left3] = bounded(word, index - 3, first, last);
  values[near.right] = bounded(word, index + 1, first, last);
  values[near.right2] = bounded(word, index + 2, first, last);
  values[near.right3] = bounded(word, index + 3, first, last);
  values[near.tagLeft] = tagAt(pos, index - 1, first, last);
  values[near.tagLeft2] = tagAt(pos, index - 2, first, last);
  values[near.tagRight] = tagAt(pos, index + 1, first, last);
  values[near.tagRight2] = tagAt(pos, index + 2, first, last);
  values[near.stemLeft] = stem[index - 1] ?? 0;
  values[near.stemRight] = stem[index + 1] ?? 0;
  return writeFeatures(nearTemplates, values, out, 0);
}

const farValues = new Int32Array(48);

const looseValues = new Int32Array(8);

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

  const values = farValues;
  values[far.stem] = own;
  values[far.tag] = tag;
  values[far.suffix] = view.suffix[index] ?? 0;
  values[far.kind] = middle[index] ?? 0;
  values[far.wide] = coarse[index] ?? 0;
  values[far.group] = group;
  values[far.passive] = passive;
  values[far.subject] = hasSubject ? (word[subject] ?? 0) : none;
  values[far.subjectStem] = hasSubject ? (stem[subject] ?? 0) : none;
  values[far.subjectKind] = hasSubject ? (middle[subject] ?? 0) : none;
  values[far.subjectWide] = hasSubject ? (coarse[subject] ?? 0) : none;
  values[far.subjectClass] = subjectClass;
  values[far.subjectAway] = step(index - subject);
  values[far.afterComma] = afterComma;
  values[far.next] = bounded(word, right, first, last);
  values[far.nextTag] = tagAt(pos, right, first, last);
  values[far.objectStem] = hasObject ? (stem[object] ?? 0) : none;
  values[far.objectKind] = hasObject ? (middle[object] ?? 0) : none;
  values[far.objectClass] = objectClass;
  values[far.state] = state;
  values[far.stateSides] = state * 4 + sides;
  values[far.stateFar] = state * 1000 + step(quoteLeft) * 13 + step(quoteRight);
  values[far.stateNear] = state * 100 + Math.min(quoteLeft, 4) * 5 + Math.min(quoteRight, 4);
  values[far.closed] = previousCloses * 8 + sides + sayingLeft * 16;
  values[far.saying] = saying;
  values[far.sayingState] = saying * 4 + state;
  values[far.fromStart] = step(index - first);
  values[far.toEnd] = step(last - index);
  values[far.opensText] = first === 0 ? 1 : 0;
  values[far.opensParagraph] = paragraphStart * 2 + (first === 0 ? 1 : 0);
  values[far.reporting] = view.reporting;
  values[far.quoting] = view.quoting;
  const count = writeFeatures(farTemplates, values, out, from);
  if (tag !== POS.PUNCT && tag !== POS.SYM && tag !== POS.X) return count;
  return looseCueFeatures(view, index, paragraphStart, out, count);
}

/** Writes what shows a speaker's name before a colon, or after the dash that follows a quotation. @returns the new count */
function looseCueFeatures(view: View, index: number, paragraphStart: number, out: Int32Array, count: number): number {
  const { shape, quote, sentence } = view;
  const { first, last } = view.document.sentences[sentence[index] ?? 0] ?? { first: index, last: index + 1 };
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
  let follow = 0;
  for (let at = index + 1; at < Math.min(last, index + 7); at++) {
    const form = shape[at] ?? 0;
    follow += form === CAPITAL || form === CAPITALS ? 1 : form === LOWER || form === DIGITS ? 10 : 0;
  }
  const tail =
    (quote[index - 1] === 3 ? 1 : 0) + (last - index <= 7 ? 2 : 0) + (follow >= 10 ? 4 : 0) + (follow % 10 ? 8 : 0);
  looseValues[loose.stem] = view.stem[index] ?? 0;
  looseValues[loose.lead] = lead;
  looseValues[loose.first] = first === 0 ? 1 : 0;
  looseValues[loose.tail] = tail;
  looseValues[loose.shapeNext] = shape[index + 1] ?? 0;
  looseValues[loose.quoteNext] = quote[index + 1] ?? 0;
  looseValues[loose.last] = last - index === 1 ? 1 : 0;
  looseValues[loose.lead8] = lead & 7;
  return writeFeatures(looseTemplates, looseValues, out, count);
}

/** Writes all features of token `index` as a cue into `out`, the near ones first. @returns how many */
export const cueFeatures = (view: View, index: number, out: Int32Array): number =>
  farCueFeatures(view, index, out, nearCueFeatures(view, index, out));
