import { LayersIcon } from '@radix-ui/react-icons';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { VirtualList } from '../../../components/ui/VirtualList';
import { listStories, type StoryView } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

/** Stories that the saved reports tell together, the one told last first. */
export function StoriesView() {
  const { value, error } = useLive(listStories, []);
  return (
    <>
      <div className="view-head">
        <h1>{t('library.stories.title')}</h1>
        <p className="cb-muted" role="status">
          {value && plural('count.stories', value.length)}
        </p>
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      {!value && !error && <Skeleton widths={[50, 65, 40]} />}
      {value?.length === 0 && (
        <EmptyState
          icon={<LayersIcon width="32" height="32" aria-hidden="true" />}
          title={t('library.stories.emptyTitle')}
        >
          <p>{t('library.stories.emptyLine')}</p>
        </EmptyState>
      )}
      {value && value.length > 0 && (
        <VirtualList
          items={value}
          keyOf={({ story }) => story.id}
          rowHeight={64}
          label={t('library.stories.title')}
          render={(view) => <StoryRow view={view} />}
        />
      )}
    </>
  );
}

function StoryRow({ view: { story, reports, from, to } }: { view: StoryView }) {
  const days = from === to ? [from] : [from, to];
  return (
    <article className="claim-row">
      <h2>
        <a href={routeTo(['story', story.id])}>
          <strong>{story.name}</strong>
        </a>
      </h2>
      <p className="report-facts cb-small">
        <span>{plural('count.reports', reports)}</span>
        <span>{days.map((day) => dayInWords(day)).join(' – ')}</span>
      </p>
    </article>
  );
}
