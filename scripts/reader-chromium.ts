/** A reader's Chromium, over Playwright and the DevTools protocol. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { findBrowser, sandboxFlags } from './browsers';
import type { Reader, ReaderOptions, Surface } from './reader';
import { cardElement, withHelpers } from './reader-page';

// An extension's popup is first announced as a target of type "other"; without this Playwright lets go of it.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';

/** The browser, and what the tests reach for beyond a `Reader`. */
export interface Chromium extends Reader {
  context: BrowserContext;
  tab: Page;
  extensionId: string;
  /** The running service worker; woken when it sleeps. */
  background(): Promise<Worker>;
  /** Evaluates in the content script's world of the tab. */
  inContentScript<T>(expression: string): Promise<T>;
}

/** A page, extension pages among them, as a surface. */
export const pageSurface = (page: Page): Surface => ({
  evaluate: <T>(expression: string) => page.evaluate(withHelpers('document', expression)) as Promise<T>,
  screenshot: async (file) => {
    // Hiding the caret would leave an empty style attribute on every input.
    await page.screenshot({ path: file, caret: 'initial' });
  },
});

/** Follows the tab's content-script world: every load makes a new one. */
async function followWorld(session: CDPSession, extensionOrigin: string): Promise<() => number | null> {
  const worlds = new Set<number>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extensionOrigin) worlds.add(context.id);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId));
  session.on('Runtime.executionContextsCleared', () => worlds.clear());
  await session.send('Runtime.enable');
  return () => [...worlds].at(-1) ?? null;
}

async function browserProcess(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('Chromium does not tell its process id');
  return main.id;
}

export async function openChromium({
  extension,
  profile,
  headless,
  display,
  onRequest,
  args = [],
}: ReaderOptions): Promise<Chromium> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless,
    ...(display ? { env: { ...process.env, DISPLAY: display } } : {}),
    // A size of Playwright's own would stretch the popup, too.
    viewport: null,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--window-size=1280,960',
      // Headless Chromium's own screen is smaller than its window, and would cut off the popup.
      '--screen-info={1600x1200}',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...sandboxFlags(),
      ...args,
    ],
  });
  if (onRequest) context.on('request', (request) => onRequest(request.url()));
  const tab = context.pages()[0] ?? (await context.newPage());
  let worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // Node's URL knows no origin for this scheme.
  const extensionId = new URL(worker.url()).host;
  const extensionOrigin = `chrome-extension://${extensionId}`;
  // After an update the extension has another one.
  context.on('serviceworker', (fresh) => {
    if (fresh.url().startsWith(extensionOrigin)) worker = fresh;
  });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium has gone');
  const browserSession = await browser.newBrowserCDPSession();
  const tabSession = await context.newCDPSession(tab);
  const world = await followWorld(tabSession, extensionOrigin);
  const pid = await browserProcess(browserSession);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));

  let asleep = false;
  let scheme: 'light' | 'dark' | null = null;
  const inScheme = async (page: Page) => {
    await page.emulateMedia({ colorScheme: scheme });
    return page;
  };

  async function inContentScript<T>(expression: string): Promise<T> {
    const contextId = world();
    if (contextId === null) throw new Error('no content script runs in this page');
    const { result, exceptionDetails } = await tabSession.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** A worker that was ended keeps its target and its `Worker`, and works again once something has woken it. */
  async function background(): Promise<Worker> {
    if (asleep) {
      const waker = await context.newPage();
      await waker.goto(`${extensionOrigin}/manifest.json`);
      await waker.evaluate("chrome.runtime.sendMessage({ to: 'background', type: 'wake', payload: {} })");
      await waker.close();
      asleep = false;
    }
    return worker;
  }

  const cardRoot = `(() => {
    const host = document.querySelector('${cardElement}');
    return host && chrome.dom.openOrClosedShadowRoot(host);
  })()`;

  return {
    name: 'chromium',
    context,
    tab,
    extensionId,
    background,
    inContentScript,
    open: async (url) => {
      await tab.goto(url, { waitUntil: 'load' });
    },
    toFront: () => tab.bringToFront(),
    page: pageSurface(tab),
    card: {
      evaluate: (expression) => inContentScript(withHelpers(cardRoot, expression)),
      screenshot: async (file) => {
        await tab.screenshot({ path: file, caret: 'initial' });
      },
    },
    clickAt: (x, y) => tab.mouse.click(x, y),
    press: (key) => tab.keyboard.press(key),
    command: async (name) => {
      await tab.bringToFront();
      // Headless Chromium has no window to press the keys in: the event they cause is dispatched instead.
      await (await background()).evaluate(
        `(async () => chrome.commands.onCommand.dispatch('${name}', (await chrome.tabs.query({ active: true }))[0]))()`,
      );
    },
    openPopup: async () => {
      await tab.bringToFront();
      const worker = await background();
      const opened = context.waitForEvent(
        'page',
        (page) => page.url().startsWith(extensionOrigin) || page.url() === ':',
      );
      await worker.evaluate('chrome.action.openPopup()');
      const popup = await inScheme(await opened);
      await popup.waitForLoadState();
      return { ...pageSurface(popup), close: () => popup.close() };
    },
    openExtensionPage: async (path) => {
      const page = await inScheme(await context.newPage());
      await page.goto(`${extensionOrigin}/${path}`);
      return { ...pageSurface(page), close: () => page.close() };
    },
    tabId: async () => {
      const [origin] = tab.url().match(/^\w+:\/\/[^/]+/) ?? [''];
      return (await background()).evaluate(
        `(async () => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith(${JSON.stringify(origin)}))?.id)()`,
      ) as Promise<number>;
    },
    download: async (start) => {
      const pages = context.pages();
      const started = Promise.any(pages.map((page) => page.waitForEvent('download')));
      await start();
      const download = await started;
      const file = join(mkdtempSync(join(tmpdir(), 'claimbook-')), download.suggestedFilename());
      await download.saveAs(file);
      return file;
    },
    colorScheme: async (wanted) => {
      scheme = wanted;
      for (const page of context.pages()) await inScheme(page);
    },
    killBackground: async () => {
      const find = async () =>
        (await browserSession.send('Target.getTargets')).targetInfos.find(
          ({ type, url }) => type === 'service_worker' && url.startsWith(extensionOrigin),
        );
      const target = await find();
      asleep = true;
      if (!target) return;
      await browserSession.send('Target.closeTarget', { targetId: target.targetId });
      while (await find()) await new Promise((go) => setTimeout(go, 10));
    },
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      await closed;
    },
    close: () => context.close(),
    closed,
  };
}
