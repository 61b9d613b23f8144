import { Cross2Icon } from '@radix-ui/react-icons';
import type { Correction } from '../../../lib/library';
import type { PlacedNote } from '../../../lib/library/notes/notes';
import { quoted, t } from '../../../lib/ui-text/text';
import { decisionInWords, revokeWithUndo } from '../corrections/CorrectionsView';
import { Own } from '../reports/ReportRow';
import { routeTo } from '../route';

interface OwnPanelProps {
  notes: PlacedNote[];
  corrections: Correction[];
  onChoose: (claimId: string) => void;
  claimAt: (place: { start: number; end: number }) => string | null;
}

/** What the person added to this report: notes on its claims and passages, and corrections. */
export function OwnPanel({ notes, corrections, onChoose, claimAt }: OwnPanelProps) {
  if (notes.length + corrections.length === 0)
    return (
      <ol className="teach">
        <li>{t('library.own.select')}</li>
        <li>{t('library.own.choose')}</li>
        <li>{t('library.own.kept')}</li>
      </ol>
    );
  return (
    <>
      {notes.length > 0 && (
        <section>
          <h3>{t('library.own.notes')}</h3>
          <ul className="cb-list own-list">
            {notes.map(({ note, place }) => {
              const claimId = place && claimAt(place);
              return (
                <li key={note.id}>
                  {claimId ? (
                    <button type="button" className="more" onClick={() => onChoose(claimId)}>
                      {quoted(note.selector?.exact ?? '')}
                    </button>
                  ) : (
                    // Never dropped silently: the words stay readable.
                    <span className="cb-small">
                      {quoted(note.selector?.exact ?? '')} <span className="cb-muted">{t('library.own.notThere')}</span>
                    </span>
                  )}
                  <Own note={note.note} tags={note.tags} view="claims" />
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {corrections.length > 0 && (
        <section>
          <h3>{t('library.corrections.title')}</h3>
          <ul className="cb-list own-list">
            {corrections.map((correction) => (
              <li key={correction.id} className="own-correction">
                <span>
                  {decisionInWords(correction)}
                  {correction.kind === 'mark' && correction.note && (
                    <span className="report-note cb-small">{correction.note}</span>
                  )}
                </span>
                <button
                  type="button"
                  className="cb-icon-button"
                  aria-label={t('library.corrections.revokeNamed', { words: decisionInWords(correction) })}
                  title={t('library.corrections.revoke')}
                  onClick={() => void revokeWithUndo(correction.id)}
                >
                  <Cross2Icon aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <p className="cb-small">
            <a href={routeTo(['corrections'])}>{t('library.corrections.all')}</a>
          </p>
        </section>
      )}
    </>
  );
}
