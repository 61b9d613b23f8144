import { useState } from 'react';
import { Button } from '../../components/ui/Button';
import { Notice } from '../../components/ui/feedback';
import { toast, toastFailure } from '../../components/ui/Toasts';
import { countReports } from '../../lib/library';
import { useLive } from '../../lib/library/live';
import type { Said } from '../../lib/said';
import { saidInWords } from '../../lib/ui-text/failure';
import { plural, t } from '../../lib/ui-text/text';
import { download } from './ExportMenu';

export interface LibraryTrouble {
  /** What is wrong, for people. */
  error: string;
}

/** A library that a newer version wrote, or that is damaged: no view can show it. Null while all is well. @param asked whether to look by now */
export function useTrouble(asked: boolean): LibraryTrouble | null {
  const { error, code } = useLive(async () => (asked ? await countReports() : 0), [asked]);
  return error && (code === 'newer' || code === 'damaged') ? { error } : null;
}

/** In the place of every view: what can still be read leaves as a backup. */
export function Trouble({ error }: LibraryTrouble) {
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState<Said[]>([]);
  const rescue = async () => {
    setBusy(true);
    try {
      const { rescueLibrary } = await import('../../lib/export');
      const file = await rescueLibrary();
      download(file);
      setLost(file.lost);
      toast(plural('library.rescue.done', file.reports));
    } catch (failure) {
      toastFailure(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="trouble">
      <h1>{t('library.rescue.title')}</h1>
      <Notice tone="danger">{error}</Notice>
      <p>{t('library.rescue.line')}</p>
      <p>
        <Button kind="primary" onClick={() => void rescue()} disabled={busy}>
          {busy ? t('library.export.busy') : t('library.rescue.offer')}
        </Button>
      </p>
      {lost.length > 0 && (
        <section>
          <h2>{t('library.rescue.lost')}</h2>
          <ul className="import-plan">
            {lost.map(saidInWords).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
