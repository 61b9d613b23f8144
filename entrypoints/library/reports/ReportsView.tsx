import { ReaderIcon, TrashIcon } from '@radix-ui/react-icons';
import { Button } from '../../../components/ui/Button';
import { EmptyState } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { listNewestStories, listTopActors, type Report } from '../../../lib/library';
import { keepLive } from '../../../lib/library/kept-live';
import { askBackground } from '../../../lib/messages';
import { count, plural, t, withAside } from '../../../lib/ui-text/text';
import { deleteWithUndo } from '../delete-with-undo';
import { ExportMenu } from '../ExportMenu';
import { ImportButton } from '../import/ImportButton';
import { CertaintyChoice, OutletChoice, TagChoice, UnitChoice, useOptions } from '../list/choices';
import { Choice, DateRange, Field, ValueRange } from '../list/fields';
import { filterOf } from '../list/filter';
import { ListView } from '../list/ListView';
import { orderOf } from '../list/order';
import { TagDialog } from '../list/TagDialog';
import { MoveMenu } from '../story/MoveMenu';
import { ReportRow } from './ReportRow';
import { useTagsOfReports } from './tags';
import { useFoundReports } from './use-found-reports';

const ids = (reports: readonly Report[]) => reports.map(({ id }) => id);

export function ReportsView({ params }: { params: URLSearchParams }) {
  const { reports, all, error } = useFoundReports(
    filterOf(params),
    params.get('q') ?? '',
    params.get('sort') ? orderOf('reports', params) : null,
  );
  return (
    <ListView
      view="reports"
      title={t('library.reports.title')}
      params={params}
      search={{ label: t('library.reports.search'), placeholder: t('library.reports.searchPlaceholder') }}
      filters={<Filters params={params} />}
      more={{
        fields: <MoreFilters params={params} />,
        params: ['story', 'unit', 'min', 'max', 'certainty', 'source'],
      }}
      items={reports && (reports.length > 0 || all) ? reports : undefined}
      // While only the newest are known nobody is told a wrong count.
      total={all ? plural('count.reports', reports?.length ?? 0) : ''}
      error={error}
      keyOf={({ id }) => id}
      nameOf={({ title }) => title}
      rowHeight={104}
      render={(report) => <ReportRow report={report} />}
      empty={<NoReports />}
      actions={(chosen, shown, narrowed) => (
        <>
          <ImportButton />
          <ExportMenu
            // What is marked; else what is shown; else all there is, with what belongs to no report.
            reportIds={chosen.length > 0 ? ids(chosen) : narrowed ? ids(shown) : shown.length === 0 ? [] : null}
            label={
              chosen.length > 0
                ? plural('library.export.some', chosen.length)
                : narrowed && shown.length > 0
                  ? plural('library.export.some', shown.length)
                  : t('library.export.title')
            }
          />
        </>
      )}
      bulk={(chosen, clear) => (
        <>
          <TagDialog
            tags={[...new Set(chosen.flatMap(({ tags }) => tags))].sort()}
            onAdd={(tag) => void tagWithUndo(ids(chosen), { add: [tag] })}
            onRemove={(tag) => void tagWithUndo(ids(chosen), { remove: [tag] })}
          />
          <MoveMenu label={t('library.story.moveTo')} reports={chosen} kind="quiet" />
          <Button
            kind="quiet"
            onClick={() => {
              void deleteWithUndo(chosen);
              clear();
            }}
          >
            <TrashIcon aria-hidden="true" /> {t('library.delete')}
          </Button>
        </>
      )}
    />
  );
}

async function tagWithUndo(reportIds: string[], change: { add?: string[]; remove?: string[] }) {
  try {
    const { changed } = await askBackground('tag-reports', { reportIds, ...change });
    const opposite = {
      ...(change.remove ? { add: change.remove } : {}),
      ...(change.add ? { remove: change.add } : {}),
    };
    toast(plural('library.list.tagged', changed.length), () =>
      askBackground('tag-reports', { reportIds: changed, ...opposite }),
    );
  } catch (error) {
    toastFailure(error);
  }
}

/** More actors than a person scrolls through in a list box are found by search. */
const actorsListed = 100;
const storiesListed = 60;

const topActors = keepLive(() => listTopActors(actorsListed));
const newestStories = keepLive(() => listNewestStories(storiesListed));

function Filters({ params }: { params: URLSearchParams }) {
  const actors = useOptions(topActors);
  return (
    <>
      <OutletChoice params={params} />
      <Choice
        param="actor"
        params={params}
        label={t('library.filters.actor')}
        any={t('library.filters.anyActor')}
        options={actors.map(({ key, name, reports }) => [key, withAside(name, count(reports))])}
      />
      <TagChoice params={params} tags={useTagsOfReports()} />
      <DateRange params={params} />
    </>
  );
}

function MoreFilters({ params }: { params: URLSearchParams }) {
  const stories = useOptions(newestStories);
  return (
    <>
      <Choice
        param="story"
        params={params}
        label={t('library.filters.story')}
        any={t('library.filters.anyStory')}
        options={stories.map(({ story }) => [story.id, story.name])}
      />
      <UnitChoice params={params} />
      <CertaintyChoice params={params} />
      <ValueRange params={params} />
      <Field param="source" type="text" label={t('library.filters.source')} params={params} />
    </>
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
