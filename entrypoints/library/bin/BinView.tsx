import { TrashIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { type Binned, daysInBin, listBin } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { reportInWords } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural, t } from '../../../lib/ui-text/text';

export function BinView() {
  const { value, error } = useLive(listBin, []);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className="view-head">
        <h1>{t('library.bin.title')}</h1>
        <div className="cb-actions">
          {!!value?.length && (
            <Button kind="danger" onClick={() => setAsking(true)}>
              {t('library.bin.empty')}
            </Button>
          )}
        </div>
      </div>
      <p className="cb-muted">{t('library.bin.line', { days: String(daysInBin) })}</p>
      {error && <Notice tone="danger">{error}</Notice>}
      {!value && !error && <Skeleton widths={[60, 40]} />}
      {value?.length === 0 && (
        <EmptyState icon={<TrashIcon width="32" height="32" aria-hidden="true" />} title={t('library.bin.nothing')} />
      )}
      <ul className="cb-list">
        {value?.map((binned) => (
          <BinRow key={binned.id} binned={binned} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        title={plural('library.bin.ask', value?.length ?? 0)}
        line={t('library.bin.askLine')}
        confirm={t('library.bin.empty')}
        onConfirm={() => void askBackground('empty-bin', {}).catch(toastFailure)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function BinRow({ binned: { id, report, deletedAt } }: { binned: Binned }) {
  const restore = () =>
    askBackground('restore-reports', { reportIds: [id] }).then(
      () => toast(t('library.bin.restored', { title: report.title })),
      toastFailure,
    );
  return (
    <li className="bin-row">
      <div>
        <h2>{report.title}</h2>
        <p className="report-facts cb-small">
          <span>{reportInWords(report)}</span>
          <span>{t('library.bin.deletedOn', { day: dayInWords(deletedAt) ?? '' })}</span>
        </p>
        {report.note && <p className="report-note cb-small">{report.note}</p>}
      </div>
      <Button onClick={restore} aria-label={t('library.bin.restoreNamed', { title: report.title })}>
        {t('library.bin.restore')}
      </Button>
    </li>
  );
}
