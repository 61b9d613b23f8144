import { useMemo, useState } from 'react';
import type { Report } from '../../../lib/library';
import { askBackground } from '../../../lib/messages';
import { t } from '../../../lib/ui-text/text';
import { keepLatest } from './keep-latest';

/** The note of a report: every key stroke is kept, and it says so. */
export function NoteField({ report }: { report: Report }) {
  const [note, setNote] = useState(report.note);
  const [state, setState] = useState<{ step: 'idle' | 'keeping' | 'kept' } | { step: 'failed'; message: string }>({
    step: 'idle',
  });
  const keep = useMemo(
    () =>
      keepLatest(
        (value: string) => askBackground('edit-report', { reportId: report.id, note: value }),
        ({ pending, error }) => {
          if (error) setState({ step: 'failed', message: error instanceof Error ? error.message : String(error) });
          else if (!pending) setState({ step: 'kept' });
        },
      ),
    [report.id],
  );
  // Another window may have changed it; what is being typed here wins.
  const [seen, setSeen] = useState(report.note);
  if (report.note !== seen) {
    setSeen(report.note);
    if (state.step === 'idle' || note === seen) setNote(report.note);
  }
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor="report-note">
        {t('library.report.note')}
      </label>
      <textarea
        id="report-note"
        className="cb-input"
        rows={2}
        value={note}
        placeholder={t('library.report.notePlaceholder')}
        onChange={(event) => {
          setNote(event.target.value);
          setState({ step: 'keeping' });
          keep(event.target.value);
        }}
      />
      <p className="cb-small cb-muted note-state" role="status">
        {state.step === 'kept' && t('library.report.noteKept')}
        {state.step === 'failed' && state.message}
      </p>
    </div>
  );
}
