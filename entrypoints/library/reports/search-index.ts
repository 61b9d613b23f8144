/**
 * Full-text search over saved reports: titles, outlets, leads, notes, tags and the sentences with claims. The index lives in
 * memory and follows the library report by report.
 */
import MiniSearch from 'minisearch';
import type { Report } from '../../../lib/library';

interface Indexed {
  id: string;
  title: string;
  /** The person's own words. */
  own: string;
  /** Outlet and actors. */
  names: string;
  /** Lead and sentences with claims. */
  text: string;
}

const boost = { title: 3, own: 3, names: 2 };

/** Below this, the beginning of a word is the beginning of too many. */
const shortestPrefix = 2;

/** Reports added in one go before the page gets to breathe. */
const batch = 200;

/** The words of an actor's key: its name without case and accents. */
const nameOfKey = (key: string) => key.slice(key.indexOf(':') + 1);

export function createSearchIndex(sentencesOf: (reportIds: readonly string[]) => Promise<Map<string, string[]>>) {
  const index = new MiniSearch<Indexed>({
    fields: ['title', 'own', 'names', 'text'],
    searchOptions: { boost, prefix: (term) => term.length >= shortestPrefix, combineWith: 'AND' },
    tokenize,
    // Accents and case do not count.
    processTerm: (term) => fold(term),
  });
  /** What is in the index, and when it was last changed. */
  const known = new Map<string, string>();

  return {
    /**
     * Brings the index in step with the library: only reports that are new, changed or gone cost anything.
     * @param progress called after each batch: what is in the index can be searched already
     */
    async update(reports: readonly Report[], signal: AbortSignal, progress = () => {}): Promise<void> {
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
        if (signal.aborted) return;
        for (const report of some) {
          const entry = {
            id: report.id,
            title: report.title,
            own: `${report.note} ${report.tags.join(' ')}`,
            names: [report.siteName ?? '', hostOf(report.url), ...report.actorKeys.map(nameOfKey)].join(' '),
            text: `${report.lead} ${sentences.get(report.id)?.join(' ') ?? ''}`,
          };
          if (known.has(report.id)) index.replace(entry);
          else index.add(entry);
          known.set(report.id, report.changedAt);
        }
        progress();
      }
    },
    /** Ids of the reports that have all the words (the last one may be unfinished), best first. */
    search(query: string): string[] {
      const exact = index.search(query);
      // Forgiving typing errors costs a walk through all words: only where nothing is found without.
      const found =
        exact.length > 0 ? exact : index.search(query, { fuzzy: (term) => (term.length > 4 ? 0.2 : false) });
      return found.map(({ id }) => id as string);
    },
  };
}

/** A number is one word, however its digits are grouped: "12,000" is found by "12000", and not by every 12. */
function tokenize(text: string): string[] {
  return text.replace(/(\d)[,'’\u00a0\u202f](?=\d{3}(?!\d))/g, '$1').split(/[\p{Z}\p{P}\s]+/u);
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '');

function fold(term: string): string | null {
  const folded = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded || null;
}
