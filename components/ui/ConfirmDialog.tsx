import { AlertDialog } from '@base-ui/react/alert-dialog';
import { t } from '../../lib/ui-text/text';
import { Button } from './Button';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  line: string;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({ open, title, line, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="cb-backdrop" />
        <AlertDialog.Popup className="cb-dialog">
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description className="cb-muted">{line}</AlertDialog.Description>
          <div className="cb-actions">
            <AlertDialog.Close render={<Button />}>{t('ui.cancel')}</AlertDialog.Close>
            <Button
              kind="danger"
              onClick={() => {
                onConfirm();
                onClose();
              }}
            >
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
