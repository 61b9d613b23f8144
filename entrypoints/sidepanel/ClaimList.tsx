import { useEffect, useRef, useState } from 'react';
import { ClaimItem } from '../../components/claim/ClaimItem';
import type { ArticleState } from '../../components/page/use-context';
import { Switch } from '../../components/ui/Switch';
import type { Claim } from '../../lib/annotation';
import type { Context } from '../../lib/library/schema';
import { certaintyExplained, sourceOf } from '../../lib/ui-text/claim';
import { plural, t } from '../../lib/ui-text/text';
import { moveWithArrows } from './arrow-keys';
import { CopyClaim } from './CopyClaim';

interface ClaimListProps {
  state: ArticleState;
  context: Context | null;
  /** Id of the claim that is current in the page. */
  current: string | null;
  onShow: (start: number, end: number) => void;
}

/** The article's numbers in reading order: the accessible view of the marks. The current one shows all there is to it. */
export function ClaimList({ state, context, current, onShow }: ClaimListProps) {
  const { article, annotation } = state;
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (current) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const minor = annotation.claims.filter(({ salience }) => salience === 'minor').length;
  const shown = annotation.claims.filter(({ id, salience }) => all || salience === 'major' || id === current);
  return (
    <>
      {shown.length === 0 && <p className="panel-empty cb-muted">{t('popup.noClaims')}</p>}
      <ul ref={list} className="cb-list" aria-label={t('popup.claims')} onKeyDown={moveWithArrows}>
        {shown.map((claim) => (
          <ClaimItem
            key={claim.id}
            claim={claim}
            text={article.text}
            source={sourceOf(claim, annotation, article.text)}
            earlier={context?.earlier[claim.id] ?? []}
            current={claim.id === current}
            onClick={() => onShow(claim.start, claim.end)}
          >
            {claim.id === current && <Detail state={state} claim={claim} />}
          </ClaimItem>
        ))}
      </ul>
      {minor > 0 && (
        <div className="panel-more cb-small">
          <span id="panel-minor">{plural('panel.minor', minor)}</span>
          <Switch checked={all} onChange={setAll} aria-labelledby="panel-minor" />
        </div>
      )}
    </>
  );
}

function Detail({ state: { article, annotation }, claim }: { state: ArticleState; claim: Claim }) {
  const sentence = annotation.sentences.find(({ start, end }) => start <= claim.start && claim.end <= end) ?? claim;
  const quote = article.text.slice(sentence.start, sentence.end);
  return (
    <div className="claim-detail">
      <blockquote dir="auto">
        {article.text.slice(sentence.start, claim.start)}
        <mark>{article.text.slice(claim.start, claim.end)}</mark>
        {article.text.slice(claim.end, sentence.end)}
      </blockquote>
      {claim.certainty !== 'certain' && <p className="cb-small cb-muted">{certaintyExplained(claim.certainty)}</p>}
      <CopyClaim article={article} annotation={annotation} claim={claim} quote={quote} />
    </div>
  );
}
