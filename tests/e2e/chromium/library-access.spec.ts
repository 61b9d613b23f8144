import type { Page } from '@playwright/test';
import { click, type Surface, until } from '../../../scripts/reader';
import type { Chromium } from '../../../scripts/reader-chromium';
import { violations } from '../axe';
import { expect, save, test, text } from '../test';

async function openLibrary(reader: Chromium, origin: string): Promise<{ library: Surface; page: Page }> {
  for (const outlet of ['courier', 'kestrel']) await save(reader, `${origin}/${outlet}/norvik-troops`);
  const library = await reader.openExtensionPage('library.html');
  const page = reader.context.pages().at(-1) as Page;
  await text(library, /Sarmund says 11,000/);
  return { library, page };
}

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any view and state of the library, ${scheme}`, async ({
    chromiumReader: reader,
    site,
  }) => {
    await reader.colorScheme(scheme);
    const empty = await reader.openExtensionPage('library.html');
    for (const view of ['Reports', 'Stories', 'Claims', 'Actors', 'Notes', 'Corrections', 'Bin']) {
      await click(empty, 'link', view);
      await until(empty, `document.querySelector('.cb-empty')`, `${view}, empty`);
      expect(await violations(empty), `${view}, empty`).toEqual([]);
    }
    await empty.close();

    const { library } = await openLibrary(reader, site.origin);
    const sees = async (what: string) => expect(await violations(library), what).toEqual([]);
    await click(library, 'checkbox', 'Sarmund says');
    await click(library, 'button', 'More filters');
    await text(library, /1 selected/);
    await sees('reports, one selected, all filters');
    await click(library, 'button', 'Tag');
    await until(library, `document.querySelector('[role=dialog] input')`, 'the dialog');
    await sees('the dialog for tags');
    await click(library, 'button', 'Cancel');
    await until(library, `!document.querySelector('[role=dialog]')`, 'the dialog to have gone');
    await click(library, 'button', 'Export');
    await until(library, `document.querySelector('[role=menu]')`, 'the menu');
    await sees('the menu of formats');
    await library.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`,
    );

    await click(library, 'link', 'Stories');
    await click(library, 'link', 'Norvik has sent');
    for (const tab of ['Table', 'Who said what', 'Reports', 'Time line']) {
      await click(library, 'tab', tab);
      await until(library, `document.querySelector('[role=tabpanel] .counted')`, tab);
      await sees(`story, ${tab}`);
    }
    await click(library, 'link', 'Claims');
    await until(library, `document.querySelector('.claim-sentence')`, 'claims');
    await sees('claims');
    await click(library, 'link', 'Actors');
    await click(library, 'link', 'Karelund');
    await click(library, 'button', 'Add a note or tags');
    await sees('an actor');

    await click(library, 'link', 'Reports');
    await click(library, 'link', 'Sarmund says');
    await until(library, `(document.querySelectorAll('.mark-claim')[1].click(), true)`, 'a number');
    await until(library, `document.querySelector('.claim-actions')`, 'what can be done with it');
    await sees('a report with a number chosen');
    await click(library, 'button', 'Correct');
    await click(library, 'menuitem', 'Another number is meant');
    await until(library, `document.querySelector('[role=dialog] .number-fields')`, 'the dialog');
    await sees('the dialog for a number');
    await click(library, 'button', 'Keep');
    for (const tab of ['Who', 'Mine', 'Versions']) {
      await click(library, 'tab', tab);
      await sees(`report, ${tab}`);
    }
    await click(library, 'link', 'Corrections');
    await text(library, /means/);
    await sees('corrections');
  });

test('by keyboard alone: rows are walked, a filter is set, a dialog gives the focus back', async ({
  chromiumReader: reader,
  site,
}) => {
  const { library, page } = await openLibrary(reader, site.origin);
  const focused = () =>
    library.evaluate<string>(`document.activeElement?.textContent || document.activeElement?.tagName`);

  await library.evaluate(`document.querySelector('main li[data-index] h2 a').focus()`);
  const first = await focused();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('Home');
  await expect.poll(focused).toBe(first);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await text(library, /1 selected/);

  await until(
    library,
    `(([...document.querySelectorAll('.selection-actions button')].find((one) => /Tag/.test(one.innerText))).focus(), true)`,
    'the button',
  );
  await page.keyboard.press('Enter');
  await until(
    library,
    `document.querySelector('[role=dialog]')?.contains(document.activeElement)`,
    'focus in the dialog',
  );
  await page.keyboard.type('troops');
  await page.keyboard.press('Enter');
  await text(library, /#troops/);
  await expect.poll(focused).toMatch(/Tag/);

  await library.evaluate(`document.querySelector('main li[data-index] h2 a').focus()`);
  await page.keyboard.press('Enter');
  await text(library, /As saved on/);
  expect(await library.evaluate(`document.activeElement.id`)).toBe('main');
  await page.goBack();
  await text(library, /2 reports/);
});

test('from right to left and at 200 %, nothing runs out of the page', async ({ chromiumReader: reader, site }) => {
  const { library, page } = await openLibrary(reader, site.origin);
  // 200 % of 1280 pixels leaves 640.
  await page.setViewportSize({ width: 640, height: 700 });
  const wide = () =>
    library.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
  const story = await library.evaluate<string>(
    `(async () => { const open = indexedDB.open('claimbook'); const db = await new Promise((done) => { open.onsuccess = () => done(open.result); }); return new Promise((done) => { const all = db.transaction('stories').objectStore('stories').getAllKeys(); all.onsuccess = () => done(all.result[0]); }); })()`,
  );
  for (const dir of ['ltr', 'rtl']) {
    await library.evaluate(`(document.documentElement.dir = '${dir}', true)`);
    for (const view of ['reports', 'stories', 'claims', 'actors', 'corrections', 'bin', `story/${story}`]) {
      await library.evaluate(`(location.hash = '#/${view}', true)`);
      await until(library, `document.querySelector('h1')`, view);
      expect(await wide(), `${view}, ${dir}`).toBeLessThanOrEqual(0);
    }
    await library.evaluate(`(location.hash = '#/reports', true)`);
    await click(library, 'link', 'Sarmund says');
    await text(library, /As saved on/);
    expect(await wide(), `report, ${dir}`).toBeLessThanOrEqual(0);
  }
});
