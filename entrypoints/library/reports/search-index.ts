/**
 * Full-text search over saved reports: titles, outlets, leads, notes, tags and the sentences with claims. The index lives in
 * this page's memory and follows the library report by report.
 */
import MiniSearch from 'minisearch';
import type { Report } from '../../../lib/library';

interface Indexed {
  id: string;
  title: string;
  outlet: string;
  lead: string;
  note: string;
  tags: string;
  actors: string;
  sentences: string;
}

const boost = { title: 3, tags: 3, note: 2, outlet: 2, actors: 2 };

/** Reports added in one go before the page gets to breathe. */
const batch = 200;

/** The words of an actor's key: its name without case and accents. */
const nameOfKey = (key: string) => key.slice(key.indexOf(':') + 1);

export function createSearchIndex(sentencesOf: (reportIds: readonly string[]) => Promise<Map<string, string[]>>) {
  const index = new MiniSearch<Indexed>({
    fields: ['title', 'outlet', 'lead', 'note', 'tags', 'actors', 'sentences'],
    searchOptions: { boost, prefix: true, combineWith: 'AND', fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
    // Accents and case do not count; digits keep their grouping out of the way ("12,000" is found by "12000" and "12,000").
    processTerm: (term) => fold(term),
  });
  /** What is in the index, and when it was last changed. */
  const known = new Map<string, string>();

  return {
    /**
     * Brings the index in step with the library: only reports that are new, changed or gone cost anything.
     * @returns false when a later call has overtaken this one
     */
    async update(reports: readonly Report[], signal: AbortSignal): Promise<boolean> {
      const present = new Set(reports.map(({ id }) => id));
      for (const id of [...known.keys()]) {
        if (present.has(id)) continue;
        index.discard(id);
        known.delete(id);
      }
      const changed = reports.filter(({ id, changedAt }) => known.get(id) !== changedAt);
      for (let from = 0; from < changed.length; from += batch) {
        const some = changed.slice(from, from + batch);
        const sentences = await sentencesOf(some.map(({ id }) => id));
        if (signal.aborted) return false;
        for (const report of some) {
          const entry = {
            id: report.id,
            title: report.title,
            outlet: `${report.siteName ?? ''} ${hostOf(report.url)}`,
            lead: report.lead,
            note: report.note,
            tags: report.tags.join(' '),
            actors: report.actorKeys.map(nameOfKey).join(' '),
            sentences: sentences.get(report.id)?.join(' ') ?? '',
          };
          if (known.has(report.id)) index.replace(entry);
          else index.add(entry);
          known.set(report.id, report.changedAt);
        }
      }
      return true;
    },
    /** Ids of the reports that have all the words (the last one may be unfinished), best first. */
    search(query: string): string[] {
      return index.search(query).map(({ id }) => id as string);
    },
  };
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '');

function fold(term: string): string | null {
  const folded = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded || null;
}
