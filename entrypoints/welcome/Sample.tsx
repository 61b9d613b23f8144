import { useEffect, useState } from 'react';
import { ClaimItem } from '../../components/claim/ClaimItem';
import { SavedText } from '../../components/claim/SavedText';
import { Notice, Skeleton } from '../../components/ui/feedback';
import type { Annotation } from '../../lib/annotation';
import { askBackground } from '../../lib/messages';
import { certaintyExplained, sourceOf } from '../../lib/ui-text/claim';
import { t } from '../../lib/ui-text/text';

/** Made up, and English in every language of the interface: that is what the engine reads. */
const title = 'Harbour town counts the cost of the storm';
const text = `At least 1,200 people left their homes in Port Adair on Sunday night after the sea wall broke, the harbour authority said. Mayor Elin Marsh told reporters that up to 300 houses could be beyond repair.

Repairs will cost about $45 million, according to a first estimate by the engineers’ institute. The insurers’ association denied a report that claims had already reached $90 million.

The coastguard believes that between 20 and 30 boats sank at their moorings. "We have found 17 of them," said its spokesman, Tom Reyes.`;

/** A made-up report, read by the real engine: what is shown here is what pages will show. */
export function Sample() {
  const [annotation, setAnnotation] = useState<Annotation | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    const article = {
      url: 'https://claimbook.example/sample',
      canonicalUrl: 'https://claimbook.example/sample',
      title,
      byline: null,
      siteName: null,
      publishedAt: null,
      modifiedAt: null,
      language: 'en',
      text,
    };
    askBackground('annotate', { article }).then(
      (answer) => {
        setAnnotation(answer.annotation);
        setChosen(answer.annotation.claims.find(({ salience }) => salience === 'major')?.id ?? null);
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  const claim = annotation?.claims.find(({ id }) => id === chosen);
  return (
    <section className="sample" aria-labelledby="try">
      <div className="sample-head">
        <h2 id="try">{t('welcome.try')}</h2>
        <p className="cb-muted">{t('welcome.tryLine')}</p>
      </div>
      {failure && <Notice tone="danger">{failure}</Notice>}
      {!annotation && !failure && <Skeleton widths={[60, 95, 90, 70]} />}
      {annotation && (
        <div className="sample-body">
          <article>
            <h3>{title}</h3>
            <SavedText text={text} annotation={annotation} chosen={chosen} onChoose={setChosen} names />
          </article>
          <aside aria-label={t('welcome.chosen')} aria-live="polite">
            {claim && (
              <>
                <ul className="cb-list">
                  <ClaimItem claim={claim} source={sourceOf(claim, annotation, text)} />
                </ul>
                <p className="cb-muted cb-small">{certaintyExplained(claim.certainty)}</p>
              </>
            )}
          </aside>
        </div>
      )}
    </section>
  );
}
