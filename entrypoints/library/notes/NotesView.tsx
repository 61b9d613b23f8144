import { Pencil1Icon, TrashIcon } from '@radix-ui/react-icons';
import { useMemo, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState } from '../../../components/ui/feedback';
import { allReports, keepLive } from '../../../lib/library/kept-live';
import { listWrittenNotes, notesOfReports, places, type WrittenNote } from '../../../lib/library/notes/all-notes';
import { plural, t } from '../../../lib/ui-text/text';
import { TagChoice } from '../list/choices';
import { Choice } from '../list/fields';
import { fold } from '../list/fold';
import { ListView } from '../list/ListView';
import { latestFirst, orderOf } from '../list/order';
import { useKept } from '../list/use-kept';
import { deleteNotes } from './change-notes';
import { NoteDialog } from './NoteDialog';
import { NoteRow, nameOfNote } from './NoteRow';
import { NotesExport } from './NotesExport';
import { tagsOf } from './tag-things';

const written = keepLive(listWrittenNotes);

/** All that was written, on reports and in them; undefined until all of it is known. */
function useNotes(): { notes: WrittenNote[] | undefined; error: string | null } {
  const reports = useKept(allReports);
  const others = useKept(written);
  const all = reports.value?.all ? reports.value.reports : undefined;
  const notes = useMemo(
    () =>
      all &&
      others.value &&
      [...notesOfReports(all), ...others.value].sort((a, b) => latestFirst(a.changedAt, b.changedAt)),
    [all, others.value],
  );
  return { notes, error: reports.error ?? others.error };
}

const inWords = (one: WrittenNote) =>
  fold([one.note, one.quote, one.title, ...one.tags, one.report?.siteName].filter(Boolean).join('\n'));

/** Everything the person wrote, with the way to its place. */
export function NotesView({ params }: { params: URLSearchParams }) {
  const { notes, error } = useNotes();
  const [edited, setEdited] = useState<WrittenNote | null>(null);
  const wanted = fold(params.get('q')?.trim() ?? '');
  const [on, tag] = [params.get('on'), params.get('tag')];
  const passing = notes?.filter(
    (one) =>
      // Tags alone are no note; who asks for a tag wants all that has it.
      (tag ? one.tags.includes(tag) : one.note !== '' || one.kind === 'passage') &&
      (!on || one.kind === on) &&
      (!wanted || inWords(one).includes(wanted)),
  );
  const shown = orderOf('notes', params) === 'oldest' ? passing?.reverse() : passing;
  return (
    <>
      <ListView
        view="notes"
        title={t('library.notes.title')}
        params={params}
        search={{ label: t('library.notes.search'), placeholder: t('library.notes.search') }}
        filters={
          <>
            <Choice
              param="on"
              params={params}
              label={t('library.notes.on')}
              any={t('library.notes.anyPlace')}
              options={places.map((place) => [place, t(`library.notes.places.${place}`)])}
            />
            <TagChoice params={params} tags={tagsOf(notes ?? [])} />
          </>
        }
        items={shown}
        total={plural('count.notes', shown?.length ?? 0)}
        error={error}
        keyOf={({ id }) => id}
        nameOf={nameOfNote}
        rowHeight={96}
        render={(one) => <NoteRow one={one} onEdit={() => setEdited(one)} />}
        empty={<NoNotes />}
        actions={(chosen, all) => <NotesExport notes={chosen.length > 0 ? chosen : all} kind="plain" />}
        bulk={(chosen, clear) => (
          <Button
            kind="quiet"
            onClick={() => {
              clear();
              void deleteNotes(chosen);
            }}
          >
            <TrashIcon aria-hidden="true" /> {t('library.delete')}
          </Button>
        )}
      />
      <NoteDialog one={edited} onClose={() => setEdited(null)} />
    </>
  );
}

function NoNotes() {
  return (
    <EmptyState icon={<Pencil1Icon width="32" height="32" aria-hidden="true" />} title={t('library.notes.emptyTitle')}>
      <ol className="teach">
        <li>{t('library.notes.emptyReport')}</li>
        <li>{t('library.notes.emptyThing')}</li>
        <li>{t('library.notes.emptyNext')}</li>
      </ol>
    </EmptyState>
  );
}
