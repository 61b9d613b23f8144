import { useState } from 'react';
import { ClaimItem } from '../../components/claim/ClaimItem';
import { ArticleHead } from '../../components/page/ArticleHead';
import { MarksControl } from '../../components/page/MarksControl';
import { openLibrary } from '../../components/page/open';
import { SaveBar } from '../../components/page/SaveBar';
import { type ArticleState, type ContextView, useContextOf } from '../../components/page/use-context';
import { ActorChip } from '../../components/ui/Chip';
import { Notice, Skeleton } from '../../components/ui/feedback';
import type { Actor } from '../../lib/annotation';
import { askPage } from '../../lib/messages';
import { kindInWords, reportInWords, sourceOf } from '../../lib/ui-text/claim';
import { failureInWords } from '../../lib/ui-text/failure';
import { plural, t } from '../../lib/ui-text/text';

const claimsShown = 6;
const actorsShown = 10;

export function ArticleView({ tabId, state, onChange }: { tabId: number; state: ArticleState; onChange: () => void }) {
  const { article, annotation } = state;
  const context = useContextOf(state);
  const [trouble, setTrouble] = useState<string | null>(null);
  const major = annotation.claims.filter(({ salience }) => salience === 'major');
  const show = (start: number, end: number) =>
    askPage(tabId, 'show', { start, end }).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(failureInWords(error)),
    );
  return (
    <main className="popup-main">
      <MarksControl url={article.canonicalUrl} />
      <div className="popup-body">
        <ArticleHead state={state} trouble={trouble} />
        <section aria-labelledby="claims">
          <h2 id="claims" className="page-section">
            {t('popup.claims')} <span className="cb-muted">{major.length}</span>
          </h2>
          {major.length === 0 && <p className="cb-muted">{t('popup.noClaims')}</p>}
          <Shortened
            items={major}
            shown={claimsShown}
            more={(hidden) => plural('popup.moreClaims', hidden)}
            className="claims"
            render={(claim) => (
              <ClaimItem
                key={claim.id}
                claim={claim}
                text={article.text}
                source={sourceOf(claim, annotation, article.text)}
                earlier={context.value?.earlier[claim.id] ?? []}
                onClick={() => show(claim.start, claim.end)}
              />
            )}
          />
        </section>
        <Actors actors={annotation.actors} onShow={show} />
        <Earlier context={context} />
      </div>
      <SaveBar state={state} onSaved={onChange} />
    </main>
  );
}

function Actors({ actors, onShow }: { actors: Actor[]; onShow: (start: number, end: number) => void }) {
  if (actors.length === 0) return null;
  const byMentions = [...actors].sort((a, b) => b.mentions.length - a.mentions.length);
  return (
    <section aria-labelledby="actors">
      <h2 id="actors" className="page-section">
        {t('popup.actors')} <span className="cb-muted">{actors.length}</span>
      </h2>
      <Shortened
        items={byMentions}
        shown={actorsShown}
        more={(hidden) => plural('popup.moreActors', hidden)}
        className="chips"
        render={(actor) => {
          const [first] = actor.mentions;
          return (
            <li key={actor.id}>
              <ActorChip
                name={actor.name}
                kind={actor.kind}
                count={actor.mentions.length}
                more={`${kindInWords(actor.kind)} · ${plural('count.mentions', actor.mentions.length)}`}
                onClick={() => first && onShow(first.start, first.end)}
              />
            </li>
          );
        }}
      />
    </section>
  );
}

function Earlier({ context }: { context: ContextView }) {
  const related = context.value?.related ?? [];
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="page-section">
        {t('popup.earlier')} {related.length > 0 && <span className="cb-muted">{related.length}</span>}
      </h2>
      {context.failure && <Notice tone="danger">{context.failure}</Notice>}
      {!context.value && !context.failure && <Skeleton widths={[80, 55]} />}
      {context.value && related.length === 0 && <p className="cb-muted cb-small">{t('popup.noEarlier')}</p>}
      <Shortened
        items={related}
        shown={3}
        more={(hidden) => plural('popup.moreReports', hidden)}
        className="reports"
        render={({ report }) => (
          <li key={report.id}>
            <button type="button" className="row" onClick={() => void openLibrary(report.id)}>
              <span className="cb-clamp-2" dir="auto">
                {report.title}
              </span>
              <span className="cb-muted cb-small">{reportInWords(report)}</span>
            </button>
          </li>
        )}
      />
    </section>
  );
}

interface ShortenedProps<T> {
  items: T[];
  shown: number;
  more: (hidden: number) => string;
  className: string;
  render: (item: T) => React.ReactNode;
}

/** A list that shows its head first and the rest on request. */
function Shortened<T>({ items, shown, more, className, render }: ShortenedProps<T>) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  // One hidden item takes no less room than the button that would show it.
  const short = !all && items.length > shown + 1;
  return (
    <>
      <ul className={`cb-list ${className}`}>{(short ? items.slice(0, shown) : items).map(render)}</ul>
      {short && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {more(items.length - shown)}
        </button>
      )}
    </>
  );
}
