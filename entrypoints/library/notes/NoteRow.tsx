import { Pencil1Icon, TrashIcon } from '@radix-ui/react-icons';
import type { WrittenNote } from '../../../lib/library/notes/all-notes';
import { reportInWords } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { quoted, t } from '../../../lib/ui-text/text';
import { PrintSource } from '../PrintSource';
import { routeTo } from '../route';
import { deleteNotes } from './change-notes';

/** What a note is known by: its place, or its words where that is gone. */
export const nameOfNote = ({ title, quote, note }: WrittenNote): string => title ?? quote ?? note;

/** Where its place is shown; null when the library holds it no more. */
function placeOf({ kind, key, title, report, target }: WrittenNote): string | null {
  if (report) return routeTo(['report', report.id, ...(target ? [target] : [])]);
  if (title === null || kind === 'claim' || kind === 'passage') return null;
  return routeTo([kind, target ?? key]);
}

/** A note in the list: the words first, then what they are on. */
export function NoteRow({ one, onEdit }: { one: WrittenNote; onEdit: () => void }) {
  const { kind, note, tags, quote, report, changedAt } = one;
  const place = placeOf(one);
  const name = nameOfNote(one);
  return (
    <div className="note-row">
      <div className="note-words">
        {note && <p className="note-own">{note}</p>}
        {quote && <p className="claim-sentence">{quoted(quote)}</p>}
        <h2>{place ? <a href={place}>{name}</a> : <span className="cb-muted">{t('library.notes.gone')}</span>}</h2>
        <p className="report-facts cb-small">
          <span>{t(`library.notes.place.${kind}`)}</span>
          {report && <span>{reportInWords(report)}</span>}
          <span>{t('library.notes.notedOn', { day: dayInWords(changedAt) ?? '' })}</span>
          {tags.length > 0 && (
            <span className="note-tags">
              {tags.map((tag) => (
                <a key={tag} className="tag" href={routeTo(['notes'], { tag })}>
                  #{tag}
                </a>
              ))}
            </span>
          )}
        </p>
        {report && <PrintSource report={report} />}
      </div>
      <div className="note-actions">
        <button
          type="button"
          className="cb-icon-button"
          aria-label={t('library.notes.editNamed', { title: name })}
          title={t('library.notes.edit')}
          onClick={onEdit}
        >
          <Pencil1Icon aria-hidden="true" />
        </button>
        <button
          type="button"
          className="cb-icon-button"
          aria-label={t('library.notes.deleteNamed', { title: name })}
          title={t('library.delete')}
          onClick={() => void deleteNotes([one])}
        >
          <TrashIcon aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
