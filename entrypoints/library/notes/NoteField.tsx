import { useId, useMemo, useState } from 'react';
import { failureInWords } from '../../../lib/ui-text/failure';
import { t } from '../../../lib/ui-text/text';
import { keepLatest } from './keep-latest';

interface NoteFieldProps {
  /** As it is kept now. */
  note: string;
  /** Called with each key stroke, one write at a time. */
  write: (note: string) => Promise<unknown>;
  /** What the note is on: another one starts anew. */
  of: string;
  label: string;
  placeholder: string;
  autoFocus?: boolean;
}

/** A note: every key stroke is kept, and it says so. */
export function NoteField({ note: kept, write, of, label, placeholder, autoFocus }: NoteFieldProps) {
  const id = useId();
  const [note, setNote] = useState(kept);
  const [state, setState] = useState<{ step: 'idle' | 'keeping' | 'kept' } | { step: 'failed'; message: string }>({
    step: 'idle',
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `write` is made anew by each rendering; what it writes to is `of`
  const keep = useMemo(
    () =>
      keepLatest(write, ({ pending, error }) => {
        if (error) setState({ step: 'failed', message: failureInWords(error) });
        else if (!pending) setState({ step: 'kept' });
      }),
    [of],
  );
  // Another window may have changed it; what is being typed here wins.
  const [seen, setSeen] = useState(kept);
  if (kept !== seen) {
    setSeen(kept);
    if (state.step === 'idle' || note === seen) setNote(kept);
  }
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="cb-input"
        rows={2}
        value={note}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: asked for by the person's own click on "Note"
        autoFocus={autoFocus}
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
