/**
 * Kill rounds of Claimbook as it is installed: saves by its own background, asked from its library page, while the browser (SIGKILL) or
 * the background is ended at random moments. The rounds in rounds.ts are quicker and look into every table; here nothing is stood in for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from '../../scripts/extension';
import { openChromium } from '../../scripts/reader-chromium';
import { random, syntheticReports } from '../synthetic/library';

export interface Outcome {
  kills: number;
  browserKills: number;
  acknowledged: number;
  /** What was lost, for people; empty when all is well. */
  faults: string[];
}

/** Milliseconds of saving after which the kill comes, at most. */
const longest = 3000;

/** Every saved address, read from the database itself. */
const savedAddresses = `new Promise((resolve, reject) => {
  const request = indexedDB.open('claimbook');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const database = request.result;
    if (!database.objectStoreNames.contains('reports')) return resolve([]);
    const found = database.transaction('reports').objectStore('reports').getAll();
    found.onerror = () => reject(found.error);
    found.onsuccess = () => {
      database.close();
      resolve(found.result.map(({ canonicalUrl }) => canonicalUrl));
    };
  };
})`;

/** @param report called after each kill */
export async function killExtension(
  count: number,
  seed: number,
  report: (outcome: Outcome) => void = () => {},
): Promise<Outcome> {
  const extension = builtExtension('chromium', 'demo');
  const profile = mkdtempSync(join(tmpdir(), 'claimbook-extension-kills-'));
  const next = random(seed);
  const reports = syntheticReports(1_000_000, seed);
  const outcome: Outcome = { kills: 0, browserKills: 0, acknowledged: 0, faults: [] };
  const acknowledged = new Set<string>();
  const start = () => openChromium({ extension, profile, headless: true });
  let reader = await start();
  try {
    for (; outcome.kills < count; outcome.kills++) {
      const library = await reader.openExtensionPage('library.html');
      let going = true;
      const saving = (async () => {
        while (going) {
          const { article } = reports.next().value as { article: { canonicalUrl: string } };
          const message = JSON.stringify({ to: 'background', type: 'save', payload: { article, note: '' } });
          const answer = await library.evaluate<{ ok: boolean } | undefined>(`chrome.runtime.sendMessage(${message})`);
          if (answer?.ok) acknowledged.add(article.canonicalUrl);
        }
      })().catch(() => {});
      await new Promise((go) => setTimeout(go, next() * longest));
      const browserDies = next() < 0.7;
      if (browserDies) await reader.kill();
      else await reader.killBackground();
      going = false;
      // A background that has died may never answer: the page that asked goes, and the question with it.
      await library.close().catch(() => {});
      await saving;
      if (browserDies) {
        outcome.browserKills++;
        await reader.close().catch(() => {});
        reader = await start();
      }
      const page = await reader.openExtensionPage('library.html');
      const stored = new Set(await page.evaluate<string[]>(savedAddresses));
      await page.close();
      for (const url of acknowledged)
        if (!stored.has(url)) {
          outcome.faults.push(`kill ${outcome.kills + 1} (${browserDies ? 'browser' : 'background'}): ${url} is lost`);
          acknowledged.delete(url);
        }
      outcome.acknowledged = acknowledged.size;
      report(outcome);
    }
  } finally {
    await reader.close().catch(() => {});
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return outcome;
}
