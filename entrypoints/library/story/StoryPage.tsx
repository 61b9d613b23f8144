import { Tabs } from '@base-ui/react/tabs';
import { ArrowLeftIcon } from '@radix-ui/react-icons';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { namesOfActors, type Report } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { getNote } from '../../../lib/library/notes/notes';
import { type CountedClaims, readStory, type StoryNumbers } from '../../../lib/library/story';
import { outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural, t } from '../../../lib/ui-text/text';
import { countedInWords } from '../../../lib/ui-text/why';
import { ExportMenu } from '../ExportMenu';
import { OwnFields } from '../notes/OwnFields';
import { PrintSource } from '../PrintSource';
import { routeTo, setParams } from '../route';
import { Corrected } from './Corrected';
import { MoveMenu } from './MoveMenu';
import { pointsOf, spread } from './points';
import { StoryName } from './StoryName';
import { StoryReports } from './StoryReports';
import { StoryTable } from './StoryTable';
import { independent, type Telling, tellingsOf } from './tellings';
import { WhoSaid } from './WhoSaid';

// The charting library is as large as the rest of this page: it comes when a story is opened.
const Timeline = lazy(() => import('./Timeline').then((module) => ({ default: module.Timeline })));
const TimelineKey = lazy(() => import('./Timeline').then((module) => ({ default: module.TimelineKey })));

const views = ['chart', 'table', 'who', 'reports'] as const;

/** A story: its numbers over time, who said them, and its reports. */
export function StoryPage({ storyId, params }: { storyId: string; params: URLSearchParams }) {
  const { value: told, error } = useLive(() => readStory(storyId).then((found) => found ?? null), [storyId]);
  const note = useLive(() => getNote('story', storyId), [storyId]).value;
  const names = useLive(
    () =>
      namesOfActors(
        [...(told?.counted.flatMap(({ claims }) => claims) ?? []), ...(told?.alone ?? [])].flatMap(
          ({ row }) => row.sourceActors,
        ),
      ),
    [told],
  ).value;
  const view = views.find((one) => one === params.get('view')) ?? 'chart';
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
        <a className="cb-button" href={routeTo(['stories'])}>
          {t('library.stories.title')}
        </a>
      </EmptyState>
    );
  const reportIds = told.reports.map(({ id }) => id);
  const claims = [...told.counted.flatMap((counted) => counted.claims), ...told.alone];
  return (
    <>
      <div className="report-bar">
        <a className="back" href={routeTo(['stories'])}>
          <ArrowLeftIcon aria-hidden="true" /> {t('library.stories.title')}
        </a>
        <div className="cb-actions">
          <MoveMenu
            label={t('library.story.merge')}
            reports={told.reports}
            whole
            onMoved={(into) => {
              if (into) location.hash = routeTo(['story', into]);
            }}
          />
          <ExportMenu reportIds={reportIds} />
        </div>
      </div>
      <StoryName story={told.story} />
      <StoryFacts told={told} />
      <OwnFields on={{ kind: 'story', storyId }} kept={note} />
      <Tabs.Root value={view} onValueChange={(next: string) => setParams({ view: next }, 'replace')}>
        <Tabs.List className="cb-tabs story-tabs">
          <Tabs.Tab value="chart" className="cb-tab">
            {t('library.story.asChart')}
          </Tabs.Tab>
          <Tabs.Tab value="table" className="cb-tab">
            {t('library.story.asTable')}
          </Tabs.Tab>
          <Tabs.Tab value="who" className="cb-tab">
            {t('library.report.sources')}
          </Tabs.Tab>
          <Tabs.Tab value="reports" className="cb-tab">
            {t('library.story.reports')} <span className="cb-chip-count">{told.reports.length}</span>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chart" className="story-panel">
          <Suspense fallback={<Skeleton widths={[90, 90, 90]} />}>
            {told.counted.length > 0 && <TimelineKey />}
            <Counted story={told} view="chart" names={names} />
          </Suspense>
          <Rest story={told} />
        </Tabs.Panel>
        <Tabs.Panel value="table" className="story-panel">
          <Counted story={told} view="table" names={names} />
          {told.alone.length > 0 && (
            <section className="counted">
              <h2>{t('library.story.once')}</h2>
              <StoryTable
                tellings={tellingsOf(told.alone, told.copies)}
                names={names}
                caption={t('library.story.once')}
                whole
              />
            </section>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="who" className="story-panel">
          <WhoSaid claims={claims} names={names} />
        </Tabs.Panel>
        <Tabs.Panel value="reports" className="story-panel">
          <StoryReports story={told} />
          <Corrected reports={told.reports} />
        </Tabs.Panel>
      </Tabs.Root>
      <PrintedSources reports={told.reports} />
    </>
  );
}

/** On paper: where the numbers above come from. */
function PrintedSources({ reports }: { reports: Report[] }) {
  return (
    <section className="counted print-only">
      <h2>{t('library.story.reports')}</h2>
      <ol>
        {reports.map((report) => (
          <li key={report.id}>
            {report.title}
            <PrintSource report={report} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StoryFacts({ told }: { told: StoryNumbers }) {
  const days = told.reports.map(({ publishedAt, firstSavedAt }) => (publishedAt ?? firstSavedAt).slice(0, 10)).sort();
  const span = [...new Set([days[0], days.at(-1)])].map((day) => dayInWords(day ?? null));
  const outlets = new Set(told.reports.map(outletOf)).size;
  return (
    <p className="report-facts story-facts cb-small">
      <span>{plural('count.reports', told.reports.length)}</span>
      <span>{plural('count.outlets', outlets)}</span>
      <span>{span.join(' – ')}</span>
      {told.copies.size > 0 && <span>{plural('library.story.copies', told.copies.size)}</span>}
    </p>
  );
}

function Rest({ story }: { story: StoryNumbers }) {
  if (story.counted.length === 0 && story.alone.length === 0)
    return <p className="cb-muted">{t('library.story.noNumbers')}</p>;
  return (
    <>
      {story.counted.length === 0 && <p className="cb-muted">{t('library.story.nothing')}</p>}
      {story.alone.length > 0 && (
        <p className="cb-muted cb-small">
          {plural('library.story.alone', story.alone.length)}{' '}
          <a href={routeTo(['story', story.story.id], { view: 'table' })}>{t('library.story.seeAlone')}</a>
        </p>
      )}
    </>
  );
}

function Counted({ story, view, names }: { story: StoryNumbers; view: 'chart' | 'table'; names: Names }) {
  const span = useMemo(() => {
    const days = story.reports.map(({ publishedAt, firstSavedAt }) => Date.parse(publishedAt ?? firstSavedAt));
    return { from: new Date(Math.min(...days)), to: new Date(Math.max(...days)) };
  }, [story]);
  return story.counted.map((counted) => (
    <CountedThing
      key={counted.claims[0]?.row.id}
      counted={counted}
      copies={story.copies}
      names={names}
      view={view}
      from={span.from}
      to={span.to}
    />
  ));
}

/** Of actors by key; undefined until known. */
type Names = ReadonlyMap<string, string> | undefined;

interface CountedThingProps {
  counted: CountedClaims;
  copies: ReadonlyMap<string, string>;
  names: Names;
  view: 'chart' | 'table';
  from: Date;
  to: Date;
}

function CountedThing({ counted: { what, claims }, copies, names, view, from, to }: CountedThingProps) {
  const { title: name, more } = countedInWords(what);
  const title = [name, more].filter(Boolean).join(' · ');
  const tellings = useMemo(() => tellingsOf(claims, copies), [claims, copies]);
  const points = useMemo(
    () => spread(pointsOf(tellings, names), to.getTime() - from.getTime()),
    [tellings, names, from, to],
  );
  return (
    <section className="counted">
      <div className="counted-head">
        <h2>
          {name} {more && <span className="cb-muted">{more}</span>}
        </h2>
        <Tellings tellings={tellings} />
      </div>
      {view === 'chart' ? (
        <Timeline points={points} from={from} to={to} label={t('library.story.chart', { title })} />
      ) : (
        <StoryTable tellings={tellings} names={names} caption={title} />
      )}
    </section>
  );
}

/** "Told 5 times by 2 independent sources": a number that is copied is not confirmed. */
function Tellings({ tellings }: { tellings: Telling[] }) {
  const sources = independent(tellings);
  return (
    <p className="cb-small cb-muted">
      {plural('library.story.told', tellings.length)} {plural('library.story.independent', sources)}
    </p>
  );
}
