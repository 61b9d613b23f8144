/** Actors: who acts in a text, under which names, in which roles. */
import type { Actor } from '../annotation';
import type { Document } from '../language/document';
import type { Engine } from '../language/engine';
import { findMentions } from './mentions';
import { mergeMentions } from './merge';
import { findRoles } from './roles';

/**
 * @param document tokens, sentences and parts of speech filled in
 * @returns the actors in the order of their first mention, their mentions in the order of the text (UTF-16 offsets). Never throws.
 */
export function findActors(document: Document, engine: Engine): Actor[] {
  const drafts = mergeMentions(document, findMentions(document, engine));
  const roles = findRoles(document, drafts);
  return drafts.map((draft, index) => ({
    id: `a${index + 1}`,
    name: draft.name,
    kind: draft.kind,
    roles: roles[index] ?? [],
    mentions: draft.mentions.map(({ first, last, kind }) => ({
      start: document.tokens[first]?.start ?? 0,
      end: document.tokens[last - 1]?.end ?? 0,
      kind,
    })),
  }));
}
