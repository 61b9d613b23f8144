import { useEffect, useMemo, useState } from 'react';
import { listReports, type Report, type ReportFilter } from '../../../lib/library';
import { claimSentences } from '../../../lib/library/claims-list';
import { useLive } from '../../../lib/library/live';
import { createSearchIndex } from './search-index';

/** One index for the page's life: views come and go. */
const index = createSearchIndex(claimSentences);

/** Reports that pass the filter and match the query, best or newest first; undefined until known. */
export function useFoundReports(
  filter: ReportFilter,
  query: string,
): { reports: Report[] | undefined; error: string | null } {
  const all = useLive(() => listReports(), []);
  const [inStep, setInStep] = useState(0);
  useEffect(() => {
    if (!all.value) return;
    const abort = new AbortController();
    void index.update(all.value, abort.signal).then((finished) => finished && setInStep((turn) => turn + 1));
    return () => abort.abort();
  }, [all.value]);

  const { siteName, tag, actorKey, from, to } = filter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inStep` says that the index has changed
  const reports = useMemo(() => {
    const day = (report: Report) => (report.publishedAt ?? report.firstSavedAt).slice(0, 10);
    const passing = all.value?.filter(
      (report) =>
        (!siteName || report.siteName === siteName) &&
        (!tag || report.tags.includes(tag)) &&
        (!actorKey || report.actorKeys.includes(actorKey)) &&
        (!from || day(report) >= from) &&
        (!to || day(report) <= to),
    );
    if (!passing || !query.trim()) return passing;
    const byId = new Map(passing.map((report) => [report.id, report]));
    return index.search(query).flatMap((id) => byId.get(id) ?? []);
  }, [all.value, inStep, query, siteName, tag, actorKey, from, to]);
  return { reports, error: all.error };
}
