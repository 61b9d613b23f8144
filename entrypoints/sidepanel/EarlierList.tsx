import { ArrowRightIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { OtherStory } from '../../components/claim/OtherStory';
import { openLibrary } from '../../components/page/open';
import type { ContextView } from '../../components/page/use-context';
import { Button } from '../../components/ui/Button';
import { Notice, Skeleton } from '../../components/ui/feedback';
import type { Claim } from '../../lib/annotation';
import type { Article } from '../../lib/article/article';
import { askBackground } from '../../lib/messages';
import { countedOfInWords, reportInWords, saysNobody } from '../../lib/ui-text/claim';
import { failureInWords } from '../../lib/ui-text/failure';
import { quantityInWords } from '../../lib/ui-text/quantity';
import { plural, t } from '../../lib/ui-text/text';
import { whyInWords } from '../../lib/ui-text/why';
import { moveWithArrows } from './arrow-keys';

interface EarlierListProps {
  article: Article;
  context: ContextView;
  /** Those of the article at hand. */
  claims: Claim[];
  onShow: (start: number, end: number) => void;
}

/** Earlier reports on the story, each with the numbers of this article that it has something to say about. */
export function EarlierList({ article, context: { value, failure, refresh }, claims, onShow }: EarlierListProps) {
  const [parted, setParted] = useState<{ title: string; correctionId: string } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fail = (error: unknown) => setTrouble(failureInWords(error));
  if (failure) return <Notice tone="danger">{failure}</Notice>;
  if (!value) return <Skeleton widths={[80, 55, 70]} />;
  const undo = async (id: string) => {
    await askBackground('revoke-correction', { id, revoked: true });
    setParted(null);
    refresh();
  };
  const said = (
    <>
      {trouble && <Notice tone="danger">{trouble}</Notice>}
      {parted && (
        <Notice>
          {t('comparison.parted', { title: parted.title })}{' '}
          <Button onClick={() => void undo(parted.correctionId).catch(fail)}>{t('ui.undo')}</Button>
        </Notice>
      )}
    </>
  );
  if (value.related.length === 0)
    return (
      <>
        {said}
        <p className="panel-empty cb-muted">{t('popup.noEarlier')}</p>
      </>
    );
  return (
    <>
      {said}
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
                    <strong>
                      <bdi>{quantityInWords(claim).text}</bdi>
                    </strong>
                    <About claim={claim} text={article.text} />
                  </button>
                  <ul className="cb-list cb-small earlier-said">
                    {earlier.map((one) => (
                      <li key={one.claim.id} title={whyInWords(one)}>
                        {t(`comparison.short.${one.relation}`, { quantity: quantityInWords(one.claim).counted })}
                        {one.source && !saysNobody(one.source) && <span className="cb-muted"> · {one.source}</span>}
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
              <OtherStory
                place={{ article }}
                other={report}
                onFailure={fail}
                onKept={(correctionId) => {
                  setTrouble(null);
                  setParted({ title: report.title, correctionId });
                  refresh();
                }}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function About({ claim, text }: { claim: Claim; text: string }) {
  const about = countedOfInWords(claim, text);
  return about && <span className="cb-muted"> · {about}</span>;
}
