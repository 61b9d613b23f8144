import type { ReactNode } from 'react';
import type { Attribution, Claim, Span } from '../../lib/annotation';
import { aboutInWords, certaintyExplained, certaintyInWords, sourceOf } from '../../lib/ui-text/claim';
import { daysInWords } from '../../lib/ui-text/dates';
import { quantityInWords } from '../../lib/ui-text/quantity';
import { around, quoted, t, withAside } from '../../lib/ui-text/text';
import { ClaimBadges } from '../claim/ClaimItem';
import { Earlier } from './Earlier';
import type { CardRequest } from './port';

/** The sentence that holds a claim; the claim alone where no sentence does. */
export function sentenceOf(request: CardRequest, at: Span): Span {
  return (
    request.annotation.sentences.find(({ start, end }) => start <= at.start && at.end <= end) ?? {
      start: at.start,
      end: at.end,
    }
  );
}

export function ClaimCard({ request, claim }: { request: CardRequest; claim: Claim }) {
  const { annotation, article } = request;
  const quantity = quantityInWords(claim);
  const changed = request.kept?.find(
    ({ status, at }) => status === 'changed' && at && at.start < claim.end && claim.start < at.end,
  );
  const source = sourceOf(claim, annotation, article.text);
  const attribution = annotation.attributions.find(({ id }) => id === claim.attribution) ?? null;
  // "She" says little: whom the text means by it stands beside it.
  const speaker = annotation.actors.find(({ id }) => id === attribution?.source?.actors[0])?.name;
  const said = source.kind === 'report' ? t('card.writer') : source.text;
  const days = claim.time && daysInWords(claim.time.from, claim.time.to);
  const cue = attribution && article.text.slice(attribution.cue.start, attribution.cue.end);
  return (
    <>
      <h2 id="card-name" className="card-name">
        <bdi>{quantity.text}</bdi> <ClaimBadges claim={claim} />
      </h2>
      {changed && (
        <p className="card-changed" role="note">
          {t('card.changedNumber', { was: changed.was, now: changed.now ?? '' })}
        </p>
      )}
      <dl className="card-facts">
        {claim.about && (
          <Fact name={claim.about.subject ? t('card.subject') : t('card.about')}>
            {aboutInWords(claim.about, article.text)}
          </Fact>
        )}
        <Fact name={t('card.source')}>
          {speaker && !source.text.includes(speaker) ? withAside(said, speaker) : said}
          {cue && <span className="cb-muted">{around(withAside('{text}', quoted(cue)), 'text')[1]}</span>}
        </Fact>
        <Fact name={t('card.certainty')}>
          {certaintyInWords(claim.certainty)}
          {claim.certainty !== 'certain' && (
            <span className="cb-muted cb-small card-explained">{certaintyExplained(claim.certainty)}</span>
          )}
        </Fact>
        {claim.time && <Fact name={t('card.time')}>{days ? withAside(claim.time.text, days) : claim.time.text}</Fact>}
      </dl>
      <Quote request={request} claim={claim} attribution={attribution} />
      <Earlier request={request} claim={claim} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The sentence as it stands, with the words that the card's facts come from made visible in it. */
function Quote({
  request,
  claim,
  attribution,
}: {
  request: CardRequest;
  claim: Claim;
  attribution: Attribution | null;
}) {
  const { text } = request.article;
  const sentence = sentenceOf(request, claim);
  const parts: { at: Span; name: string }[] = [
    { at: claim, name: 'claim' },
    ...(attribution?.source ? [{ at: attribution.source, name: 'source' }] : []),
    ...(attribution ? [{ at: attribution.cue, name: 'cue' }] : []),
  ]
    .filter(({ at }) => at.start >= sentence.start && at.end <= sentence.end)
    .sort((a, b) => a.at.start - b.at.start);
  const pieces: ReactNode[] = [];
  let from = sentence.start;
  for (const { at, name } of parts) {
    if (at.start < from) continue;
    pieces.push(text.slice(from, at.start));
    pieces.push(
      <span key={at.start} className={`card-${name}`}>
        {text.slice(at.start, at.end)}
      </span>,
    );
    from = at.end;
  }
  pieces.push(text.slice(from, sentence.end));
  return (
    <blockquote className="card-quote" dir="auto">
      {pieces}
    </blockquote>
  );
}
