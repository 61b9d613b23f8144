/** A large library, written into the extension's own database past its code: what is measured is reading it. */
import type { Page } from '@playwright/test';
import { actorsOf, claimRowsOf } from '../../lib/library/derive';
import { newReport } from '../../lib/library/new-report';
import type { ActorRow } from '../../lib/library/rows';
import { syntheticReports } from '../synthetic/library';

const written = 250;

/** Puts rows into the extension's own database, past its code: what is measured is reading. */
async function write(page: Page, rows: Record<string, unknown[]>): Promise<void> {
  await page.evaluate(
    `(${`async (rows) => {
      const open = indexedDB.open('claimbook');
      const db = await new Promise((done) => { open.onsuccess = () => done(open.result); });
      const transaction = db.transaction(Object.keys(rows), 'readwrite');
      for (const [table, some] of Object.entries(rows)) {
        const store = transaction.objectStore(table);
        for (const row of some) store.put(row);
      }
      await new Promise((done, fail) => { transaction.oncomplete = done; transaction.onerror = () => fail(transaction.error); });
      db.close();
    }`})(${JSON.stringify(rows)})`,
  );
}

export async function fill(page: Page, count: number): Promise<void> {
  const actors = new Map<string, ActorRow>();
  const stories = new Set<number>();
  let rows: Record<string, unknown[]> = { reports: [], versions: [], claims: [], stale: [] };
  let serial = 0;
  const savedAt = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 3_600_000).toISOString();
  for (const { article, annotation, story } of syntheticReports(count)) {
    const reading = { annotation, engineVersion: 'bench' };
    const { report, version } = await newReport(article, reading, { id: `r${serial}`, savedAt: savedAt(serial) });
    report.storyId = `s${story}`;
    if (serial % 7 === 0) report.tags = ['later'];
    stories.add(story);
    for (const actor of actorsOf(annotation)) {
      const known = actors.get(actor.key);
      if (known) known.reports++;
      else actors.set(actor.key, { ...actor, reports: 1 });
    }
    rows['reports']?.push(report);
    rows['versions']?.push(version);
    rows['claims']?.push(...claimRowsOf(report, version));
    rows['stale']?.push({ what: 'search', reportId: report.id });
    if (++serial % written === 0) {
      await write(page, rows);
      rows = { reports: [], versions: [], claims: [], stale: [] };
    }
  }
  await write(page, rows);
  const named = [...stories].map((story) => ({
    id: `s${story}`,
    name: `Story ${story}`,
    namedByHand: false,
    createdAt: savedAt(0),
    changedAt: savedAt(0),
  }));
  await write(page, { actors: [...actors.values()], stories: named });
}
