import type { Note } from '../../../lib/library';
import type { NoteChange } from '../../../lib/library/corrections/schema';
import { tagsOf, tagThings } from '../notes/tag-things';
import { TagDialog } from './TagDialog';

interface TagChosenProps<T> {
  chosen: readonly T[];
  on: (one: T) => NoteChange['on'];
  noteOf: (one: T) => Note | undefined;
}

/** Tags for chosen claims, actors or stories. */
export function TagChosen<T>({ chosen, on, noteOf }: TagChosenProps<T>) {
  const notes = chosen.map(noteOf);
  const change = (how: { add?: string; remove?: string }) => void tagThings(chosen.map(on), notes, how);
  return <TagDialog tags={tagsOf(notes)} onAdd={(add) => change({ add })} onRemove={(remove) => change({ remove })} />;
}
