import { Toast } from '@base-ui/react/toast';
import { Cross2Icon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { failureInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { Button } from './Button';

/** Long enough to read a line and reach for "Undo", also by keyboard (F6 leads to the toasts). */
const shownFor = 10_000;

const manager = Toast.createToastManager();

/** Says briefly what was done, politely; `undo` offers to take it back. */
export function toast(message: string, undo?: () => Promise<unknown>): void {
  const id = manager.add({
    title: message,
    timeout: shownFor,
    ...(undo
      ? {
          actionProps: {
            children: t('ui.undo'),
            onClick: () => {
              manager.close(id);
              undo().catch(toastFailure);
            },
          },
        }
      : {}),
  });
}

/** Says what failed, at once, and stays until it is closed. */
export function toastFailure(error: unknown): void {
  const title = failureInWords(error);
  manager.add({ title, type: 'error', priority: 'high', timeout: 0 });
}

/** Where toasts of this page appear. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager}>
      {children}
      <Toast.Viewport className="cb-toasts">
        <ToastList />
      </Toast.Viewport>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((one) => (
    <Toast.Root key={one.id} toast={one} className="cb-toast" swipeDirection={[]}>
      <Toast.Title render={<span />} />
      {one.actionProps && <Toast.Action render={<Button kind="quiet" />} />}
      {/* Base UI hides it from screen readers while toasts are stacked; ours never are. */}
      <Toast.Close className="cb-icon-button" aria-label={t('ui.close')} aria-hidden={false}>
        <Cross2Icon aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ));
}
