/** Corrections are kept and taken back here; derived rows follow in the same transaction. */
import { actorKey } from '../../crossref/actor-key';
import { attempt, db } from '../database';
import { addDerived, removeDerived, searchAnew } from '../derived-tables';
import { LibraryError } from '../errors';
import { momentAfter } from '../moment';
import type { Correction, Report } from '../rows';
import { findStory } from '../stories';

/** Newest first; revoked ones are left out. */
export function listCorrections(): Promise<Correction[]> {
  return attempt('read', async () => {
    const rows = await db.corrections.orderBy('changedAt').reverse().toArray();
    return rows.filter(({ revokedAt }) => revokedAt === null);
  });
}

/** What the person decided about one article itself, in the order it was decided. */
export function listCorrectionsOf(canonicalUrl: string): Promise<Correction[]> {
  return attempt('read', async () => {
    const rows = await db.corrections.where('keys').equals(canonicalUrl).toArray();
    return rows.filter(({ revokedAt }) => revokedAt === null).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  });
}

/** A correction as it is made; the rest follows. */
export type NewCorrection = Correction extends infer C
  ? C extends Correction
    ? Omit<C, 'id' | 'createdAt' | 'changedAt' | 'revokedAt'>
    : never
  : never;

/**
 * Keeps a correction; saved reports it concerns are counted anew in the same transaction.
 * @returns its id, after the transaction completed. @throws LibraryError; nothing was changed then
 */
export function addCorrection(correction: NewCorrection): Promise<string> {
  return attempt('keepCorrection', () =>
    db.transaction('rw', db.tables, async () => {
      const now = momentAfter(undefined);
      const row = {
        ...correction,
        id: crypto.randomUUID(),
        createdAt: now,
        changedAt: now,
        revokedAt: null,
      } as Correction;
      const reports = await concerned(row);
      await removeDerived(reports);
      await db.corrections.add(row);
      await derive(reports);
      await placeAnew(row);
      return row.id;
    }),
  );
}

/** Takes a correction back, or (undo) holds it again. @throws LibraryError "missing" when there is no such correction */
export function setRevoked(id: string, revoked: boolean): Promise<void> {
  return attempt('revokeCorrection', () =>
    db.transaction('rw', db.tables, async () => {
      const row = await db.corrections.get(id);
      if (!row) throw new LibraryError('missing', ['failure.gone.correction', 'failure.unchanged']);
      const changedAt = momentAfter(row.changedAt);
      const reports = await concerned(row);
      await removeDerived(reports);
      await db.corrections.put({ ...row, changedAt, revokedAt: revoked ? changedAt : null });
      await derive(reports);
      await placeAnew(row);
    }),
  );
}

/** A decision on stories: the article it was made in finds its story again, unless it was put there by hand. */
async function placeAnew(correction: Correction): Promise<void> {
  if (!('addresses' in correction)) return;
  const report = await db.reports.where('canonicalUrl').equals(correction.addresses[0]).first();
  const version = report && (await db.versions.get([report.id, report.version]));
  if (!version || report.storyByHand) return;
  const storyId = await findStory(report, version);
  if (storyId === report.storyId) return;
  await db.reports.update(report.id, { storyId, changedAt: momentAfter(report.changedAt) });
  await searchAnew([report.id]);
}

/** Corrections as an import brings them; reports in the library are counted anew. Inside the caller's transaction. */
export async function putCorrections(rows: readonly Correction[]): Promise<void> {
  const found = new Map<string, Report>();
  for (const row of rows) for (const report of await concerned(row)) found.set(report.id, report);
  const reports = [...found.values()];
  await removeDerived(reports);
  await db.corrections.bulkPut(rows);
  await derive(reports);
}

/** Saved reports whose reading a correction may change. */
async function concerned(correction: Correction): Promise<Report[]> {
  const found = new Map<string, Report>();
  const take = (reports: readonly (Report | undefined)[]) => {
    for (const report of reports) if (report) found.set(report.id, report);
  };
  if ('canonicalUrl' in correction && correction.canonicalUrl !== null)
    take(await db.reports.where('canonicalUrl').equals(correction.canonicalUrl).toArray());
  if (!('canonicalUrl' in correction) || correction.canonicalUrl === null || correction.kind === 'mark') {
    const keys = actorsOf(correction);
    take(
      await db.reports
        .where('actorKeys')
        .anyOf([...keys, ...keys.map((key) => `!${key}`)])
        .toArray(),
    );
  }
  if (correction.kind === 'not-claim' || correction.kind === 'wrong-number') {
    // The same sentence elsewhere, or the same words in this outlet: all have a claim of the same unit, read in the same way.
    const own = [...found.keys()];
    const rows = await db.claims.where('reportId').anyOf(own).toArray();
    const at = rows.find(
      ({ sentence, claim, sentenceStart }) =>
        sentence.slice(claim.start - sentenceStart, claim.end - sentenceStart) === correction.selector.exact,
    );
    if (at) {
      const { exact } = correction.selector;
      const like = await db.claims
        .where('unit')
        .equals(at.unit)
        .filter(({ sentence }) => sentence.includes(exact))
        .toArray();
      take(await db.reports.bulkGet([...new Set(like.map(({ reportId }) => reportId))]));
    }
  }
  return [...found.values()];
}

function actorsOf(correction: Correction): string[] {
  if (correction.kind === 'same-actor' || correction.kind === 'other-actor')
    return correction.actors.map(({ key }) => key);
  if (correction.kind === 'not-actor') return [correction.actor.key];
  return correction.kind === 'mark' && correction.actor ? [actorKey(correction.actor)] : [];
}

async function derive(reports: readonly Report[]): Promise<void> {
  const versions = await db.versions.bulkGet(reports.map(({ id, version }): [string, number] => [id, version]));
  await addDerived(
    reports.flatMap((report, index) => {
      const version = versions[index];
      return version ? [{ report, version }] : [];
    }),
  );
}
