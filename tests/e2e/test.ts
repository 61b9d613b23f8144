/** What every end-to-end test has: the demo site, a browser with Claimbook and a new profile, and a watch for what must not be. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type TestInfo } from '@playwright/test';
import { type Site, startSite } from '../../demo/server';
import type { BrowserName } from '../../scripts/browsers';
import { extensionFolder, type Mode } from '../../scripts/extension';
import {
  click,
  fill,
  openReader,
  type PaintedMark,
  paintedMarks,
  type Reader,
  type ReaderOptions,
  type Surface,
  until,
} from '../../scripts/reader';
import { type Chromium, openChromium } from '../../scripts/reader-chromium';
import { type Firefox, openFirefox } from '../../scripts/reader-firefox';
import { oddPage } from './odd-pages';

interface Watched {
  /** Addresses outside this machine that anything asked for. */
  requests: string[];
  /** Exceptions that reached a page. */
  errors: string[];
}

interface TestFixtures {
  /** Which build is loaded: the stores' asks for access, the demo's may read this machine's pages. */
  mode: Mode;
  /** The folder of the extension that is loaded: the build, or what a test made of it. */
  extension: string;
  /** A folder for the browser's profile, new for each test. */
  profile: string;
  watched: Watched;
  /** The project's browser. */
  reader: Reader;
  chromiumReader: Chromium;
  firefoxReader: Firefox;
}

const local = /^(http:\/\/(localhost|127\.0\.0\.1)[:/]|(chrome|moz)-extension:\/\/|data:|blob:|about:|chrome:)/;

const optionsFor = (extension: string, profile: string, watched: Watched): ReaderOptions => ({
  extension,
  profile,
  headless: true,
  onRequest: (url) => {
    if (!local.test(url)) watched.requests.push(url);
  },
});

async function openWatchedChromium(options: ReaderOptions, watched: Watched): Promise<Chromium> {
  const reader = await openChromium(options);
  reader.context.on('weberror', (error) => watched.errors.push(String(error.error().stack)));
  return reader;
}

/** The project's browser. */
export const browserOf = (info: TestInfo): BrowserName => (info.project.name === 'firefox' ? 'firefox' : 'chromium');

export const test = base.extend<TestFixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const site = await startSite(0, oddPage);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  mode: ['demo', { option: true }],
  extension: async ({ mode }, use, info) => use(extensionFolder(browserOf(info), mode)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'claimbook-profile-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  watched: async ({}, use) => {
    const watched: Watched = { requests: [], errors: [] };
    await use(watched);
    expect(watched.requests, 'requests to the network').toEqual([]);
    expect(watched.errors, 'exceptions in pages').toEqual([]);
  },
  reader: async ({ extension, profile, watched }, use, info) => {
    const browser = browserOf(info);
    const options = optionsFor(extension, profile, watched);
    const reader =
      browser === 'chromium' ? await openWatchedChromium(options, watched) : await openReader(browser, options);
    await use(reader);
    await reader.close().catch(() => {});
  },
  chromiumReader: async ({ extension, profile, watched }, use) => {
    const reader = await openWatchedChromium(optionsFor(extension, profile, watched), watched);
    await use(reader);
    await reader.close().catch(() => {});
  },
  firefoxReader: async ({ extension, profile, watched }, use) => {
    const reader = await openFirefox(optionsFor(extension, profile, watched));
    await use(reader);
    await reader.close().catch(() => {});
  },
});

/** Writes what a person would have chosen in Chromium's settings into a profile that has not been opened yet. */
export function prefer(profile: string, preferences: object): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
}

/** Opens the project's browser once more on a profile it had before. */
export const reopen = (info: TestInfo, profile: string): Promise<Reader> => {
  const browser = browserOf(info);
  return openReader(browser, optionsFor(extensionFolder(browser, 'demo'), profile, { requests: [], errors: [] }));
};

/** Keeps a picture with the test's results. */
export async function picture(info: TestInfo, surface: Surface, name: string): Promise<void> {
  const file = info.outputPath(`${name}.png`);
  await surface.screenshot(file);
  await info.attach(name, { path: file, contentType: 'image/png' });
}

/** Waits until a surface's visible text matches. @returns the text. */
export const text = (surface: Surface, pattern: RegExp, what = String(pattern)): Promise<string> =>
  until(
    surface,
    `(() => {
      const body = root.body ?? root.querySelector('[role=dialog]');
      const text = body?.innerText ?? '';
      return ${pattern}.test(text) && text;
    })()`,
    what,
  );

/** Waits until a mark's text matches. @returns all marks. */
export async function marked(reader: Reader, pattern: RegExp, seconds = 20): Promise<PaintedMark[]> {
  let marks: PaintedMark[] = [];
  await expect(async () => {
    marks = await paintedMarks(reader.page);
    expect(marks.map((mark) => mark.text).join(' | ')).toMatch(pattern);
  }, `a mark like ${pattern}`).toPass({ intervals: [50], timeout: seconds * 1000 });
  return marks;
}

/** Opens an article and saves it from the popup, with a note if there is one. */
export async function save(reader: Reader, address: string, note = ''): Promise<void> {
  await reader.open(address);
  await marked(reader, /\d/);
  const popup = await reader.openPopup();
  await text(popup, /Numbers claimed/);
  if (note) await fill(popup, 'textbox', 'note', note);
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await popup.close();
}

/** Brings the first claim whose text matches into view and clicks it. */
export async function clickMark(reader: Reader, pattern: RegExp) {
  const isWanted = (mark: PaintedMark) => mark.highlight.includes('-claim-') && pattern.test(mark.text);
  const wanted = (await marked(reader, pattern)).find(isWanted);
  await reader.page.evaluate(`scrollBy({ top: ${(wanted?.y ?? 0) - 300}, behavior: 'instant' })`);
  const mark = (await paintedMarks(reader.page)).find((each) => isWanted(each) && each.y > 0);
  await reader.clickAt(mark?.x ?? 0, mark?.y ?? 0);
}

export { expect };
