/**
 * A language that does not exist, written from right to left: every message in brackets, half as long again. What stands on a page
 * without brackets was never given to translators; what sticks out has no room for German.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtExtension } from '../../../scripts/extension';
import { click, until } from '../../../scripts/reader';
import { openChromium } from '../../../scripts/reader-chromium';
import { overflowing } from '../layout';
import { expect, marked, picture, test } from '../test';

type Messages = Record<string, { message: string }>;

function pseudo(message: string): string {
  const padding = 'نص '.repeat(Math.ceil(message.length / 6));
  return `⟦${message} ${padding.trim()}⟧`;
}

/** The built extension with one more language. */
function withPseudoLocale(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimbook-pseudo-'));
  cpSync(built, folder, { recursive: true });
  const english = JSON.parse(readFileSync(join(built, '_locales/en/messages.json'), 'utf8')) as Messages;
  const messages = Object.fromEntries(
    Object.entries(english).map(([name, { message }]) => [name, { message: pseudo(message) }]),
  );
  mkdirSync(join(folder, '_locales/ar'));
  writeFileSync(
    join(folder, '_locales/ar/messages.json'),
    JSON.stringify({ ...messages, product_locale: { message: 'ar' } }),
  );
  return folder;
}

/** Visible words of the interface that are no message. The article's own words stand in elements that say so, or are links to it; days are written by the browser. */
const untranslated = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const foreign = parentElement.closest('[lang]:not(html), kbd, time, .cb-virtual, script, style, option, h1, h2 a, .claim, .earlier, .saved-text, .actor-row, .access-sites li, .report-row, [data-kind]');
    if (foreign || !/\\p{L}{2,}/u.test(data) || parentElement.getClientRects().length === 0) continue;
    if (!data.includes('⟦') && !data.includes('⟧')) found.push(data.trim());
  }
  return found;
})()`;

/** Names of outlets, which no language changes. */
const outlets = /Meridian Wire|Calder Courier|Northern Wire/;

test('pages run from right to left, nothing is left in English, and longer words find room', async ({
  mode,
  profile,
  site,
}, info) => {
  const extension = withPseudoLocale(builtExtension('chromium', mode));
  const reader = await openChromium({ extension, profile, headless: true });
  try {
    await (await reader.background()).evaluate(`chrome.storage.local.set({ settings: { language: 'ar' } })`);
    await reader.open(`${site.origin}/courier/tavar-flood`);
    await marked(reader, /\d/);
    const popup = await reader.openPopup();
    await until(popup, `document.querySelector('.claim')`, 'the popup');
    expect(await popup.evaluate('document.documentElement.dir')).toBe('rtl');
    await picture(info, popup, 'popup');
    await click(popup, 'button', 'Save report');
    await popup.close();
    await reader.open(`${site.origin}/meridian/tavar-flood`);
    await marked(reader, /\d/);

    const open = async (path: string, ready: string, width: number): Promise<Page> => {
      const page = await reader.context.newPage();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`chrome-extension://${reader.extensionId}/${path}`);
      await page.locator(ready).first().waitFor();
      return page;
    };
    const id = await reader.tabId();
    for (const [path, ready, width] of [
      [`sidepanel.html?tab=${id}`, '.claim', 400],
      ['welcome.html', '.sample .mark-claim', 1100],
      ['library.html#/settings', '.settings-section', 1100],
      ['library.html#/reports', 'main h2 a', 1280],
    ] as const) {
      const page = await open(path, ready, width);
      expect(await page.evaluate('document.documentElement.dir'), path).toBe('rtl');
      expect(await page.evaluate(overflowing), path).toEqual([]);
      const words = await page.evaluate<string[]>(untranslated);
      expect
        .soft(
          words.filter((each) => !outlets.test(each)),
          path,
        )
        .toEqual([]);
      const file = info.outputPath(`${path.split(/[.#?]/)[0]}-${width}.png`);
      await page.screenshot({ path: file, fullPage: true });
      await page.close();
    }
    await reader.command('next-mark');
    await until(reader.card, `root.querySelector('[dir=rtl] [role=dialog]')`, 'the card, from right to left');
    await picture(info, reader.page, 'card');
  } finally {
    await reader.close();
    rmSync(extension, { recursive: true, force: true });
  }
});
