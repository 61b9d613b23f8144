import type { Report } from '../../lib/library';
import { outletOf } from '../../lib/ui-text/claim';
import { momentInWords } from '../../lib/ui-text/dates';
import { t } from '../../lib/ui-text/text';

type Source = Pick<Report, 'url' | 'siteName' | 'canonicalUrl' | 'publishedAt' | 'savedAt'>;

/** On paper no link can be followed and no year guessed: where it was read, and when. */
export function PrintSource({ report }: { report: Source }) {
  const saved = momentInWords(report.savedAt);
  return (
    <p className="print-only print-source">
      {[outletOf(report), momentInWords(report.publishedAt), saved && t('library.report.saved', { day: saved })]
        .filter(Boolean)
        .join(' · ')}
      <br />
      {report.url}
    </p>
  );
}
