import { ReaderIcon } from '@radix-ui/react-icons';
import { openLibrary } from '../../components/page/open';
import { NoArticle } from '../../components/page/PageStates';
import { usePage } from '../../components/page/use-page';
import { Button } from '../../components/ui/Button';
import { MarkIcon } from '../../components/ui/icons';
import { t } from '../../lib/ui-text/text';
import { ArticlePanel } from './ArticlePanel';

/** The article in the tab beside it, as a list that keeps in step with the page. @param tabId null: the active tab */
export function Panel({ tabId }: { tabId: number | null }) {
  const { view, refresh, show } = usePage(tabId);
  return (
    <div className="panel">
      <header className="panel-head">
        <span className="panel-name">
          <MarkIcon /> {t('product.name')}
        </span>
        <Button kind="quiet" onClick={() => void openLibrary()}>
          <ReaderIcon aria-hidden="true" /> {t('popup.library')}
        </Button>
      </header>
      {view.view === 'page' && view.state.status === 'article' ? (
        <ArticlePanel
          key={`${view.tabId} ${view.state.article.canonicalUrl}`}
          tabId={view.tabId}
          state={view.state}
          onChange={refresh}
        />
      ) : (
        <NoArticle view={view} refresh={refresh} show={show} />
      )}
    </div>
  );
}
