/** Finds the mentions of actors: the name tagger, and what no tagger need decide. */
import type { ActorKind } from '../annotation';
import type { Document, Sentence, Token } from '../language/document';
import type { Engine } from '../language/engine';
import { formOf } from '../language/lexical';
import { decodeSpans } from '../language/tagger/labels';
import { createTagger, retagInto, type Tagger, tagKeeping } from '../language/tagger/tagger';
import { type NameContext, nameContext } from './context';
import { nameFeatures } from './features';
import { readsAsNews } from './genre';
import { markWholes } from './pieces';
import { refineMentions } from './refine';
import { type SecondContext, secondContext, secondFeatures } from './second';

/** Token indexes, `last` exclusive. */
export interface TokenSpan {
  first: number;
  last: number;
}

export interface NameMention extends TokenSpan {
  kind: ActorKind;
  /** Index of the sentence it stands in. */
  sentence: number;
  /** Stands inside a longer name ("Russian" in "Russian Security Council"): counts for an actor that is named elsewhere, founds none. */
  nested?: boolean;
  /** Token indexes of the whole name that this is the head of, where names inside it have marks of their own: "Kenya Airways" for "Airways". */
  whole?: TokenSpan;
}

interface Taggers {
  first: Tagger<NameContext>;
  second: Tagger<SecondContext>;
}

const taggers = new WeakMap<Engine, Taggers>();

function taggersOf(engine: Engine): Taggers {
  const known = taggers.get(engine);
  if (known) return known;
  const model = engine.models.get('names.bin');
  const second = engine.models.get('names-second.bin');
  if (!model || !second) throw new Error('The model file names.bin or names-second.bin is missing');
  const made = {
    first: createTagger(model, nameFeatures(engine.gazetteer)),
    second: createTagger(second, secondFeatures),
  };
  taggers.set(engine, made);
  return made;
}

interface Stretch {
  sentence: number;
  from: number;
  to: number;
}

/** Lower-case words that a name may bridge. */
const longestBridge = 3;

const longestHyphenation = 8;
const glued = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.spaceBefore === false && (tokens[at]?.lower === '-' || tokens[at - 1]?.lower === '-');

/** The stretches around capitalised words, with a word on either side: elsewhere no name begins, and the tagger need not look. */
function stretchesOf(document: Document): Stretch[] {
  const { tokens, sentences } = document;
  const stretches: Stretch[] = [];
  sentences.forEach(({ first, last }, sentence) => {
    let open: Stretch | undefined;
    for (let index = first; index < last; index++) {
      const token = tokens[index];
      if (!token || token.kind === 'punct' || !formOf(token.word).capital) continue;
      if (open && index - open.to <= longestBridge - 1) open.to = Math.min(last, index + 2);
      else {
        open = { sentence, from: Math.max(first, index - 1), to: Math.min(last, index + 2) };
        stretches.push(open);
      }
      // "Ji-won", "al-Assad": what a hyphen holds to the name is part of it.
      while (open.to < last && open.to - index < longestHyphenation && glued(tokens, open.to)) open.to++;
    }
  });
  return stretches;
}

/** @returns the mentions in the order of the text; only nested ones overlap others. */
export function findMentions(document: Document, engine: Engine): NameMention[] {
  const { first: tagger, second } = taggersOf(engine);
  const { labels: names, scale } = tagger.model;
  const labels = new Uint8Array(document.tokens.length);
  const kept = new Int32Array(document.tokens.length * names.length);
  const news = readsAsNews(document);
  const context = nameContext(document, engine.gazetteer, news ? 1 : 0);
  const stretches = stretchesOf(document);
  const { sentences } = document;
  for (const { sentence, from, to } of stretches) {
    const { first, last } = sentences[sentence] as Sentence;
    tagKeeping(tagger, context, first, last, from, to, labels, kept);
  }
  const again = secondContext(document, labels, names.length);
  const better = new Uint8Array(labels.length);
  for (const { sentence, from, to } of stretches) {
    const { first, last } = sentences[sentence] as Sentence;
    retagInto(second, again, first, last, from, to, better, kept, scale);
  }
  const mentions = stretches.flatMap(({ sentence, from, to }) =>
    decodeSpans(better.subarray(from, to), names, from).map((span) => ({
      first: span.first,
      last: span.last,
      kind: span.kind as ActorKind,
      sentence,
    })),
  );
  const refined = refineMentions(document, mentions, engine.gazetteer, news);
  if (news) markWholes(document, refined, engine.gazetteer);
  return refined;
}
