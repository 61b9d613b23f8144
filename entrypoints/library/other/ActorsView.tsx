import { MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { KindIcon } from '../../../components/ui/icons';
import { VirtualList } from '../../../components/ui/VirtualList';
import { actorKindSchema } from '../../../lib/annotation';
import { listActors } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { kindInWords, kindsInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { Choice } from '../reports/ReportFilters';
import { routeTo, setParams } from '../route';

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Everybody who acts in the library, the most reported first. */
export function ActorsView({ params }: { params: URLSearchParams }) {
  const { value, error } = useLive(listActors, []);
  const query = params.get('q') ?? '';
  const kind = params.get('kind') ?? '';
  const wanted = fold(query.trim());
  const actors = value?.filter((actor) => (!kind || actor.kind === kind) && fold(actor.name).includes(wanted));
  return (
    <>
      <div className="view-head">
        <h1>{t('library.actors.title')}</h1>
        <p className="cb-muted" role="status">
          {actors && plural('count.actors', actors.length)}
        </p>
      </div>
      <div className="view-tools">
        <search className="cb-search">
          <MagnifyingGlassIcon aria-hidden="true" />
          <input
            className="cb-input"
            type="search"
            aria-label={t('library.actors.search')}
            placeholder={t('library.actors.search')}
            value={query}
            onChange={(event) => setParams({ q: event.target.value }, 'replace')}
          />
        </search>
        <fieldset className="filters">
          <legend className="cb-hidden">{t('library.filters.legend')}</legend>
          <Choice
            label={t('library.filters.kind')}
            any={t('library.filters.anyKind')}
            value={kind}
            onChange={(next) => setParams({ kind: next }, 'push')}
            options={actorKindSchema.options.map((one) => [one, kindsInWords(one)])}
          />
        </fieldset>
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      {!value && !error && <Skeleton widths={[40, 55, 35, 60, 45]} />}
      {actors?.length === 0 && (
        <EmptyState title={query || kind ? t('library.actors.nothingTitle') : t('library.actors.emptyTitle')}>
          <p>{query || kind ? t('library.reports.nothingLine') : t('library.actors.emptyLine')}</p>
        </EmptyState>
      )}
      {actors && actors.length > 0 && (
        <VirtualList
          items={actors}
          keyOf={({ key }) => key}
          rowHeight={44}
          label={t('library.actors.title')}
          render={(actor) => (
            <a className="row actor-row" data-kind={actor.kind} href={routeTo(['reports'], { actor: actor.key })}>
              <KindIcon kind={actor.kind} />
              <span>{actor.name}</span>
              <span className="cb-muted cb-small">{kindInWords(actor.kind)}</span>
              <span className="cb-muted cb-small actor-reports">{plural('count.reports', actor.reports)}</span>
            </a>
          )}
        />
      )}
    </>
  );
}
