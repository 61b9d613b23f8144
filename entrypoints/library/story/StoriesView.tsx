import { LayersIcon } from '@radix-ui/react-icons';
import { useMemo } from 'react';
import { EmptyState } from '../../../components/ui/feedback';
import {
  listNewestStories,
  listStoryReports,
  listStoryRows,
  type Note,
  type StoryView,
  storyViews,
} from '../../../lib/library';
import { allReports, keepLive } from '../../../lib/library/kept-live';
import { useLive } from '../../../lib/library/live';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { OutletChoice, TagChoice } from '../list/choices';
import { DateRange } from '../list/fields';
import { fold } from '../list/fold';
import { ListView } from '../list/ListView';
import { inAlphabet, type Order, orderOf } from '../list/order';
import { TagChosen } from '../list/TagChosen';
import { useKept } from '../list/use-kept';
import { useOwnNotes } from '../notes/own-notes';
import { Own } from '../reports/ReportRow';
import { routeTo } from '../route';
import { MergeButton } from './MergeButton';

const shownAtOnce = 30;

const firstRows = keepLive(() => listNewestStories(shownAtOnce));
const allRows = keepLive(listStoryRows);

/** All stories, from the reports that lists share; until those are read the stories told last. */
function useStories(): { value: readonly StoryView[] | undefined; all: boolean; error: string | null } {
  const reports = useKept(allReports);
  const rows = useKept(allRows);
  const first = useKept(firstRows);
  const known = reports.value?.all ? reports.value.reports : undefined;
  const views = useMemo(() => known && rows.value && storyViews(known, rows.value), [known, rows.value]);
  return { value: views ?? first.value, all: views !== undefined, error: reports.error ?? rows.error };
}

const compare: Record<Exclude<Order<'stories'>, 'told'>, (a: StoryView, b: StoryView) => number> = {
  reports: (a, b) => b.reports - a.reports,
  title: (a, b) => inAlphabet(a.story.name, b.story.name),
};

/** Stories that the saved reports tell together. */
export function StoriesView({ params }: { params: URLSearchParams }) {
  const { value, all, error } = useStories();
  const { notes, tags } = useOwnNotes('story');
  const noteOf = ({ story }: StoryView) => notes?.get(story.id)?.[0];

  const wanted = fold(params.get('q')?.trim() ?? '');
  const [from, to, outlet, tag] = ['from', 'to', 'outlet', 'tag'].map((name) => params.get(name));
  const order = orderOf('stories', params);
  const passing = value?.filter(
    (view) =>
      (!from || view.to >= from) &&
      (!to || view.from <= to) &&
      (!outlet || view.sites.includes(outlet)) &&
      (!tag || noteOf(view)?.tags.includes(tag)) &&
      (!wanted || fold(`${view.story.name} ${noteOf(view)?.note ?? ''}`).includes(wanted)),
  );
  const stories = order === 'told' ? passing : passing?.sort(compare[order]);
  return (
    <ListView
      view="stories"
      title={t('library.stories.title')}
      params={params}
      search={{ label: t('library.stories.search'), placeholder: t('library.stories.search') }}
      filters={
        <>
          <OutletChoice params={params} />
          <TagChoice params={params} tags={tags} />
          <DateRange params={params} />
        </>
      }
      items={stories && (stories.length > 0 || all) ? stories : undefined}
      total={all ? plural('count.stories', stories?.length ?? 0) : ''}
      error={error}
      keyOf={({ story }) => story.id}
      nameOf={({ story }) => story.name}
      rowHeight={64}
      render={(view) => <StoryRow view={view} note={noteOf(view)} />}
      empty={
        <EmptyState
          icon={<LayersIcon width="32" height="32" aria-hidden="true" />}
          title={t('library.stories.emptyTitle')}
        >
          <p>{t('library.stories.emptyLine')}</p>
        </EmptyState>
      }
      bulk={(chosen, clear) => (
        <>
          <TagChosen chosen={chosen} on={({ story }) => ({ kind: 'story', storyId: story.id })} noteOf={noteOf} />
          {chosen.length > 1 && <MergeButton stories={chosen} onMerged={clear} />}
          <ExportStories stories={chosen} />
        </>
      )}
    />
  );
}

function ExportStories({ stories }: { stories: StoryView[] }) {
  const key = stories.map(({ story }) => story.id).join();
  const { value: ids } = useLive(
    () =>
      Promise.all(stories.map(({ story }) => listStoryReports(story.id))).then((all) => all.flat().map(({ id }) => id)),
    [key],
  );
  if (!ids) return null;
  return <ExportMenu reportIds={ids} kind="quiet" label={plural('library.export.some', ids.length)} />;
}

function StoryRow({ view: { story, reports, from, to }, note }: { view: StoryView; note: Note | undefined }) {
  const days = from === to ? [from] : [from, to];
  return (
    <>
      <h2>
        <a href={routeTo(['story', story.id])}>{story.name}</a>
      </h2>
      <p className="report-facts cb-small">
        <span>{plural('count.reports', reports)}</span>
        <span>{days.map((day) => dayInWords(day)).join(' – ')}</span>
      </p>
      {note && <Own note={note.note} tags={note.tags} view="stories" />}
    </>
  );
}
