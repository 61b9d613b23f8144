/** Main-thread time of one page, from Chromium's own trace. */
import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Of the processor, not of the clock: what a busy machine does not change much. */
  tdur?: number;
}

export interface Task {
  /** Milliseconds on the clock, and of the processor. */
  wall: number;
  processor: number;
}

export interface MainThread {
  /** All tasks of the page's main thread while it was traced. */
  tasks: Task[];
  /** Sum of their processor time in milliseconds. */
  total: number;
  /** The longest, by processor time. */
  longest: number;
}

const categories = ['toplevel', 'blink.user_timing'];

/** Tells in the trace which thread is the page's, and from when on tasks count. */
const start = 'bench starts';

/**
 * Traces while `act` runs. The page must be at rest before, so that what its main thread does is what `act` caused.
 * @param session of the browser.
 */
export async function traced(session: CDPSession, page: Page, act: () => Promise<void>): Promise<MainThread> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  });
  await page.evaluate(`performance.mark('${start}')`);
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const mark = events.find(({ name }) => name === start);
  const tasks = events
    .filter(
      ({ name, ph, pid, tid, ts }) =>
        name.endsWith('RunTask') && ph === 'X' && pid === mark?.pid && tid === mark.tid && ts > mark.ts,
    )
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 }));
  if (tasks.length === 0) throw new Error('The trace has no tasks of the page');
  return {
    tasks,
    total: tasks.reduce((sum, { processor }) => sum + processor, 0),
    longest: Math.max(...tasks.map(({ processor }) => processor)),
  };
}
