import { CopyIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { cite } from '../../components/card/citation';
import { Button } from '../../components/ui/Button';
import type { Annotation, Claim } from '../../lib/annotation';
import type { Article } from '../../lib/article/article';
import { outletOf, sourceOf } from '../../lib/ui-text/claim';
import { dayInWords } from '../../lib/ui-text/dates';
import { t } from '../../lib/ui-text/text';

/** Copies a claim's sentence with its source, ready to cite. */
export function CopyClaim({
  article,
  annotation,
  claim,
  quote,
}: {
  article: Article;
  annotation: Annotation;
  claim: Claim;
  quote: string;
}) {
  const [said, setSaid] = useState('');
  const copy = () => {
    const source = sourceOf(claim, annotation, article.text);
    const named = source.kind === 'named' ? source.text : null;
    navigator.clipboard.writeText(cite(quote, named, article, outletOf(article), dayInWords(article.publishedAt))).then(
      () => setSaid(t('card.copied')),
      () => setSaid(t('card.notCopied')),
    );
  };
  return (
    <p className="claim-copy">
      <Button kind="quiet" onClick={copy}>
        <CopyIcon aria-hidden="true" /> {t('card.copy')}
      </Button>
      <span role="status" className="cb-small cb-muted">
        {said}
      </span>
    </p>
  );
}
