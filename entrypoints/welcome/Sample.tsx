import { useEffect, useState } from 'react';
import { ClaimItem } from '../../components/claim/ClaimItem';
import { SavedText } from '../../components/claim/SavedText';
import { Notice, Skeleton } from '../../components/ui/feedback';
import { certaintyExplained, reportInWords, sourceOf } from '../../lib/ui-text/claim';
import { failureInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { earlier as earlierReport, later, type ReadSample, readSample } from './sample';

/** A made-up report to try the marks on, beside one that is taken as kept the day before. */
export function Sample() {
  const [sample, setSample] = useState<ReadSample | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    readSample().then(
      (read) => {
        setSample(read);
        setChosen(read.annotation.claims.find(({ salience }) => salience === 'major')?.id ?? null);
      },
      (error: unknown) => setFailure(failureInWords(error)),
    );
  }, []);
  const claim = sample?.annotation.claims.find(({ id }) => id === chosen);
  return (
    <section className="sample" aria-labelledby="try">
      <div className="sample-head">
        <h2 id="try">{t('welcome.try')}</h2>
        <p className="cb-muted">{t('welcome.tryLine')}</p>
      </div>
      {failure && <Notice tone="danger">{failure}</Notice>}
      {!sample && !failure && <Skeleton widths={[60, 95, 90, 70]} />}
      {sample && (
        <div className="sample-body">
          <article>
            <h3 lang="en" dir="auto">
              {later.title}
            </h3>
            <SavedText text={later.text} annotation={sample.annotation} chosen={chosen} onChoose={setChosen} names />
          </article>
          <aside aria-label={t('welcome.chosen')} aria-live="polite">
            {claim && (
              <>
                <ul className="cb-list">
                  <ClaimItem
                    claim={claim}
                    text={later.text}
                    source={sourceOf(claim, sample.annotation, later.text)}
                    earlier={sample.earlier[claim.id] ?? []}
                  />
                </ul>
                {claim.certainty !== 'certain' && (
                  <p className="cb-muted cb-small">{certaintyExplained(claim.certainty)}</p>
                )}
              </>
            )}
            <p className="sample-kept cb-muted cb-small">
              {t('welcome.kept', { report: reportInWords({ ...earlierReport, savedAt: earlierReport.publishedAt }) })}
            </p>
          </aside>
        </div>
      )}
    </section>
  );
}
