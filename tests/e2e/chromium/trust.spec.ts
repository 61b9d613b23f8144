/**
 * Nothing leaves the machine. The browser itself writes down every request of a whole session (Chromium's net log: pages, workers,
 * the background, the browser's own services), and the extension's own policy forbids it to connect.
 */
import { readFileSync } from 'node:fs';
import { builtExtension } from '../../../scripts/extension';
import { click, fill, type Surface, until } from '../../../scripts/reader';
import { openChromium } from '../../../scripts/reader-chromium';
import { expectOwnRequestsOnly, logInto } from '../net-log';
import { expect, marked, test, text } from '../test';

/** Gives files to the library's import, as a person who chooses them does. */
const choose = (library: Surface, files: { name: string; type: string; content: string }[]) =>
  until(
    library,
    `(() => {
      const input = document.querySelector('[data-testid=import-file]');
      // Nobody can choose a file while the one before is imported: the field's button is off.
      if (input.previousElementSibling.disabled) return false;
      const chosen = new DataTransfer();
      for (const { name, type, content } of ${JSON.stringify(files)}) chosen.items.add(new File([content], name, { type }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    })()`,
    'the file field',
  );

const answer = (library: Surface, words: string) =>
  until(
    library,
    `([...document.querySelectorAll('[role=dialog] button, [role=alertdialog] button')].find((button) => button.innerText.startsWith(${JSON.stringify(words)})).click(), true)`,
    `the answer "${words}"`,
  );

/** A page that somebody saved: all that it would load is somewhere else. */
const savedPage = `<!doctype html><html lang="en"><head><title>Ferry runs aground near Skell Point</title>
<base href="https://tracker.example/"><link rel="stylesheet" href="https://tracker.example/style.css"><link rel="canonical" href="https://news.example/ferry">
<meta property="og:type" content="article"><meta property="og:image" content="https://tracker.example/og.png"><script src="https://tracker.example/script.js"></script></head>
<body><article><h1>Ferry runs aground near Skell Point</h1><img src="https://tracker.example/pixel.png" srcset="https://tracker.example/2x.png 2x"><iframe src="https://tracker.example/frame"></iframe>
<p>The ferry Corrievar ran aground near Skell Point on Monday with 86 passengers on board, the coast guard said. Nobody was hurt.</p>
<p style="background: url(https://tracker.example/ground.png)">A helicopter lifted 14 people from the deck before the wind grew too strong, and a lifeboat took off the others in the course of the afternoon.</p>
<p>The captain, Ada Lindgren, said the steering had failed an hour after the ship left harbour. The company that owns the ferry declined to comment.</p>
<video src="https://tracker.example/film.mp4" poster="https://tracker.example/poster.png" autoplay></video></article></body></html>`;

test('a session of reading, saving, correcting, searching, exporting and importing asks the network for nothing', async ({
  mode,
  profile,
  site,
}, info) => {
  const log = info.outputPath('net-log.json');
  const reader = await openChromium({
    extension: builtExtension('chromium', mode),
    profile,
    headless: true,
    args: logInto(log),
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
    await until(
      library,
      `[1, 2].includes(document.querySelectorAll('main li[data-index]').length)`,
      'what was searched for',
    );
    await fill(library, 'searchbox', 'Search', '');

    await test.step('a claim is corrected, and the correction taken back', async () => {
      await click(library, 'link', 'Norvik has sent');
      await until(library, `(document.querySelector('.saved-text .mark-claim').click(), true)`, 'a number');
      await click(library, 'button', 'Correct');
      await click(library, 'menuitem', 'Not a claim');
      await click(library, 'button', 'Undo');
    });

    await test.step('each view, and the interface in each language', async () => {
      for (const view of ['Stories', 'Claims', 'Actors', 'Corrections', 'Bin', 'Settings'])
        await click(library, 'link', view);
      for (const language of ['de', 'fr', 'es', 'uk', 'ko', 'ja', 'en']) {
        await until(
          library,
          `(() => {
            const select = document.querySelector('#language');
            Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, '${language}');
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
          })()`,
          'the list of languages',
        );
        await until(library, `document.documentElement.lang.startsWith('${language}')`, language);
      }
    });

    await test.step('the library is exported, deleted and imported again', async () => {
      await click(library, 'link', 'Reports');
      // The settings have such a menu too, which goes when the reports come.
      await text(library, /Norvik has sent/);
      for (const format of ['CSV', 'Markdown', 'Web page', 'Web annotations', 'RIS', 'BibTeX', 'CSL-JSON', 'JSON']) {
        // While the menu of the format before closes, a click would only close it.
        await until(library, `!document.querySelector('[role=menu]')`, 'no menu');
        await click(library, 'button', 'Export');
        files.push(
          await reader.download(() =>
            until(
              library,
              `([...document.querySelectorAll('[role=menuitem]')].find((item) => item.innerText.split('\\n')[0] === ${JSON.stringify(format)}).click(), true)`,
              format,
            ),
          ),
        );
      }
      await click(library, 'link', 'Settings');
      await click(library, 'button', 'Delete everything');
      await answer(library, 'Delete');
      await text(library, /Everything was deleted/);
      await click(library, 'link', 'Reports');
      const backup = readFileSync(files.at(-1) ?? '', 'utf8');
      await choose(library, [{ name: 'backup.json', type: 'application/json', content: backup }]);
      await text(library, /3 reports are new/);
      await answer(library, 'Import');
      await text(library, /Norvik has sent/);
    });

    await test.step('a saved page that would load much from elsewhere is imported, and read', async () => {
      await choose(library, [{ name: 'ferry.html', type: 'text/html', content: savedPage }]);
      await answer(library, 'Import');
      await click(library, 'link', 'Ferry runs aground');
      await text(library, /86 passengers/);
    });
  } finally {
    await reader.close();
  }

  // What is written for others to open loads nothing from elsewhere either.
  const page = readFileSync(files.find((file) => file.endsWith('.html')) ?? '', 'utf8');
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/i);
  expectOwnRequestsOnly(log, site.origin);
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
