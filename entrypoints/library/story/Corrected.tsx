import { changedNumbers, numbersOf } from '../../../components/claim/changed-numbers';
import { listVersions, type Report } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { reportInWords } from '../../../lib/ui-text/claim';
import { list, plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

/** Reports whose numbers changed after they were first saved. */
export function Corrected({ reports }: { reports: Report[] }) {
  const revised = reports.filter(({ version }) => version > 1);
  if (revised.length === 0) return null;
  return (
    <section className="counted">
      <h2>{t('library.story.revised')}</h2>
      <ul className="cb-list own-list">
        {revised.map((report) => (
          <Revised key={report.id} report={report} />
        ))}
      </ul>
    </section>
  );
}

function Revised({ report }: { report: Report }) {
  const { value: versions = [] } = useLive(() => listVersions(report.id), [report.id, report.version]);
  const [first] = versions;
  const last = versions.at(-1);
  const change =
    first && last ? changedNumbers(numbersOf(first.annotation), numbersOf(last.annotation)) : { added: [], gone: [] };
  return (
    <li>
      <a href={routeTo(['report', report.id])}>{report.title}</a>{' '}
      <span className="cb-muted cb-small">{reportInWords(report)}</span>
      <p className="cb-small">
        {change.gone.length + change.added.length === 0 && t('library.report.sameNumbers')}
        {change.gone.length > 0 &&
          `${plural('library.report.gone', change.gone.length, { numbers: list(change.gone) })} `}
        {change.added.length > 0 &&
          plural('library.report.added', change.added.length, { numbers: list(change.added) })}
      </p>
    </li>
  );
}
