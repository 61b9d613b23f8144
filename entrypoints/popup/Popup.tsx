import { ReaderIcon, ViewVerticalIcon } from '@radix-ui/react-icons';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { openLibrary, openPanel } from '../../components/page/open';
import { NoArticle } from '../../components/page/PageStates';
import { usePage } from '../../components/page/use-page';
import { Button, IconButton } from '../../components/ui/Button';
import { MarkIcon } from '../../components/ui/icons';
import { t } from '../../lib/ui-text/text';
import { ArticleView } from './ArticleView';

/** @param tabId the tab to show; null: the active one */
export function Popup({ tabId }: { tabId: number | null }) {
  const { view, refresh, show } = usePage(tabId);
  return (
    <div className="popup">
      <header className="popup-head">
        <span className="popup-name">
          <MarkIcon /> {t('product.name')}
        </span>
        <span className="popup-head-actions">
          <PanelButton />
          <Button kind="quiet" onClick={() => void openLibrary()}>
            <ReaderIcon aria-hidden="true" /> {t('popup.library')}
          </Button>
        </span>
      </header>
      {view.view === 'page' && view.state.status === 'article' ? (
        <ArticleView key={view.state.article.canonicalUrl} tabId={view.tabId} state={view.state} onChange={refresh} />
      ) : (
        <NoArticle view={view} refresh={refresh} show={show} />
      )}
    </div>
  );
}

function PanelButton() {
  // Known before the click: a panel opens within the person's act only.
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    void browser.windows?.getCurrent().then(({ id }) => setWindowId(id ?? null));
  }, []);
  if (windowId === null) return null;
  return (
    <IconButton
      label={t('commands.openPanel')}
      onClick={() => {
        void openPanel(windowId).then(
          () => close(),
          () => {},
        );
      }}
    >
      <ViewVerticalIcon aria-hidden="true" />
    </IconButton>
  );
}
