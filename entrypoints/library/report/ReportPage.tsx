import { ArrowLeftIcon, ExternalLinkIcon, TrashIcon } from '@radix-ui/react-icons';
import { useEffect, useState } from 'react';
import { SavedText } from '../../../components/claim/SavedText';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { Switch } from '../../../components/ui/Switch';
import { toastFailure } from '../../../components/ui/Toasts';
import { getReport, type Report } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { outletOf } from '../../../lib/ui-text/claim';
import { dayInWords, momentInWords } from '../../../lib/ui-text/dates';
import { t } from '../../../lib/ui-text/text';
import { deleteWithUndo } from '../delete-with-undo';
import { ExportMenu } from '../ExportMenu';
import { routeTo } from '../route';
import { NoteField } from './NoteField';
import { ReportSide } from './ReportSide';
import { TagsField } from './TagsField';

export function ReportPage({ reportId, claimId }: { reportId: string; claimId: string | null }) {
  const { value, error } = useLive(() => getReport(reportId).then((found) => found ?? 'missing'), [reportId]);
  const [names, setNames] = useState(true);
  const title = value && value !== 'missing' ? value.report.title : null;
  useEffect(() => {
    if (title) document.title = `${title} – ${t('product.name')}`;
  }, [title]);

  if (error) return <Notice tone="danger">{error}</Notice>;
  if (!value) return <Skeleton widths={[55, 30, 90, 95, 88, 92, 70]} />;
  if (value === 'missing') return <Missing reportId={reportId} />;
  const { report, version } = value;
  // Choosing replaces the address: the back button leads to the list, not through every number looked at.
  const choose = (id: string) => location.replace(routeTo(['report', report.id, id]));

  return (
    <div className="report">
      <div className="report-main">
        <ReportHead report={report} />
        <div className="report-own-fields">
          <TagsField report={report} />
          <NoteField report={report} />
        </div>
        <div className="report-text-head">
          <h2 className="cb-small">{t('library.report.text', { day: dayInWords(version.savedAt) ?? '' })}</h2>
          <span className="report-names">
            <span id="names-label" className="cb-small">
              {t('library.report.names')}
            </span>
            <Switch checked={names} onChange={setNames} aria-labelledby="names-label" />
          </span>
        </div>
        <SavedText
          text={version.text}
          annotation={version.annotation}
          chosen={claimId}
          onChoose={choose}
          names={names}
        />
      </div>
      <ReportSide report={report} version={version} chosen={claimId} onChoose={choose} />
    </div>
  );
}

function ReportHead({ report }: { report: Report }) {
  return (
    <header className="report-head">
      <div className="report-bar">
        <a className="back" href={routeTo(['reports'])}>
          <ArrowLeftIcon aria-hidden="true" /> {t('library.reports.title')}
        </a>
        <div className="cb-actions">
          <a className="cb-button" href={report.url} target="_blank" rel="noreferrer noopener">
            <ExternalLinkIcon aria-hidden="true" /> {t('library.report.original')}
          </a>
          <ExportMenu reportIds={[report.id]} />
          <Button
            kind="plain"
            onClick={async () => {
              if (await deleteWithUndo([report])) location.hash = routeTo(['reports']);
            }}
          >
            <TrashIcon aria-hidden="true" /> {t('library.delete')}
          </Button>
        </div>
      </div>
      <h1>{report.title}</h1>
      <p className="report-facts cb-small">
        <span>{outletOf(report)}</span>
        {report.byline && <span>{report.byline}</span>}
        {report.publishedAt && (
          <span title={momentInWords(report.publishedAt) ?? undefined}>{dayInWords(report.publishedAt)}</span>
        )}
        <span title={momentInWords(report.savedAt) ?? undefined}>
          {t('library.report.saved', { day: dayInWords(report.savedAt) ?? '' })}
        </span>
      </p>
    </header>
  );
}

/** A link may lead to a report that is in the bin, or gone. */
function Missing({ reportId }: { reportId: string }) {
  return (
    <EmptyState title={t('library.report.missingTitle')}>
      <p>{t('library.report.missingLine')}</p>
      <Button onClick={() => askBackground('restore-reports', { reportIds: [reportId] }).catch(toastFailure)}>
        {t('library.report.restore')}
      </Button>
    </EmptyState>
  );
}
