import { MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { type ReactNode, useDeferredValue, useState } from 'react';
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
import { list, plural, t } from '../../../lib/ui-text/text';
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
          items={bySentence(value.claims)}
          keyOf={([first]) => first?.row.id ?? ''}
          rowHeight={92}
          label={t('library.claims.title')}
          render={(told) => <Sentence told={told} />}
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

interface Told {
  row: ClaimRow;
  report: Report;
}

/** Numbers of one sentence are read together. */
function bySentence(claims: Told[]): Told[][] {
  const sentences: Told[][] = [];
  for (const one of claims) {
    const last = sentences.at(-1);
    const [first] = last ?? [];
    if (last && first?.row.reportId === one.row.reportId && first.row.sentenceStart === one.row.sentenceStart)
      last.push(one);
    else sentences.push([one]);
  }
  return sentences;
}

function Sentence({ told }: { told: Told[] }) {
  const [first] = told;
  if (!first) return null;
  const { report } = first;
  const sources = [...new Set(told.map(({ row }) => keptSource(row.claim, row.source).text))];
  return (
    <article className="claim-row">
      <h2 className="claim-heads">
        {told.map(({ row: { id, claim } }) => (
          <span key={id} className="claim-head">
            <a href={routeTo(['report', report.id, claim.id])} className="claim-quantity">
              {quantityInWords(claim).text}
            </a>
            {claim.about && <span className="claim-of">{claim.about.text}</span>}
            <ClaimBadges claim={claim} />
          </span>
        ))}
      </h2>
      <p className="claim-sentence">{marked(told.map(({ row }) => row))}</p>
      <p className="report-facts cb-small">
        <span>{list(sources)}</span>
        <span>{reportInWords(report)}</span>
      </p>
    </article>
  );
}

/** The sentence with its numbers marked. @param rows of one sentence, in the order of the text */
function marked(rows: ClaimRow[]): ReactNode[] {
  const [first] = rows;
  if (!first) return [];
  const { sentence, sentenceStart } = first;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { id, claim } of rows) {
    const from = Math.max(claim.start - sentenceStart, at);
    const to = Math.max(claim.end - sentenceStart, from);
    parts.push(sentence.slice(at, from), <mark key={id}>{sentence.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(sentence.slice(at));
  return parts;
}
