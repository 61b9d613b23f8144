/** Rules after the models: what the conventions do not count as a statement, and the edges of sources and contents. */
import type { TokenSpan } from './decode';
import lexicon from './lexicon/conventions.json';
import { holdsNumber } from './number-verbs';
import type { Statement } from './statements';
import { stemOf } from './stem';
import { CAPITALS, POS, type View } from './view';

const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(stemOf));
const silence = stems(lexicon.silence);
const refusals = stems(lexicon.refusals);
const refused = stems(lexicon.said_after_refusal);
const commands = stems(lexicon.commands_and_offers);
const weekdays = new Set(lexicon.weekdays);
const timeUnits = new Set(lexicon.time_units);
const months = new Set(lexicon.months);
const timeOpeners = new Set(lexicon.time_openers);
const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'yet']);

const lowerAt = (view: View, index: number): string => view.tokens[index]?.lower ?? '';
const stemAt = (view: View, index: number): string => stemOf(lowerAt(view, index));

const sayings = stems(lexicon.sayings);

/** Whose saying a noun is: "Torrin's" in "Torrin's claim that", "their" in "their warning that"; null for a noun that says nothing or is nobody's. */
function ownerOf(view: View, token: number): TokenSpan | null {
  if (view.pos[token] !== POS.NOUN || lowerAt(view, token + 1) !== 'that' || !sayings.has(stemAt(view, token)))
    return null;
  for (let at = token - 1; at >= token - 3; at--) {
    const lower = lowerAt(view, at);
    if (possessives.has(lower)) return [at, at + 1];
    if (lower === "'s" || lower === "'") {
      let first = at;
      while (first > 0 && at - first < longestOwner && nominal.has(view.pos[first - 1] ?? -1)) first--;
      return first < at ? [first, at + 1] : null;
    }
    if (view.pos[at] !== POS.ADJ) return null;
  }
  return null;
}
const longestOwner = 8;
const nominal = new Set([POS.NOUN, POS.PROPN, POS.ADJ, POS.DET]);

export const isSaying = (view: View, token: number): boolean => ownerOf(view, token) !== null;
const possessives = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your']);

/** "declined to comment", "has not commented", "asked not to be named", "ordered them to leave", "offered no details". */
export function isNoStatement(view: View, { head, cue, content }: Statement): boolean {
  const own = stemAt(view, head);
  const next = (ahead: number) => lowerAt(view, head + ahead);
  if (refusals.has(own) && next(1) === 'to' && refused.has(stemAt(view, head + 2))) return true;
  if (refused.has(own) && lowerAt(view, head - 1) === 'to' && refusals.has(stemAt(view, head - 2))) return true;
  if (silence.has(own)) {
    for (let at = Math.max(0, Math.min(cue[0], head - 3)); at < head; at++)
      if (negations.has(lowerAt(view, at)) || refusals.has(stemAt(view, at))) return true;
  }
  if (own === 'ask' && next(1) === 'not' && next(2) === 'to' && next(3) === 'be') return true;
  return commands.has(own) && view.pos[head] === POS.VERB && !holdsNumber(view, content);
}

/** Index after the dateline ("SEOUL, Nov 5 (AP) — ") with which a paragraph opens; `first` where there is none. */
function afterDateline(view: View, first: number, last: number): number {
  if (view.shape[first] !== CAPITALS) return first;
  for (let at = first + 1; at < Math.min(last, first + 14); at++) {
    const lower = lowerAt(view, at);
    if (lower === '—' || (lower === '-' && view.tokens[at]?.spaceBefore)) return at + 1;
    const tag = view.pos[at];
    if (tag === POS.VERB || tag === POS.AUX || tag === POS.PRON) return first;
  }
  return first;
}

/** "Last month", "Two days later", "Wednesday": how many words before the name in a source only tell the time. */
function timeWords(view: View, [first, last]: TokenSpan): number {
  let at = first;
  if (weekdays.has(lowerAt(view, at)) && view.tokens[at + 1]?.lower !== "'s") at++;
  else if (
    timeOpeners.has(lowerAt(view, at)) &&
    (timeUnits.has(lowerAt(view, at + 1)) || weekdays.has(lowerAt(view, at + 1)))
  )
    at += 2;
  else if (
    timeUnits.has(lowerAt(view, at + 1)) &&
    (lowerAt(view, at + 2) === 'later' || lowerAt(view, at + 2) === 'earlier' || lowerAt(view, at + 2) === 'ago')
  )
    at += 3;
  if (at > first && lowerAt(view, at) === ',') at++;
  return at < last && at > first && view.tokens[at]?.lower !== "'s" ? at - first : 0;
}

/** Trims a source's edges: datelines, times, what follows a colon; closes a bracket that it opened. */
function trimSource(view: View, source: TokenSpan, sentenceFirst: number, sentenceLast: number): TokenSpan {
  let [first, last] = source;
  const start = afterDateline(view, sentenceFirst, sentenceLast);
  if (first < start && start < last) first = start;
  first += timeWords(view, [first, last]);
  let open = 0;
  for (let at = first; at < last; at++) {
    const lower = lowerAt(view, at);
    if (lower === ':' && at > first) {
      last = at;
      break;
    }
    if (lower === '(') open++;
    else if (lower === ')') open--;
  }
  if (open > 0 && lowerAt(view, last) === ')') last++;
  return first < last ? [first, last] : source;
}

/** The source that a verb shares with the statement before it in the sentence: "reported a loss and said", ", adding that". */
function sharedSource(view: View, statement: Statement, earlier: Statement | undefined): TokenSpan | null {
  if (!earlier?.source || view.pos[statement.head] !== POS.VERB) return null;
  if (view.sentence[earlier.head] !== view.sentence[statement.head]) return null;
  const [first] = statement.cue;
  const before = lowerAt(view, first - 1);
  const verb = lowerAt(view, statement.head);
  const participle = verb.endsWith('ing') && verb !== 'according';
  if (participle && (before === ',' || before === 'and')) return earlier.source;
  const conjoined = before === 'and' || before === 'but';
  if (conjoined && !statement.source && earlier.source[1] <= earlier.head) return earlier.source;
  return null;
}

/** Is there a verb with a tense among the tokens, to go by their parts of speech? */
function holdsClause(view: View, first: number, last: number): boolean {
  for (let at = first; at < Math.min(last, first + 200); at++) {
    if (view.pos[at] === POS.AUX) return true;
    if (view.pos[at] === POS.VERB && !lowerAt(view, at).endsWith('ing')) return true;
  }
  return false;
}

const timeTags = new Set([POS.ADP, POS.DET, POS.NUM, POS.ADV, POS.PUNCT]);
const isTime = (view: View, at: number): boolean => {
  const lower = lowerAt(view, at);
  return weekdays.has(lower) || timeUnits.has(lower) || timeOpeners.has(lower) || months.has(lower);
};

/** "on Wednesday", "last week", "28 March": what tells when it was said. */
function onlyTells(view: View, first: number, last: number): boolean {
  if (last - first > 6) return false;
  let time = false;
  for (let at = first; at < last; at++) {
    if (isTime(view, at)) time = true;
    else if (!timeTags.has(view.pos[at] ?? -1)) return false;
  }
  return time;
}

/** The clause before ", the agency said": from the sentence's start to the comma; null where there is no such clause. */
function clauseBefore(view: View, source: TokenSpan | null, cue: TokenSpan, from: number): TokenSpan | null {
  let end = Math.min(cue[0], source && source[0] < cue[0] ? source[0] : cue[0]);
  if (lowerAt(view, end - 1) !== ',') return null;
  end--;
  return end - from >= 3 && holdsClause(view, from, end) ? [from, end] : null;
}

/** What may go on after ", the agency said": "and made a profit", a quotation, a clause after a semicolon. */
const continuers = new Set(['and', 'but', 'or', 'that', ';', '"']);

/** The edges of a content, once cue and source are known. `earlier`: the statement before it. */
function trimContent(
  view: View,
  statement: Statement,
  source: TokenSpan | null,
  earlier: Statement | undefined,
): TokenSpan {
  const { head, cue } = statement;
  let [first, last] = statement.content;
  const { sentences } = view.document;
  const own = sentences[view.sentence[head] ?? 0];
  if (!own) return [first, last];
  // What another speaker said before is not said again: "A," said X. B, Y said.
  if (earlier && first < own.first && earlier.head < own.first && first <= earlier.head && own.first < cue[0]) {
    const from = afterDateline(view, own.first, own.last);
    if (from < last && from < Math.min(cue[0], source ? source[0] : cue[0])) first = from;
  }
  const start = sentences[view.sentence[first] ?? 0];
  const from = start ? afterDateline(view, start.first, start.last) : first;
  if (first < from && from < last) first = from;
  const unquoted = (view.quote[first] ?? 0) === 0;
  const clause =
    unquoted || first > head ? clauseBefore(view, source, cue, afterDateline(view, own.first, own.last)) : null;
  if (clause && view.sentence[first] === view.sentence[head]) {
    // "..., the agency said on Friday": the time is no content.
    if (first > head && onlyTells(view, first, last)) return clause;
    const begins = lowerAt(view, first);
    if (first > head && begins === 'on' && isTime(view, first + 1)) return clause;
    // "..., the agency said, well above earlier figures": the writer goes on.
    if (first < head && last > cue[1] && unquoted) {
      let after = Math.max(cue[1], source ? source[1] : 0);
      while (after < last && (lowerAt(view, after) === ',' || isTime(view, after) || view.pos[after] === POS.ADP))
        after++;
      if (!continuers.has(lowerAt(view, after)) && (view.quote[after] ?? 0) === 0 && clause[1] > first)
        return [first, clause[1]];
    }
  }
  // "said that 4,000 were hurt, and that 3,000 more had been sent".
  if (first > head && view.sentence[first] === view.sentence[head]) {
    let at = last;
    if (lowerAt(view, at) === ',') at++;
    if ((lowerAt(view, at) === 'and' || lowerAt(view, at) === 'but') && lowerAt(view, at + 1) === 'that') {
      let end = at + 2;
      while (end < own.last && lowerAt(view, end) !== ';' && end - at < 80) end++;
      last = end;
    }
  }
  return first < last ? [first, last] : statement.content;
}

const impersonal = stems(lexicon.impersonal_passives);
const be = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re"]);

/** "The bank is thought to hold": what stands before the verb is not who thinks so. */
function isPassiveSubject(view: View, head: number, [, last]: TokenSpan): boolean {
  if (last > head || view.pos[head] !== POS.VERB || !impersonal.has(stemAt(view, head))) return false;
  if (lowerAt(view, head).endsWith('ing')) return false;
  for (let at = head - 1; at >= Math.max(last, head - 4); at--) {
    if (be.has(lowerAt(view, at)) && view.pos[at] === POS.AUX) return true;
    if (view.pos[at] !== POS.ADV && view.pos[at] !== POS.PART) return false;
  }
  return false;
}

/** Applies the rules to the statements of a text, which are in order. */
export function refine(view: View, statements: readonly Statement[]): Statement[] {
  const out: Statement[] = [];
  for (const statement of statements) {
    if (isNoStatement(view, statement)) continue;
    const bounds = view.document.sentences[view.sentence[statement.head] ?? 0];
    const first = bounds?.first ?? 0;
    const last = bounds?.last ?? 0;
    const earlier = out[out.length - 1];
    const shared = sharedSource(view, statement, earlier);
    const owner = ownerOf(view, statement.head);
    const own = statement.source && !isPassiveSubject(view, statement.head, statement.source) ? statement.source : null;
    const source = shared ?? owner ?? (own ? trimSource(view, own, first, last) : null);
    out.push({ ...statement, source, content: trimContent(view, statement, source, earlier) });
  }
  return out;
}
