/** Saving: one transaction, idempotent by canonical address. */
import type { Article } from '../article/article';
import { moveOutOfBin, versionsOf } from './bin';
import { attempt, db } from './database';
import { addDerived, removeDerived } from './derived-tables';
import { momentAfter } from './moment';
import { hashOf, newest, nextVersion, type Reading } from './new-report';
import type { Report, Version } from './rows';
import type { SaveResult } from './schema';
import { assertRoom } from './storage';
import { findStory } from './stories';

/**
 * Saves an article. The same text again changes nothing (a newer engine's reading replaces the old one's); a changed title
 * or text becomes a new version of the same report; an article in the bin comes back with its notes and versions.
 * @param note an empty one leaves the report's note as it is
 * @returns after the transaction completed. @throws LibraryError; nothing was changed then
 */
export function saveReport(article: Article, reading: Reading, note = ''): Promise<SaveResult> {
  return attempt('saveReport', async () => {
    const storage = (await assertRoom('saveReport')) === 'low' ? 'low' : 'fine';
    const textHash = await hashOf(article);
    const result = await db.transaction('rw', db.tables, async (): Promise<Omit<SaveResult, 'storage'>> => {
      const { canonicalUrl } = article;
      const [binned, live] = await Promise.all([
        db.bin.where('canonicalUrl').equals(canonicalUrl).first(),
        db.reports.where('canonicalUrl').equals(canonicalUrl).first(),
      ]);
      if (binned) await moveOutOfBin([binned]);
      const old = binned ? await db.reports.where('canonicalUrl').equals(canonicalUrl).first() : live;
      if (note) await db.drafts.delete(canonicalUrl);
      if (old?.textHash === textHash) return confirm(old, reading, note, binned !== undefined);

      const savedAt = momentAfter(old?.changedAt);
      const id = old?.id ?? crypto.randomUUID();
      // A text that was taken back may have a higher number than the newest: none is ever written over.
      const highest = old && (await versionsOf(old.id).last())?.version;
      const { report, version } = nextVersion(article, reading, textHash, savedAt, id, old, highest);
      if (note) report.note = note;
      if (!old) report.storyId = await findStory(report, version);
      await putReport(report, version, old);
      return { reportId: id, savedAt, version: version.version, status: old ? 'updated' : 'new' };
    });
    return { ...result, storage };
  });
}

async function putReport(report: Report, version: Version, old: Report | undefined): Promise<void> {
  if (old) await removeDerived([old]);
  await Promise.all([db.reports.put(report), db.versions.put(version)]);
  await addDerived([{ report, version }]);
}

/** The text is saved already: keep a new note, and a newer engine's reading. */
async function confirm(old: Report, reading: Reading, note: string, restored: boolean) {
  const report = note && note !== old.note ? { ...old, note, changedAt: momentAfter(old.changedAt) } : old;
  if (report !== old) await db.reports.put(report);
  const version = await db.versions.get([old.id, old.version]);
  if (version && version.engineVersion !== reading.engineVersion) {
    const read = { ...version, ...reading };
    await putReport({ ...report, ...newest(read) }, read, report);
  }
  return {
    reportId: old.id,
    savedAt: old.savedAt,
    version: old.version,
    status: restored ? ('updated' as const) : ('unchanged' as const),
  };
}
