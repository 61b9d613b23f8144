import { PersonIcon } from '@radix-ui/react-icons';
import { useMemo } from 'react';
import { EmptyState } from '../../../components/ui/feedback';
import { KindIcon } from '../../../components/ui/icons';
import { actorKindSchema } from '../../../lib/annotation';
import { type ActorRow, listActors, listTopActors, type Note } from '../../../lib/library';
import { keepLive } from '../../../lib/library/kept-live';
import { kindInWords, kindsInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { TagChoice } from '../list/choices';
import { Choice } from '../list/fields';
import { fold } from '../list/fold';
import { ListView } from '../list/ListView';
import { inAlphabet, orderOf } from '../list/order';
import { usePainted } from '../list/rows-shown';
import { TagChosen } from '../list/TagChosen';
import { notYet, useKept } from '../list/use-kept';
import { useOwnNotes } from '../notes/own-notes';
import { Own } from '../reports/ReportRow';
import { routeTo } from '../route';
import { SameActorButton } from './SameActorButton';

const shownAtOnce = 60;

const firstRows = keepLive(() => listTopActors(shownAtOnce));
const allRows = keepLive(listActors);

/** The most reported actors at once, all of them when those are painted: the database answers in the order it is asked. */
function useActors(): { value: readonly ActorRow[] | undefined; all: boolean; error: string | null } {
  const first = useKept(firstRows);
  const painted = usePainted(first.value !== undefined);
  const rest = useKept(painted || allRows.now().value ? allRows : notYet<ActorRow[]>());
  return { value: rest.value ?? first.value, all: rest.value !== undefined, error: rest.error ?? first.error };
}

/** Everybody who acts in the library. */
export function ActorsView({ params }: { params: URLSearchParams }) {
  const { value, all, error } = useActors();
  const { notes, tags } = useOwnNotes('actor');
  const noteOf = ({ key }: ActorRow) => notes?.get(key)?.[0];
  const folded = useMemo(() => new Map(value?.map((actor) => [actor, fold(actor.name)])), [value]);
  const wanted = fold(params.get('q')?.trim() ?? '');
  const [kind, tag] = [params.get('kind'), params.get('tag')];
  const passing = value?.filter(
    (actor) =>
      (!kind || actor.kind === kind) &&
      (!tag || noteOf(actor)?.tags.includes(tag)) &&
      (!wanted || folded.get(actor)?.includes(wanted)),
  );
  const actors = orderOf('actors', params) === 'name' ? passing?.sort((a, b) => inAlphabet(a.name, b.name)) : passing;
  return (
    <ListView
      view="actors"
      title={t('library.actors.title')}
      params={params}
      search={{ label: t('library.actors.search'), placeholder: t('library.actors.search') }}
      filters={
        <>
          <Choice
            param="kind"
            params={params}
            label={t('library.filters.kind')}
            any={t('library.filters.anyKind')}
            options={actorKindSchema.options.map((one) => [one, kindsInWords(one)])}
          />
          <TagChoice params={params} tags={tags} />
        </>
      }
      items={actors && (actors.length > 0 || all) ? actors : undefined}
      total={all ? plural('count.actors', actors?.length ?? 0) : ''}
      error={error}
      keyOf={({ key }) => key}
      nameOf={({ name }) => name}
      rowHeight={44}
      render={(actor) => <Row actor={actor} note={noteOf(actor)} />}
      empty={
        <EmptyState
          icon={<PersonIcon width="32" height="32" aria-hidden="true" />}
          title={t('library.actors.emptyTitle')}
        >
          <p>{t('library.actors.emptyLine')}</p>
        </EmptyState>
      }
      bulk={(chosen, clear) => (
        <>
          <TagChosen chosen={chosen} on={({ key }) => ({ kind: 'actor', key })} noteOf={noteOf} />
          {chosen.length > 1 && <SameActorButton actors={chosen} onDone={clear} />}
        </>
      )}
    />
  );
}

function Row({ actor, note }: { actor: ActorRow; note: Note | undefined }) {
  return (
    <>
      <div className="actor-row" data-kind={actor.kind}>
        <KindIcon kind={actor.kind} />
        <h2>
          <a href={routeTo(['actor', actor.key])}>{actor.name}</a>
        </h2>
        <span className="cb-muted cb-small">{kindInWords(actor.kind)}</span>
        <span className="cb-muted cb-small actor-reports">{plural('count.reports', actor.reports)}</span>
      </div>
      {note && <Own note={note.note} tags={note.tags} view="actors" />}
    </>
  );
}
