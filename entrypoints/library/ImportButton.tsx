import { Dialog } from '@base-ui/react/dialog';
import { UploadIcon } from '@radix-ui/react-icons';
import { useRef, useState } from 'react';
import { Button } from '../../components/ui/Button';
import { Notice } from '../../components/ui/feedback';
import { toast } from '../../components/ui/Toasts';
import type { ImportPlan } from '../../lib/export';
import { plural, t } from '../../lib/ui-text/text';

type Step =
  | { step: 'idle' | 'reading' | 'writing' }
  | { step: 'asking'; plan: ImportPlan; file: string }
  | { step: 'failed'; message: string; places: readonly string[] };

/** Takes a file that Claimbook exported as JSON: says what it would change, and changes it when the person agrees. */
export function ImportButton() {
  const [now, setNow] = useState<Step>({ step: 'idle' });
  const input = useRef<HTMLInputElement>(null);

  const fail = (error: unknown) => {
    const { places = [] } = error as { places?: readonly string[] };
    setNow({ step: 'failed', message: error instanceof Error ? error.message : String(error), places });
  };
  const read = async (file: File) => {
    setNow({ step: 'reading' });
    try {
      const { planImport } = await import('../../lib/export');
      setNow({ step: 'asking', plan: await planImport(await file.text()), file: file.name });
    } catch (error) {
      fail(error);
    }
  };
  const write = async (plan: ImportPlan) => {
    setNow({ step: 'writing' });
    try {
      const { runImport } = await import('../../lib/export');
      const { added, updated } = await runImport(plan);
      setNow({ step: 'idle' });
      toast(plural('library.import.done', added + updated));
    } catch (error) {
      fail(error);
    }
  };
  const busy = now.step === 'reading' || now.step === 'writing';

  return (
    <>
      <Button onClick={() => input.current?.click()} disabled={busy}>
        <UploadIcon aria-hidden="true" /> {busy ? t('library.import.busy') : t('library.import.title')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="import-file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file chosen again must count as a change.
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Dialog.Root
        open={now.step === 'asking' || now.step === 'failed'}
        onOpenChange={(open) => !open && setNow({ step: 'idle' })}
      >
        <Dialog.Portal>
          <Dialog.Backdrop className="cb-backdrop" />
          <Dialog.Popup className="cb-dialog">
            {now.step === 'asking' && <Plan plan={now.plan} file={now.file} onAgree={() => void write(now.plan)} />}
            {now.step === 'failed' && <Failure message={now.message} places={now.places} />}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

function Plan({ plan, file, onAgree }: { plan: ImportPlan; file: string; onAgree: () => void }) {
  const nothing = plan.added + plan.updated === 0;
  return (
    <>
      <Dialog.Title>{t('library.import.ask', { file })}</Dialog.Title>
      <Dialog.Description render={<ul className="import-plan" />}>
        <li>{plural('library.import.added', plan.added)}</li>
        <li>{plural('library.import.updated', plan.updated)}</li>
        <li>{plural('library.import.unchanged', plan.unchanged)}</li>
      </Dialog.Description>
      {plan.conflicts.length > 0 && (
        <details>
          <summary>{plural('library.import.conflicts', plan.conflicts.length)}</summary>
          <ul className="import-plan cb-small">
            {plan.conflicts.slice(0, 100).map(({ title, kept, dropped }) => (
              <li key={`${title}${kept}${dropped}`}>{t('library.import.conflict', { title, kept, dropped })}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{nothing ? t('ui.close') : t('ui.cancel')}</Dialog.Close>
        {!nothing && (
          <Button kind="primary" onClick={onAgree}>
            {t('library.import.agree')}
          </Button>
        )}
      </div>
    </>
  );
}

function Failure({ message, places }: { message: string; places: readonly string[] }) {
  return (
    <>
      <Dialog.Title>{t('library.import.failed')}</Dialog.Title>
      <Notice tone="danger">{message}</Notice>
      {places.length > 0 && (
        <ul className="import-plan cb-small">
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      )}
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{t('ui.close')}</Dialog.Close>
      </div>
    </>
  );
}
