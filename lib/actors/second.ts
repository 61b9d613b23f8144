/**
 * The second pass of the name tagger: it adds what the first pass answered for the same word elsewhere in the document (one name, one kind:
 * Krishnan and Manning 2006), on top of the first pass's scores.
 */
import type { Document, Token } from '../language/document';
import { formOf } from '../language/lexical';
import { add, type FeatureSet, type TagContext } from '../language/tagger/features';
import { mix } from '../language/tagger/hash';

export interface SecondContext extends TagContext {
  /** Labels of the first pass, one a token. */
  readonly labels: Uint8Array;
  /** How often each label was given to a capitalised word form: rows of `labelCount`. */
  readonly answers: ReadonlyMap<string, Int32Array>;
  readonly labelCount: number;
  /** The same for the stretch in hand alone, which is no evidence for itself: "Party" in a list of parties. */
  readonly here: { first: number; answers: Map<string, Int32Array> };
}

/** Labels are "O" and then four (B, I, L, U) for each kind, as `bilouLabels` lists them. */
const kindOf = (label: number): number => (label === 0 ? 0 : ((label - 1) >> 2) + 1);

function count(
  document: Document,
  labels: Uint8Array,
  labelCount: number,
  first: number,
  last: number,
): Map<string, Int32Array> {
  const answers = new Map<string, Int32Array>();
  for (let index = first; index < last; index++) {
    const token = document.tokens[index] as Token;
    const label = labels[index] as number;
    if (label === 0 && !formOf(token.word).capital) continue;
    let row = answers.get(token.lower);
    if (!row) {
      row = new Int32Array(labelCount);
      answers.set(token.lower, row);
    }
    row[label] = (row[label] as number) + 1;
  }
  return answers;
}

export function secondContext(document: Document, labels: Uint8Array, labelCount: number): SecondContext {
  return {
    document,
    labels,
    answers: count(document, labels, labelCount, 0, document.tokens.length),
    labelCount,
    here: { first: -1, answers: new Map() },
  };
}

interface Opinion {
  /** Most frequent kind elsewhere (0 none of the kinds, 1 ... the kinds), -1 when the word stands nowhere else. */
  kind: number;
  label: number;
  /** 0 to 3: how much of the other occurrences agree. */
  share: number;
  /** 0 to 3: how many other occurrences there are. */
  count: number;
}

const opinion: Opinion = { kind: -1, label: 0, share: 0, count: 0 };
const kinds = new Int32Array(16);

function elsewhere(context: SecondContext, index: number): Opinion {
  const token = context.document.tokens[index] as Token;
  const row = context.answers.get(token.lower);
  opinion.kind = -1;
  opinion.label = 0;
  opinion.share = 0;
  opinion.count = 0;
  if (!row) return opinion;
  const own = context.here.answers.get(token.lower);
  kinds.fill(0);
  let total = 0;
  let most = 0;
  for (let label = 0; label < context.labelCount; label++) {
    const times = (row[label] as number) - (own ? (own[label] as number) : 0);
    if (times <= 0) continue;
    total += times;
    kinds[kindOf(label)] = (kinds[kindOf(label)] as number) + times;
    if (times > most) {
      most = times;
      opinion.label = label;
    }
  }
  if (total === 0) return opinion;
  let best = 0;
  for (let kind = 1; kind < kinds.length; kind++) if ((kinds[kind] as number) > (kinds[best] as number)) best = kind;
  const share = (kinds[best] as number) / total;
  opinion.kind = best;
  opinion.share = share > 0.95 ? 3 : share > 0.7 ? 2 : share > 0.5 ? 1 : 0;
  opinion.count = total > 5 ? 3 : total > 2 ? 2 : total > 1 ? 1 : 0;
  return opinion;
}

export const secondFeatures: FeatureSet<SecondContext> = {
  window: [],
  word() {},
  token(context, index, first, last, list) {
    const token = context.document.tokens[index];
    if (!token) return;
    if (context.here.first !== first) {
      context.here.first = first;
      context.here.answers = count(context.document, context.labels, context.labelCount, first, last);
    }
    const own = context.labels[index] as number;
    if (own === 0 && !formOf(token.word).capital) return;
    const { kind, label, share, count: times } = elsewhere(context, index);
    // A word that stands nowhere else is left as it is: no evidence, no change.
    if (kind >= 0) {
      const strength = share * 4 + times;
      add(list, 3, mix(own, kind));
      add(list, 4, mix(mix(own, kind), share));
      add(list, 5, mix(mix(own, kind), strength));
      add(list, 6, mix(kind, strength));
      add(list, 7, mix(own, label));
      add(list, 8, mix(label, strength));
      add(list, 9, mix(mix(kind, share), formOf(token.word).shape));
    }
    if (index > first) {
      const before = elsewhere(context, index - 1);
      if (before.kind >= 0) {
        add(list, 10, mix(mix(before.kind, before.label), mix(kind, label)));
        add(list, 11, mix(mix(before.kind, before.share), own));
      }
    }
    if (index + 1 < last) {
      const after = elsewhere(context, index + 1);
      if (after.kind >= 0) {
        add(list, 12, mix(mix(after.kind, after.label), mix(kind, label)));
        add(list, 13, mix(mix(after.kind, after.share), own));
      }
    }
  },
};
