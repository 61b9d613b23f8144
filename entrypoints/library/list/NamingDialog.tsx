/** A dialog that asks for a few words: its button, its title, one field, and what to do with them. */
import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { t } from '../../../lib/ui-text/text';

interface NamingDialogProps {
  /** On the button that opens it. */
  trigger: ReactNode;
  title: string;
  /** Of the field. */
  label: string;
  /** On the button that ends it. */
  submit: string;
  /** What stands in the field when it opens. */
  suggested?: string;
  /** @param words trimmed, never empty */
  onSubmit: (words: string) => void;
  /** Below the field. @param close without an answer from the field */
  children?: (close: () => void) => ReactNode;
}

export function NamingDialog({ trigger, title, label, submit, suggested = '', onSubmit, children }: NamingDialogProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setTyped(suggested);
      }}
    >
      <Dialog.Trigger render={<Button kind="quiet" />}>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="cb-backdrop" />
        <Dialog.Popup className="cb-dialog">
          <Dialog.Title>{title}</Dialog.Title>
          <form
            className="dialog-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!words) return;
              setOpen(false);
              onSubmit(words);
            }}
          >
            <div className="cb-field">
              <label className="cb-label" htmlFor={id}>
                {label}
              </label>
              <input
                id={id}
                className="cb-input"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
            {children?.(() => setOpen(false))}
            <div className="cb-actions">
              <Dialog.Close render={<Button />}>{t('ui.cancel')}</Dialog.Close>
              <Button type="submit" kind="primary" disabled={!words}>
                {submit}
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
