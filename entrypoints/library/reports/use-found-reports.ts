import { useMemo } from 'react';
import { listReports, type Report, type SearchFilter } from '../../../lib/library';
import { listNewestReports } from '../../../lib/library/claims-list';
import { useFirstThenAll } from '../list/use-first';
import { useSearch } from '../search/use-search';

const shownAtOnce = 40;

/** What is asked of a report's claims: the index knows it. */
const ofClaims = ({ unit, min, max, certainty, source, sourceActor }: SearchFilter): SearchFilter =>
  JSON.parse(JSON.stringify({ unit, min, max, certainty, source, sourceActor }));

/** Reports that pass the filter and match the query, best or newest first; undefined until known. */
export function useFoundReports(
  filter: SearchFilter,
  query: string,
): { reports: Report[] | undefined; all: boolean; error: string | null } {
  const listed = useFirstThenAll(
    () => listNewestReports(shownAtOnce),
    () => listReports(),
  );
  const { asked, answer } = useSearch(query, ofClaims(filter));
  const ids = answer?.ids;

  const { siteName, tag, actorKey, from, to, storyId } = filter;
  const reports = useMemo(() => {
    if (asked && !ids) return undefined;
    const day = (report: Report) => (report.publishedAt ?? report.firstSavedAt).slice(0, 10);
    const passing = listed.value?.filter(
      (report) =>
        (!siteName || report.siteName === siteName) &&
        (!tag || report.tags.includes(tag)) &&
        (!actorKey || report.actorKeys.includes(actorKey)) &&
        (!storyId || report.storyId === storyId) &&
        (!from || day(report) >= from) &&
        (!to || day(report) <= to),
    );
    if (!passing || !ids) return passing;
    const byId = new Map(passing.map((report) => [report.id, report]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [listed.value, asked, ids, siteName, tag, actorKey, from, to, storyId]);
  return { reports, all: listed.all, error: listed.error };
}
