/**
 * The page script's end of `lib/messages.ts`: the same envelopes, without the schemas. Validation would double the script that every
 * page pays for; what pages send is validated by the background, what comes back is from this extension's own background, and is
 * checked here for its shape only as far as the reader relies on it.
 */
import { browser } from 'wxt/browser';
import type { Annotation, Span } from '../../lib/annotation';
import type { Article } from '../../lib/article/article';
import type { KeptMark } from '../../lib/highlight/kept';
import type { Passage } from '../../lib/highlight/marks';
import { wholeNames } from '../../lib/highlight/whole-names';
import type { SavedState } from '../../lib/library/schema';
import type { Handlers, pageProtocol } from '../../lib/messages';
import { saidOf } from '../../lib/said';
import { failed } from './words';

/** The extension was updated, disabled or removed: this copy of the script is an orphan. */
export const isOrphan = () => !browser.runtime?.id;

interface Answer {
  ok: boolean;
  value?: unknown;
  error?: unknown;
  said?: unknown;
}

async function ask(type: string, payload: object): Promise<unknown> {
  const answer = (await browser.runtime.sendMessage({ to: 'background', type, payload })) as Answer | undefined;
  if (typeof answer !== 'object' || answer === null) throw failed('reader.noAnswer');
  if (answer.ok !== true)
    throw Array.isArray(answer.said)
      ? Object.assign(new Error(String(answer.error)), { said: answer.said })
      : failed('reader.failed');
  return answer.value;
}

export interface Annotated {
  annotation: Annotation;
  saved: SavedState | null;
  kept: KeptMark[] | null;
  passages: Passage[];
}

export async function askAnnotation(article: Article): Promise<Annotated> {
  const value = (await ask('annotate', { article })) as Partial<Annotated> | null;
  const { claims, actors } = value?.annotation ?? {};
  if (!Array.isArray(claims) || !Array.isArray(actors)) throw failed('reader.failed');
  const answer = value as Annotated;
  return { ...answer, annotation: wholeNames(article.text, answer.annotation) };
}

/** Keeps a passage that the person marked. Throws an Error for people when it cannot be. */
export async function askToMark(article: Article, span: Span, as: 'claim' | 'actor' | 'note'): Promise<void> {
  await ask('correct', { place: { article }, change: { kind: 'mark', as, span } });
}

export async function askForCard(): Promise<void> {
  await ask('load-card', {});
}

type PageHandlers = Handlers<typeof pageProtocol>;

/** Answers this extension's own contexts. Messages that a page makes up never arrive here: it cannot send any. */
export function answer(handlers: PageHandlers, signal: AbortSignal) {
  const listener = (message: unknown, sender: { id?: string }, reply: (answer: Answer) => void) => {
    const { to, type, payload } = (message ?? {}) as { to?: unknown; type?: unknown; payload?: unknown };
    if (sender.id !== browser.runtime.id || to !== 'page' || typeof type !== 'string') return;
    const handler = Object.hasOwn(handlers, type) ? handlers[type as keyof PageHandlers] : null;
    const run = async () => {
      if (!handler || typeof payload !== 'object' || payload === null) throw failed('failure.page.old');
      return handler(payload as never, { tabId: null, frameId: null });
    };
    run().then(
      (value) => reply({ ok: true, value }),
      (error: unknown) =>
        reply({ ok: false, error: error instanceof Error ? error.message : String(error), said: saidOf(error) }),
    );
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (!isOrphan()) browser.runtime.onMessage.removeListener(listener);
  });
}
