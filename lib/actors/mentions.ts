/** Finds the mentions of actors: the name tagger, and what no tagger need decide. */
import type { ActorKind } from '../annotation';
import type { Document } from '../language/document';
import type { Engine } from '../language/engine';
import { decodeSpans } from '../language/tagger/labels';
import { createTagger, type Tagger, tag } from '../language/tagger/tagger';
import { type NameContext, nameContext } from './context';
import { nameFeatures } from './features';

export interface NameMention {
  /** Token indexes, `last` exclusive. */
  first: number;
  last: number;
  kind: ActorKind;
  /** Index of the sentence it stands in. */
  sentence: number;
}

const taggers = new WeakMap<Engine, Tagger<NameContext>>();

function taggerOf(engine: Engine): Tagger<NameContext> {
  const known = taggers.get(engine);
  if (known) return known;
  const model = engine.models.get('names.bin');
  if (!model) throw new Error('The model file names.bin is missing');
  const made = createTagger(model, nameFeatures(engine.gazetteer));
  taggers.set(engine, made);
  return made;
}

/** @returns the mentions in the order of the text; they do not overlap. */
export function findMentions(document: Document, engine: Engine): NameMention[] {
  const tagger = taggerOf(engine);
  const context = nameContext(document, engine.gazetteer);
  return document.sentences.flatMap(({ first, last }, sentence) =>
    decodeSpans(tag(tagger, context, first, last), tagger.model.labels, first).map((span) => ({
      first: span.first,
      last: span.last,
      kind: span.kind as ActorKind,
      sentence,
    })),
  );
}
