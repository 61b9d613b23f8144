import { CheckCircledIcon, UpdateIcon } from '@radix-ui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../lib/annotation';
import { askBackground } from '../../lib/messages';
import { dayInWords, momentInWords } from '../../lib/ui-text/dates';
import { failureInWords } from '../../lib/ui-text/failure';
import { plural, t } from '../../lib/ui-text/text';
import { countChanged, numbersOf } from '../claim/changed-numbers';
import { Button } from '../ui/Button';
import { Notice } from '../ui/feedback';
import { openLibrary } from './open';
import type { ArticleState } from './use-context';

type Saved = NonNullable<ArticleState['saved']>;

/** What "Save" would do now, if anything. */
export function pendingSave(saved: Saved | null, note: string): 'report' | 'version' | 'note' | null {
  if (!saved) return 'report';
  if (!saved.sameText) return 'version';
  return note === saved.note ? null : 'note';
}

/** Note, saved state and the save button: always in reach at the foot of the popup. */
export function SaveBar({
  state: { article, annotation, saved: known },
  onSaved,
}: {
  state: ArticleState;
  onSaved: () => void;
}) {
  const [saved, setSaved] = useState(known);
  const { note, type } = useNote(article.canonicalUrl, known?.note ?? '');
  const [progress, setProgress] = useState<{ step: 'idle' | 'saving' | 'done' } | { step: 'failed'; message: string }>({
    step: 'idle',
  });
  const [low, setLow] = useState(false);
  useEffect(() => setSaved(known), [known]);
  const pending = pendingSave(saved, note);
  const changed = useChanged(saved, annotation);

  // A save leaves the note of a kept report alone when it is given none: a note is changed, or cleared, by an edit.
  const write = async (): Promise<Omit<Saved, 'sameText' | 'note'>> => {
    const result = pending === 'note' && saved ? saved : await askBackground('save', { article, note });
    if ('storage' in result) setLow(result.storage === 'low');
    if (saved && note !== saved.note) await askBackground('edit-report', { reportId: saved.reportId, note });
    return result;
  };
  const save = async () => {
    setProgress({ step: 'saving' });
    try {
      const result = await write();
      const { reportId, savedAt, version } = result;
      setSaved({ reportId, savedAt, version, sameText: true, note });
      setProgress({ step: 'done' });
      onSaved();
    } catch (error) {
      setProgress({ step: 'failed', message: failureInWords(error) });
    }
  };

  return (
    <footer className="save-bar">
      {progress.step === 'failed' && <Notice tone="danger">{progress.message}</Notice>}
      {low && <Notice tone="warn">{t('settings.low')}</Notice>}
      <label className="cb-field">
        <span className="cb-hidden">{t('popup.save.noteLabel')}</span>
        <textarea
          className="cb-input"
          rows={1}
          value={note}
          placeholder={t('popup.save.notePlaceholder')}
          onChange={(event) => {
            type(event.target.value);
            setProgress({ step: 'idle' });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && pending) void save();
          }}
        />
      </label>
      <div className="save-bar-row">
        <span
          role="status"
          className="save-bar-state"
          data-changed={saved?.sameText === false || undefined}
          title={momentInWords(saved?.savedAt ?? null) ?? undefined}
        >
          {saved && (
            <>
              {saved.sameText ? <CheckCircledIcon aria-hidden="true" /> : <UpdateIcon aria-hidden="true" />}
              <span>
                {stateInWords(saved, changed, progress.step === 'done').map((part, at) => (
                  <span key={part}>
                    {at > 0 && ' · '}
                    <span className="cb-whole">{part}</span>
                  </span>
                ))}
              </span>
            </>
          )}
        </span>
        {saved && <Button onClick={() => void openLibrary(saved.reportId)}>{t('popup.save.open')}</Button>}
        {pending && (
          <Button kind="primary" onClick={save} disabled={progress.step === 'saving'}>
            {progress.step === 'saving' ? t('popup.save.saving') : t(`popup.save.${pending}`)}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** "Saved 3 May", "2 numbers changed since": lines break between them only. */
function stateInWords(saved: Saved, changed: number | null, justNow: boolean): string[] {
  if (justNow) return [t('popup.save.done')];
  const savedOn = t('popup.save.savedOn', { day: dayInWords(saved.savedAt) ?? '' });
  if (saved.sameText) return [savedOn];
  return [savedOn, changed ? plural('popup.save.numbersChanged', changed) : t('popup.save.changed')];
}

/** How many numbers differ from the saved version; null while that is not known, or the text is the same. */
function useChanged(saved: Saved | null, annotation: Annotation): number | null {
  const [changed, setChanged] = useState<number | null>(null);
  const reportId = saved && !saved.sameText ? saved.reportId : null;
  useEffect(() => {
    let current = true;
    setChanged(null);
    if (reportId !== null)
      void import('../../lib/library')
        .then(({ getReport }) => getReport(reportId))
        .then((kept) => {
          if (current && kept) setChanged(countChanged(numbersOf(kept.version.annotation), numbersOf(annotation)));
        })
        .catch(() => {});
    return () => {
      current = false;
    };
  }, [reportId, annotation]);
  return changed;
}

/** The note being written. Each key stroke is kept as a draft: a popup closes without warning. */
function useNote(canonicalUrl: string, savedNote: string) {
  const [note, setNote] = useState(savedNote);
  const typed = useRef(false);
  useEffect(() => {
    let current = true;
    // Loaded only now: the first paint needs no database.
    void import('../../lib/library')
      .then(({ getDraft }) => getDraft(canonicalUrl))
      .then((draft) => {
        if (current && draft && !typed.current) setNote(draft);
      })
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [canonicalUrl]);
  const type = (next: string) => {
    typed.current = true;
    setNote(next);
    void askBackground('keep-draft', { canonicalUrl, note: next }).catch(() => {});
  };
  return { note, type };
}
