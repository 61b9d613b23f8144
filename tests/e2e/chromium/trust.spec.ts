/**
 * Nothing leaves the machine. The browser itself writes down every request of a whole session (Chromium's net log: pages, workers,
 * the background, the browser's own services), and the extension's own policy forbids it to connect.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { builtExtension } from '../../../scripts/extension';
import { click, fill } from '../../../scripts/reader';
import { openChromium } from '../../../scripts/reader-chromium';
import { expect, marked, test, text } from '../test';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string; method?: string } }[];
}

test('a session of reading, saving, searching and exporting asks the network for nothing', async ({
  mode,
  profile,
  site,
}, info) => {
  const log = info.outputPath('net-log.json');
  writeFileSync(log, '');
  const reader = await openChromium({
    extension: builtExtension('chromium', mode),
    profile,
    headless: true,
    args: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'],
  });
  const files: string[] = [];
  try {
    for (const path of ['/courier/norvik-troops', '/kestrel/norvik-troops', '/foreland/tavar-flood']) {
      await reader.open(site.origin + path);
      await marked(reader, /\d/);
      await reader.command('next-mark');
      await text(reader.card, /1 of \d+/);
      await reader.press('Escape');
      const popup = await reader.openPopup();
      await text(popup, /Numbers claimed/);
      await fill(popup, 'textbox', 'note', 'A note.');
      await click(popup, 'button', 'Save report');
      await text(popup, /Saved/);
      await popup.close();
    }
    const panel = await reader.openExtensionPage(`sidepanel.html?tab=${await reader.tabId()}`);
    await text(panel, /Numbers/);
    const welcome = await reader.openExtensionPage('welcome.html');
    await text(welcome, /1,200/);
    const library = await reader.openExtensionPage('library.html');
    await text(library, /Norvik has sent/);
    await fill(library, 'searchbox', 'Search', 'Tidewater');
    for (const view of ['Stories', 'Claims', 'Actors', 'Bin', 'Settings', 'Reports'])
      await click(library, 'link', view);
    // The settings have such a menu too, which goes when the reports come.
    await text(library, /Norvik has sent/);
    for (const format of ['JSON', 'CSV', 'Markdown', 'Web page']) {
      await click(library, 'button', 'Export');
      files.push(await reader.download(() => click(library, 'menuitem', format)));
    }
  } finally {
    await reader.close();
  }

  // What is written for others to open loads nothing from elsewhere either.
  const page = readFileSync(files.find((file) => file.endsWith('.html')) ?? '', 'utf8');
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/i);

  const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as NetLog;
  const type = constants.logEventTypes['URL_REQUEST_START_JOB'];
  const requests = events.filter((event) => event.type === type && event.params?.url).map(({ params }) => params);
  expect(requests.length, 'the log is complete').toBeGreaterThan(10);
  const ours = requests.filter((request) => request?.initiator?.startsWith('chrome-extension://'));
  expect(ours.filter(({ url = '' } = {}) => !/^(chrome-extension|blob):/.test(url))).toEqual([]);
  // The browser has services of its own (accounts, autofill): what they ask for was started by no page and no extension.
  const elsewhere = requests.filter(
    ({ url = '' } = {}) => !/^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|chrome|data:|blob:)/.test(url),
  );
  expect(elsewhere.filter((request) => request?.initiator !== 'not an origin')).toEqual([]);
  expect(requests.filter(({ url = '', method } = {}) => url.startsWith(site.origin) && method !== 'GET')).toEqual([]);
});

test('the extension cannot connect, even if its own code wanted to', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  const popup = await reader.openExtensionPage('popup.html');
  for (const attempt of [
    `fetch('${site.origin}/').then(() => 'connected', () => 'refused')`,
    `new Promise((done) => { const image = new Image(); image.onload = () => done('connected'); image.onerror = () => done('refused'); image.src = '${site.origin}/assets/border.svg'; })`,
    `new Promise((done) => { const script = document.createElement('script'); script.onload = () => done('ran'); script.onerror = () => done('refused'); script.src = '${site.origin}/assets/courier.js'; document.body.append(script); })`,
  ])
    expect(await popup.evaluate(attempt), attempt).toBe('refused');
  const worker = await reader.background();
  expect(await worker.evaluate(`fetch('${site.origin}/').then(() => 'connected', () => 'refused')`)).toBe('refused');
});
