/**
 * The typed, validated messages between the contexts. Whoever receives validates the request; whoever asked validates the
 * answer. A handler's error reaches the asker as a Failure that says the same.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { annotationSchema } from './annotation';
import { articleSchema } from './article/article';
import { noArticleReasons, partNotices } from './article/reasons';
import { Failure, saidOf, saidSchema } from './failure';
import { keptMarkSchema } from './highlight/kept';
import { changeSchema, noteChangeSchema, placeSchema } from './library/corrections/schema';
import { contextSchema, copiesSchema, passageSchema, savedStateSchema, saveResultSchema } from './library/schema';

z.config({ jitless: true });

const pageStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('reading') }),
  z.object({ status: z.literal('not-article'), reason: z.enum(noArticleReasons) }),
  z.object({ status: z.literal('failed'), said: saidSchema }),
  z.object({
    status: z.literal('article'),
    article: articleSchema,
    annotation: annotationSchema,
    saved: z.nullable(savedStateSchema),
    /** Saved, and the text changed since: what became of the saved marks. */
    kept: z.nullable(z.array(keptMarkSchema)),
    /** What the person keeps of this text. */
    passages: z.array(passageSchema),
    /** Set when only a part of the page was read: why. */
    notice: z.nullable(z.enum(partNotices)),
    marksOn: z.boolean(),
  }),
]);
export type PageState = z.infer<typeof pageStateSchema>;

const done = z.object({ done: z.literal(true) });

/** Asked of the background. */
export const backgroundProtocol = {
  /** Annotate an article; also says whether it is in the library already. */
  annotate: {
    request: z.object({ article: articleSchema }),
    response: z.object({
      annotation: annotationSchema,
      saved: z.nullable(savedStateSchema),
      /** What became of the saved report's marks; null where its text is the page's. */
      kept: z.nullable(z.array(keptMarkSchema)),
      /** Passages that the person keeps. */
      passages: z.array(passageSchema),
    }),
  },
  /** What earlier reports on the same story claimed about the same things, saved or not. */
  context: { request: z.object({ article: articleSchema }), response: contextSchema },
  /** Answered only after the transaction completed. An empty note leaves the report's note as it is. */
  save: { request: z.object({ article: articleSchema, note: z.string() }), response: saveResultSchema },
  /**
   * The interface's messages in a language that is not the browser's: a page's script cannot read the extension's
   * files. `starting`: only those whose names start so.
   */
  words: {
    request: z.object({ language: z.string(), starting: z.optional(z.array(z.string())) }),
    response: z.record(z.string(), z.string()),
  },
  /** Inject the card's code into the asking tab. */
  'load-card': { request: z.object({}), response: done },
  /** Run the reader in a tab once, after a click of the person (activeTab). */
  'read-tab': { request: z.object({ tabId: z.number() }), response: done },
  /** Change a report's note or tags; what is left out stays. Answered after the transaction completed, as all below. */
  'edit-report': {
    request: z.object({
      reportId: z.string(),
      note: z.optional(z.string()),
      tags: z.optional(z.array(z.string())),
    }),
    response: done,
  },
  /** Tags for many reports; answers with those that changed. */
  'tag-reports': {
    request: z.object({
      reportIds: z.array(z.string()),
      add: z.optional(z.array(z.string())),
      remove: z.optional(z.array(z.string())),
    }),
    response: z.object({ changed: z.array(z.string()) }),
  },
  /** Into the bin, with notes, tags and all versions. `restore` is its undo. */
  'delete-reports': { request: z.object({ reportIds: z.array(z.string()) }), response: done },
  'restore-reports': { request: z.object({ reportIds: z.array(z.string()) }), response: done },
  /** For good: the given reports in the bin, or all of them. */
  'empty-bin': { request: z.object({ reportIds: z.optional(z.array(z.string())) }), response: done },
  'rename-story': { request: z.object({ storyId: z.string(), name: z.string() }), response: done },
  /** By hand, and for good: into a story, into a new one (null), or into none (left out). Answers with the story's id. */
  'move-to-story': {
    request: z.object({ reportIds: z.array(z.string()), storyId: z.optional(z.nullable(z.string())) }),
    response: z.object({ storyId: z.nullable(z.string()) }),
  },
  /** The person's decision against the engine, about a saved report or the article at hand. Answers with its id, for undo. */
  correct: { request: z.object({ place: placeSchema, change: changeSchema }), response: z.object({ id: z.string() }) },
  /** Takes a correction back; `revoked` false holds it again. */
  'revoke-correction': { request: z.object({ id: z.string(), revoked: z.boolean() }), response: done },
  /** Note and tags on a claim, an actor or a story, on each key stroke; what is left out stays. */
  'put-note': { request: noteChangeSchema, response: done },
  /** Keep a note being written, on each key stroke; an empty one is forgotten. */
  'keep-draft': { request: z.object({ canonicalUrl: z.string(), note: z.string() }), response: done },
  /** How many saved reports were read by another version of the engine. */
  'outdated-reports': { request: z.object({}), response: z.object({ reports: z.number() }) },
  /** Read them again, as a job (lib/library/jobs.ts); null when there is nothing to do. */
  'reread-reports': {
    request: z.object({}),
    response: z.object({ jobId: z.nullable(z.string()), reports: z.number() }),
  },
  /** Let go of all but the newest `keep` versions of each report, as a job. */
  'compact-versions': { request: z.object({ keep: z.number() }), response: z.object({ jobId: z.string() }) },
  /** Go on with jobs: a page has started one, or one has died. */
  'resume-jobs': { request: z.object({}), response: done },
  /** Write a backup file now; the page has asked for the permission in the click. Answers with its name when it is written. */
  'back-up-now': { request: z.object({}), response: z.object({ name: z.string() }) },
  /** Reports that share passages with an article, saved or not: the same agency's text in other outlets. */
  copies: { request: z.object({ article: articleSchema }), response: copiesSchema },
  /** Open the library page, at a report or a story if one is given. */
  'open-library': { request: z.object({ reportId: z.optional(z.string()) }), response: done },
} as const;

/** Asked of a tab's content script. */
export const pageProtocol = {
  state: { request: z.object({}), response: pageStateSchema },
  /** Scroll to a claim or an actor's mention and open its card; `card` false: only show which it is. */
  show: { request: z.object({ start: z.number(), end: z.number(), card: z.optional(z.boolean()) }), response: done },
  /** Walk to the next or previous mark. */
  walk: { request: z.object({ direction: z.enum(['next', 'previous']) }), response: done },
  /** Read the page although it does not look like an article. */
  'read-anyway': { request: z.object({}), response: pageStateSchema },
  /** The person marks what is selected as a number or a name, or keeps it as a passage worth a note. */
  'mark-selection': { request: z.object({ as: z.enum(['claim', 'actor', 'note']) }), response: done },
  /** Access to the site was taken back: marks and card go, nothing runs on. */
  stop: { request: z.object({}), response: done },
} as const;

type Protocol = Record<string, { request: z.ZodMiniType; response: z.ZodMiniType }>;
type Request<P extends Protocol, K extends keyof P> = z.infer<P[K]['request']>;
type Response<P extends Protocol, K extends keyof P> = z.infer<P[K]['response']>;
export type Handlers<P extends Protocol> = {
  [K in keyof P]: (
    request: Request<P, K>,
    sender: { tabId: number | null; frameId: number | null },
  ) => Promise<Response<P, K>> | Response<P, K>;
};

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

const envelopeSchema = z.object({ to: z.enum(['background', 'page']), type: z.string(), payload: z.unknown() });
const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  /** In English, and as it is told to people. */
  z.object({ ok: z.literal(false), error: z.string(), said: saidSchema }),
]);

async function ask(
  protocol: Protocol,
  to: 'background' | 'page',
  type: string,
  send: (message: unknown) => Promise<unknown>,
  payload: unknown,
) {
  const answer = answerSchema.safeParse(await send({ to, type, payload }));
  if (!answer.success) throw new Failure(to === 'page' ? 'failure.page.silent' : 'reader.noAnswer');
  if (!answer.data.ok) throw new Failure(answer.data.said);
  return protocol[type]?.response.parse(answer.data.value);
}

export function askBackground<K extends keyof typeof backgroundProtocol>(
  type: K,
  payload: Request<typeof backgroundProtocol, K>,
) {
  return ask(backgroundProtocol, 'background', type, (m) => browser.runtime.sendMessage(m), payload) as Promise<
    Response<typeof backgroundProtocol, K>
  >;
}

export function askPage<K extends keyof typeof pageProtocol>(
  tabId: number,
  type: K,
  payload: Request<typeof pageProtocol, K>,
) {
  return ask(pageProtocol, 'page', type, (m) => browser.tabs.sendMessage(tabId, m, { frameId: 0 }), payload) as Promise<
    Response<typeof pageProtocol, K>
  >;
}

/** Answers messages from this extension's own contexts. @returns stops answering. */
export function answer<P extends Protocol>(to: 'background' | 'page', protocol: P, handlers: Handlers<P>): () => void {
  const listener = (message: unknown, sender: Sender, reply: (answer: unknown) => void) => {
    const envelope = envelopeSchema.safeParse(message);
    if (sender.id !== browser.runtime.id || !envelope.success || envelope.data.to !== to) return;
    const { type, payload } = envelope.data;
    const entry = Object.hasOwn(protocol, type) ? protocol[type] : undefined;
    const handle = async () => {
      if (!entry) throw new Failure('failure.page.old');
      const request = entry.request.safeParse(payload);
      if (!request.success) throw new Failure('failure.page.old', { cause: request.error });
      return handlers[type as keyof P](request.data as never, {
        tabId: sender.tab?.id ?? null,
        frameId: sender.frameId ?? null,
      });
    };
    handle().then(
      (value) => reply({ ok: true, value }),
      (error: unknown) =>
        reply({ ok: false, error: error instanceof Error ? error.message : String(error), said: saidOf(error) }),
    );
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
