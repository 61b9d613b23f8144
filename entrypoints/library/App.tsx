import {
  CheckCircledIcon,
  FileTextIcon,
  GearIcon,
  LayersIcon,
  Pencil1Icon,
  PersonIcon,
  QuoteIcon,
  TrashIcon,
} from '@radix-ui/react-icons';
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { MarkIcon } from '../../components/ui/icons';
import { countBin, countReports } from '../../lib/library';
import { useLive } from '../../lib/library/live';
import { count as inWords, t } from '../../lib/ui-text/text';
import { ActorPage } from './actors/ActorPage';
import { ActorsView } from './actors/ActorsView';
import { BinView } from './bin/BinView';
import { ClaimsView } from './claims/ClaimsView';
import { CorrectionsView } from './corrections/CorrectionsView';
import { Lost } from './Lost';
import { useFirstPaint } from './list/rows-shown';
import { NotesView } from './notes/NotesView';
import { ReportPage } from './report/ReportPage';
import { ReportsView } from './reports/ReportsView';
import { type Route, routeTo, useRoute } from './route';
import { Jobs } from './settings/Jobs';
import { SettingsView } from './settings/SettingsView';
import { StorageLine } from './settings/StorageLine';
import { StoriesView } from './story/StoriesView';
import { StoryPage } from './story/StoryPage';
import { Trouble, useTrouble } from './Trouble';

const views = ['reports', 'stories', 'claims', 'actors', 'notes', 'corrections', 'bin', 'settings'] as const;
type ViewName = (typeof views)[number];

const icons: Record<ViewName, ComponentType<{ 'aria-hidden': 'true' }>> = {
  reports: FileTextIcon,
  stories: LayersIcon,
  claims: QuoteIcon,
  actors: PersonIcon,
  notes: Pencil1Icon,
  corrections: CheckCircledIcon,
  bin: TrashIcon,
  settings: GearIcon,
};

const listOf: Record<string, ViewName> = { report: 'reports', story: 'stories', actor: 'actors' };

function viewOf({ path: [first = ''] }: Route): ViewName {
  return views.find((view) => view === first) ?? listOf[first] ?? 'reports';
}

export function App() {
  const route = useRoute();
  const current = viewOf(route);
  const [first = '', id = '', claimId] = route.path;
  const opened = first in listOf && id !== '';
  const main = useRef<HTMLElement>(null);
  // The rows come first: what stands beside them asks the database after them.
  const settled = useFirstPaint();
  const trouble = useTrouble(settled);

  // A new view starts at its top, and a screen reader with it; a mere change of filter does not move anybody.
  const place = opened ? `${first}/${id}` : current;
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    if (!opened) document.title = `${t(`library.${current}.title`)} – ${t('product.name')}`;
  }, [current, opened]);

  return (
    <div className="library">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('library.skip')}
      </button>
      <header className="library-side">
        <a className="library-name" href={routeTo(['reports'])}>
          <MarkIcon width="24" height="24" /> <span className="library-name-words">{t('product.name')}</span>
        </a>
        <nav aria-label={t('library.views')}>
          <ul className="cb-list library-nav">
            {views.map((view) => (
              <NavItem key={view} view={view} current={current === view} settled={settled} />
            ))}
          </ul>
        </nav>
        {settled && <Jobs />}
        <StorageLine />
      </header>
      <main ref={main} id="main" tabIndex={-1} className="library-main">
        <Lost />
        {trouble && current !== 'settings' ? (
          <Trouble error={trouble.error} />
        ) : opened && first === 'report' ? (
          <ReportPage key={id} reportId={id} claimId={claimId ?? null} />
        ) : opened && first === 'story' ? (
          <StoryPage key={id} storyId={id} params={route.params} />
        ) : opened ? (
          <ActorPage key={id} actorKey={id} />
        ) : current === 'stories' ? (
          <StoriesView params={route.params} />
        ) : current === 'claims' ? (
          <ClaimsView params={route.params} />
        ) : current === 'actors' ? (
          <ActorsView params={route.params} />
        ) : current === 'notes' ? (
          <NotesView params={route.params} />
        ) : current === 'corrections' ? (
          <CorrectionsView />
        ) : current === 'bin' ? (
          <BinView />
        ) : current === 'settings' ? (
          <SettingsView />
        ) : (
          <ReportsView params={route.params} />
        )}
      </main>
    </div>
  );
}

function NavItem({ view, current, settled }: { view: ViewName; current: boolean; settled: boolean }) {
  const Icon = icons[view];
  const Count = counts[view];
  return (
    <li>
      <a href={routeTo([view])} aria-current={current ? 'page' : undefined}>
        <Icon aria-hidden="true" />
        <span>{t(`library.${view}.title`)}</span>
        {settled && Count && <Count />}
      </a>
    </li>
  );
}

/** Beside the views that hold what the person kept and threw away. */
const counts: Partial<Record<ViewName, () => ReactNode>> = {
  reports: () => <Count of={countReports} />,
  bin: () => <Count of={countBin} />,
};

function Count({ of }: { of: () => Promise<number> }) {
  const { value: count } = useLive(of, []);
  return !!count && <span className="library-count">{inWords(count)}</span>;
}
