/** Between the background and Chrome's offscreen page, which makes the address of a backup file. Both are ours. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Failure, saidOf, saidSchema } from './failure';

const request = 'claimbook-make-backup';
const answerSchema = z.union([
  z.object({ ok: z.literal(true), name: z.string(), url: z.string() }),
  z.object({ ok: z.literal(false), said: saidSchema }),
]);

/** @throws Error for people */
export async function askOffscreen(): Promise<{ name: string; url: string }> {
  const answer = answerSchema.safeParse(await browser.runtime.sendMessage({ to: 'offscreen', type: request }));
  if (!answer.success) throw new Failure(['failure.backup.notMade', 'failure.again']);
  if (!answer.data.ok) throw new Failure(answer.data.said);
  return answer.data;
}

export function answerOffscreen(make: () => Promise<{ name: string; url: string }>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
    const { to, type } = (message ?? {}) as { to?: unknown; type?: unknown };
    if (sender.id !== browser.runtime.id || to !== 'offscreen' || type !== request) return;
    make().then(
      (made) => reply({ ok: true, ...made }),
      (error: unknown) => reply({ ok: false, said: saidOf(error) }),
    );
    return true as const;
  });
}
