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

/** A library that a newer version wrote, or that is damaged, can still be read: what can be rescued leaves as a backup. */
export function Trouble() {
  const { error, code } = useLive(countReports, []);
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState<Said[]>([]);
  if (!error || (code !== 'newer' && code !== 'damaged')) return null;
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
    <Notice tone="danger">
      <p>{error}</p>
      <p>
        <Button onClick={() => void rescue()} disabled={busy}>
          {busy ? t('library.export.busy') : t('library.rescue.offer')}
        </Button>
      </p>
      {lost.length > 0 && <p>{t('library.rescue.lost')}</p>}
      {lost.length > 0 && (
        <ul className="import-plan">
          {lost.map(saidInWords).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
