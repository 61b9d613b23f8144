import { CheckIcon, CopyIcon, ReaderIcon } from '@radix-ui/react-icons';
import { useEffect, useState } from 'react';
import type { Claim } from '../../lib/annotation';
import { askBackground } from '../../lib/messages';
import { outletOf, sourceOf } from '../../lib/ui-text/claim';
import { dayInWords } from '../../lib/ui-text/dates';
import { failureInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { KeptNews } from '../claim/KeptNews';
import { Button, IconButton } from '../ui/Button';
import { Notice } from '../ui/feedback';
import { sentenceOf } from './ClaimCard';
import { cite } from './citation';
import { copyText } from './copy';
import type { CardRequest } from './port';

/** Put into words while rendering: where the extension has gone there are none, and the card that cannot be drawn says so. */
type Said = { tone: 'ok' | 'danger'; text: () => string } | null;

/** Save, copy, open: what a reader does with what the card says. */
export function Footer({ request, claim }: { request: CardRequest; claim: Claim | null }) {
  const { article, annotation, savedNow } = request;
  const [saved, setSaved] = useState(request.saved);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  useEffect(() => {
    setSaved(request.saved);
    setSaid(null);
  }, [request]);

  async function save() {
    setBusy(true);
    setSaid(null);
    try {
      const { reportId, savedAt, version } = await askBackground('save', { article, note: saved?.note ?? '' });
      const now = { reportId, savedAt, version, sameText: true, note: saved?.note ?? '' };
      setSaved(now);
      savedNow(now);
      setSaid({ tone: 'ok', text: () => t('card.savedNow') });
    } catch (error) {
      setSaid({ tone: 'danger', text: () => failureInWords(error) });
    }
    setBusy(false);
  }

  async function copy() {
    const at = claim ?? request.mark;
    const sentence = request.passage ?? sentenceOf(request, at);
    const quote = article.text.slice(sentence.start, sentence.end);
    const source = claim && sourceOf(claim, annotation, article.text);
    const named = source?.kind === 'named' ? source.text : null;
    try {
      await copyText(cite(quote, named, article, outletOf(article), dayInWords(article.publishedAt)));
      setSaid({ tone: 'ok', text: () => t('card.copied') });
    } catch {
      setSaid({ tone: 'danger', text: () => t('card.notCopied') });
    }
  }

  async function openLibrary() {
    try {
      await askBackground('open-library', saved ? { reportId: saved.reportId } : {});
    } catch (error) {
      setSaid({ tone: 'danger', text: () => failureInWords(error) });
    }
  }

  return (
    <div className="card-foot">
      {said && <Notice tone={said.tone}>{said.text()}</Notice>}
      {saved && !saved.sameText && request.kept && <KeptNews kept={request.kept} />}
      <div className="card-buttons">
        {saved?.sameText ? (
          <span className="card-saved cb-small">
            <CheckIcon aria-hidden="true" /> {t('card.savedOn', { day: dayInWords(saved.savedAt) ?? '' })}
          </span>
        ) : (
          <Button kind="primary" onClick={() => void save()} disabled={busy}>
            {busy ? t('card.saving') : saved ? t('card.saveVersion') : t('card.save')}
          </Button>
        )}
        <Button onClick={() => void copy()}>
          <CopyIcon aria-hidden="true" /> {t('card.copy')}
        </Button>
        <IconButton label={t('card.library')} onClick={() => void openLibrary()}>
          <ReaderIcon aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}
