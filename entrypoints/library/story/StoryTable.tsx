import type { StoryClaim } from '../../../lib/library/story';
import { certaintyInWords, keptSource, outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

/** The same numbers as the time line, to be read line by line. */
export function StoryTable({ claims, caption }: { claims: StoryClaim[]; caption: string }) {
  return (
    <table className="story-table">
      <caption className="cb-hidden">{caption}</caption>
      <thead>
        <tr>
          {(['day', 'outlet', 'number', 'source', 'certainty'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`library.story.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {claims.map(({ report, row }) => (
          <tr key={row.id}>
            <td>{dayInWords(report.publishedAt ?? report.firstSavedAt)}</td>
            <td>{outletOf(report)}</td>
            <td>
              <a href={routeTo(['report', report.id, row.claim.id])}>{quantityInWords(row.claim).text}</a>
            </td>
            <td>{keptSource(row.claim, row.source).text}</td>
            <td>{certaintyInWords(row.claim.certainty)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
