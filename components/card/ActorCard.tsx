import type { Actor } from '../../lib/annotation';
import { kindInWords } from '../../lib/ui-text/claim';
import { count, list, plural, t } from '../../lib/ui-text/text';
import { KindIcon } from '../ui/icons';
import type { CardRequest } from './port';

const statementsShown = 5;

export function ActorCard({ request, actor }: { request: CardRequest; actor: Actor }) {
  const { annotation, article, mark, show } = request;
  const statements = annotation.attributions.filter(
    ({ source, content }) => source?.actors.includes(actor.id) && content.end > content.start,
  );
  const names = [...new Set(actor.mentions.map(({ start, end }) => article.text.slice(start, end)))].filter(
    (name) => name !== actor.name,
  );
  const at = actor.mentions.findIndex(({ start }) => start === mark.start);
  const mention = (by: number) => {
    const next = actor.mentions[(Math.max(0, at) + by + actor.mentions.length) % actor.mentions.length];
    if (next) show(next.start, next.end);
  };
  return (
    <>
      <h2 id="card-name" className="card-name">
        {actor.name}
      </h2>
      <p className="card-kind" data-kind={actor.kind}>
        <KindIcon kind={actor.kind} />
        <span>{[kindInWords(actor.kind), ...actor.roles].join(' · ')}</span>
      </p>
      {names.length > 0 && <p className="cb-small cb-muted">{t('card.alsoAs', { names: list(names) })}</p>}
      <div className="card-mentions">
        <span className="cb-small">{plural('count.mentions', actor.mentions.length)}</span>
        {actor.mentions.length > 1 && (
          <>
            <button type="button" className="cb-chip" onClick={() => mention(-1)}>
              <span>{t('card.previousMention')}</span>
            </button>
            <button type="button" className="cb-chip" onClick={() => mention(1)}>
              <span>{t('card.nextMention')}</span>
            </button>
          </>
        )}
      </div>
      {statements.length > 0 && (
        <section aria-labelledby="card-statements">
          <h3 id="card-statements">{t('card.statements')}</h3>
          <ul className="cb-list card-statements">
            {statements.slice(0, statementsShown).map(({ id, cue, content }) => (
              <li key={id}>
                <button type="button" className="row" onClick={() => show(content.start, content.end)}>
                  <span>
                    <span className="cb-muted">{article.text.slice(cue.start, cue.end)} </span>
                    <span className="card-content">{article.text.slice(content.start, content.end)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {statements.length > statementsShown && (
            <p className="cb-small cb-muted">
              {t('card.moreStatements', { n: count(statements.length - statementsShown) })}
            </p>
          )}
        </section>
      )}
    </>
  );
}
