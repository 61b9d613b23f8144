import { ArrowLeftIcon, ExternalLinkIcon, TrashIcon } from '@radix-ui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import { SavedText } from '../../../components/claim/SavedText';
import type { OwnMark } from '../../../components/claim/segments';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { Switch } from '../../../components/ui/Switch';
import { toastFailure } from '../../../components/ui/Toasts';
import { type Correction, getReport, type Report } from '../../../lib/library';
import { listCorrectionsOf, placeOf } from '../../../lib/library/corrections';
import { allReports } from '../../../lib/library/kept-live';
import { useLive } from '../../../lib/library/live';
import { listClaimNotes, type PlacedNote } from '../../../lib/library/notes/notes';
import { askBackground } from '../../../lib/messages';
import { outletOf } from '../../../lib/ui-text/claim';
import { dayInWords, momentInWords } from '../../../lib/ui-text/dates';
import { t } from '../../../lib/ui-text/text';
import { deleteWithUndo } from '../delete-with-undo';
import { ExportMenu } from '../ExportMenu';
import { NoteField } from '../notes/NoteField';
import { TagsField } from '../notes/TagsField';
import { PrintSource } from '../PrintSource';
import { routeTo } from '../route';
import { MarkBar } from './MarkBar';
import { ReportSide } from './ReportSide';

export function ReportPage({ reportId, claimId }: { reportId: string; claimId: string | null }) {
  const { value, error } = useLive(() => getReport(reportId).then((found) => found ?? 'missing'), [reportId]);
  const [names, setNames] = useState(true);
  const url = value && value !== 'missing' ? value.report.canonicalUrl : '';
  const made = useLive(() => listCorrectionsOf(url), [url]);
  const onClaims = useLive(() => listClaimNotes(reportId), [reportId]);
  const text = value && value !== 'missing' ? value.version.text : '';
  const marks = useMemo(
    () => ownMarks(text, made.value ?? [], onClaims.value ?? []),
    [text, made.value, onClaims.value],
  );
  const title = value && value !== 'missing' ? value.report.title : null;
  useEffect(() => {
    if (title) document.title = `${title} – ${t('product.name')}`;
  }, [title]);

  if (error) return <Notice tone="danger">{error}</Notice>;
  if (!value) return <Opening reportId={reportId} />;
  if (value === 'missing') return <Missing reportId={reportId} />;
  const { report, version } = value;
  const corrections = made.value ?? [];
  // Choosing replaces the address: the back button leads to the list, not through every number looked at.
  const choose = (id: string) => location.replace(routeTo(['report', report.id, id]));

  return (
    <div className="report">
      <div className="report-main">
        <ReportHead report={report} />
        <div className="report-own-fields">
          <TagsField
            tags={report.tags}
            view="reports"
            write={(tags) => askBackground('edit-report', { reportId: report.id, tags })}
          />
          <NoteField
            of={report.id}
            note={report.note}
            label={t('library.report.note')}
            placeholder={t('library.report.notePlaceholder')}
            write={(note) => askBackground('edit-report', { reportId: report.id, note })}
          />
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
          notes={marks}
          onSelect={(span, done) => <MarkBar report={report} version={version} span={span} done={done} />}
        />
      </div>
      <ReportSide
        report={report}
        version={version}
        corrections={corrections}
        notes={onClaims.value ?? []}
        chosen={claimId}
        onChoose={choose}
      />
    </div>
  );
}

/** What the list knew of it stands there at once; its text is on the way. */
function Opening({ reportId }: { reportId: string }) {
  const known = allReports.now().value?.reports.find(({ id }) => id === reportId);
  const text = <Skeleton widths={[90, 95, 88, 92, 70]} />;
  return known ? (
    <div className="report">
      <div className="report-main">
        <ReportHead report={known} />
        {text}
      </div>
    </div>
  ) : (
    text
  );
}

/** Passages with a note of the person, where they stand now. */
function ownMarks(text: string, corrections: readonly Correction[], notes: readonly PlacedNote[]): OwnMark[] {
  const passages = corrections.flatMap((correction) => {
    const place = correction.kind === 'mark' && correction.as === 'note' ? placeOf(text, correction.selector) : null;
    return place && correction.kind === 'mark' ? [{ ...place, note: correction.note }] : [];
  });
  return [...passages, ...notes.flatMap(({ note, place }) => (place ? [{ ...place, note: note.note }] : []))];
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
      <PrintSource report={report} />
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
