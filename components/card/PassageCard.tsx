import { useId, useState } from 'react';
import type { Passage } from '../../lib/highlight/marks';
import { askBackground } from '../../lib/messages';
import { failureInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { Button } from '../ui/Button';
import { Notice } from '../ui/feedback';
import type { CardRequest } from './port';

/** A passage the person keeps: what they wrote on it, kept with each key stroke, and the way to let it go. */
export function PassageCard({ request, passage }: { request: CardRequest; passage: Passage }) {
  const { article, reread } = request;
  const [note, setNote] = useState(passage.note);
  const [gone, setGone] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const field = useId();
  const fail = (error: unknown) => setTrouble(() => error);

  const write = (next: string) => {
    setNote(next);
    // The page's script holds the same passage: opened again, it shows what was written.
    passage.note = next;
    askBackground('put-note', { on: { kind: 'passage', id: passage.id }, note: next }).then(
      () => setTrouble(null),
      fail,
    );
  };
  const letGo = async (revoked: boolean) => {
    try {
      await askBackground('revoke-correction', { id: passage.id, revoked });
      setGone(revoked);
      await reread();
    } catch (error) {
      fail(error);
    }
  };

  return (
    <>
      <h2 id="card-name" className="card-name">
        {t('card.passage')}
      </h2>
      {trouble !== null && <Notice tone="danger">{failureInWords(trouble)}</Notice>}
      <blockquote className="card-quote card-passage" lang="en">
        {article.text.slice(passage.start, passage.end)}
      </blockquote>
      {gone ? (
        <Notice>
          {t('card.passageGone')} <Button onClick={() => void letGo(false)}>{t('ui.undo')}</Button>
        </Notice>
      ) : (
        <>
          <div className="cb-field">
            <label className="cb-label" htmlFor={field}>
              {t('card.passageNote')}
            </label>
            <textarea
              id={field}
              className="cb-input"
              rows={3}
              dir="auto"
              value={note}
              onChange={({ target }) => write(target.value)}
            />
          </div>
          <p>
            <Button kind="quiet" onClick={() => void letGo(true)}>
              {t('card.passageRemove')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
