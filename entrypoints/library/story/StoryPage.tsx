import { ArrowLeftIcon } from '@radix-ui/react-icons';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { useLive } from '../../../lib/library/live';
import { countedInWords, type Story, type StoryClaim, storyAround } from '../../../lib/library/story';
import { reportInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { routeTo } from '../route';
import { pointsOf, spread } from './points';
import { StoryTable } from './StoryTable';

// The charting library is as large as the rest of this page: it comes when a story is opened.
const Timeline = lazy(() => import('./Timeline').then((module) => ({ default: module.Timeline })));
const TimelineKey = lazy(() => import('./Timeline').then((module) => ({ default: module.TimelineKey })));

/** The story that a report belongs to: its numbers over time and its reports. */
export function StoryPage({ reportId }: { reportId: string }) {
  const { value: story, error } = useLive(() => storyAround(reportId).then((found) => found ?? null), [reportId]);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  if (error) return <Notice tone="danger">{error}</Notice>;
  if (story === undefined) return <Skeleton widths={[50, 30, 90, 90, 90]} />;
  if (story === null)
    return (
      <EmptyState title={t('library.report.missingTitle')}>
        <p>{t('library.report.missingLine')}</p>
      </EmptyState>
    );
  const here = story.reports.find(({ id }) => id === reportId);
  return (
    <>
      <a className="back" href={routeTo(['report', reportId])}>
        <ArrowLeftIcon aria-hidden="true" /> {here?.title}
      </a>
      <div className="view-head">
        <h1>{t('library.story.title')}</h1>
        <div className="cb-actions">
          <Button aria-pressed={view === 'table'} onClick={() => setView(view === 'chart' ? 'table' : 'chart')}>
            {view === 'chart' ? t('library.story.asTable') : t('library.story.asChart')}
          </Button>
          <ExportMenu
            reportIds={story.reports.map(({ id }) => id)}
            label={plural('library.export.some', story.reports.length)}
          />
        </div>
      </div>
      {story.counted.length === 0 && <p className="cb-muted">{t('library.story.nothing')}</p>}
      <Suspense fallback={<Skeleton widths={[90, 90, 90]} />}>
        {view === 'chart' && story.counted.length > 0 && <TimelineKey />}
        <Counted story={story} view={view} />
      </Suspense>
      {story.alone > 0 && <p className="cb-muted cb-small">{plural('library.story.alone', story.alone)}</p>}
      <Reports story={story} reportId={reportId} />
    </>
  );
}

function Counted({ story, view }: { story: Story; view: 'chart' | 'table' }) {
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

function Reports({ story, reportId }: { story: Story; reportId: string }) {
  return (
    <section className="counted">
      <h2>{t('library.story.reports')}</h2>
      <ol className="cb-list">
        {story.reports.map((report) => (
          <li key={report.id}>
            <a
              className="row"
              href={routeTo(['report', report.id])}
              aria-current={report.id === reportId ? 'true' : undefined}
            >
              <span>{report.title}</span>
              <span className="cb-muted cb-small">{reportInWords(report)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
