import { useEffect, useState } from 'react';
import { Button } from '../../components/ui/Button';
import { Notice } from '../../components/ui/feedback';
import type { LibraryMark } from '../../lib/library/identity';
import { lostLibrary, tookNote, watchLost } from '../../lib/lost-library';
import { momentInWords } from '../../lib/ui-text/dates';
import { plural, t } from '../../lib/ui-text/text';
import { ImportButton } from './import/ImportButton';

/** The browser has thrown the library away: what was in it, and how it comes back. Stays until the person has taken note. */
export function Lost() {
  const [lost, setLost] = useState<LibraryMark | null>(null);
  useEffect(() => {
    lostLibrary().then(setLost, () => {});
    return watchLost(setLost);
  }, []);
  if (!lost) return null;
  const { backup } = lost;
  return (
    <Notice tone="danger">
      <h2>{t('library.lost.title')}</h2>
      <p>{plural('library.lost.line', lost.reports, { moment: momentInWords(lost.at) ?? lost.at })}</p>
      <p>
        {backup
          ? t('library.lost.backup', { file: backup.name, moment: momentInWords(backup.at) ?? backup.at })
          : t('library.lost.noBackup')}
      </p>
      <div className="cb-actions">
        <ImportButton />
        <Button kind="quiet" onClick={() => void tookNote()}>
          {t('library.lost.dismiss')}
        </Button>
      </div>
    </Notice>
  );
}
