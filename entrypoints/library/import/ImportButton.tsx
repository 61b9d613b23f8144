import { Dialog } from '@base-ui/react/dialog';
import { UploadIcon } from '@radix-ui/react-icons';
import { useRef, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { Notice } from '../../../components/ui/feedback';
import { toast } from '../../../components/ui/Toasts';
import type { FilesPlan } from '../../../lib/export';
import { bringAnnotations } from '../../../lib/library/annotations';
import { askBackground } from '../../../lib/messages';
import { failureInWords } from '../../../lib/ui-text/failure';
import { plural, t } from '../../../lib/ui-text/text';
import { AnnotationsPlan, LibraryPlan, PagesPlan } from './plans';

type Step =
  | { step: 'idle' | 'reading' }
  | { step: 'writing'; done: number; total: number }
  | { step: 'asking'; plan: FilesPlan; file: string }
  | { step: 'failed'; message: string; places: readonly string[] };

/**
 * Takes a backup, annotations of other programs, or saved pages: says what importing would change, and changes it when the
 * person agrees.
 */
export function ImportButton() {
  const [now, setNow] = useState<Step>({ step: 'idle' });
  const input = useRef<HTMLInputElement>(null);

  const fail = (error: unknown) => {
    const { places = [] } = error as { places?: readonly string[] };
    setNow({ step: 'failed', message: failureInWords(error), places });
  };
  const read = async (files: File[]) => {
    setNow({ step: 'reading' });
    try {
      // Loaded only now: most visits import nothing.
      const { planFiles } = await import('../../../lib/export');
      const plan = await planFiles(files, parse);
      setNow({
        step: 'asking',
        plan,
        file: files
          .map(({ name }) => name)
          .join(' · ')
          .slice(0, 80),
      });
    } catch (error) {
      fail(error);
    }
  };
  const write = async (plan: FilesPlan) => {
    setNow({ step: 'writing', done: 0, total: 0 });
    try {
      toast(await bring(plan, (done, total) => setNow({ step: 'writing', done, total })));
      setNow({ step: 'idle' });
    } catch (error) {
      fail(error);
    }
  };
  const busy = now.step === 'reading' || now.step === 'writing';
  const progress = now.step === 'writing' && now.total > 0 ? ` ${now.done}/${now.total}` : '';

  return (
    <>
      <Button onClick={() => input.current?.click()} disabled={busy}>
        <UploadIcon aria-hidden="true" /> {busy ? `${t('library.import.busy')}${progress}` : t('library.import.title')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,.jsonld,.html,.htm,.xhtml,application/json,application/ld+json,text/html"
        hidden
        data-testid="import-file"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again must count as a change.
          event.target.value = '';
          if (files.length > 0) void read(files);
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

// biome-ignore lint/plugin: a saved page is read as text; the parsed document runs no script, loads nothing and is never shown
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** @returns what was done, for people */
async function bring(plan: FilesPlan, progress: (done: number, total: number) => void): Promise<string> {
  if (plan.kind === 'library') {
    const { runImport } = await import('../../../lib/export');
    const { added, updated } = await runImport(plan.plan);
    return plural('library.import.done', added + updated);
  }
  if (plan.kind === 'annotations')
    return plural('library.import.annotationsDone', (await bringAnnotations(plan.annotations)).added);
  for (const [index, article] of plan.articles.entries()) {
    progress(index, plan.articles.length);
    await askBackground('save', { article, note: '' });
  }
  return plural('library.import.done', plan.articles.length);
}

function Plan({ plan, file, onAgree }: { plan: FilesPlan; file: string; onAgree: () => void }) {
  const changes =
    plan.kind === 'library'
      ? plan.plan.added + plan.plan.updated
      : plan.kind === 'annotations'
        ? plan.result.added
        : plan.articles.length;
  return (
    <>
      <Dialog.Title>{t('library.import.ask', { file })}</Dialog.Title>
      {plan.kind === 'library' ? (
        <LibraryPlan plan={plan.plan} />
      ) : plan.kind === 'annotations' ? (
        <AnnotationsPlan result={plan.result} />
      ) : (
        <PagesPlan articles={plan.articles.length} refused={plan.refused} />
      )}
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{changes === 0 ? t('ui.close') : t('ui.cancel')}</Dialog.Close>
        {changes > 0 && (
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
        <details>
          <summary className="cb-small">{t('library.import.places')}</summary>
          <ul className="import-plan cb-small">
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{t('ui.close')}</Dialog.Close>
      </div>
    </>
  );
}
