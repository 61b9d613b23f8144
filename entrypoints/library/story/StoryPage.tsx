import { ArrowLeftIcon } from '@radix-ui/react-icons';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { useLive } from '../../../lib/library/live';
import { countedInWords, readStory, type StoryClaim, type StoryNumbers } from '../../../lib/library/story';
import { reportInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { routeTo } from '../route';
import { MoveMenu } from './MoveMenu';
import { pointsOf, spread } from './points';
import { StoryName } from './StoryName';
import { StoryTable } from './StoryTable';

// The charting library is as large as the rest of this page: it comes when a story is opened.
const Timeline = lazy(() => import('./Timeline').then((module) => ({ default: module.Timeline })));
const TimelineKey = lazy(() => import('./Timeline').then((module) => ({ default: module.TimelineKey })));

/** A story: its numbers over time and its reports. */
export function StoryPage({ storyId }: { storyId: string }) {
  const { value: told, error } = useLive(() => readStory(storyId).then((found) => found ?? null), [storyId]);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const name = told?.story.name;
  useEffect(() => {
    if (name) document.title = `${name} – ${t('product.name')}`;
  }, [name]);
  if (error) return <Notice tone="danger">{error}</Notice>;
  if (told === undefined) return <Skeleton widths={[50, 30, 90, 90, 90]} />;
  if (told === null)
    return (
      <EmptyState title={t('library.story.goneTitle')}>
        <p>{t('library.story.goneLine')}</p>
      </EmptyState>
    );
  const reportIds = told.reports.map(({ id }) => id);
  return (
    <>
      <div className="report-bar">
        <a className="back" href={routeTo(['stories'])}>
          <ArrowLeftIcon aria-hidden="true" /> {t('library.stories.title')}
        </a>
        <div className="cb-actions">
          <Button onClick={() => setView(view === 'chart' ? 'table' : 'chart')}>
            {view === 'chart' ? t('library.story.asTable') : t('library.story.asChart')}
          </Button>
          <MoveMenu label={t('library.story.merge')} reportIds={reportIds} from={storyId} alone={false} />
          <ExportMenu reportIds={reportIds} />
        </div>
      </div>
      <StoryName story={told.story} />
      {told.counted.length === 0 && <p className="cb-muted">{t('library.story.nothing')}</p>}
      <Suspense fallback={<Skeleton widths={[90, 90, 90]} />}>
        {view === 'chart' && told.counted.length > 0 && <TimelineKey />}
        <Counted story={told} view={view} />
      </Suspense>
      {told.alone > 0 && <p className="cb-muted cb-small">{plural('library.story.alone', told.alone)}</p>}
      <section className="counted">
        <h2>{t('library.story.reports')}</h2>
        <ol className="cb-list">
          {told.reports.map((report) => (
            <li key={report.id} className="story-report">
              <a className="row" href={routeTo(['report', report.id])}>
                <span>{report.title}</span>
                <span className="cb-muted cb-small">{reportInWords(report)}</span>
              </a>
              <MoveMenu label={t('library.story.move')} reportIds={[report.id]} from={storyId} alone />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Counted({ story, view }: { story: StoryNumbers; view: 'chart' | 'table' }) {
  const span = useMemo(() => {
    const days = story.reports.map(({ publishedAt, firstSavedAt }) => Date.parse(publishedAt ?? firstSavedAt));
    return { from: new Date(Math.min(...days)), to: new Date(Math.max(...days)) };
  }, [story]);
  return story.counted.map((claims) => (
    <CountedThing key={claims[0]?.row.id} claims={claims} view={view} from={span.from} to={span.to} />
  ));
}

function CountedThing({
  claims,
  view,
  from,
  to,
}: {
  claims: StoryClaim[];
  view: 'chart' | 'table';
  from: Date;
  to: Date;
}) {
  const { unit, about } = countedInWords(claims);
  const title = [unit, about].filter(Boolean).join(' · ');
  const points = useMemo(() => spread(pointsOf(claims), to.getTime() - from.getTime()), [claims, from, to]);
  return (
    <section className="counted">
      <h2>
        {unit || t('library.story.number')} {about && <span className="cb-muted">{about}</span>}
      </h2>
      {view === 'chart' ? (
        <Timeline points={points} from={from} to={to} label={t('library.story.chart', { title })} />
      ) : (
        <StoryTable claims={claims} caption={title} />
      )}
    </section>
  );
}
