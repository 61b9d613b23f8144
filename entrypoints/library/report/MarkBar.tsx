import { ChatBubbleIcon, CopyIcon, PersonIcon, QuoteIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { cite } from '../../../components/card/citation';
import { Button } from '../../../components/ui/Button';
import { Menu } from '../../../components/ui/Menu';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { actorKindSchema, type Span } from '../../../lib/annotation';
import type { Report, Version } from '../../../lib/library';
import { kindInWords, outletOf } from '../../../lib/ui-text/claim';
import { momentInWords } from '../../../lib/ui-text/dates';
import { t } from '../../../lib/ui-text/text';
import { correctWithUndo } from './correct';

interface MarkBarProps {
  report: Report;
  version: Version;
  span: Span;
  done: () => void;
}

/** What can be done with a passage the person selected in the saved text. */
export function MarkBar({ report, version, span, done }: MarkBarProps) {
  const [noting, setNoting] = useState(false);
  const words = version.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const mark = async (change: Parameters<typeof correctWithUndo>[1], said: string) => {
    if (await correctWithUndo(report.id, change, said)) done();
  };
  const copy = () =>
    navigator.clipboard
      .writeText(
        cite(words, null, { ...report, text: version.text }, outletOf(report), momentInWords(report.publishedAt)),
      )
      .then(() => {
        toast(t('library.report.copied'));
        done();
      }, toastFailure);
  if (noting)
    return (
      <NoteForm
        onKeep={(note) => void mark({ kind: 'mark', as: 'note', span, note }, t('library.mark.noted'))}
        onCancel={() => setNoting(false)}
      />
    );
  return (
    <>
      <Button
        kind="quiet"
        onClick={() => void mark({ kind: 'mark', as: 'claim', span }, t('library.mark.claimDone', { words }))}
      >
        <QuoteIcon aria-hidden="true" /> {t('library.mark.claim')}
      </Button>
      <Menu
        kind="quiet"
        label={t('library.mark.actor')}
        icon={<PersonIcon aria-hidden="true" />}
        choices={actorKindSchema.options.map((kind) => ({
          id: kind,
          title: kindInWords(kind),
          onChoose: () =>
            void mark({ kind: 'mark', as: 'actor', span, actorKind: kind }, t('library.mark.actorDone', { words })),
        }))}
      />
      <Button kind="quiet" onClick={() => setNoting(true)}>
        <ChatBubbleIcon aria-hidden="true" /> {t('library.report.note')}
      </Button>
      <Button kind="quiet" onClick={copy}>
        <CopyIcon aria-hidden="true" /> {t('library.report.copy')}
      </Button>
    </>
  );
}

function NoteForm({ onKeep, onCancel }: { onKeep: (note: string) => void; onCancel: () => void }) {
  const [note, setNote] = useState('');
  return (
    <form
      className="mark-note-form"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(note.trim());
      }}
    >
      <textarea
        className="cb-input"
        aria-label={t('library.report.note')}
        placeholder={t('library.report.notePlaceholder')}
        rows={2}
        value={note}
        // biome-ignore lint/a11y/noAutofocus: the form opens on the person's click on "Note"
        autoFocus
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="cb-actions">
        <Button onClick={onCancel}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="primary">
          {t('library.mark.keepNote')}
        </Button>
      </div>
    </form>
  );
}
