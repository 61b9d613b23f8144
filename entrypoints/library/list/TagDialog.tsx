import { Dialog } from '@base-ui/react/dialog';
import { Cross2Icon, PlusIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { listTags } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { listNoteTags } from '../../../lib/library/notes/notes';
import { t } from '../../../lib/ui-text/text';

interface TagDialogProps {
  /** Tags that some of the chosen things have: they can be taken away. */
  tags: string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

/** Gives many things a tag, or takes one away. */
export function TagDialog({ tags, onAdd, onRemove }: TagDialogProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const onReports = useLive(listTags, []).value ?? [];
  const onOthers = useLive(listNoteTags, []).value ?? [];
  const known = [...new Set([...onReports, ...onOthers])].filter((tag) => !tags.includes(tag)).slice(0, 24);
  const add = (tag: string) => {
    setOpen(false);
    setTyped('');
    onAdd(tag.trim().replace(/^#+/, ''));
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger render={<Button kind="quiet" />}>
        <span aria-hidden="true">#</span> {t('library.list.tag')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="cb-backdrop" />
        <Dialog.Popup className="cb-dialog">
          <Dialog.Title>{t('library.list.tagTitle')}</Dialog.Title>
          <form
            className="dialog-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim()) add(typed);
            }}
          >
            <div className="cb-field">
              <label className="cb-label" htmlFor="bulk-tag">
                {t('library.list.newTag')}
              </label>
              <input
                id="bulk-tag"
                className="cb-input"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
            {known.length > 0 && (
              <ul className="cb-list chips" aria-label={t('library.list.knownTags')}>
                {known.map((tag) => (
                  <li key={tag}>
                    <button type="button" className="cb-chip" onClick={() => add(tag)}>
                      <PlusIcon aria-hidden="true" />
                      <span>{tag}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {tags.length > 0 && (
              <>
                <h3>{t('library.list.tagsThere')}</h3>
                <ul className="cb-list chips">
                  {tags.map((tag) => (
                    <li key={tag}>
                      <button
                        type="button"
                        className="cb-chip"
                        aria-label={t('library.report.removeTag', { tag })}
                        onClick={() => {
                          setOpen(false);
                          onRemove(tag);
                        }}
                      >
                        <Cross2Icon aria-hidden="true" />
                        <span>{tag}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <div className="cb-actions">
              <Dialog.Close render={<Button />}>{t('ui.cancel')}</Dialog.Close>
              <Button type="submit" kind="primary" disabled={!typed.trim()}>
                {t('library.list.addTag')}
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
