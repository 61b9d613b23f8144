/** The shape that all lists of the library share: head, search, filters, kept searches, selection, rows. */
import { MagnifyingGlassIcon, MixerHorizontalIcon } from '@radix-ui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice } from '../../../components/ui/feedback';
import { VirtualList } from '../../../components/ui/VirtualList';
import type { SavedSearch } from '../../../lib/library';
import { plural, t } from '../../../lib/ui-text/text';
import { setParams } from '../route';
import { type FilterParam, filterParams, noFilter } from './filter';
import { type Order, orderOf, orders, type Sorted } from './order';
import { RowsShownProvider, usePainted } from './rows-shown';
import { KeepSearch, SavedSearches } from './SavedSearches';
import { useSelection } from './use-selection';

interface ListViewProps<T> {
  view: SavedSearch['view'] | 'notes';
  title: string;
  params: URLSearchParams;
  /** Label and placeholder of the search field. */
  search: { label: string; placeholder: string };
  /** Those everybody uses. */
  filters: ReactNode;
  /** Those that stand behind "More filters", and the parameters they set. */
  more?: { fields: ReactNode; params: FilterParam[] };
  /** What concerns the whole list, beside its title; told what is chosen and what is shown. */
  actions?: (chosen: T[], shown: T[], narrowed: boolean) => ReactNode;
  /** What can be done with the chosen rows. */
  bulk?: (chosen: T[], clear: () => void) => ReactNode;
  /** Undefined until known. */
  items: readonly T[] | undefined;
  /** "12 reports"; empty while that is not known. */
  total: string;
  error: string | null;
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  /** Rough height of a row in pixels. */
  rowHeight: number;
  render: (item: T) => ReactNode;
  /** Nothing there at all: teaches how something comes here. */
  empty: ReactNode;
  /** Below the rows. */
  foot?: ReactNode;
}

/** Searches of these lists can be kept by name. */
const keeps = (view: ListViewProps<unknown>['view']): view is SavedSearch['view'] => view !== 'notes';

export function ListView<T>(props: ListViewProps<T>) {
  const { view, title, params, items, error, keyOf, rowHeight, render, nameOf, total, actions, bulk } = props;
  const narrowed = ['q', ...filterParams].some((name) => params.get(name));
  const shown = items ?? [];
  const selection = useSelection(shown, keyOf);
  const painted = usePainted(items !== undefined || error !== null);
  return (
    <RowsShownProvider value={painted}>
      <div className="view-head">
        <h1>{title}</h1>
        <div className="cb-actions">{actions?.(selection.chosen, [...shown], narrowed)}</div>
      </div>
      <Tools {...props} narrowed={narrowed} />
      {keeps(view) && <SavedSearches view={view} params={params} />}
      {error && <Notice tone="danger">{error}</Notice>}
      {!items && !error && <Rows height={rowHeight} />}
      {items?.length === 0 && (narrowed ? <NothingFound /> : props.empty)}
      {shown.length > 0 && (
        <>
          <div className="selection">
            {bulk ? (
              <label className="check">
                <input
                  type="checkbox"
                  aria-label={t('library.list.selectAll')}
                  checked={selection.chosen.length === shown.length}
                  ref={(box) => {
                    if (box) box.indeterminate = selection.chosen.length > 0 && selection.chosen.length < shown.length;
                  }}
                  onChange={() => (selection.chosen.length === shown.length ? selection.clear() : selection.all())}
                />
                <span role="status">
                  {selection.chosen.length > 0 ? plural('library.list.selected', selection.chosen.length) : total}
                </span>
              </label>
            ) : (
              <span role="status">{total}</span>
            )}
            {selection.chosen.length > 0 && (
              <div className="selection-actions">{bulk?.(selection.chosen, selection.clear)}</div>
            )}
            {view in orders && <OrderChoice list={view as Sorted} params={params} />}
          </div>
          <VirtualList
            items={shown}
            keyOf={keyOf}
            rowHeight={rowHeight}
            label={title}
            render={(item) => {
              const key = keyOf(item);
              const selected = selection.has(key);
              return (
                <article className="list-row" data-selected={selected} data-pick={bulk !== undefined}>
                  {bulk && (
                    <input
                      type="checkbox"
                      aria-label={t('library.list.select', { title: nameOf(item) })}
                      checked={selected}
                      onChange={(event) =>
                        selection.toggle(
                          key,
                          event.target.checked,
                          event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
                        )
                      }
                    />
                  )}
                  <div className="list-row-content">{render(item)}</div>
                </article>
              );
            }}
          />
          {props.foot}
        </>
      )}
    </RowsShownProvider>
  );
}

function OrderChoice<V extends Sorted>({ list, params }: { list: V; params: URLSearchParams }) {
  // What words are asked for in reports comes by how well it answers.
  const ranked = list === 'reports' && (params.get('q') ?? '').trim() !== '';
  const known: readonly (Order<Sorted> | 'best')[] = ranked ? ['best', ...orders[list]] : orders[list];
  const own = known[0] ?? '';
  return (
    <select
      className="cb-input filter order"
      aria-label={t('library.sort.label')}
      value={params.has('sort') ? orderOf(list, params) : own}
      onChange={(event) => setParams({ sort: event.target.value === own ? '' : event.target.value }, 'push')}
    >
      {known.map((one) => (
        <option key={one} value={one}>
          {t(`library.sort.${one}`)}
        </option>
      ))}
    </select>
  );
}

function Tools<T>({ view, params, search, filters, more, narrowed }: ListViewProps<T> & { narrowed: boolean }) {
  const moreSet = more?.params.some((name) => params.get(name)) ?? false;
  const [open, setOpen] = useState(moreSet);
  const moreId = useId();
  return (
    <div className="view-tools">
      <search className="cb-search">
        <MagnifyingGlassIcon aria-hidden="true" />
        <input
          className="cb-input"
          type="search"
          aria-label={search.label}
          placeholder={search.placeholder}
          value={params.get('q') ?? ''}
          onChange={(event) => setParams({ q: event.target.value }, 'replace')}
          data-list-search
        />
      </search>
      <fieldset className="filters">
        <legend className="cb-hidden">{t('library.filters.legend')}</legend>
        {filters}
        {more && (
          <Button
            kind="quiet"
            className="filter-more"
            aria-expanded={open || moreSet}
            aria-controls={moreId}
            disabled={moreSet}
            onClick={() => setOpen(!open)}
          >
            <MixerHorizontalIcon aria-hidden="true" /> {t('library.filters.more')}
          </Button>
        )}
        {narrowed && keeps(view) && <KeepSearch view={view} params={params} />}
        {narrowed && (
          <Button kind="quiet" className="filter-clear" onClick={() => setParams(noFilter, 'push')}>
            {t('library.filters.clear')}
          </Button>
        )}
        {more && (open || moreSet) && (
          <div id={moreId} className="filters filters-more">
            {more.fields}
          </div>
        )}
      </fieldset>
    </div>
  );
}

function NothingFound() {
  return (
    <EmptyState
      icon={<MagnifyingGlassIcon width="32" height="32" aria-hidden="true" />}
      title={t('library.list.nothingTitle')}
    >
      <p>{t('library.list.nothingLine')}</p>
      <Button onClick={() => setParams(noFilter, 'push')}>{t('library.list.showAll')}</Button>
    </EmptyState>
  );
}

/** Grey rows in the place of those to come: the list does not jump when it is there. */
function Rows({ height }: { height: number }) {
  const widths = [62, 48, 71, 55, 66, 43];
  return (
    <div aria-hidden="true">
      {widths.map((width) => (
        <div key={width} className="list-row list-row-waiting" style={{ height }}>
          <div className="cb-skeleton" style={{ width: `${width}%` }} />
          {height > 60 && <div className="cb-skeleton" style={{ width: '34%' }} />}
        </div>
      ))}
    </div>
  );
}
