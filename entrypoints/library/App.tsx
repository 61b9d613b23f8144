import { FileTextIcon, GearIcon, LayersIcon, PersonIcon, QuoteIcon, TrashIcon } from '@radix-ui/react-icons';
import { type ComponentType, useEffect, useRef } from 'react';
import { MarkIcon } from '../../components/ui/icons';
import { countReports, listBin } from '../../lib/library';
import { useLive } from '../../lib/library/live';
import { t, uiLanguage } from '../../lib/ui-text/text';
import { ActorsView } from './other/ActorsView';
import { BinView } from './other/BinView';
import { ClaimsView } from './other/ClaimsView';
import { SettingsView } from './other/SettingsView';
import { StorageLine } from './other/StorageLine';
import { ReportPage } from './report/ReportPage';
import { ReportsView } from './reports/ReportsView';
import { type Route, routeTo, useRoute } from './route';
import { StoriesView } from './story/StoriesView';
import { StoryPage } from './story/StoryPage';

const views = ['reports', 'stories', 'claims', 'actors', 'bin', 'settings'] as const;
type ViewName = (typeof views)[number];

const icons: Record<ViewName, ComponentType<{ 'aria-hidden': 'true' }>> = {
  reports: FileTextIcon,
  stories: LayersIcon,
  claims: QuoteIcon,
  actors: PersonIcon,
  bin: TrashIcon,
  settings: GearIcon,
};

function viewOf({ path: [first] }: Route): ViewName {
  return views.find((view) => view === first) ?? (first === 'story' ? 'stories' : 'reports');
}

export function App() {
  const route = useRoute();
  const current = viewOf(route);
  const [, reportId, claimId] = route.path[0] === 'report' ? route.path : [];
  const storyId = route.path[0] === 'story' ? route.path[1] : undefined;
  const main = useRef<HTMLElement>(null);

  // A new view starts at its top, and a screen reader with it; a mere change of filter does not move anybody.
  const place = reportId || storyId ? `${route.path[0]}/${reportId ?? storyId}` : current;
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    if (!reportId && !storyId) document.title = `${t(`library.${current}.title`)} – ${t('product.name')}`;
  }, [current, reportId, storyId]);

  return (
    <div className="library">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('library.skip')}
      </button>
      <header className="library-side">
        <a className="library-name" href={routeTo(['reports'])}>
          <MarkIcon width="24" height="24" /> {t('product.name')}
        </a>
        <nav aria-label={t('library.views')}>
          <ul className="cb-list library-nav">
            {views.map((view) => (
              <NavItem key={view} view={view} current={current === view} />
            ))}
          </ul>
        </nav>
        <StorageLine />
      </header>
      <main ref={main} id="main" tabIndex={-1} className="library-main">
        {reportId ? (
          <ReportPage key={reportId} reportId={reportId} claimId={claimId ?? null} />
        ) : storyId ? (
          <StoryPage key={storyId} storyId={storyId} />
        ) : current === 'stories' ? (
          <StoriesView />
        ) : current === 'claims' ? (
          <ClaimsView params={route.params} />
        ) : current === 'actors' ? (
          <ActorsView params={route.params} />
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

function NavItem({ view, current }: { view: ViewName; current: boolean }) {
  const Icon = icons[view];
  const { value: count } = useLive(
    () =>
      view === 'reports' ? countReports() : view === 'bin' ? listBin().then((bin) => bin.length) : Promise.resolve(0),
    [view],
  );
  return (
    <li>
      <a href={routeTo([view])} aria-current={current ? 'page' : undefined}>
        <Icon aria-hidden="true" />
        <span>{t(`library.${view}.title`)}</span>
        {!!count && <span className="library-count">{new Intl.NumberFormat(uiLanguage()).format(count)}</span>}
      </a>
    </li>
  );
}
