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
  out[count++] = mix(0, 901);
  out[count++] = mix(level, 902);
  out[count++] = mix(mix(level, left * 8 + right), 903);
  out[count++] = mix(mix(left * 8 + right, tag), 904);
  out[count++] = mix(mix(left * 8 + right, own), 905);
  out[count++] = mix(mix(level, beyondLeft * 8 + beyondRight), 906);
  out[count++] = mix(mix(level, sureSource), 907);
  out[count++] = mix(mix(level, sureContent), 908);
  out[count++] = mix(mix(sureSource, sureContent), 909);
  out[count++] = mix(mix(own, sureSource), 910);
  out[count++] = mix(mix(own, sureContent), 911);
  out[count++] = mix(mix(level, rival), 912);
  out[count++] = mix(mix(rival, tag), 913);
  out[count++] = mix(mix(rival, mix(left, right)), 914);
  out[count++] = mix(mix(level, sides * 8 + sourceSide), 915);
  out[count++] = mix(mix(sides * 8 + sourceSide, tag), 916);
  out[count++] = mix(mix(sides * 8 + sourceSide, own), 917);
  out[count++] = mix(mix(length, mix(level, sides)), 918);
  out[count++] = mix(mix(length, own), 919);
  out[count++] = mix(mix(quoted, mix(level, sides)), 920);
  out[count++] = mix(mix(quoted, own), 921);
  out[count++] = mix(mix(sourceTag, level), 922);
  out[count++] = mix(mix(sourceTag, own), 923);
  out[count++] = mix(mix(gap, mix(tag, sureContent)), 924);
  out[count++] = mix(mix(gap, own), 925);
  out[count++] = mix(mix(density, level), 926);
  out[count++] = mix(mix(density, tag), 927);
  out[count++] = mix(mix(density, own), 928);
  out[count++] = mix(mix(mix(sureSource, sureContent), tag), 929);
  out[count++] = mix(mix(mix(sureSource, sureContent), level), 930);
  out[count++] = mix(mix(inside, mix(level, tag)), 931);
  out[count++] = mix(mix(inside, own), 932);
  out[count++] = mix(mix(state, level), 933);
  out[count++] = mix(mix(mix(sureSource, sureContent), mix(rival, inside)), 934);
  out[count++] = mix(own, 935);
  out[count++] = mix(mix(tag, level), 936);
  out[count++] = mix(mix(beyondLeft * 8 + beyondRight, tag), 937);
  out[count++] = mix(mix(beyondLeft * 8 + beyondRight, mix(inside, rival)), 938);
  const kind = view.middle[token] ?? 0;
  out[count++] = mix(kind, 939);
  out[count++] = mix(mix(kind, sureSource), 940);
  out[count++] = mix(mix(kind, sureContent), 941);
  out[count++] = mix(mix(kind, sides * 8 + sourceSide), 942);
  out[count++] = mix(mix(kind, quoted), 943);
  out[count++] = mix(mix(source ? (view.coarse[source[1] - 1] ?? 0) : 99, level), 944);
  out[count++] = mix(mix(source ? (view.coarse[source[1] - 1] ?? 0) : 99, tag), 945);
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
