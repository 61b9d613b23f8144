/** Who said what: every reported statement of a text. */
import type { Actor, Attribution, Span } from '../../annotation';
import type { Document } from '../../language/document';
import type { Engine } from '../../language/engine';
import { scoreCues } from './cues';
import { chooseContent, chooseSource, createBoundarySums, type SpanModels, type TokenSpan } from './decode';
import type { StatementModel } from './model';
import { answersForNumbers, holdsNumber, withRevisedNumber } from './number-verbs';
import { isSaying, refine } from './refine';
import { cueContext } from './span-features';
import { verdictScores } from './verdict';
import type { Candidate } from './verdict-features';
import { POS, type View, viewOf } from './view';

/** A statement in token indexes, first inclusive, last exclusive. */
export interface Statement {
  head: number;
  cue: TokenSpan;
  source: TokenSpan | null;
  content: TokenSpan;
}

/** Verbs that answer for numbers are looked at although the cue model gives them this much less. */
const lenience = 3;

/** No text has more likely cues than one in so many words; news has one in twenty-five. Keeps hostile texts cheap. */
const densest = 8;

/** No sentence of news has so many likely cues, and no text so many so close. */
const crowd = { sentence: 24, text: 60, words: 12 };

/** The sentences in which cue stands beside cue; null where the whole text is like that. */
function crowdsOf(view: View, cues: readonly number[]): Set<number> | null {
  if (cues.length >= crowd.text && cues.length * crowd.words > view.size) return null;
  const counts = new Map<number, number>();
  for (const token of cues) {
    const sentence = view.sentence[token] ?? -1;
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([sentence, count]) => (count > crowd.sentence ? [sentence] : [])));
}

/** @returns the score above which `rank` scores are; -Infinity when there are fewer that are not hopeless */
function scoreOfRank(scores: Float32Array, rank: number): number {
  const hopeful = scores.filter((score) => score > -5);
  if (hopeful.length <= rank) return Number.NEGATIVE_INFINITY;
  return hopeful.sort()[hopeful.length - Math.floor(rank)] ?? Number.NEGATIVE_INFINITY;
}

/** A speaker, a verb that answers for numbers, and a number in what is said: a statement, whatever the models say. */
function isReportOfNumber(
  view: View,
  { token, source, sourceConfidence, content, contentConfidence }: Candidate,
): boolean {
  if (!source || !content || sourceConfidence < 0.5 || contentConfidence < 0.25) return false;
  if (!answersForNumbers(view, token) || !holdsNumber(view, content)) return false;
  return view.sentence[content[0]] === view.sentence[token];
}

/**
 * @param scores what the cue model gave each token
 * @param least tokens that score less are left out
 * @returns the tokens that may be cues with their sources and contents, in order, before the last judgement
 */
export function findCandidates(view: View, scores: Float32Array, model: SpanModels, least: number): Candidate[] {
  const candidates: Candidate[] = [];
  const sums = createBoundarySums(view);
  const bar = Math.max(least, scoreOfRank(scores, Math.max(40, view.size / densest)));
  const heard: number[] = [];
  for (let token = 0; token < view.size; token++) {
    const score = scores[token] ?? -30;
    const lenient =
      bar === least && ((score > least - lenience && answersForNumbers(view, token)) || isSaying(view, token));
    if (score >= bar || lenient) heard.push(token);
  }
  const crowded = crowdsOf(view, heard);
  for (const token of heard) {
    const score = scores[token] ?? -30;
    const cue = cueContext(view, token, crowded === null || crowded.has(view.sentence[token] ?? -1));
    const source = chooseSource(view, cue, model, sums);
    const content = chooseContent(view, cue, source.span, model, sums);
    candidates.push({
      token,
      score,
      source: source.span,
      sourceConfidence: source.confidence,
      content: content?.span ?? null,
      contentConfidence: content?.confidence ?? 0,
    });
  }
  return candidates;
}

/** The words of a cue around its head: auxiliaries and adverbs before it, the preposition that leads on to the content. */
function cueSpan(view: View, head: number, source: TokenSpan | null, content: TokenSpan): TokenSpan {
  const { pos, sentence, quote } = view;
  const own = sentence[head];
  const taken = (at: number) =>
    sentence[at] !== own || (source !== null && at >= source[0] && at < source[1]) || (quote[at] ?? 0) > 1;
  const inContent = (at: number) => at >= content[0] && at < content[1] && !(content[0] < head && head < content[1]);
  let first = head;
  if (pos[head] === POS.VERB)
    while (first > 0 && !taken(first - 1) && !inContent(first - 1)) {
      const tag = pos[first - 1];
      if (tag !== POS.AUX && tag !== POS.ADV && tag !== POS.PART) break;
      first--;
    }
  let last = head + 1;
  // "called for", "according to": prepositions that lead on to the content or the source.
  const leads = (at: number) => at === content[0] || (source !== null && at === source[0]);
  while (last - head <= 2 && last < view.size && !taken(last) && pos[last] === POS.ADP && !leads(last)) last++;
  if (!leads(last)) last = head + 1;
  return [first, last];
}

/** @returns the statements in the order of their cues */
export function readStatements(view: View, model: StatementModel): Statement[] {
  const scores = scoreCues(view, model.cue);
  const candidates = findCandidates(view, scores, model, model.thresholds.candidate);
  const verdicts = verdictScores(view, candidates, scores, model.verdict);
  const statements: Statement[] = [];
  let previous = -2;
  let previousScore = 0;
  for (let index = 0; index < candidates.length; index++) {
    const found = candidates[index];
    if (!found?.content) continue;
    const candidate = { ...found, content: withRevisedNumber(view, found.token, found.content) };
    const score = verdicts[index] ?? -30;
    if (score < model.thresholds.verdict && !isSaying(view, candidate.token) && !isReportOfNumber(view, candidate))
      continue;
    const { token, source, content } = candidate;
    const [first, last] = cueSpan(view, token, source, content);
    const statement = { head: token, cue: [Math.max(first, previous + 1), last] as const, source, content };
    // Two neighbours are one cue ("made clear"): the likelier one speaks for both.
    if (token === previous + 1 && view.sentence[token] === view.sentence[previous]) {
      if (score > previousScore) statements.pop();
      else {
        previous = token;
        continue;
      }
    }
    statements.push(statement);
    previous = token;
    previousScore = score;
  }
  return refine(view, statements);
}

/** Punctuation that a content or a source does not end with; quotation marks stay. */
const loose = new Set([',', ';', '—', '-', '.']);

function offsets(view: View, [first, last]: TokenSpan): Span {
  const { tokens } = view;
  let end = last;
  while (end - 1 > first && loose.has(tokens[end - 1]?.lower ?? '')) end--;
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

/**
 * @returns statements in the order of their cues, with ids "s1", "s2", ... Offsets are UTF-16 code units into `document.text`;
 *   `source.actors` is left empty for the pass that resolves actors. Never throws.
 */
export function findAttributions(document: Document, _actors: Actor[], engine: Engine): Attribution[] {
  const view = viewOf(document, engine.statements.classes);
  return readStatements(view, engine.statements).map(({ cue, source, content }, index) => ({
    id: `s${index + 1}`,
    source: source ? { ...offsets(view, source), actors: [] } : null,
    cue: offsets(view, cue),
    content: offsets(view, content),
  }));
}
