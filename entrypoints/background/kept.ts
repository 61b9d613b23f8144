/** The marks of a saved report on a later visit to its page. */
import type { Annotation } from '../../lib/annotation';
import type { Article } from '../../lib/article/article';
import { type KeptMark, keptMarks } from '../../lib/highlight/kept';
import { getReport } from '../../lib/library';
import type { SavedState } from '../../lib/library/schema';

/** Milliseconds given to looking for what is not there word for word. */
const searchTime = 150;

/**
 * @returns what became of the saved marks, null where the text is the saved one or nothing is saved; and the annotation together with
 *   the saved claims that are still there although the engine does not see them.
 */
export async function withKept(
  article: Article,
  annotation: Annotation,
  saved: SavedState | null,
): Promise<{ annotation: Annotation; kept: KeptMark[] | null }> {
  if (!saved || saved.sameText) return { annotation, kept: null };
  const report = await getReport(saved.reportId);
  if (!report) return { annotation, kept: null };
  const until = performance.now() + searchTime;
  const expired = () => performance.now() > until;
  const { marks, returned } = keptMarks(report.version, article.text, annotation.claims, expired);
  const claims = [...annotation.claims, ...returned].sort((a, b) => a.start - b.start || a.end - b.end);
  return { annotation: returned.length > 0 ? { ...annotation, claims } : annotation, kept: marks };
}
