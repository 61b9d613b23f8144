import { ReaderIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../components/ui/Button';
import { Notice, Skeleton } from '../../components/ui/feedback';
import { MarkIcon } from '../../components/ui/icons';
import { askBackground, askPage } from '../../lib/messages';
import { t } from '../../lib/ui-text/text';
import { AccessChoices } from './AccessChoices';
import { ArticleView } from './ArticleView';
import { usePage } from './use-page';

/** @param tabId the tab to show; null: the active one */
export function Popup({ tabId }: { tabId: number | null }) {
  const { view, refresh, show } = usePage(tabId);
  return (
    <div className="popup">
      <header className="popup-head">
        <span className="popup-name">
          <MarkIcon /> {t('product.name')}
        </span>
        <Button kind="quiet" onClick={() => openLibrary()}>
          <ReaderIcon aria-hidden="true" /> {t('popup.library')}
        </Button>
      </header>
      {view.view === 'asking' && <Reading />}
      {view.view === 'unreadable' && (
        <main className="popup-body">
          <h1 className="popup-title">{t('popup.unreadable.title')}</h1>
          <p className="cb-muted">{t(`popup.unreadable.${view.why}`)}</p>
        </main>
      )}
      {view.view === 'no-access' && <AccessChoices tabId={view.tabId} url={view.url} onRead={refresh} />}
      {view.view === 'page' && view.state.status === 'reading' && <Reading />}
      {view.view === 'page' && view.state.status === 'failed' && (
        <Failed message={view.state.message} onRetry={refresh} />
      )}
      {view.view === 'page' && view.state.status === 'not-article' && (
        <NotArticle tabId={view.tabId} reason={view.state.reason} onRead={show} />
      )}
      {view.view === 'page' && view.state.status === 'article' && (
        <ArticleView key={view.state.article.canonicalUrl} tabId={view.tabId} state={view.state} onChange={refresh} />
      )}
    </div>
  );
}

/** Opens the library page, at a report if one is given. */
export function openLibrary(reportId?: string): void {
  void askBackground('open-library', reportId === undefined ? {} : { reportId });
}

function Reading() {
  return (
    <main className="popup-body" aria-busy="true">
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
    <main className="popup-body">
      <h1 className="popup-title">{t('popup.failed.title')}</h1>
      <Notice tone="danger">{message}</Notice>
      <div>
        <Button onClick={onRetry}>{t('popup.failed.retry')}</Button>
      </div>
    </main>
  );
}

function NotArticle({
  tabId,
  reason,
  onRead,
}: {
  tabId: number;
  reason: string;
  onRead: ReturnType<typeof usePage>['show'];
}) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const read = async () => {
    setBusy(true);
    try {
      onRead(await askPage(tabId, 'read-anyway', {}));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="popup-body">
      <h1 className="popup-title">{t('popup.notArticle.title')}</h1>
      <p className="cb-muted">{reason || t('popup.notArticle.reason')}</p>
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
