/** What popup and side panel say of a page that shows no article: not read yet, not readable, none there, failed. */
import { useState } from 'react';
import type { NoArticle as NoArticleReason } from '../../lib/article/reasons';
import { askPage, type PageState } from '../../lib/messages';
import { failureInWords, saidInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { Button } from '../ui/Button';
import { Notice, Skeleton } from '../ui/feedback';
import { AccessChoices } from './AccessChoices';
import type { PageView } from './use-page';

interface NoArticleProps {
  view: PageView;
  refresh: () => void;
  show: (state: PageState) => void;
}

/** @returns null where the page shows an article */
export function NoArticle({ view, refresh, show }: NoArticleProps) {
  if (view.view === 'asking') return <Reading />;
  if (view.view === 'no-access') return <AccessChoices tabId={view.tabId} url={view.url} onRead={refresh} />;
  if (view.view === 'unreadable')
    return (
      <main className="page-state">
        <h1 className="page-title">{t('popup.unreadable.title')}</h1>
        <p className="cb-muted">{t(`popup.unreadable.${view.why}`)}</p>
      </main>
    );
  const { state, tabId } = view;
  if (state.status === 'reading') return <Reading />;
  if (state.status === 'failed') return <Failed message={saidInWords(state.said)} onRetry={refresh} />;
  if (state.status === 'not-article') return <NotArticle tabId={tabId} reason={state.reason} onRead={show} />;
  return null;
}

function Reading() {
  return (
    <main className="page-state" aria-busy="true">
      <h1 className="cb-hidden">{t('product.name')}</h1>
      <p className="cb-hidden" role="status">
        {t('popup.reading')}
      </p>
      <Skeleton widths={[70, 45]} />
      <Skeleton widths={[92, 60, 88, 52, 80, 64]} />
    </main>
  );
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <main className="page-state">
      <h1 className="page-title">{t('popup.failed.title')}</h1>
      <Notice tone="danger">{message}</Notice>
      <div>
        <Button onClick={onRetry}>{t('popup.failed.retry')}</Button>
      </div>
    </main>
  );
}

interface NotArticleProps {
  tabId: number;
  reason: NoArticleReason;
  onRead: NoArticleProps['show'];
}

function NotArticle({ tabId, reason, onRead }: NotArticleProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const read = async () => {
    setBusy(true);
    try {
      onRead(await askPage(tabId, 'read-anyway', {}));
    } catch (error) {
      setFailure(failureInWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="page-state">
      <h1 className="page-title">{t('popup.notArticle.title')}</h1>
      <p className="cb-muted">{t(`popup.notArticle.reasons.${reason}`)}</p>
      <p className="cb-muted">{t('popup.notArticle.hint')}</p>
      {failure && <Notice tone="danger">{failure}</Notice>}
      <div>
        <Button onClick={read} disabled={busy}>
          {busy ? t('popup.reading') : t('popup.notArticle.readAnyway')}
        </Button>
      </div>
    </main>
  );
}
