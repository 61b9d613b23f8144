import { ClaimBadges } from '../../../components/claim/ClaimItem';
import { certaintyInWords, countedOfInWords, keptSource, outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { originInWords } from '../../../lib/ui-text/origin';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';
import type { Telling } from './tellings';

/** The same numbers as the time line, to be read line by line. */
export function StoryTable({
  tellings,
  names,
  caption,
  whole = false,
}: {
  tellings: Telling[];
  names: ReadonlyMap<string, string> | undefined;
  caption: string;
  /** What is counted differs from line to line: it is said, too. */
  whole?: boolean;
}) {
  return (
    <div className="table-scroll">
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
          {tellings.map(({ report, row, origin, again }) => (
            <tr key={row.id}>
              <td className="story-day">{dayInWords(report.publishedAt ?? report.firstSavedAt)}</td>
              <td>{outletOf(report)}</td>
              <th scope="row">
                <a href={routeTo(['report', report.id, row.claim.id])}>{quantityInWords(row.claim).text}</a>
                {whole && (
                  <span className="cb-muted"> {countedOfInWords(row.claim, row.sentence, row.sentenceStart)}</span>
                )}
              </th>
              <td>
                {keptSource(row.claim, row.source, row.sourceActors, names).text}
                {!whole && again && origin.same && (
                  <span className="cb-muted cb-small story-origin">{originInWords(origin)}</span>
                )}
              </td>
              <td className="story-day">
                {row.claim.certainty === 'denied' ? (
                  <ClaimBadges claim={{ ...row.claim, role: null }} />
                ) : (
                  certaintyInWords(row.claim.certainty)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
