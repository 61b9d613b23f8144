import type { Page } from '@playwright/test';
import { click, until } from '../../../scripts/reader';
import { violations } from '../axe';
import { overflowing } from '../layout';
import { expect, marked, test, text } from '../test';

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in popup, card and library, ${scheme}`, async ({ chromiumReader: reader, site }) => {
    await reader.colorScheme(scheme);
    await reader.open(`${site.origin}/meridian/redmarsh-steel`);
    await marked(reader, /4,200/);

    const popup = await reader.openPopup();
    await text(popup, /Numbers claimed/);
    expect(await violations(popup), 'popup').toEqual([]);
    await click(popup, 'button', 'Save report');
    await text(popup, /Saved/);
    expect(await violations(popup), 'popup after saving').toEqual([]);
    await popup.close();

    await reader.open(`${site.origin}/foreland/redmarsh-steel`);
    await marked(reader, /2,900/);
    const panel = await reader.openExtensionPage(`sidepanel.html?tab=${await reader.tabId()}`);
    await until(panel, `document.querySelector('.claim .row')`, 'the list');
    expect(await violations(panel), 'panel').toEqual([]);
    await panel.evaluate(`document.querySelector('.claim .row').click()`);
    await text(panel, /Copy quote/);
    expect(await violations(panel), 'panel with a claim').toEqual([]);
    for (const tab of ['Who', 'Earlier']) {
      await click(panel, 'tab', tab);
      expect(await violations(panel), `panel, ${tab}`).toEqual([]);
    }
    await panel.close();
    await reader.command('next-mark');
    await text(reader.card, /1 of \d+/);
    // The closed root is opened for axe in the extension's own world, where the page cannot see it.
    await reader.inContentScript(`(() => {
      const host = document.querySelector('claimbook-card');
      const root = chrome.dom.openOrClosedShadowRoot(host);
      Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
      return Boolean(root);
    })()`);
    expect(await violations(reader.card, `document.querySelector('claimbook-card')`), 'card').toEqual([]);

    const library = await reader.openExtensionPage('library.html');
    await text(library, /Calloway Steel to cut 4,200 jobs/);
    expect(await violations(library), 'library').toEqual([]);
    for (const view of ['Claims', 'Actors', 'Bin', 'Settings']) {
      await click(library, 'link', view);
      await text(library, new RegExp(view));
      expect(await violations(library), view).toEqual([]);
    }
    const welcome = await reader.openExtensionPage('welcome.html');
    await text(welcome, /\d/);
    expect(await violations(welcome), 'first run').toEqual([]);
    await welcome.close();
    await click(library, 'link', 'Reports');
    await click(library, 'link', 'Calloway Steel to cut');
    await text(library, /As saved on/);
    expect(await violations(library), 'a report').toEqual([]);
  });

test('on a page that is no article the popup says so, and axe finds nothing there', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/docs/retries`);
  const popup = await reader.openPopup();
  await text(popup, /does not look like an article/);
  expect(await violations(popup)).toEqual([]);
});

const longWay = 40;

/** Presses Tab and says what has the focus: "button Save report". */
async function tab(page: Page): Promise<string> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.getAttribute('role') ?? at?.tagName.toLowerCase()} ${at?.getAttribute('aria-label') ?? at?.textContent}`.trim();
  });
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < longWay; i++) {
    const at = await tab(page);
    if (name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`Tab does not come to ${name}; it passed ${passed.join(' | ')}`);
}

test('by keyboard alone: the panel’s list leads to a mark, the note is written and the report saved', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14/);
  const page = await reader.context.newPage();
  await page.goto(`chrome-extension://${reader.extensionId}/sidepanel.html?tab=${await reader.tabId()}`);
  await page.locator('.claim .row').first().waitFor();
  await page.bringToFront();
  await tabTo(page, /^switch/);
  await tabTo(page, /Not on this site/);
  await tabTo(page, /^tab Numbers/);
  await tabTo(page, /14 people/);
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement?.textContent);
  expect(second).not.toMatch(/^14 people/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.locator('.row[aria-current=true]', { hasText: '14 people' }).waitFor();
  // The focus stays where it was: what follows the row is the row's own detail.
  await tabTo(page, /Copy quote/);
  await tabTo(page, /^textarea/);
  await page.keyboard.type('Ask the mayor.');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Saved/).waitFor();
});

test('by keyboard alone: a choice is made on the first-run page', async ({ chromiumReader: reader }) => {
  const page = await reader.context.newPage();
  await page.goto(`chrome-extension://${reader.extensionId}/welcome.html`);
  await page.locator('.sample .mark-claim').first().waitFor();
  await tabTo(page, /1,200 people/);
  await tabTo(page, /\$90 million/);
  await page.keyboard.press('Enter');
  await page
    .locator('.sample aside')
    .getByText(/denied or false/)
    .waitFor();
  await tabTo(page, /^input/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('input[type=radio]:checked')).toHaveCount(1);
});

for (const [name, css] of [
  ['at 200 % zoom', 2],
  ['at 400 % zoom', 4],
] as const)
  test(`${name} nothing is cut off and nothing scrolls sideways`, async ({ chromiumReader: reader, site }) => {
    await reader.open(`${site.origin}/meridian/tavar-flood`);
    await marked(reader, /14/);
    const id = await reader.tabId();
    for (const [path, ready] of [
      [`sidepanel.html?tab=${id}`, '.claim'],
      ['welcome.html', '.sample .mark-claim'],
      ['library.html#/settings', '.settings-section'],
      ['library.html#/reports', 'main h1'],
    ] as const) {
      const page = await reader.context.newPage();
      // A page zoomed to 200 % has half as many CSS pixels to itself.
      await page.setViewportSize({ width: 1280 / css, height: 1024 / css });
      await page.goto(`chrome-extension://${reader.extensionId}/${path}`);
      await page.locator(ready).first().waitFor();
      expect(await page.evaluate(overflowing), path).toEqual([]);
      await page.close();
    }
  });

test('with reduced motion nothing moves, and in forced colours everything can still be told apart', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14/);
  const page = await reader.context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.goto(`chrome-extension://${reader.extensionId}/library.html#/settings`);
  await page.locator('.settings-section').first().waitFor();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(', ').some((each) => Number.parseFloat(each) > 0);
      }).length,
  );
  expect(moving).toBe(0);
  expect(await violations({ evaluate: (expression) => page.evaluate(expression), screenshot: async () => {} })).toEqual(
    [],
  );
});
