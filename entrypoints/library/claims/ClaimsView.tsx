import { QuoteIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState } from '../../../components/ui/feedback';
import { certaintySchema } from '../../../lib/annotation';
import { listSites, listTags, type Note, namesOfActors } from '../../../lib/library';
import { type ClaimFilter, listLibraryClaims, listUnits } from '../../../lib/library/claims-list';
import { useLive } from '../../../lib/library/live';
import { listNotes } from '../../../lib/library/notes/notes';
import { certaintyInWords } from '../../../lib/ui-text/claim';
import { count, plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { Choice, DateRange, Field, ValueRange } from '../list/fields';
import { filterOf } from '../list/filter';
import { ListView } from '../list/ListView';
import { TagDialog } from '../list/TagDialog';
import { useIdle } from '../list/use-idle';
import { tagsOf, tagThings } from '../notes/tag-things';
import { useSearch } from '../search/use-search';
import { bySentence, Sentence, type Told } from './Sentence';

const step = 300;
const firstScreen = 40;

function claimFilter(params: URLSearchParams): ClaimFilter {
  const { actorKind: _, ...filter } = filterOf(params);
  const words = (params.get('q') ?? '').split(/\s+/).filter(Boolean);
  return { ...filter, ...(words.length > 0 ? { words } : {}) };
}

/** Every number of every report, newest first. */
export function ClaimsView({ params }: { params: URLSearchParams }) {
  const [wanted, setWanted] = useState(step);
  // The first screen is read before the rest.
  const limit = useIdle() ? wanted : firstScreen;
  const filter = claimFilter(params);
  const { words: _, ...indexed } = filter;
  const { asked, answer } = useSearch(params.get('q') ?? '', indexed);
  const found = asked ? answer : null;
  const { value, error } = useLive(
    async () =>
      asked && !found
        ? undefined
        : listLibraryClaims(
            filter,
            limit,
            found?.ids.map((id) => ({ id, claims: found.claims ? (found.claims[id] ?? []) : null })) ?? null,
          ),
    [params.toString(), limit, asked, found],
  );
  const names = useLive(
    () => namesOfActors((value?.claims ?? []).flatMap(({ row }) => row.sourceActors)),
    [value],
  ).value;
  const notes = useLive(() => listNotes('claim'), []).value;
  const noteOf = ({ row }: Told): Note | undefined =>
    notes
      ?.get(row.reportId)
      ?.find(({ selector }) => selector && selector.start < row.claim.end && row.claim.start < selector.end);
  const sentences = value && bySentence(value.claims);
  const targets = (chosen: Told[][]) =>
    chosen.flat().map(({ row }) => ({
      kind: 'claim' as const,
      reportId: row.reportId,
      span: { start: row.claim.start, end: row.claim.end },
    }));
  const notesOf = (chosen: Told[][]) => chosen.flat().map(noteOf);
  return (
    <ListView
      view="claims"
      title={t('library.claims.title')}
      params={params}
      search={{ label: t('library.claims.search'), placeholder: t('library.claims.searchPlaceholder') }}
      filters={<Filters params={params} />}
      more={{ fields: <MoreFilters params={params} />, params: ['source', 'outlet', 'tag', 'story', 'from', 'to'] }}
      items={sentences}
      total={
        value?.more ? t('library.claims.many', { n: count(limit) }) : plural('count.claims', value?.claims.length ?? 0)
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
      bulk={(chosen) => (
        <>
          <TagDialog
            tags={tagsOf(notesOf(chosen))}
            onAdd={(tag) => void tagThings(targets(chosen), notesOf(chosen), { add: tag })}
            onRemove={(tag) => void tagThings(targets(chosen), notesOf(chosen), { remove: tag })}
          />
          <ExportMenu
            kind="quiet"
            reportIds={[...new Set(chosen.flat().map(({ row }) => row.reportId))]}
            claimIds={chosen.flat().map(({ row }) => row.id)}
            label={plural('library.export.claims', chosen.flat().length)}
          />
        </>
      )}
      foot={
        value?.more && (
          <p className="view-more">
            <Button onClick={() => setWanted((now) => now + step)}>{t('library.claims.more')}</Button>
          </p>
        )
      }
    />
  );
}

function Filters({ params }: { params: URLSearchParams }) {
  const idle = useIdle();
  const units = useLive(async () => (idle ? await listUnits() : []), [idle]).value ?? [];
  return (
    <>
      <Choice
        param="unit"
        params={params}
        label={t('library.filters.unit')}
        any={t('library.filters.anyUnit')}
        options={units.filter(Boolean).map((unit) => [unit, unit])}
      />
      <ValueRange params={params} />
      <Choice
        param="certainty"
        params={params}
        label={t('library.filters.certainty')}
        any={t('library.filters.anyCertainty')}
        options={certaintySchema.options.map((one) => [one, certaintyInWords(one)])}
      />
    </>
  );
}

function MoreFilters({ params }: { params: URLSearchParams }) {
  const sites = useLive(listSites, []).value ?? [];
  const tags = useLive(listTags, []).value ?? [];
  return (
    <>
      <Field param="source" type="text" label={t('library.filters.source')} params={params} />
      <Choice
        param="outlet"
        params={params}
        label={t('library.filters.outlet')}
        any={t('library.filters.anyOutlet')}
        options={sites.map((site) => [site, site])}
      />
      <Choice
        param="tag"
        params={params}
        label={t('library.filters.tag')}
        any={t('library.filters.anyTag')}
        options={tags.map((tag) => [tag, tag])}
      />
      <DateRange params={params} />
    </>
  );
}
