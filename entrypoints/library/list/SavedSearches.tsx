import { BookmarkIcon, Cross2Icon } from '@radix-ui/react-icons';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { forgetSearch, listSavedSearches, restoreSearch, type SavedSearch, saveSearch } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';
import { filterOf, paramsOf } from './filter';
import { NamingDialog } from './NamingDialog';

interface SavedSearchesProps {
  view: SavedSearch['view'];
  params: URLSearchParams;
}

/** Searches kept by name, one click away. */
export function SavedSearches({ view, params }: SavedSearchesProps) {
  const searches = useLive(() => listSavedSearches(view), [view]).value ?? [];
  const here = routeTo([view], paramsOf(params.get('q') ?? '', filterOf(params)));
  if (searches.length === 0) return null;
  return (
    <ul className="cb-list saved-searches" aria-label={t('library.searches.title')}>
      {searches.map((search) => (
        <Saved key={search.id} search={search} here={here} />
      ))}
    </ul>
  );
}

function Saved({ search, here }: { search: SavedSearch; here: string }) {
  const href = routeTo([search.view], paramsOf(search.query, search.filter));
  const forget = () =>
    forgetSearch(search.id).then(
      () => toast(t('library.searches.forgotten', { name: search.name }), () => restoreSearch(search)),
      toastFailure,
    );
  return (
    <li className="saved-search" data-current={href === here}>
      <a href={href} aria-current={href === here ? 'true' : undefined}>
        <BookmarkIcon aria-hidden="true" /> {search.name}
      </a>
      <button type="button" aria-label={t('library.searches.forget', { name: search.name })} onClick={forget}>
        <Cross2Icon aria-hidden="true" />
      </button>
    </li>
  );
}

/** Keeps what is searched for now under a name. */
export function KeepSearch({ view, params }: SavedSearchesProps) {
  const query = params.get('q') ?? '';
  const keep = (name: string) =>
    void saveSearch({ view, name, query, filter: filterOf(params) }).then(
      (id) => toast(t('library.searches.kept', { name }), () => forgetSearch(id)),
      toastFailure,
    );
  return (
    <NamingDialog
      trigger={
        <>
          <BookmarkIcon aria-hidden="true" /> {t('library.searches.keep')}
        </>
      }
      title={t('library.searches.keepTitle')}
      label={t('library.searches.name')}
      submit={t('library.searches.save')}
      suggested={query}
      onSubmit={keep}
    />
  );
}
