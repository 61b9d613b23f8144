import { listVersions, type Report, type Version } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { momentInWords } from '../../../lib/ui-text/dates';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { list, plural, t } from '../../../lib/ui-text/text';

/** Major claims as words: what is compared between two versions. */
function numbersOf(version: Version): string[] {
  return version.annotation.claims
    .filter(({ salience }) => salience === 'major')
    .map((claim) => [quantityInWords(claim).text, claim.about?.text].filter(Boolean).join(' · '));
}

/** Numbers of `later` that `earlier` had not, and the other way round; one that stands twice counts twice. */
export function changedNumbers(
  earlier: readonly string[],
  later: readonly string[],
): { added: string[]; gone: string[] } {
  const without = (from: readonly string[], taken: readonly string[]) => {
    const left = [...taken];
    return from.filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return { added: without(later, earlier), gone: without(earlier, later) };
}

export function Versions({ report }: { report: Report }) {
  const { value: versions = [] } = useLive(() => listVersions(report.id), [report.id]);
  return (
    <ol className="cb-list versions" reversed>
      {versions
        .map((version, index) => {
          const before = versions[index - 1];
          const change = before && changedNumbers(numbersOf(before), numbersOf(version));
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
