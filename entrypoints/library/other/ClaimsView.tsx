import { MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { useDeferredValue, useState } from 'react';
import { ClaimBadges } from '../../../components/claim/ClaimItem';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { VirtualList } from '../../../components/ui/VirtualList';
import { certaintySchema } from '../../../lib/annotation';
import type { ClaimRow, Report } from '../../../lib/library';
import { type ClaimFilter, listLibraryClaims, listUnits } from '../../../lib/library/claims-list';
import { useLive } from '../../../lib/library/live';
import { certaintyInWords, keptSource, reportInWords } from '../../../lib/ui-text/claim';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { plural, t } from '../../../lib/ui-text/text';
import { Choice, DateField } from '../reports/ReportFilters';
import { routeTo, setParams } from '../route';

const step = 300;

function filterOf(params: URLSearchParams): ClaimFilter {
  const certainty = certaintySchema.safeParse(params.get('certainty'));
  const words = (params.get('q') ?? '').split(/\s+/).filter(Boolean);
  const [unit, from, to] = ['unit', 'from', 'to'].map((name) => params.get(name));
  return {
    ...(certainty.success ? { certainty: certainty.data } : {}),
    ...(unit ? { unit } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

/** Every number of every report, newest first. */
export function ClaimsView({ params }: { params: URLSearchParams }) {
  const query = params.get('q') ?? '';
  const asked = useDeferredValue(params.toString());
  const [limit, setLimit] = useState(step);
  const { value, error } = useLive(
    () => listLibraryClaims(filterOf(new URLSearchParams(asked)), limit),
    [asked, limit],
  );
  const units = useLive(listUnits, []).value ?? [];
  const any = [...params.keys()].length > 0;
  const set = (name: string) => (next: string) => setParams({ [name]: next }, 'push');
  return (
    <>
      <div className="view-head">
        <h1>{t('library.claims.title')}</h1>
        <p className="cb-muted" role="status">
          {value &&
            (value.more ? t('library.claims.many', { n: String(limit) }) : plural('count.claims', value.claims.length))}
        </p>
      </div>
      <div className="view-tools">
        <search className="cb-search">
          <MagnifyingGlassIcon aria-hidden="true" />
          <input
            className="cb-input"
            type="search"
            aria-label={t('library.claims.search')}
            placeholder={t('library.claims.searchPlaceholder')}
            value={query}
            onChange={(event) => setParams({ q: event.target.value }, 'replace')}
          />
        </search>
        <fieldset className="filters">
          <legend className="cb-hidden">{t('library.filters.legend')}</legend>
          <Choice
            label={t('library.filters.unit')}
            any={t('library.filters.anyUnit')}
            value={params.get('unit') ?? ''}
            onChange={set('unit')}
            options={units.map((unit) => [unit, unit])}
          />
          <Choice
            label={t('library.filters.certainty')}
            any={t('library.filters.anyCertainty')}
            value={params.get('certainty') ?? ''}
            onChange={set('certainty')}
            options={certaintySchema.options.map((one) => [one, certaintyInWords(one)])}
          />
          <DateField label={t('library.filters.from')} value={params.get('from') ?? ''} onChange={set('from')} />
          <DateField label={t('library.filters.to')} value={params.get('to') ?? ''} onChange={set('to')} />
          {any && (
            <Button
              kind="quiet"
              onClick={() => setParams({ q: '', unit: '', certainty: '', from: '', to: '' }, 'push')}
            >
              {t('library.filters.clear')}
            </Button>
          )}
        </fieldset>
      </div>
      {error && <Notice tone="danger">{error}</Notice>}
      {!value && !error && <Skeleton widths={[60, 90, 40, 70, 95, 30]} />}
      {value?.claims.length === 0 && (
        <EmptyState title={any ? t('library.claims.nothingTitle') : t('library.claims.emptyTitle')}>
          <p>{any ? t('library.reports.nothingLine') : t('library.claims.emptyLine')}</p>
        </EmptyState>
      )}
      {value && value.claims.length > 0 && (
        <VirtualList
          items={value.claims}
          keyOf={({ row }) => row.id}
          rowHeight={92}
          label={t('library.claims.title')}
          render={({ row, report }) => <ClaimLine row={row} report={report} />}
        />
      )}
      {value?.more && (
        <p className="view-more">
          <Button onClick={() => setLimit((now) => now + step)}>{t('library.claims.more')}</Button>
        </p>
      )}
    </>
  );
}

function ClaimLine({ row, report }: { row: ClaimRow; report: Report }) {
  const { claim, sentence, sentenceStart, source } = row;
  const from = claim.start - sentenceStart;
  const to = claim.end - sentenceStart;
  return (
    <article className="claim-row">
      <h2 className="claim-head">
        <a href={routeTo(['report', report.id, claim.id])} className="claim-quantity">
          {quantityInWords(claim).text}
        </a>
        {claim.about && <span className="claim-of">{claim.about.text}</span>}
        <ClaimBadges claim={claim} />
      </h2>
      <p className="claim-sentence">
        {sentence.slice(0, from)}
        <mark>{sentence.slice(from, to)}</mark>
        {sentence.slice(to)}
      </p>
      <p className="report-facts cb-small">
        <span>{keptSource(claim, source).text}</span>
        <span>{reportInWords(report)}</span>
      </p>
    </article>
  );
}
