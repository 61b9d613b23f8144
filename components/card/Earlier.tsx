import { useCallback, useEffect, useState } from 'react';
import type { Claim } from '../../lib/annotation';
import type { Context, EarlierClaim } from '../../lib/library/schema';
import { askBackground } from '../../lib/messages';
import { keptSource, reportInWords, saysNobody } from '../../lib/ui-text/claim';
import { failureInWords } from '../../lib/ui-text/failure';
import { quantityInWords } from '../../lib/ui-text/quantity';
import { around, plural, quoted, t } from '../../lib/ui-text/text';
import { whyInWords } from '../../lib/ui-text/why';
import { Button } from '../ui/Button';
import { Notice, Skeleton } from '../ui/feedback';
import type { CardRequest } from './port';

type Loaded = { state: 'asking' } | { state: 'here'; context: Context } | { state: 'failed'; error: unknown };

/** Asked once an article, for as long as the card's script lives in the page; a save makes it old. */
let known: { key: string; context: Context } | null = null;
const keyOf = ({ article, saved }: CardRequest) => `${article.canonicalUrl}\n${saved?.savedAt}\n${article.text.length}`;

const shown = 4;

/** What earlier reports claimed about the same thing. */
export function Earlier({ request, claim }: { request: CardRequest; claim: Claim }) {
  const key = keyOf(request);
  const [loaded, setLoaded] = useState<Loaded>(() =>
    known?.key === key ? { state: 'here', context: known.context } : { state: 'asking' },
  );
  const { article } = request;
  const ask = useCallback(async () => {
    if (known?.key === key) {
      setLoaded({ state: 'here', context: known.context });
      return;
    }
    setLoaded({ state: 'asking' });
    try {
      const context = await askBackground('context', { article });
      known = { key, context };
      setLoaded({ state: 'here', context });
    } catch (error) {
      setLoaded({ state: 'failed', error });
    }
  }, [key, article]);
  useEffect(() => void ask(), [ask]);

  return (
    <section aria-labelledby="card-earlier" className="card-earlier" aria-busy={loaded.state === 'asking'}>
      <h3 id="card-earlier">{t('card.earlier')}</h3>
      {loaded.state === 'asking' && <Skeleton widths={[80, 55]} />}
      {loaded.state === 'failed' && (
        <Notice tone="danger">
          {failureInWords(loaded.error)} <Button onClick={() => void ask()}>{t('card.retry')}</Button>
        </Notice>
      )}
      {loaded.state === 'here' && (
        <EarlierList earlier={loaded.context.earlier[claim.id] ?? []} reports={loaded.context.related.length} />
      )}
    </section>
  );
}

function EarlierList({ earlier, reports }: { earlier: EarlierClaim[]; reports: number }) {
  if (earlier.length === 0)
    return (
      <p className="cb-small cb-muted">
        {reports > 0 ? t('card.noneSame', { reports: plural('count.reports', reports) }) : t('card.noneSaved')}
      </p>
    );
  return (
    <>
      <ul className="cb-list card-earlier-list">
        {earlier.slice(0, shown).map((one) => (
          <li key={`${one.report.id}/${one.claim.id}`}>
            <p>
              <Compared earlier={one} />
            </p>
            <p className="cb-small">
              <a href={one.report.url} target="_blank" rel="noreferrer" title={one.report.title}>
                {reportInWords(one.report)}
              </a>
              {!saysNobody(one.source ?? '') && (
                <span className="cb-muted"> · {keptSource(one.claim, one.source).text}</span>
              )}
            </p>
            <p className="cb-small cb-muted cb-clamp-2" dir="auto" title={whyInWords(one)}>
              {quoted(one.sentence)}
            </p>
          </li>
        ))}
      </ul>
      {earlier.length > shown && (
        <p className="cb-small cb-muted">{plural('comparison.more', earlier.length - shown)}</p>
      )}
    </>
  );
}

/** "higher than **800 people**": the number stands out wherever the language has it. */
function Compared({ earlier: { relation, claim } }: { earlier: EarlierClaim }) {
  const [before, after] = around(t(`comparison.short.${relation}`, { quantity: '{quantity}' }), 'quantity');
  return (
    <>
      {before}
      <strong>
        <bdi>{quantityInWords(claim).counted}</bdi>
      </strong>
      {after}
    </>
  );
}
