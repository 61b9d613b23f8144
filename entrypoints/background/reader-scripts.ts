/** Keeps the reader registered for exactly the sites the person granted, and brings it into tabs that are open already. */
import { browser } from 'wxt/browser';
import { Failure } from '../../lib/failure';
import { pageFiles } from '../../lib/highlight/files';
import { askPage } from '../../lib/messages';

const scriptId = 'claimbook-reader';

/** Registrations run one after the other: two permission events at once must not both find nothing registered. */
let last: Promise<void> = Promise.resolve();

/** Registers the reader for what `permissions` says now; idempotent, and right after any number of missed events. */
export function keepRegistered(): Promise<void> {
  last = last.then(register, register).catch((error: unknown) => {
    console.error('Claimbook could not register its reader.', error);
  });
  return last;
}

async function register(): Promise<void> {
  const [{ origins }, registered] = await Promise.all([
    browser.permissions.getAll(),
    browser.scripting.getRegisteredContentScripts({ ids: [scriptId] }),
  ]);
  if (!origins?.length) {
    if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = {
    id: scriptId,
    matches: origins,
    js: [pageFiles.reader],
    css: [pageFiles.marks],
    runAt: 'document_idle' as const,
    allFrames: false,
    persistAcrossSessions: true,
    // Firefox applies an author's style sheet to no shadow root, where some pages keep their text; Chromium does, and knows no such choice.
    ...(import.meta.env.FIREFOX ? { cssOrigin: 'user' } : {}),
  };
  if (registered.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs the reader in one tab. @throws an Error for people when the browser does not let extensions into that page. */
export async function readTab(tabId: number): Promise<void> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.insertCSS({ target, files: [pageFiles.marks], origin: 'USER' });
    await browser.scripting.executeScript({ target, files: [file(pageFiles.reader)] });
  } catch (error) {
    throw new Failure('failure.page.closed', { cause: error });
  }
}

/** Opens the card's code in the tab that asks for it. */
export async function loadCard(tabId: number | null): Promise<void> {
  if (tabId === null) throw new Failure('failure.page.noCard');
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file(pageFiles.card)] });
}

/** Tabs that were open before a site was granted get the reader without a reload. */
export async function injectInto(origins: string[]): Promise<void> {
  if (!origins.length) return;
  const tabs = await browser.tabs.query({ url: origins, discarded: false });
  // A page that closed meanwhile, or that refuses, must not keep the others from being read.
  await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? undefined : readTab(tab.id))));
}

/**
 * Readers in pages whose site was taken back clear their marks and end. An extension sees the address of a tab only where it
 * may read the page: the tabs without one are those that were taken back, or never had a reader to answer.
 */
export async function stopRevoked(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const revoked = tabs.filter(({ id, url }) => id !== undefined && url === undefined);
  await Promise.allSettled(revoked.map(({ id }) => (id === undefined ? undefined : askPage(id, 'stop', {}))));
}

/** WXT types the files of the build; these are built from other entrypoints. */
function file(path: string) {
  return path as Parameters<typeof browser.scripting.executeScript>[0]['files'] extends (infer F)[] | undefined
    ? F
    : never;
}
