/**
 * Features of the last judgement on a cue: what the cue model said of it and its neighbours, and how sure the span models are of
 * its source and content. Two tokens of one cue, a verb without a speaker, a content that starts nowhere show here.
 */
import type { TokenSpan } from './decode';
import { overlapShare } from './decode';
import { mix } from './hash';
import { EDGE, type View } from './view';

/** No candidate has more features than this. */
export const maximumVerdictFeatures = 64;

export interface Candidate {
  /** The head's token index. */
  token: number;
  /** What the cue model gave it, in log-odds. */
  score: number;
  source: TokenSpan | null;
  sourceConfidence: number;
  content: TokenSpan | null;
  contentConfidence: number;
}

const half = (score: number): number => Math.max(-6, Math.min(12, Math.floor(score * 2)));
const coarse = (score: number): number => (score < -3 ? 0 : score < -1 ? 1 : score < 0 ? 2 : score < 2 ? 3 : 4);
const fifth = (share: number): number => Math.min(5, Math.floor(share * 6));
const compare = (own: number, other: number): number =>
  other < -3 ? 0 : other < own - 1.5 ? 1 : other < own ? 2 : other < own + 1.5 ? 3 : 4;

/**
 * @param index the candidate's place in `candidates`, which are those of one text in order
 * @param scores what the cue model gave each token of the text; -30 where it was not asked
 * @returns how many features were written to `out`
 */
export function verdictFeatures(
  view: View,
  candidates: readonly Candidate[],
  index: number,
  scores: Float32Array,
  density: number,
  out: Int32Array,
): number {
  const candidate = candidates[index];
  if (!candidate) return 0;
  const { token, score, source, content } = candidate;
  const bounds = view.document.sentences[view.sentence[token] ?? 0];
  const first = bounds?.first ?? 0;
  const last = bounds?.last ?? 0;
  const most = (from: number, to: number) => {
    let best = -30;
    for (let at = Math.max(first, from); at < Math.min(last, to); at++) best = Math.max(best, scores[at] ?? -30);
    return best;
  };
  const left = compare(score, most(token - 3, token));
  const right = compare(score, most(token + 1, token + 4));
  const beyondLeft = coarse(most(token - 40, token - 3));
  const beyondRight = coarse(most(token + 4, token + 40));

  // Another candidate of the sentence that is likelier and has the same content, the same source, or both.
  let rival = 0;
  let inside = 0;
  for (const step of [-1, 1])
    for (let at = index + step; Math.abs(at - index) <= 6; at += step) {
      const other = candidates[at];
      if (!other) break;
      const sameContent = content && other.content ? overlapShare(content, other.content) : 0;
      const sameSource = source && other.source ? overlapShare(source, other.source) >= 0.5 : false;
      const near = Math.abs(other.token - token) <= 6;
      if (other.score > score) {
        if (sameContent >= 0.5) rival |= sameSource ? 1 : 2;
        else if (sameSource && near) rival |= 4;
      }
      if (other.content && other.content[0] <= token && token < other.content[1] && other.score > 0) inside = 1;
    }

  const own = view.stem[token] ?? 0;
  const tag = view.pos[token] ?? EDGE;
  const level = half(score);
  const sureSource = source ? fifth(candidate.sourceConfidence) : 6 + fifth(candidate.sourceConfidence);
  const sureContent = fifth(candidate.contentConfidence);
  const sides = !content ? 0 : content[1] <= token ? 1 : content[0] > token ? 2 : 3;
  const sourceSide = !source
    ? 0
    : source[1] <= token
      ? token - source[1] <= 1
        ? 1
        : 2
      : source[0] - token <= 2
        ? 3
        : 4;
  const length = !content
    ? 0
    : content[1] - content[0] < 3
      ? 1
      : content[1] - content[0] < 8
        ? 2
        : content[1] - content[0] < 25
          ? 3
          : 4;
  const quoted = content
    ? ((view.quote[content[0]] ?? 0) >= 1 ? 1 : 0) + ((view.quote[content[0] - 1] ?? 0) === 2 ? 2 : 0)
    : 0;
  const sourceTag = source ? (view.pos[source[1] - 1] ?? 0) * 8 + (view.shape[source[0]] ?? 0) : 999;
  const gap = !content
    ? 9
    : content[0] > token
      ? Math.min(5, content[0] - token)
      : content[1] <= token
        ? 5 + Math.min(4, token - content[1])
        : 10;
  const state = view.quote[token] ?? 0;

  let count = 0;
  const add = (template: number, value: number) => {
    out[count++] = mix(value, 900 + template);
  };
  add(1, 0);
  add(2, level);
  add(3, mix(level, left * 8 + right));
  add(4, mix(left * 8 + right, tag));
  add(5, mix(left * 8 + right, own));
  add(6, mix(level, beyondLeft * 8 + beyondRight));
  add(7, mix(level, sureSource));
  add(8, mix(level, sureContent));
  add(9, mix(sureSource, sureContent));
  add(10, mix(own, sureSource));
  add(11, mix(own, sureContent));
  add(12, mix(level, rival));
  add(13, mix(rival, tag));
  add(14, mix(rival, mix(left, right)));
  add(15, mix(level, sides * 8 + sourceSide));
  add(16, mix(sides * 8 + sourceSide, tag));
  add(17, mix(sides * 8 + sourceSide, own));
  add(18, mix(length, mix(level, sides)));
  add(19, mix(length, own));
  add(20, mix(quoted, mix(level, sides)));
  add(21, mix(quoted, own));
  add(22, mix(sourceTag, level));
  add(23, mix(sourceTag, own));
  add(24, mix(gap, mix(tag, sureContent)));
  add(25, mix(gap, own));
  add(26, mix(density, level));
  add(27, mix(density, tag));
  add(28, mix(density, own));
  add(29, mix(mix(sureSource, sureContent), tag));
  add(30, mix(mix(sureSource, sureContent), level));
  add(31, mix(inside, mix(level, tag)));
  add(32, mix(inside, own));
  add(33, mix(state, level));
  add(34, mix(mix(sureSource, sureContent), mix(rival, inside)));
  add(35, own);
  add(36, mix(tag, level));
  add(37, mix(beyondLeft * 8 + beyondRight, tag));
  add(38, mix(beyondLeft * 8 + beyondRight, mix(inside, rival)));
  const kind = view.middle[token] ?? 0;
  add(39, kind);
  add(40, mix(kind, sureSource));
  add(41, mix(kind, sureContent));
  add(42, mix(kind, sides * 8 + sourceSide));
  add(43, mix(kind, quoted));
  add(44, mix(source ? (view.coarse[source[1] - 1] ?? 0) : 99, level));
  add(45, mix(source ? (view.coarse[source[1] - 1] ?? 0) : 99, tag));
  return count;
}

/** How thickly a text is set with cues, from 0 to 9: expected cues a sentence. */
export function cueDensity(view: View, scores: Float32Array): number {
  let expected = 0;
  for (let index = 0; index < view.size; index++) {
    const score = scores[index] ?? -30;
    if (score > -5) expected += 1 / (1 + Math.exp(-score));
  }
  return Math.min(9, Math.floor((5 * expected) / Math.max(1, view.document.sentences.length)));
}
