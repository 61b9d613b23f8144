import { ArrowRightIcon } from '@radix-ui/react-icons';
import { openLibrary } from '../../components/page/open';
import type { ContextView } from '../../components/page/use-context';
import { Notice, Skeleton } from '../../components/ui/feedback';
import type { Claim } from '../../lib/annotation';
import { relationInWords, reportInWords } from '../../lib/ui-text/claim';
import { quantityInWords } from '../../lib/ui-text/quantity';
import { plural, t } from '../../lib/ui-text/text';
import { whyInWords } from '../../lib/ui-text/why';
import { moveWithArrows } from './arrow-keys';

interface EarlierListProps {
  context: ContextView;
  /** Those of the article at hand. */
  claims: Claim[];
  onShow: (start: number, end: number) => void;
}

/** Says nothing without the text it stands in. */
const pronoun = /^(?:he|she|they|it)$/i;

/** Earlier reports on the story, each with the numbers of this article that it has something to say about. */
export function EarlierList({ context: { value, failure }, claims, onShow }: EarlierListProps) {
  if (failure) return <Notice tone="danger">{failure}</Notice>;
  if (!value) return <Skeleton widths={[80, 55, 70]} />;
  if (value.related.length === 0) return <p className="panel-empty cb-muted">{t('popup.noEarlier')}</p>;
  return (
    <ul className="cb-list earlier" aria-label={t('popup.earlier')} onKeyDown={moveWithArrows}>
      {value.related.map(({ report }) => {
        const compared = claims.flatMap((claim) => {
          const earlier = (value.earlier[claim.id] ?? []).filter((one) => one.report.id === report.id);
          return earlier.length > 0 ? [{ claim, earlier }] : [];
        });
        return (
          <li key={report.id}>
            <button type="button" className="row" onClick={() => void openLibrary(report.id)}>
              <span className="earlier-title">
                <span className="cb-clamp-2" dir="auto">
                  {report.title}
                </span>
                <ArrowRightIcon aria-hidden="true" />
              </span>
              <span className="cb-muted cb-small">
                {reportInWords(report)}
                {compared.length > 0 && ` · ${plural('panel.compared', compared.length)}`}
              </span>
            </button>
            {compared.map(({ claim, earlier }) => (
              <div key={claim.id} className="earlier-pair">
                <button type="button" className="said cb-small" onClick={() => onShow(claim.start, claim.end)}>
                  <strong>{quantityInWords(claim).text}</strong>
                  {claim.about && <span className="cb-muted"> · {claim.about.text}</span>}
                </button>
                <ul className="cb-list cb-small earlier-said">
                  {earlier.map((one) => (
                    <li key={one.claim.id} title={whyInWords(one)}>
                      {t('comparison.short', {
                        relation: relationInWords(one.relation),
                        quantity: quantityInWords(one.claim).counted,
                      })}
                      {one.source && !pronoun.test(one.source) && <span className="cb-muted"> · {one.source}</span>}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
