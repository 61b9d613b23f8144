/** Finds the mentions of actors: the name tagger, and what no tagger need decide. */
import type { ActorKind } from '../annotation';
import type { Document } from '../language/document';
import type { Engine } from '../language/engine';
import { formOf } from '../language/lexical';
import { decodeSpans } from '../language/tagger/labels';
import { createTagger, retagInto, type Tagger, tagKeeping } from '../language/tagger/tagger';
import { type NameContext, nameContext } from './context';
import { nameFeatures } from './features';
import { refineMentions } from './refine';
import { type SecondContext, secondContext, secondFeatures } from './second';

export interface NameMention {
  /** Token indexes, `last` exclusive. */
  first: number;
  last: number;
  kind: ActorKind;
  /** Index of the sentence it stands in. */
  sentence: number;
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

/** Has the stretch a capital or a digit-led name at all? Others hold no names and are not tagged. */
function mayHoldNames(document: Document, first: number, last: number): boolean {
  for (let index = first; index < last; index++) {
    const token = document.tokens[index];
    if (token && token.kind === 'word' && formOf(token.word).capital && (index > first || token.pos !== 'DET'))
      return true;
  }
  return false;
}

/** @returns the mentions in the order of the text; they do not overlap. */
export function findMentions(document: Document, engine: Engine): NameMention[] {
  const { first: tagger, second } = taggersOf(engine);
  const { labels: names, scale } = tagger.model;
  const labels = new Uint8Array(document.tokens.length);
  const kept = new Int32Array(document.tokens.length * names.length);
  const context = nameContext(document, engine.gazetteer);
  const worth = document.sentences.map(({ first, last }) => mayHoldNames(document, first, last));
  document.sentences.forEach(({ first, last }, at) => {
    if (worth[at]) tagKeeping(tagger, context, first, last, labels, first, kept);
  });
  const again = secondContext(document, labels, names.length);
  const better = new Uint8Array(labels.length);
  document.sentences.forEach(({ first, last }, at) => {
    if (worth[at]) retagInto(second, again, first, last, better, first, kept, scale);
  });
  const mentions = document.sentences.flatMap(({ first, last }, sentence) =>
    worth[sentence]
      ? decodeSpans(better.subarray(first, last), names, first).map((span) => ({
          first: span.first,
          last: span.last,
          kind: span.kind as ActorKind,
          sentence,
        }))
      : [],
  );
  return refineMentions(document, mentions);
}
