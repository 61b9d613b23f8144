import type { Note } from '../../../lib/library';
import { keepLive } from '../../../lib/library/kept-live';
import { listNotes } from '../../../lib/library/notes/notes';
import { useKept } from '../list/use-kept';
import { tagsOf } from './tag-things';

const kept = {
  claim: keepLive(() => listNotes('claim')),
  actor: keepLive(() => listNotes('actor')),
  story: keepLive(() => listNotes('story')),
};

export interface OwnNotes {
  /** By what they are on; undefined until they are read. */
  notes: ReadonlyMap<string, Note[]> | undefined;
  /** Each once, in the alphabet's order. */
  tags: string[];
}

/** What the person wrote on things of a kind. */
export function useOwnNotes(kind: Note['kind']): OwnNotes {
  const notes = useKept(kept[kind]).value;
  return { notes, tags: tagsOf([...(notes?.values() ?? [])].flat()) };
}
