import { changedNumbers, numbersOf } from '../../../components/claim/changed-numbers';
import { listVersions, type Report } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { momentInWords } from '../../../lib/ui-text/dates';
import { list, plural, t } from '../../../lib/ui-text/text';

export function Versions({ report }: { report: Report }) {
  const { value: versions = [] } = useLive(() => listVersions(report.id), [report.id]);
  return (
    <ol className="cb-list versions" reversed>
      {versions
        .map((version, index) => {
          const before = versions[index - 1];
          const change = before && changedNumbers(numbersOf(before.annotation), numbersOf(version.annotation));
          return (
            <li key={version.version}>
              <h3>
                {t('library.report.version', { n: String(version.version) })}{' '}
                <span className="cb-muted">{momentInWords(version.savedAt)}</span>
              </h3>
              {!before && <p className="cb-small cb-muted">{t('library.report.firstVersion')}</p>}
              {before && before.title !== version.title && (
                <p className="cb-small">{t('library.report.newTitle', { title: version.title })}</p>
              )}
              {change && change.added.length + change.gone.length === 0 && (
                <p className="cb-small cb-muted">{t('library.report.sameNumbers')}</p>
              )}
              {change && change.added.length > 0 && (
                <p className="cb-small">
                  {plural('library.report.added', change.added.length, { numbers: list(change.added) })}
                </p>
              )}
              {change && change.gone.length > 0 && (
                <p className="cb-small">
                  {plural('library.report.gone', change.gone.length, { numbers: list(change.gone) })}
                </p>
              )}
            </li>
          );
        })
        .reverse()}
    </ol>
  );
}
