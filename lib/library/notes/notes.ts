/** Notes and tags on claims, actors and stories; a report's own stand in the report. */
import type { Span } from '../../annotation';
import { placeOf } from '../corrections/apply';
import { selectorOf } from '../corrections/keys';
import type { NoteChange } from '../corrections/schema';
import { attempt, db } from '../database';
import { searchAnew } from '../derived-tables';
import { cleanTags } from '../edit';
import { LibraryError } from '../errors';
import { momentAfter } from '../moment';
import type { Note, Selector } from '../rows';

/** The same thing has the same id on every machine, so that two libraries' notes on it meet when they are merged. */
async function idOf(kind: Note['kind'], key: string, selector: Selector | null): Promise<string> {
  if (!selector) return `${kind}:${key}`;
  const words = new TextEncoder().encode([selector.prefix, selector.exact, selector.suffix].join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', words));
  const hash = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${kind}:${key}:${hash}`;
}

/** Nothing written and no tag: such a row stays, so that a backup does not bring the words back. */
export const isEmpty = ({ note, tags }: Pick<Note, 'note' | 'tags'>) => note === '' && tags.length === 0;

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/**
 * Keeps a note or tags; what is left out of the change stays. An emptied note leaves an empty row: a backup must not bring the
 * words back. @throws LibraryError "missing" when what it is on has gone; nothing was changed then
 */
export function putNote({ on, note, tags }: NoteChange): Promise<void> {
  if (on.kind === 'kept') return changeKept(on.id, { note, tags });
  if (on.kind === 'passage') return changePassage(on.id, note);
  return attempt('keepNote', async () => {
    const key = on.kind === 'claim' ? on.reportId : on.kind === 'actor' ? on.key : on.storyId;
    const selector = on.kind === 'claim' ? await selectorIn(on.reportId, on.span) : null;
    const known = on.kind === 'claim' ? await claimNoteAt(on.reportId, on.span) : undefined;
    const id = known?.id ?? (await idOf(on.kind, key, selector));
    await db.transaction('rw', [db.notes, db.stale], async () => {
      const old = await db.notes.get(id);
      const now = momentAfter(old?.changedAt);
      await db.notes.put({
        id,
        kind: on.kind,
        key,
        selector: selector ?? old?.selector ?? null,
        note: note ?? old?.note ?? '',
        tags: tags ? cleanTags(tags) : (old?.tags ?? []),
        createdAt: old?.createdAt ?? now,
        changedAt: now,
      });
      if (on.kind === 'claim') await searchAnew([on.reportId]);
    });
  });
}

const goneNote = () =>
  new LibraryError('missing', ['failure.doing.keepNote', 'failure.gone.note', 'failure.unchanged']);

/** A note that stands there already, whatever became of what it is on. */
function changeKept(id: string, change: Pick<NoteChange, 'note' | 'tags'>): Promise<void> {
  return attempt('keepNote', () =>
    db.transaction('rw', [db.notes, db.stale], async () => {
      const old = await db.notes.get(id);
      if (!old) throw goneNote();
      await db.notes.put({
        ...old,
        note: change.note ?? old.note,
        tags: change.tags ? cleanTags(change.tags) : old.tags,
        changedAt: momentAfter(old.changedAt),
      });
      if (old.kind === 'claim') await searchAnew([old.key]);
    }),
  );
}

/** What is written on a passage that the person marked. */
function changePassage(id: string, note: string | undefined): Promise<void> {
  return attempt('keepNote', () =>
    db.transaction('rw', db.corrections, async () => {
      const mark = await db.corrections.get(id);
      if (mark?.kind !== 'mark') throw goneNote();
      await db.corrections.put({ ...mark, note: note ?? mark.note, changedAt: momentAfter(mark.changedAt) });
    }),
  );
}

async function selectorIn(reportId: string, span: Span): Promise<Selector> {
  const report = await db.reports.get(reportId);
  const version = report && (await db.versions.get([reportId, report.version]));
  if (!version)
    throw new LibraryError('missing', ['failure.doing.keepNote', 'failure.gone.report', 'failure.gone.bringBack']);
  return selectorOf(version.text, span);
}

/** The note that stands on a passage already, however the text has moved since. */
async function claimNoteAt(reportId: string, span: Span): Promise<Note | undefined> {
  return (await claimNotes(reportId)).find((one) => one.place && overlaps(one.place, span))?.note;
}

/** A note on a claim, with where its passage stands now; null: the newest text has it no more. */
export interface PlacedNote {
  note: Note;
  place: Span | null;
}

async function claimNotes(reportId: string): Promise<PlacedNote[]> {
  const notes = await db.notes.where('[kind+key]').equals(['claim', reportId]).toArray();
  if (notes.length === 0) return [];
  const report = await db.reports.get(reportId);
  const version = report && (await db.versions.get([reportId, report.version]));
  return notes.map((note) => ({
    note,
    place: version && note.selector ? placeOf(version.text, note.selector) : null,
  }));
}

/** Notes on the claims of a report, in the order of its text; those whose passage has gone come last. */
export function listClaimNotes(reportId: string): Promise<PlacedNote[]> {
  return attempt('read', async () => {
    const notes = (await claimNotes(reportId)).filter(({ note }) => !isEmpty(note));
    const at = ({ place }: PlacedNote) => place?.start ?? Number.POSITIVE_INFINITY;
    return notes.sort((a, b) => at(a) - at(b));
  });
}

/** The note on an actor or a story; null when there is none. */
export function getNote(kind: 'actor' | 'story', key: string): Promise<Note | null> {
  return attempt('read', async () => {
    const note = await db.notes.get(`${kind}:${key}`);
    return note && !isEmpty(note) ? note : null;
  });
}

/** All notes of a kind that say something, by what they are on: for lists. */
export function listNotes(kind: Note['kind']): Promise<Map<string, Note[]>> {
  return attempt('read', async () => {
    const notes = await db.notes.where('[kind+key]').between([kind, ''], [kind, '\uffff']).toArray();
    const by = new Map<string, Note[]>();
    for (const note of notes) if (!isEmpty(note)) by.set(note.key, [...(by.get(note.key) ?? []), note]);
    return by;
  });
}

/** Tags on anything but reports, each once. */
export function listNoteTags(): Promise<string[]> {
  return attempt('read', async () => (await db.notes.orderBy('tags').uniqueKeys()) as string[]);
}
