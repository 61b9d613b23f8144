/** Everything the person wrote, wherever it stands, with its place: for the list of notes. */
import { attempt, db } from '../database';
import type { ClaimRow, Note, Report } from '../rows';
import { isEmpty } from './notes';

export const places = ['report', 'claim', 'passage', 'actor', 'story'] as const;
export type PlaceKind = (typeof places)[number];

export interface WrittenNote {
  /** One a thing, in the whole list. */
  id: string;
  kind: PlaceKind;
  /** What it is changed by: a report's id, a note's, a correction's (of a passage). */
  key: string;
  note: string;
  tags: string[];
  /** The words of the article it stands on; null for what is no passage. */
  quote: string | null;
  /** Name of the report, actor or story; null when the library has it no more. */
  title: string | null;
  /** The report it stands in; null for actors and stories. */
  report: Report | null;
  /** The claim on those words, where the report has one; an actor's key; a story's id. */
  target: string | null;
  /** ISO 8601 date and time. */
  changedAt: string;
}

/** The reports' own notes and tags. */
export const notesOfReports = (reports: readonly Report[]): WrittenNote[] =>
  reports
    .filter((report) => !isEmpty(report))
    .map((report) => ({
      id: `report:${report.id}`,
      kind: 'report',
      key: report.id,
      note: report.note,
      tags: report.tags,
      quote: null,
      title: report.title,
      report,
      target: null,
      changedAt: report.changedAt,
    }));

/** What was written on anything but whole reports, the last changed first. */
export function listWrittenNotes(): Promise<WrittenNote[]> {
  return attempt('read', () =>
    db.transaction('r', [db.notes, db.corrections, db.reports, db.claims, db.actors, db.stories], async () => {
      const [notes, passages] = await Promise.all([
        db.notes.toArray().then((all) => all.filter((note) => !isEmpty(note))),
        markedPassages(),
      ]);
      const written = [...(await onClaims(notes)), ...(await onNamed(notes)), ...passages];
      return written.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    }),
  );
}

const common = ({ id, note, tags, changedAt }: Note) => ({ id, key: id, note, tags, changedAt });

async function onClaims(notes: readonly Note[]): Promise<WrittenNote[]> {
  const some = notes.filter(({ kind }) => kind === 'claim');
  const ids = [...new Set(some.map(({ key }) => key))];
  const reports = new Map((await db.reports.bulkGet(ids)).flatMap((report) => (report ? [[report.id, report]] : [])));
  const claims = new Map<string, ClaimRow[]>();
  for (const row of await db.claims.where('reportId').anyOf(ids).toArray())
    claims.set(row.reportId, [...(claims.get(row.reportId) ?? []), row]);
  return some.map((note): WrittenNote => {
    const report = reports.get(note.key) ?? null;
    return {
      ...common(note),
      kind: 'claim',
      quote: note.selector?.exact ?? null,
      title: report?.title ?? null,
      report,
      target: claimOn(note, claims.get(note.key) ?? []),
    };
  });
}

/** The claim that a note's words are, or are part of: by place, where the text is still the same there, else by words. */
function claimOn({ selector }: Note, rows: readonly ClaimRow[]): string | null {
  if (!selector) return null;
  const said = rows.filter(({ sentence }) => sentence.includes(selector.exact));
  const there = said.find(({ claim }) => selector.start < claim.end && claim.start < selector.end);
  return (there ?? said[0])?.claim.id ?? null;
}

async function onNamed(notes: readonly Note[]): Promise<WrittenNote[]> {
  const on = (kind: 'actor' | 'story') => notes.filter((note) => note.kind === kind);
  const [actors, stories] = await Promise.all([
    db.actors.bulkGet(on('actor').map(({ key }) => key)),
    db.stories.bulkGet(on('story').map(({ key }) => key)),
  ]);
  const write = (kind: 'actor' | 'story', names: readonly ({ name: string } | undefined)[]) =>
    on(kind).map((note, index): WrittenNote => {
      const title = names[index]?.name ?? null;
      return { ...common(note), kind, quote: null, title, report: null, target: note.key };
    });
  return [...write('actor', actors), ...write('story', stories)];
}

/** Passages that the person kept, with a note on them or without. */
async function markedPassages(): Promise<WrittenNote[]> {
  const marks = (await db.corrections.where('kind').equals('mark').toArray()).flatMap((mark) =>
    mark.kind === 'mark' && mark.revokedAt === null && (mark.as === 'note' || mark.note !== '') ? [mark] : [],
  );
  const addresses = [...new Set(marks.map(({ canonicalUrl }) => canonicalUrl))];
  const reports = new Map(
    (await db.reports.where('canonicalUrl').anyOf(addresses).toArray()).map((report) => [report.canonicalUrl, report]),
  );
  return marks.map(({ id, note, selector, canonicalUrl, changedAt }): WrittenNote => {
    const report = reports.get(canonicalUrl) ?? null;
    return {
      id,
      kind: 'passage',
      key: id,
      note,
      tags: [],
      quote: selector.exact,
      title: report?.title ?? null,
      report,
      target: null,
      changedAt,
    };
  });
}
