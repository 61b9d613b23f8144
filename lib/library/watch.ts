/** Following the library where there is no React: in workers. */
import { liveQuery } from 'dexie';
import { listReports } from './read';
import type { Report } from './rows';

/** Calls back with all reports, now and after every change, from whichever context. @returns stops following. */
export function watchReports(changed: (reports: Report[]) => void): () => void {
  const subscription = liveQuery(() => listReports()).subscribe({ next: changed, error: () => {} });
  return () => subscription.unsubscribe();
}
