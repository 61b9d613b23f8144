/** Changing and deleting what stands in the list of notes, with undo. */
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { WrittenNote } from '../../../lib/library/notes/all-notes';
import { askBackground } from '../../../lib/messages';
import { plural, t } from '../../../lib/ui-text/text';

type Words = Pick<WrittenNote, 'note' | 'tags'>;

/** Passages have no tags. */
function write({ kind, key }: WrittenNote, { note, tags }: Words): Promise<unknown> {
  if (kind === 'report') return askBackground('edit-report', { reportId: key, note, tags });
  if (kind === 'passage') return askBackground('put-note', { on: { kind: 'passage', id: key }, note });
  return askBackground('put-note', { on: { kind: 'kept', id: key }, note, tags });
}

/** @returns whether it is kept; else the person was told why not */
export async function changeNote(one: WrittenNote, words: Words): Promise<boolean> {
  try {
    await write(one, words);
  } catch (error) {
    toastFailure(error);
    return false;
  }
  toast(t('library.notes.changed'), () => write(one, one));
  return true;
}

const remove = (one: WrittenNote) =>
  one.kind === 'passage'
    ? askBackground('revoke-correction', { id: one.key, revoked: true })
    : write(one, { note: '', tags: [] });

const restore = (one: WrittenNote) =>
  one.kind === 'passage' ? askBackground('revoke-correction', { id: one.key, revoked: false }) : write(one, one);

/** Notes and their tags; what they are on stays. */
export async function deleteNotes(notes: readonly WrittenNote[]): Promise<void> {
  const gone: WrittenNote[] = [];
  try {
    for (const one of notes) {
      await remove(one);
      gone.push(one);
    }
  } catch (error) {
    toastFailure(error);
  }
  if (gone.length > 0)
    toast(plural('library.notes.deleted', gone.length), async () => {
      for (const one of gone) await restore(one);
    });
}
