import { useEffect, useRef } from 'react';
import type { ArticleState } from '../../components/page/use-context';
import { Badge } from '../../components/ui/Chip';
import { KindIcon } from '../../components/ui/icons';
import type { Actor } from '../../lib/annotation';
import { kindInWords } from '../../lib/ui-text/claim';
import { count, plural, t } from '../../lib/ui-text/text';
import { moveWithArrows } from './arrow-keys';

interface ActorListProps {
  state: ArticleState;
  /** Id of the actor whose mention is current in the page, and where that mention begins. */
  current: string | null;
  at: number | null;
  onShow: (start: number, end: number) => void;
}

const statementsShown = 4;

/** Who acts, most mentioned first. Choosing one goes to its first mention, choosing it again to the next. */
export function ActorList({ state: { article, annotation }, current, at, onShow }: ActorListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (current) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (annotation.actors.length === 0) return <p className="panel-empty cb-muted">{t('panel.noActors')}</p>;
  const byMentions = [...annotation.actors].sort((a, b) => b.mentions.length - a.mentions.length);
  return (
    <ul ref={list} className="cb-list" aria-label={t('popup.actors')} onKeyDown={moveWithArrows}>
      {byMentions.map((actor) => {
        const chosen = actor.id === current;
        const place = chosen ? actor.mentions.findIndex(({ start }) => start === at) : -1;
        const next = actor.mentions[(place + 1) % actor.mentions.length];
        return (
          <li key={actor.id}>
            <button
              type="button"
              className="row actor-row"
              data-kind={actor.kind}
              aria-current={chosen || undefined}
              onClick={() => next && onShow(next.start, next.end)}
            >
              <KindIcon kind={actor.kind} />
              <span>
                {actor.name} <span className="cb-hidden">, </span>
                <span className="cb-small cb-muted">{[kindInWords(actor.kind), ...actor.roles].join(' · ')}</span>
              </span>
              <Badge>
                {place >= 0
                  ? t('card.position', { position: count(place + 1), count: count(actor.mentions.length) })
                  : plural('count.mentions', actor.mentions.length)}
              </Badge>
            </button>
            {chosen && <Statements actor={actor} text={article.text} annotation={annotation} onShow={onShow} />}
          </li>
        );
      })}
    </ul>
  );
}

function Statements({
  actor,
  text,
  annotation,
  onShow,
}: {
  actor: Actor;
  text: string;
  annotation: ArticleState['annotation'];
  onShow: ActorListProps['onShow'];
}) {
  const said = annotation.attributions.filter(
    ({ source, content }) => source?.actors.includes(actor.id) && content.end > content.start,
  );
  if (said.length === 0) return null;
  return (
    <ul className="cb-list actor-said" aria-label={t('card.statements')}>
      {said.slice(0, statementsShown).map(({ id, cue, content }) => (
        <li key={id}>
          <button type="button" className="said cb-small" onClick={() => onShow(content.start, content.end)}>
            <span className="cb-muted">{text.slice(cue.start, cue.end)} </span>
            {text.slice(content.start, content.end)}
          </button>
        </li>
      ))}
    </ul>
  );
}
