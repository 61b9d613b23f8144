import { useMemo } from 'react';
import type { Report, SearchFilter } from '../../../lib/library';
import { allReports } from '../../../lib/library/kept-live';
import { inAlphabet, latestFirst, type Order } from '../list/order';
import { useKept } from '../list/use-kept';
import { useSearch } from '../search/use-search';
import { useLeaving } from './leaving';

/** What is asked of a report's claims: the index knows it. */
const ofClaims = ({ unit, min, max, certainty, source, sourceActor }: SearchFilter): SearchFilter =>
  JSON.parse(JSON.stringify({ unit, min, max, certainty, source, sourceActor }));

const dayOf = (report: Report) => (report.publishedAt ?? report.firstSavedAt).slice(0, 10);

const compare: Record<Exclude<Order<'reports'>, 'saved'>, (a: Report, b: Report) => number> = {
  published: (a, b) => latestFirst(dayOf(a), dayOf(b)),
  oldest: (a, b) => latestFirst(dayOf(b), dayOf(a)),
  numbers: (a, b) => b.claimCount - a.claimCount,
  title: (a, b) => inAlphabet(a.title, b.title),
};

interface FoundReports {
  reports: readonly Report[] | undefined;
  /** False while only the newest are known. */
  all: boolean;
  error: string | null;
}

/**
 * Reports that pass the filter and match the query; undefined until known.
 * @param order null: the best first where words are asked for, else the newest saved
 */
export function useFoundReports(filter: SearchFilter, query: string, order: Order<'reports'> | null): FoundReports {
  const listed = useKept(allReports);
  const { asked, found: answer } = useSearch(query, ofClaims(filter));
  const leaving = useLeaving(listed.value?.reports);
  const known = useMemo(
    () => (leaving.size === 0 ? listed.value?.reports : listed.value?.reports.filter(({ id }) => !leaving.has(id))),
    [listed.value, leaving],
  );

  const { siteName, tag, actorKey, from, to, storyId } = filter;
  const reports = useMemo(() => {
    const ids = answer?.ids();
    if (asked && !ids) return undefined;
    const passing = known?.filter(
      (report) =>
        (!siteName || report.siteName === siteName) &&
        (!tag || report.tags.includes(tag)) &&
        (!actorKey || report.actorKeys.includes(actorKey)) &&
        (!storyId || report.storyId === storyId) &&
        (!from || dayOf(report) >= from) &&
        (!to || dayOf(report) <= to),
    );
    if (!passing) return passing;
    const byId = ids && new Map(passing.map((report) => [report.id, report]));
    const found = ids && byId ? ids.flatMap((id) => byId.get(id) ?? []) : passing;
    if (order === null) return found;
    // What is equal stays in the order of saving.
    const saved = ids ? found.sort((a, b) => latestFirst(a.savedAt, b.savedAt)) : found;
    return order === 'saved' ? saved : saved.sort(compare[order]);
  }, [known, asked, answer, siteName, tag, actorKey, from, to, storyId, order]);
  return { reports, all: listed.value?.all ?? false, error: listed.error };
}
