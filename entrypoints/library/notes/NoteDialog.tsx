import { Dialog } from '@base-ui/react/dialog';
import { useId, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import type { WrittenNote } from '../../../lib/library/notes/all-notes';
import { quoted, t } from '../../../lib/ui-text/text';
import { changeNote } from './change-notes';

/** Edits a note and its tags where the list shows it. @param one null while nothing is edited */
export function NoteDialog({ one, onClose }: { one: WrittenNote | null; onClose: () => void }) {
  return (
    <Dialog.Root open={one !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="cb-backdrop" />
        <Dialog.Popup className="cb-dialog">
          <Dialog.Title>{t('library.notes.editTitle')}</Dialog.Title>
          {one && <Form key={one.id} one={one} onClose={onClose} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const split = (text: string) =>
  text
    .split(',')
    .map((tag) => tag.trim().replace(/^#+/, ''))
    .filter(Boolean);

function Form({ one, onClose }: { one: WrittenNote; onClose: () => void }) {
  const id = useId();
  const [note, setNote] = useState(one.note);
  const [tags, setTags] = useState(one.tags.join(', '));
  return (
    <form
      className="dialog-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const words = { note: note.trim(), tags: split(tags) };
        if (await changeNote(one, words)) onClose();
      }}
    >
      <p className="cb-muted cb-small note-dialog-place">{one.quote ? quoted(one.quote) : one.title}</p>
      <div className="cb-field">
        <label className="cb-label" htmlFor={`${id}-note`}>
          {t('library.report.note')}
        </label>
        <textarea
          id={`${id}-note`}
          className="cb-input"
          rows={4}
          value={note}
          placeholder={t('library.report.notePlaceholder')}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {one.kind !== 'passage' && (
        <div className="cb-field">
          <label className="cb-label" htmlFor={`${id}-tags`}>
            {t('library.report.tags')}
          </label>
          <input
            id={`${id}-tags`}
            className="cb-input"
            autoComplete="off"
            value={tags}
            onChange={(event) => setTags(event.target.value)}
          />
        </div>
      )}
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{t('ui.cancel')}</Dialog.Close>
        <Button type="submit" kind="primary">
          {t('library.notes.keep')}
        </Button>
      </div>
    </form>
  );
}
