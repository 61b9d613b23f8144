import { QuoteIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState } from '../../../components/ui/feedback';
import { type Note, namesOfActors } from '../../../lib/library';
import { type ClaimFilter, listLibraryClaims } from '../../../lib/library/claims-list';
import { useLive } from '../../../lib/library/live';
import { count, plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { CertaintyChoice, OutletChoice, TagChoice, UnitChoice } from '../list/choices';
import { DateRange, Field, ValueRange } from '../list/fields';
import { filterOf } from '../list/filter';
import { ListView } from '../list/ListView';
import { TagChosen } from '../list/TagChosen';
import { useFirstThenAll } from '../list/use-first';
import { useOwnNotes } from '../notes/own-notes';
import { useTagsOfReports } from '../reports/tags';
import { useSearch } from '../search/use-search';
import { bySentence, Sentence, type Told } from './Sentence';

const step = 300;
const firstScreen = 15;

function claimFilter(params: URLSearchParams): ClaimFilter {
  const { actorKind: _, ...filter } = filterOf(params);
  const words = (params.get('q') ?? '').split(/\s+/).filter(Boolean);
  return { ...filter, ...(words.length > 0 ? { words } : {}) };
}

const noteOn = (notes: ReadonlyMap<string, Note[]> | undefined, { row }: Told): Note | undefined =>
  notes
    ?.get(row.reportId)
    ?.find(({ selector }) => selector && selector.start < row.claim.end && row.claim.start < selector.end);

/** Every number of every report, newest first. */
export function ClaimsView({ params }: { params: URLSearchParams }) {
  const [limit, setLimit] = useState(step);
  const filter = claimFilter(params);
  const { words: _, ...indexed } = filter;
  const { asked, found } = useSearch(params.get('q') ?? '', indexed);
  const list = async (most: number) =>
    asked && !found ? undefined : listLibraryClaims(filter, most, found?.some ?? null);
  const { value, all, error } = useFirstThenAll(
    () => list(firstScreen),
    () => list(limit),
    [params.toString(), limit, asked, found],
  );
  const names = useLive(
    () => namesOfActors((value?.claims ?? []).flatMap(({ row }) => row.sourceActors)),
    [value],
  ).value;
  const { notes } = useOwnNotes('claim');
  const noteOf = (one: Told) => noteOn(notes, one);
  const known = value && (all || !value.more);
  return (
    <ListView
      view="claims"
      title={t('library.claims.title')}
      params={params}
      search={{ label: t('library.claims.search'), placeholder: t('library.claims.searchPlaceholder') }}
      filters={
        <>
          <UnitChoice params={params} />
          <ValueRange params={params} />
          <CertaintyChoice params={params} />
        </>
      }
      more={{ fields: <MoreFilters params={params} />, params: ['source', 'outlet', 'tag', 'story', 'from', 'to'] }}
      items={value && bySentence(value.claims)}
      total={
        value?.more
          ? t('library.claims.many', { n: count(limit) })
          : known
            ? plural('count.claims', value.claims.length)
            : ''
      }
      error={error}
      keyOf={([first]) => first?.row.id ?? ''}
      nameOf={([first]) => first?.row.sentence ?? ''}
      rowHeight={92}
      render={(told) => <Sentence told={told} noteOf={noteOf} names={names} />}
      empty={
        <EmptyState
          icon={<QuoteIcon width="32" height="32" aria-hidden="true" />}
          title={t('library.claims.emptyTitle')}
        >
          <p>{t('library.claims.emptyLine')}</p>
        </EmptyState>
      }
      bulk={(sentences) => {
        const chosen = sentences.flat();
        return (
          <>
            <TagChosen
              chosen={chosen}
              on={({ row: { reportId, claim } }) => ({
                kind: 'claim',
                reportId,
                span: { start: claim.start, end: claim.end },
              })}
              noteOf={noteOf}
            />
            <ExportMenu
              kind="quiet"
              reportIds={[...new Set(chosen.map(({ row }) => row.reportId))]}
              claimIds={chosen.map(({ row }) => row.id)}
              label={plural('library.export.claims', chosen.length)}
            />
          </>
        );
      }}
      foot={
        all &&
        value?.more && (
          <p className="view-more">
            <Button onClick={() => setLimit((now) => now + step)}>{t('library.claims.more')}</Button>
          </p>
        )
      }
    />
  );
}

function MoreFilters({ params }: { params: URLSearchParams }) {
  return (
    <>
      <Field param="source" type="text" label={t('library.filters.source')} params={params} />
      <OutletChoice params={params} />
      <TagChoice params={params} tags={useTagsOfReports()} />
      <DateRange params={params} />
    </>
  );
}
