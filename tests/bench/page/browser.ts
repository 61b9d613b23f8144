/** A Chromium with Claimbook in it that reads pages only when the bench says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Site, startSite } from '../../../demo/server';
import { builtExtension } from '../../../scripts/extension';
import { type Chromium, openChromium } from '../../../scripts/reader-chromium';
import { benchPage } from './pages';
import { type MainThread, traced } from './trace';

export const wait = (milliseconds: number) => new Promise<void>((go) => setTimeout(go, milliseconds));

export interface Bench {
  reader: Chromium;
  site: Site;
  /** Opens a page and waits until it is at rest. @param apart in a process that has not seen us yet */
  open(path: string, apart?: boolean): Promise<void>;
  /** Injects the page script as its registration does. */
  inject(): Promise<void>;
  /** Injects nothing: the extension's world in the page, empty. */
  injectNothing(): Promise<void>;
  trace(act: () => Promise<unknown>, settle: number): Promise<MainThread>;
  close(): Promise<void>;
}

/** Milliseconds that a page is given to come to rest. */
const rest = 500;

export async function openBench(): Promise<Bench> {
  const profile = mkdtempSync(join(tmpdir(), 'claimbook-bench-'));
  const site = await startSite(0, benchPage);
  const reader = await openChromium({ extension: builtExtension('chromium', 'demo'), profile, headless: true });
  const worker = await reader.background();
  // The installation registers the page script and brings it into open tabs; only then can it be taken out.
  await worker.evaluate(`(async () => {
    while ((await chrome.scripting.getRegisteredContentScripts()).length === 0) await new Promise((go) => setTimeout(go, 20));
    await new Promise((go) => setTimeout(go, 500));
    await chrome.scripting.unregisterContentScripts();
  })()`);
  const browser = reader.context.browser();
  if (!browser) throw new Error('Chromium has gone');
  const session = await browser.newBrowserCDPSession();
  const tabId = await worker.evaluate<number>('chrome.tabs.query({ active: true }).then(([tab]) => tab.id)');
  let turn = 0;

  return {
    reader,
    site,
    async open(path, apart = false) {
      // Another site is another process.
      const origin = apart && ++turn % 2 === 1 ? site.origin.replace('localhost', '127.0.0.1') : site.origin;
      await reader.tab.goto('about:blank');
      await reader.tab.goto(origin + path, { waitUntil: 'load' });
      await worker.evaluate(
        `chrome.scripting.insertCSS({ target: { tabId: ${tabId} }, files: ['assets/marks.css'], origin: 'USER' })`,
      );
      await wait(rest);
    },
    inject: () =>
      worker.evaluate(
        `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, files: ['reader.js'] }).then(() => {})`,
      ),
    injectNothing: () =>
      worker.evaluate(`chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: () => {} }).then(() => {})`),
    trace: (act, settle) =>
      traced(session, reader.tab, async () => {
        await act();
        await wait(settle);
      }),
    async close() {
      await reader.close();
      await site.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
