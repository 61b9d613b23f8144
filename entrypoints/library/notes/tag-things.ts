/** Tags on claims, actors and stories, many at a time, with undo. */
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { Note } from '../../../lib/library';
import type { NoteChange } from '../../../lib/library/corrections/schema';
import { askBackground } from '../../../lib/messages';
import { plural } from '../../../lib/ui-text/text';

type Thing = NoteChange['on'];

export const tagsOf = (notes: readonly (Pick<Note, 'tags'> | undefined)[]): string[] =>
  [...new Set(notes.flatMap((note) => note?.tags ?? []))].sort();

/** @param notes what stands on each of the things now */
export async function tagThings(
  things: readonly Thing[],
  notes: readonly (Pick<Note, 'tags'> | undefined)[],
  { add, remove }: { add?: string; remove?: string },
): Promise<void> {
  const before = notes.map((note) => note?.tags ?? []);
  const after = before.map((tags) => [...new Set([...tags.filter((tag) => tag !== remove), ...(add ? [add] : [])])]);
  const changed = things
    .map((_, index) => index)
    .filter((index) => after[index]?.join('\n') !== before[index]?.join('\n'));
  const write = async (tags: readonly string[][]) => {
    for (const index of changed) {
      const on = things[index];
      if (on) await askBackground('put-note', { on, tags: tags[index] ?? [] });
    }
  };
  try {
    await write(after);
    toast(plural('library.list.tagged', changed.length), () => write(before));
  } catch (error) {
    toastFailure(error);
  }
}
