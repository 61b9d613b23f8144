import { Dialog } from '@base-ui/react/dialog';
import { BookmarkIcon, Cross2Icon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { forgetSearch, listSavedSearches, restoreSearch, type SavedSearch, saveSearch } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';
import { filterOf, paramsOf } from './filter';

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
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = () => {
    setOpen(false);
    saveSearch({ view, name: name.trim(), query, filter: filterOf(params) }).then(
      (id) => toast(t('library.searches.kept', { name: name.trim() }), () => forgetSearch(id)),
      toastFailure,
    );
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setName(query);
      }}
    >
      <Dialog.Trigger render={<Button kind="quiet" />}>
        <BookmarkIcon aria-hidden="true" /> {t('library.searches.keep')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="cb-backdrop" />
        <Dialog.Popup className="cb-dialog">
          <Dialog.Title>{t('library.searches.keepTitle')}</Dialog.Title>
          <form
            className="dialog-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim()) keep();
            }}
          >
            <div className="cb-field">
              <label className="cb-label" htmlFor="search-name">
                {t('library.searches.name')}
              </label>
              <input
                id="search-name"
                className="cb-input"
                autoComplete="off"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
            <div className="cb-actions">
              <Dialog.Close render={<Button />}>{t('ui.cancel')}</Dialog.Close>
              <Button type="submit" kind="primary" disabled={!name.trim()}>
                {t('library.searches.save')}
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
