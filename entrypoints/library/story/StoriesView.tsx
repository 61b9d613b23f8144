import { LayersIcon } from '@radix-ui/react-icons';
import { EmptyState } from '../../../components/ui/feedback';
import { listNewestStories, listSites, listStories, listStoryReports, type StoryView } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { listNotes } from '../../../lib/library/notes/notes';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { Choice, DateRange } from '../list/fields';
import { fold } from '../list/fold';
import { ListView } from '../list/ListView';
import { TagDialog } from '../list/TagDialog';
import { useFirstThenAll } from '../list/use-first';
import { tagsOf, tagThings } from '../notes/tag-things';
import { Own } from '../reports/ReportRow';
import { routeTo } from '../route';
import { MergeButton } from './MergeButton';

const shownAtOnce = 30;

/** Stories that the saved reports tell together, the one told last first. */
export function StoriesView({ params }: { params: URLSearchParams }) {
  const { value, all, error } = useFirstThenAll(() => listNewestStories(shownAtOnce), listStories);
  const notes = useLive(() => listNotes('story'), []).value;
  const sites = useLive(listSites, []).value ?? [];
  const noteOf = (view: StoryView) => notes?.get(view.story.id)?.[0];
  const tags = [...new Set([...(notes?.values() ?? [])].flat().flatMap((note) => note.tags))].sort();

  const wanted = fold(params.get('q')?.trim() ?? '');
  const [from, to, outlet, tag] = ['from', 'to', 'outlet', 'tag'].map((name) => params.get(name));
  const stories = value?.filter(
    (view) =>
      fold(`${view.story.name} ${noteOf(view)?.note ?? ''}`).includes(wanted) &&
      (!from || view.to >= from) &&
      (!to || view.from <= to) &&
      (!outlet || view.sites.includes(outlet)) &&
      (!tag || noteOf(view)?.tags.includes(tag)),
  );
  const targets = (chosen: StoryView[]) => chosen.map((view) => ({ kind: 'story' as const, storyId: view.story.id }));
  return (
    <ListView
      view="stories"
      title={t('library.stories.title')}
      params={params}
      search={{ label: t('library.stories.search'), placeholder: t('library.stories.search') }}
      filters={
        <>
          <Choice
            param="outlet"
            params={params}
            label={t('library.filters.outlet')}
            any={t('library.filters.anyOutlet')}
            options={sites.map((site) => [site, site])}
          />
          <Choice
            param="tag"
            params={params}
            label={t('library.filters.tag')}
            any={t('library.filters.anyTag')}
            options={tags.map((one) => [one, one])}
          />
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
          <TagDialog
            tags={tagsOf(chosen.map(noteOf))}
            onAdd={(added) => void tagThings(targets(chosen), chosen.map(noteOf), { add: added })}
            onRemove={(gone) => void tagThings(targets(chosen), chosen.map(noteOf), { remove: gone })}
          />
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

function StoryRow({
  view: { story, reports, from, to },
  note,
}: {
  view: StoryView;
  note: { note: string; tags: string[] } | undefined;
}) {
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
