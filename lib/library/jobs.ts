/**
 * Long work in steps: each step's writes and the job's progress are one transaction, so that a browser killed at any moment goes
 * on where it was. Jobs stand in the database; whichever of the extension's contexts is alive runs them, one at a time.
 */
import { saidOf } from '../said';
import { attempt, db } from './database';
import { LibraryError } from './errors';
import { momentAfter } from './moment';
import type { Job } from './rows';

export type JobKind = Job['kind'];

/** Thrown by a step when the person has cancelled: what earlier steps did stays. */
class Cancelled extends Error {}

export interface JobStep {
  /** The job as the last step left it. */
  readonly job: Job;
  /**
   * Runs `work` in one transaction over the library together with the job's progress.
   * @param progress `input` and `result` replace what the job had; what is left out stays
   */
  step(
    progress: Partial<Pick<Job, 'done' | 'total' | 'input' | 'result'>> | (() => Partial<Job>),
    work?: () => Promise<void>,
  ): Promise<void>;
}

/** Does a job from wherever it is to its end; steps that were done are not done again. */
export type Runner = (steps: JobStep) => Promise<void>;
export type Runners = Partial<Record<JobKind, Runner>>;

/** @param total steps to do, 0 while unknown. @returns the job's id, after it is stored */
export function addJob(kind: JobKind, input: unknown, total = 0): Promise<string> {
  return attempt('work', () =>
    db.transaction('rw', db.jobs, async () => {
      // Work that is begun in the same millisecond keeps its order.
      const moments = (await db.jobs.toArray()).map(({ createdAt }) => createdAt).sort();
      const now = momentAfter(moments.at(-1));
      const job: Job = {
        id: crypto.randomUUID(),
        kind,
        state: 'waiting',
        done: 0,
        total,
        input,
        result: null,
        message: null,
        createdAt: now,
        changedAt: now,
      };
      await db.jobs.add(job);
      return job.id;
    }),
  );
}

/** Oldest first. */
export function listJobs(): Promise<Job[]> {
  return attempt('read', async () => (await db.jobs.toArray()).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)));
}

/** The work ends before its next step; what is done stays. */
export function cancelJob(id: string): Promise<void> {
  return attempt('work', () =>
    db.transaction('rw', db.jobs, async () => {
      const job = await db.jobs.get(id);
      // What it needed is let go: a file to import may be large.
      if (job && (job.state === 'waiting' || job.state === 'running'))
        await db.jobs.put({ ...job, state: 'cancelled', input: null, changedAt: momentAfter(job.changedAt) });
    }),
  );
}

/** Takes ended work off the list. */
export function forgetJob(id: string): Promise<void> {
  return attempt('work', async () => {
    const job = await db.jobs.get(id);
    if (job && job.state !== 'running' && job.state !== 'waiting') await db.jobs.delete(id);
  });
}

const open = () => db.jobs.where('state').anyOf('waiting', 'running').toArray();

/** Work that this context can do, the oldest first. */
async function nextJob(runners: Runners, tried: ReadonlySet<string>): Promise<Job | undefined> {
  const jobs = (await open()).filter(({ id, kind }) => runners[kind] && !tried.has(id));
  return jobs.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0];
}

async function run(job: Job, runner: Runner): Promise<void> {
  let now = job;
  const put = (change: Partial<Job>) => {
    now = { ...now, ...change, changedAt: momentAfter(now.changedAt) };
    return db.jobs.put(now);
  };
  const end = (change: Partial<Job>) =>
    db.transaction('rw', db.jobs, async () => {
      if ((await db.jobs.get(job.id))?.state === 'running') await put({ ...change, input: null });
    });
  await db.transaction('rw', db.jobs, async () => {
    if ((await db.jobs.get(job.id))?.state !== 'cancelled') await put({ state: 'running' });
  });
  try {
    await runner({
      get job() {
        return now;
      },
      async step(progress, work = async () => {}) {
        await db.transaction('rw', db.tables, async () => {
          const stored = await db.jobs.get(job.id);
          if (stored?.state !== 'running') throw new Cancelled();
          await work();
          await put(typeof progress === 'function' ? progress() : progress);
        });
      },
    });
    await end({ state: 'done' });
  } catch (error) {
    if (error instanceof Cancelled) return;
    await end({
      state: 'failed',
      message: error instanceof Error ? error.message : String(error),
      said: [...saidOf(error)],
    });
  }
}

/**
 * Does what waits, and what a context that is gone has left unfinished; one context at a time.
 * @returns when nothing is left that this context can do
 */
export async function runJobs(runners: Runners): Promise<void> {
  const all = async () => {
    const tried = new Set<string>();
    for (let job = await nextJob(runners, tried); job; job = await nextJob(runners, tried)) {
      tried.add(job.id);
      await run(job, runners[job.kind] as Runner);
    }
  };
  const { locks } = globalThis.navigator ?? {};
  // Waits where another context is at it, or has just died: then there is nothing left to do, or all of it.
  if (locks) await locks.request('claimbook-jobs', all);
  else await all();
}

/** @throws LibraryError when the job failed or was cancelled */
export function resultOf(job: Job | undefined): unknown {
  if (job?.state === 'done') return job.result;
  throw new LibraryError('failed', job?.said ?? (job?.message ? saidOf(job.message) : 'failure.job.cancelled'));
}
