import { MagnifyingGlassIcon, ReaderIcon, TrashIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { VirtualList } from '../../../components/ui/VirtualList';
import type { Report } from '../../../lib/library';
import { plural, t } from '../../../lib/ui-text/text';
import { deleteWithUndo } from '../delete-with-undo';
import { ExportMenu } from '../ExportMenu';
import { ImportButton } from '../ImportButton';
import { setParams } from '../route';
import { ReportFilters } from './ReportFilters';
import { ReportRow } from './ReportRow';
import { useFoundReports } from './use-found-reports';

/** `exactOptionalPropertyTypes`: what is not asked for is left out. */
function filterOf(params: URLSearchParams) {
  const names = { siteName: 'outlet', tag: 'tag', actorKey: 'actor', from: 'from', to: 'to' };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, param]) => (params.get(param) ? [[name, params.get(param) ?? '']] : [])),
  );
}

export function ReportsView({ params }: { params: URLSearchParams }) {
  const query = params.get('q') ?? '';
  const filter = filterOf(params);
  const { reports, all, error } = useFoundReports(filter, query);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const narrowed = query.trim() !== '' || Object.keys(filter).length > 0;
  const chosen = reports?.filter(({ id }) => selected.has(id)) ?? [];
  // What is marked; else what is shown; else all there is, with what belongs to no report.
  const ids = (some: Report[]) => some.map(({ id }) => id);
  const exported = chosen.length > 0 ? ids(chosen) : narrowed ? ids(reports ?? []) : reports?.length === 0 ? [] : null;
  const select = (id: string, on: boolean) =>
    setSelected((now) => {
      const next = new Set(now);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });

  return (
    <>
      <div className="view-head">
        <h1>{t('library.reports.title')}</h1>
        <div className="cb-actions">
          <ImportButton />
          <ExportMenu
            reportIds={exported}
            label={chosen.length > 0 ? plural('library.export.some', chosen.length) : t('library.export.title')}
          />
        </div>
      </div>
      <div className="view-tools">
        <search className="cb-search">
          <MagnifyingGlassIcon aria-hidden="true" />
          <input
            className="cb-input"
            type="search"
            aria-label={t('library.reports.search')}
            placeholder={t('library.reports.searchPlaceholder')}
            value={query}
            onChange={(event) => setParams({ q: event.target.value }, 'replace')}
          />
        </search>
        <ReportFilters params={params} />
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      {!reports && !error && <Skeleton widths={[60, 90, 40, 70, 95, 30, 55, 85, 45]} />}
      {all && reports?.length === 0 && (narrowed ? <NothingFound /> : <NoReports />)}
      {reports && reports.length > 0 && (
        <>
          <SelectionBar reports={reports} counted={all} chosen={chosen} onSelect={setSelected} />
          <VirtualList
            items={reports}
            keyOf={({ id }) => id}
            rowHeight={104}
            label={t('library.reports.title')}
            render={(report) => (
              <ReportRow report={report} selected={selected.has(report.id)} onSelect={(on) => select(report.id, on)} />
            )}
          />
        </>
      )}
    </>
  );
}

function SelectionBar({
  reports,
  counted,
  chosen,
  onSelect,
}: {
  reports: Report[];
  /** False while only the newest are known. */
  counted: boolean;
  chosen: Report[];
  onSelect: (ids: ReadonlySet<string>) => void;
}) {
  const all = chosen.length === reports.length;
  return (
    <div className="selection">
      <label className="check">
        <input
          type="checkbox"
          aria-label={t('library.reports.selectAll')}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && !all;
          }}
          onChange={() => onSelect(all ? new Set() : new Set(reports.map(({ id }) => id)))}
        />
        <span role="status">
          {chosen.length > 0
            ? plural('library.reports.selected', chosen.length)
            : counted && plural('count.reports', reports.length)}
        </span>
      </label>
      {chosen.length > 0 && (
        <Button
          kind="quiet"
          onClick={() => {
            void deleteWithUndo(chosen);
            onSelect(new Set());
          }}
        >
          <TrashIcon aria-hidden="true" /> {t('library.delete')}
        </Button>
      )}
    </div>
  );
}

function NothingFound() {
  return (
    <EmptyState title={t('library.reports.nothingTitle')}>
      <p>{t('library.reports.nothingLine')}</p>
      <Button onClick={() => setParams({ q: '', outlet: '', tag: '', actor: '', from: '', to: '' }, 'push')}>
        {t('library.reports.clear')}
      </Button>
    </EmptyState>
  );
}

function NoReports() {
  return (
    <EmptyState icon={<ReaderIcon width="32" height="32" aria-hidden="true" />} title={t('library.reports.emptyTitle')}>
      <ol className="teach">
        <li>{t('library.reports.emptyOpen')}</li>
        <li>{t('library.reports.emptySave')}</li>
        <li>{t('library.reports.emptyNext')}</li>
      </ol>
    </EmptyState>
  );
}
