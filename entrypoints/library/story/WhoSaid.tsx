import { ClaimBadges } from '../../../components/claim/ClaimItem';
import type { StoryClaim } from '../../../lib/library/story';
import { countedOfInWords, keptSource, outletOf, reportInWords } from '../../../lib/ui-text/claim';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';
import { sourcesOf } from './tellings';

/** Claims of a story by who said them. */
export function WhoSaid({ claims, names }: { claims: StoryClaim[]; names: ReadonlyMap<string, string> | undefined }) {
  const sources = sourcesOf(claims, ({ row, report }) =>
    row.claim.attribution === null
      ? t('library.story.outletItself', { outlet: outletOf(report) })
      : (names?.get(row.sourceActors[0] ?? '') ?? keptSource(row.claim, row.source).text),
  );
  if (sources.length === 0) return <p className="cb-muted">{t('library.story.noNumbers')}</p>;
  return (
    <ul className="cb-list who-said">
      {sources.map(({ key, name, said }) => (
        <li key={key} className="counted">
          <h2>
            {key === 'unnamed' ? (
              t('source.unnamed')
            ) : names?.has(key) ? (
              <a href={routeTo(['actor', key])}>{name}</a>
            ) : (
              name
            )}{' '}
            <span className="cb-muted cb-small">{plural('count.claims', said.length)}</span>
          </h2>
          <ul className="cb-list">
            {said
              .sort((a, b) => (day(a) < day(b) ? -1 : 1))
              .map(({ report, row }) => (
                <li key={row.id} className="said">
                  <span className="cb-muted cb-small said-when">
                    {reportInWords({ ...report, savedAt: report.firstSavedAt })}
                  </span>
                  <span className="said-what">
                    <a className="claim-quantity" href={routeTo(['report', report.id, row.claim.id])}>
                      {quantityInWords(row.claim).text}
                    </a>{' '}
                    <span className="claim-of">{countedOfInWords(row.claim, row.sentence, row.sentenceStart)}</span>{' '}
                    <ClaimBadges claim={row.claim} />
                  </span>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const day = ({ report }: StoryClaim) => report.publishedAt ?? report.firstSavedAt;
