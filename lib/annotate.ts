/** Text in, annotation out: the one door to the language rooms. Plain Node: no DOM, no browser, no database. */
import { findActors } from './actors/actors';
import { resolveSources } from './actors/sources';
import type { Annotation } from './annotation';
import { findClaims } from './claims/claims';
import { findAttributions } from './claims/statements/statements';
import { detectLanguage } from './language/detect';
import type { Engine } from './language/engine';
import { readDocument } from './language/read';

export interface AnnotateInput {
  text: string;
  title?: string | null;
  /** ISO 8601; relative dates in the text are resolved against it. */
  publishedAt?: string | null;
}

/**
 * Reads one article.
 * @returns offsets in UTF-16 code units into `input.text`. Text that is not English yields sentences and its language only.
 *   Never throws on any string; time is linear in the length of the text.
 */
export function annotate(input: AnnotateInput, engine: Engine): Annotation {
  const language = detectLanguage(input.text);
  const document = readDocument(input.text, language, engine);
  const sentences = document.sentences.map(({ start, end }) => ({ start, end }));
  if (!language.startsWith('en')) return { language, sentences, actors: [], attributions: [], claims: [] };
  const actors = findActors(document, engine);
  const attributions = resolveSources(document, actors, findAttributions(document, actors, engine), engine.gazetteer);
  const claims = findClaims(document, actors, attributions, { publishedAt: input.publishedAt ?? null });
  return { language, sentences, actors, attributions, claims };
}
