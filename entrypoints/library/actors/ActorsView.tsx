import { PersonIcon } from '@radix-ui/react-icons';
import { EmptyState } from '../../../components/ui/feedback';
import { KindIcon } from '../../../components/ui/icons';
import { actorKindSchema } from '../../../lib/annotation';
import { type ActorRow, listActors, listTopActors } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { listNotes } from '../../../lib/library/notes/notes';
import { kindInWords, kindsInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { Choice } from '../list/fields';
import { fold } from '../list/fold';
import { ListView } from '../list/ListView';
import { TagDialog } from '../list/TagDialog';
import { useFirstThenAll } from '../list/use-first';
import { tagsOf, tagThings } from '../notes/tag-things';
import { Own } from '../reports/ReportRow';
import { routeTo } from '../route';
import { SameActorButton } from './SameActorButton';

const shownAtOnce = 60;

/** Everybody who acts in the library, the most reported first. */
export function ActorsView({ params }: { params: URLSearchParams }) {
  const { value, all, error } = useFirstThenAll(() => listTopActors(shownAtOnce), listActors);
  const notes = useLive(() => listNotes('actor'), []).value;
  const noteOf = ({ key }: ActorRow) => notes?.get(key)?.[0];
  const wanted = fold(params.get('q')?.trim() ?? '');
  const [kind, tag] = [params.get('kind'), params.get('tag')];
  const actors = value?.filter(
    (actor) =>
      (!kind || actor.kind === kind) &&
      (!tag || noteOf(actor)?.tags.includes(tag)) &&
      (!wanted || fold(actor.name).includes(wanted)),
  );
  const tags = [...new Set([...(notes?.values() ?? [])].flat().flatMap((note) => note.tags))].sort();
  const targets = (chosen: ActorRow[]) => chosen.map(({ key }) => ({ kind: 'actor' as const, key }));
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
          <Choice
            param="tag"
            params={params}
            label={t('library.filters.tag')}
            any={t('library.filters.anyTag')}
            options={tags.map((one) => [one, one])}
          />
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
          <TagDialog
            tags={tagsOf(chosen.map(noteOf))}
            onAdd={(added) => void tagThings(targets(chosen), chosen.map(noteOf), { add: added })}
            onRemove={(gone) => void tagThings(targets(chosen), chosen.map(noteOf), { remove: gone })}
          />
          {chosen.length > 1 && <SameActorButton actors={chosen} onDone={clear} />}
        </>
      )}
    />
  );
}

function Row({ actor, note }: { actor: ActorRow; note: { note: string; tags: string[] } | undefined }) {
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
