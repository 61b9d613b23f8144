/**
 * `npm run screenshots`: the stores' pictures, 1280 by 800, taken from the real product on the demo site into `store/screenshots`.
 * What stands side by side in one picture was on the screen at the same time.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startSite } from '../demo/server';
import { builtExtension, root } from './extension';
import { click, fill, paintedMarks, until } from './reader';
import { type Chromium, openChromium } from './reader-chromium';

const folder = join(root, 'store/screenshots');
const [width, height, panelWidth] = [1280, 800, 400];

const kept: [path: string, note: string][] = [
  ['courier/norvik-troops', 'Who are the two officials?'],
  ['ledger/norvik-troops', ''],
  ['foreland/redmarsh-steel', ''],
  ['meridian/redmarsh-steel', 'Ask the union for its count.'],
  ['ledger/redmarsh-steel', ''],
  ['courier/tavar-flood', ''],
  ['northgate/tavar-flood', ''],
  ['meridian/tavar-flood', ''],
];

async function save(reader: Chromium, url: string, note: string) {
  await reader.open(url);
  await until(reader.page, 'CSS.highlights.size', 'marks in the page');
  const popup = await reader.openPopup();
  await until(popup, `document.querySelector('#claims')`, 'the popup');
  if (note) await fill(popup, 'textbox', 'note', note);
  await click(popup, 'button', 'Save report');
  await until(popup, `/Saved/.test(document.body.innerText)`, 'the save to be acknowledged');
  await popup.close();
}

/** Brings a mark into view and clicks it. */
async function openCard(reader: Chromium, words: RegExp) {
  const find = async () =>
    (await paintedMarks(reader.page)).find(({ highlight, text }) => highlight.includes('-claim-') && words.test(text));
  const mark = await find();
  await reader.page.evaluate(`scrollBy({ top: ${(mark?.y ?? 0) - 120}, behavior: 'instant' })`);
  const seen = await find();
  await reader.clickAt(seen?.x ?? 0, seen?.y ?? 0);
  await until(
    reader.card,
    `root.querySelector('[role=dialog]') && !root.querySelector('[aria-busy=true]')`,
    'the card',
  );
}

async function extensionPage(reader: Chromium, path: string, size = { width, height }): Promise<Page> {
  const page = await reader.context.newPage();
  await page.setViewportSize(size);
  await page.goto(`chrome-extension://${reader.extensionId}/${path}`);
  return page;
}

/** Two pictures beside each other, as the browser shows a page and its side panel. */
async function beside(reader: Chromium, page: Buffer, panel: Buffer, file: string) {
  const sheet = await reader.context.newPage();
  await sheet.setViewportSize({ width, height });
  const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  await sheet.setContent(
    `<style>body { display: flex; margin: 0 } img { display: block } img + img { border-left: 1px solid #8888 }</style>${image(page)}${image(panel)}`,
  );
  await sheet.screenshot({ path: file });
  await sheet.close();
}

async function take(reader: Chromium, origin: string) {
  const picture = (name: string) => join(folder, `${name}.png`);
  for (const [path, note] of kept) await save(reader, `${origin}/${path}`, note);

  await reader.tab.setViewportSize({ width, height });
  await reader.open(`${origin}/kestrel/norvik-troops`);
  await until(reader.page, 'CSS.highlights.size', 'marks in the page');
  await openCard(reader, /11,000/);
  await reader.tab.screenshot({ path: picture('1-card') });
  await reader.press('Escape');

  await reader.tab.setViewportSize({ width: width - panelWidth, height });
  const panel = await extensionPage(reader, `sidepanel.html?tab=${await reader.tabId()}`, {
    width: panelWidth,
    height,
  });
  await panel.waitForSelector('.comparisons');
  await panel.locator('.claim .row').nth(1).click();
  await panel.waitForSelector('[aria-current=true]');
  await beside(reader, await reader.tab.screenshot(), await panel.screenshot(), picture('2-panel'));
  await panel.close();

  await reader.tab.setViewportSize({ width, height });
  await save(reader, `${origin}/kestrel/norvik-troops`, '');
  const library = await extensionPage(reader, 'library.html#/stories');
  await library
    .locator('main a[href*="#/story/"]')
    .filter({ hasText: /Norvik/ })
    .first()
    .click();
  await library.waitForSelector('main svg [aria-label], main figure svg');
  await library.screenshot({ path: picture('3-story') });
  await library.goto(`chrome-extension://${reader.extensionId}/library.html#/reports`);
  await library.locator('main h2 a', { hasText: 'Norvik has sent' }).click();
  await library.locator('.mark-claim').first().click();
  await library.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await library.evaluate('scrollTo(0, 0)');
  await library.screenshot({ path: picture('4-report-dark') });
  await library.close();

  const welcome = await extensionPage(reader, 'welcome.html');
  await welcome.waitForSelector('.sample .comparisons');
  await welcome.screenshot({ path: picture('5-first-run') });
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'claimbook-'));

async function main() {
  const site = await startSite(0, () => null);
  const reader = await openChromium({ extension: builtExtension('chromium', 'demo'), profile, headless: true });
  try {
    await reader.context.pages()[0]?.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await take(reader, site.origin);
  } finally {
    await reader.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

main().then(
  () => console.log(`Pictures in ${folder}`),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
