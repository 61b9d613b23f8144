/** Long work of the library, started by pages and gone on with whenever the background wakes. */
import { browser } from 'wxt/browser';
import { annotate } from '../../lib/annotate';
import { importRunner } from '../../lib/export/exchange';
import { compactRunner } from '../../lib/library/compact';
import { addJob, type Runners, runJobs } from '../../lib/library/jobs';
import { rebuildRunner, rebuildWhenOld } from '../../lib/library/rebuild';
import { makeMissing, outdatedReports, rereadRunner } from '../../lib/library/reread';
import { backUpWhenDue } from './backup';
import { getEngine } from './engine';
import { storageReady } from './storage';

const runners: Runners = {
  import: importRunner,
  compact: compactRunner,
  rebuild: rebuildRunner,
  async reread(steps) {
    const engine = await getEngine();
    await rereadRunner({ engineVersion: engine.version, read: (input) => annotate(input, engine) })(steps);
  },
};

/** Chrome ends a worker that calls no API for 30 seconds, whatever its database does. */
const alive = 20_000;

/** Runs what waits. What goes wrong stands in the jobs. */
export async function resume(): Promise<void> {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => {}), alive);
  try {
    await storageReady();
    await makeMissing();
    await rebuildWhenOld();
    await runJobs(runners);
    await backUpWhenDue();
  } catch {
    // A library that cannot be opened says so where a person looks.
  } finally {
    clearInterval(beat);
  }
}

/** How many reports another version of the engine has read. */
export async function countOutdated(): Promise<number> {
  return (await outdatedReports((await getEngine()).version)).length;
}

/** Starts reading them again. @returns the job's id; null when there is nothing to do */
export async function rereadReports(): Promise<{ jobId: string | null; reports: number }> {
  const ids = await outdatedReports((await getEngine()).version);
  const jobId = ids.length ? await addJob('reread', { ids }, ids.length) : null;
  void resume();
  return { jobId, reports: ids.length };
}

/** @param keep versions of each report that stay, the newest ones */
export async function compactVersions(keep: number): Promise<string> {
  const jobId = await addJob('compact', { keep: Math.max(1, keep), after: '' });
  void resume();
  return jobId;
}
