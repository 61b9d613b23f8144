import { useEffect, useMemo, useState } from 'react';
import { listReports, type Report, type SearchFilter } from '../../../lib/library';
import { listLibraryClaims, listNewestReports } from '../../../lib/library/claims-list';
import { useLive } from '../../../lib/library/live';
import type { SearchAnswer, SearchQuestion } from './search-messages';

/** One worker for the page's life, from the first search on: views come and go. */
let worker: Worker | null = null;

function getWorker(): Worker {
  worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** Ids of the reports that match, best first; null while there is no query, and until its first answer. */
function useSearch(query: string): string[] | null {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const wanted = query.trim();
  useEffect(() => {
    // Started with the view, so that the index stands when the first letter is typed.
    const to = getWorker();
    const listen = ({ data }: MessageEvent<SearchAnswer>) => setAnswer(data);
    to.addEventListener('message', listen);
    return () => to.removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    const question: SearchQuestion = { query: wanted };
    if (wanted) getWorker().postMessage(question);
    else setAnswer(null);
  }, [wanted]);
  // The answer to the word before stays until the next one comes: a list that blinks at each letter is no help.
  return wanted && answer ? answer.ids : null;
}

const shownAtOnce = 40;

/** Claims looked at for what a report must claim: more reports than these have is no list to read. */
const claimsAsked = 5000;

/** Reports with a claim that passes; null when nothing is asked of claims, and until known. */
function useClaiming({ unit, min, max, certainty, source }: SearchFilter): ReadonlySet<string> | null {
  const asked = JSON.stringify({ unit, min, max, certainty, source });
  return (
    useLive(async () => {
      if (asked === '{}') return null;
      const { claims } = await listLibraryClaims(JSON.parse(asked), claimsAsked);
      return new Set(claims.map(({ row }) => row.reportId));
    }, [asked]).value ?? null
  );
}

/** Reports that pass the filter and match the query, best or newest first; undefined until known. */
export function useFoundReports(
  filter: SearchFilter,
  query: string,
): { reports: Report[] | undefined; all: boolean; error: string | null } {
  const all = useLive(() => listReports(), []);
  // A large library takes a moment to read: its newest reports are on the screen before.
  const newest = useLive(() => listNewestReports(shownAtOnce), []);
  const ids = useSearch(query);
  const claiming = useClaiming(filter);

  const { siteName, tag, actorKey, from, to, storyId } = filter;
  const reports = useMemo(() => {
    const day = (report: Report) => (report.publishedAt ?? report.firstSavedAt).slice(0, 10);
    const passing = (all.value ?? newest.value)?.filter(
      (report) =>
        (!siteName || report.siteName === siteName) &&
        (!tag || report.tags.includes(tag)) &&
        (!actorKey || report.actorKeys.includes(actorKey)) &&
        (!storyId || report.storyId === storyId) &&
        (!claiming || claiming.has(report.id)) &&
        (!from || day(report) >= from) &&
        (!to || day(report) <= to),
    );
    if (!passing || !ids) return passing;
    const byId = new Map(passing.map((report) => [report.id, report]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [all.value, newest.value, ids, claiming, siteName, tag, actorKey, from, to, storyId]);
  return { reports, all: all.value !== undefined, error: all.error };
}
