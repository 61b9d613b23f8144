/** Copies of an article's text in the library: found by fingerprints, without reading it all, then checked word by word. */
import type { Article } from '../article/article';
import { printsOf, sharedPassages, shareOf } from '../crossref/copies';
import { headOf } from './context';
import { attempt, db } from './database';
import type { Copies } from './schema';

/** Reports compared word by word: those that share most fingerprints. */
const compared = 20;
/** A passage in common is worth telling from here on. */
const leastShare = 0.05;

/**
 * Reports that have passages in common with an article but for small edits, the most alike first; the article itself, when saved, is
 * left out. The work grows with the article and with its copies, not with the library.
 */
export function copiesOf(article: Pick<Article, 'canonicalUrl' | 'text'>): Promise<Copies> {
  const prints = printsOf(article.text);
  return attempt('compare', () =>
    db.transaction('r', [db.copies, db.reports, db.versions], async () => {
      const shared = new Map<string, number>();
      const found = await Promise.all(prints.map((print) => db.copies.where('prints').equals(print).primaryKeys()));
      for (const ids of found) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
      const ids = [...shared].sort((a, b) => b[1] - a[1]).slice(0, compared + 1);
      const reports = (await db.reports.bulkGet(ids.map(([id]) => id))).filter(
        (report) => report !== undefined && report.canonicalUrl !== article.canonicalUrl,
      );
      const versions = await db.versions.bulkGet(
        reports.map((report): [string, number] => [report?.id ?? '', report?.version ?? 0]),
      );
      const copies = reports.flatMap((report, index): Copies['copies'] => {
        const version = versions[index];
        if (!report || !version) return [];
        const passages = sharedPassages(article.text, version.text);
        const share = shareOf(article.text, passages);
        if (share < leastShare) return [];
        return [{ report: headOf(report), share, passages: passages.map(({ a, b }) => ({ here: a, there: b })) }];
      });
      return { copies: copies.sort((a, b) => b.share - a.share).slice(0, compared) };
    }),
  );
}
