/** Who said what: every reported statement of a text. */
import type { Actor, Attribution } from '../../annotation';
import type { Document } from '../../language/document';
import type { Engine } from '../../language/engine';

/**
 * @returns statements in the order of their cues, with ids "s1", "s2", ... Offsets are UTF-16 code units into `document.text`;
 *   `source.actors` is left empty for the pass that resolves actors. Never throws.
 */
export function findAttributions(_document: Document, _actors: Actor[], _engine: Engine): Attribution[] {
  return [];
}
