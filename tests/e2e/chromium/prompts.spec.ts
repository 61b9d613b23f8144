/** What the browser itself asks the person, answered with real keys: where Claimbook may read, and whether it may write backups. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { click, fill, type Surface, until } from '../../../scripts/reader';
import type { Chromium } from '../../../scripts/reader-chromium';
import { clickMark, marked, prefer, text } from '../test';
import { buildOf, olderExtension, update } from '../update';
import { answer, expect, firstPage, inLeftCard, pastWelcome, popupByKey, test } from '../windowed';

const chosen = (surface: Surface, name: string) =>
  until(
    surface,
    `(({ checked, ariaChecked }) => checked || ariaChecked === 'true')(byRole('radio', ${JSON.stringify(name)}))`,
    `"${name}" to be chosen`,
  );
const noMarks = (reader: Chromium) => until(reader.page, 'CSS.highlights.size === 0', 'the marks to go');

test.describe('as installed from a store', () => {
  test.use({ mode: 'store' });

  test('first run: each choice of where to read, denied and allowed, takes effect in the page that is open', async ({
    windowed: reader,
    desktop,
    site,
  }) => {
    const welcome = await firstPage(reader, 'welcome.html');
    await reader.open(`${site.origin}/meridian/tavar-flood`);
    const ask = async (act: () => Promise<unknown>, word: 'Allow' | 'Deny') => {
      await welcome.toFront();
      await answer(desktop, word, act);
    };
    const add = async () => {
      await fill(welcome, 'textbox', 'Add a site', site.origin);
      await click(welcome, 'button', 'Add');
    };
    const everywhere = () => click(welcome, 'radio', 'On every site');
    const seen = async () => {
      await reader.toFront();
      await marked(reader, /14 people/);
    };

    await test.step('a site that is picked', async () => {
      await click(welcome, 'radio', 'On sites I pick');
      await ask(add, 'Deny');
      await text(welcome, /Your browser did not agree\. Nothing has changed\./);
      expect(await reader.page.evaluate('CSS.highlights.size')).toBe(0);
      await ask(add, 'Allow');
      await until(welcome, `byRole('button', 'Stop reading localhost')`, 'the site in the list');
      await seen();
      await click(welcome, 'button', 'Stop reading localhost');
      await noMarks(reader);
    });

    await test.step('every site', async () => {
      await ask(everywhere, 'Deny');
      await text(welcome, /Your browser did not agree\. Nothing has changed\./);
      await ask(everywhere, 'Allow');
      await chosen(welcome, 'On every site');
      await seen();
    });

    await test.step('only when I click', async () => {
      await click(welcome, 'radio', 'Only when I click');
      await noMarks(reader);
      await chosen(welcome, 'Only when I click');
    });
  });

  test('the key opens the popup, and "Read this page" reads it once, without a question', async ({
    windowed: reader,
    desktop,
    site,
  }) => {
    await pastWelcome(reader);
    await reader.open(`${site.origin}/meridian/tavar-flood`);
    const popup = await popupByKey(reader, desktop);
    await text(popup, /May Claimbook read this page\?/);
    await click(popup, 'button', 'Read this page');
    await text(popup, /Numbers claimed/);
    await marked(reader, /14 people/);
    await popup.close();
    await desktop.press('Alt', 'Shift', 'j');
    await text(reader.card, /1 of \d+/);
    await desktop.press('Alt', 'Shift', 'j');
    await text(reader.card, /2 of \d+/);
    await desktop.press('Alt', 'Shift', 'k');
    await text(reader.card, /1 of \d+/);
    // Another site's page is not covered by what the key allowed.
    await reader.open(`${site.origin.replace('localhost', '127.0.0.1')}/courier/tavar-flood`);
    const again = await popupByKey(reader, desktop);
    await text(again, /May Claimbook read this page\?/);
    await again.close();
    await desktop.press('Alt', 'Shift', 'l');
    await text(await firstPage(reader, 'library.html'), /Your library is empty/);
  });

  test.describe('updated', () => {
    test.use({ extension: olderExtension });

    test('a page read by click says to reload it after an update, and can be read again without', async ({
      windowed: reader,
      desktop,
      site,
      mode,
      extension,
    }, info) => {
      await pastWelcome(reader);
      await reader.open(`${site.origin}/courier/norvik-troops`);
      const popup = await popupByKey(reader, desktop);
      await click(popup, 'button', 'Read this page');
      await text(popup, /Numbers claimed/);
      await popup.close();
      await clickMark(reader, /14,000/);
      await text(reader.card, /Tidewater Institute/);

      await update(reader, buildOf(mode, info), extension);
      // A card that is still open can do nothing any more; whether it is touched or the reader notices first, it says so and goes.
      await inLeftCard(
        reader,
        `[...this.querySelectorAll('button')].find((one) => /Save report/.test(one.textContent))?.click()`,
      );
      await expect
        .poll(() => inLeftCard(reader, `return this.querySelector('[role=alert]')?.textContent`), { intervals: [50] })
        .toBe('Claimbook was updated. Reload this page to use it here.');
      expect(await reader.page.evaluate('CSS.highlights.size'), 'marks that nothing answers').toBe(0);

      const again = await popupByKey(reader, desktop);
      await text(again, /May Claimbook read this page\?/);
      await click(again, 'button', 'Read this page');
      await text(again, /Numbers claimed/);
      await again.close();
      await clickMark(reader, /14,000/);
      expect(await text(reader.card, /Tidewater Institute/)).not.toContain('updated');
      await click(reader.card, 'button', 'Save report');
      await text(reader.card, /Saved/);
    });
  });
});

test.describe('backups', () => {
  // Files go where the person's own browser puts them, not into the folder that tests intercept them in.
  test.use({
    extension: async ({ extension, profile }, use) => {
      const folder = join(profile, 'downloads');
      mkdirSync(folder);
      prefer(profile, { download: { default_directory: folder, prompt_for_download: false } });
      await use(extension);
    },
  });

  /** As if the last one had been written the day before. */
  const aDayLater = (settings: Surface) =>
    settings.evaluate(`(async () => {
      const opening = indexedDB.open('claimbook');
      const db = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
      const meta = db.transaction('meta', 'readwrite').objectStore('meta');
      const asked = meta.get('backup');
      await new Promise((done) => { asked.onsuccess = done; });
      const { key, value } = asked.result;
      const put = meta.put({ key, value: { ...value, at: new Date(Date.parse(value.at) - 25 * 3600_000).toISOString() } });
      await new Promise((done) => { put.onsuccess = done; });
      db.close();
    })()`);

  test('a schedule asks for downloads in its own click; denied it says so, allowed it writes when due, taken back it tells', async ({
    windowed: reader,
    desktop,
    profile,
    site,
  }) => {
    const browser = await reader.context.browser()?.newBrowserCDPSession();
    await browser?.send('Browser.setDownloadBehavior', { behavior: 'default' });
    const folder = join(profile, 'downloads', 'Claimbook');
    const files = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []);
    const wake = async () => {
      await reader.killBackground();
      await reader.background();
    };
    const save = async (path: string) => {
      await reader.open(site.origin + path);
      await marked(reader, /\d/);
      await reader.command('next-mark');
      await click(reader.card, 'button', 'Save report');
      await text(reader.card, /Saved/);
    };
    await save('/courier/norvik-troops');
    const settings = await reader.openExtensionPage('library.html#/settings');
    await text(settings, /No backup has been made yet/);

    await test.step('denied', async () => {
      await answer(desktop, 'Deny', () => click(settings, 'radio', 'Every day'));
      await text(settings, /Your browser did not agree, so no backup is made by itself/);
      await chosen(settings, 'Only when I do');
    });

    await test.step('allowed: the file is there when the background next wakes, and holds the report', async () => {
      await answer(desktop, 'Allow', () => click(settings, 'radio', 'Every day'));
      await chosen(settings, 'Every day');
      expect(await settings.evaluate<string>('document.body.innerText')).not.toContain('did not agree');
      await wake();
      await text(settings, /Last backup: [^\n]*“claimbook[^”]*\.json”/);
      const [first = ''] = files();
      expect(reportsIn(join(folder, first))).toEqual([expect.stringContaining('Norvik has sent up to 10,000')]);
    });

    await test.step('not due, none is written; a day later another', async () => {
      await wake();
      await save('/kestrel/norvik-troops');
      await aDayLater(settings);
      await wake();
      await expect.poll(() => files().length).toBe(2);
      const counts = files().map((name) => reportsIn(join(folder, name)).length);
      expect(counts.sort()).toEqual([1, 2]);
    });

    await test.step('the permission taken back in the browser: the settings say that there is no backup, and why', async () => {
      await settings.evaluate(`chrome.permissions.remove({ permissions: ['downloads'] })`);
      await aDayLater(settings);
      await wake();
      await text(settings, /The last backup failed: Claimbook may not write files\. Allow downloads/);
      expect(files()).toHaveLength(2);
    });
  });
});

/** Titles of the reports in a backup. */
const reportsIn = (file: string): string[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { reports: { report: { title: string } }[] }).reports.map(
    ({ report }) => report.title,
  );
