/** In each language the interface finds room, also where a person has made everything twice as large, and speaks itself when something fails. */
import { languages } from '../../../lib/ui-text/language';
import { click, until } from '../../../scripts/reader';
import { overflowing } from '../layout';
import { expect, marked, test, text } from '../test';

/** Words of one line that stand on two. */
const broken = `[...document.querySelectorAll('.cb-button, .cb-tab, .cb-badge, .card-facts dt, .card-saved')]
  .filter((element) => element.getClientRects().length > 0 && !element.matches('.choice, .more'))
  .filter((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => bottom);
    return Math.max(...tops) - Math.min(...tops) > 12;
  })
  .map((element) => element.textContent)`;

test('every page finds room in every language, at twice the size too', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/courier/tavar-flood`);
  await marked(reader, /\d/);
  const popup = await reader.openPopup();
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await popup.close();
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /\d/);
  const id = await reader.tabId();
  const page = await reader.context.newPage();
  for (const language of Object.keys(languages)) {
    await (await reader.background()).evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
    // The widths of 400, 1100 and 1280 pixels, and what is left of them at 200 %.
    for (const [path, ready, widths] of [
      [`sidepanel.html?tab=${id}`, '.claim', [400, 280, 200]],
      ['popup.html', 'main', [380]],
      ['welcome.html', '.sample .mark-claim', [1100, 550]],
      ['library.html#/settings', '.settings-section', [1100, 550]],
    ] as const)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`chrome-extension://${reader.extensionId}/${path}`);
        await page.locator(ready).first().waitFor();
        const where = `${language}, ${path.split('?')[0]}, ${width}`;
        expect.soft(await page.evaluate(overflowing), where).toEqual([]);
        if (width >= 280) expect.soft(await page.evaluate(broken), where).toEqual([]);
      }
  }
});

test('the card’s foot keeps a date on one line in every language', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/courier/tavar-flood`);
  await marked(reader, /\d/);
  const popup = await reader.openPopup();
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await popup.close();
  for (const language of Object.keys(languages)) {
    await (await reader.background()).evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
    await reader.open(`${site.origin}/courier/tavar-flood`);
    await marked(reader, /\d/);
    await reader.command('next-mark');
    await until(reader.card, `root.querySelector('[lang^=${language}] .card-saved')`, 'the card of a saved report');
    expect(await reader.card.evaluate(broken.replaceAll('document.query', 'root.query')), language).toEqual([]);
    await reader.press('Escape');
  }
});

test('a Korean reader is told in Korean that a file is not ours', async ({ chromiumReader: reader }) => {
  await (await reader.background()).evaluate(`chrome.storage.local.set({ settings: { language: 'ko' } })`);
  const page = await reader.context.newPage();
  await page.goto(`chrome-extension://${reader.extensionId}/library.html#/settings`);
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  for (const [content, words] of [
    ['not json', /JSON 파일이 아니에요\. .*아무것도 가져오지 않았어요\./],
    ['{"a": 1}', /Claimbook이 JSON으로 내보낸 파일이 아니에요\./],
    ['{"format":"claimbook-library","formatVersion":999}', /더 새로운 버전의 Claimbook/],
    ['{"format":"claimbook-library","formatVersion":1,"reports":[', /파일이 중간에 끊겼어요\./],
  ] as const) {
    await page.getByTestId('import-file').setInputFiles(file('a.json', content));
    await expect(page.getByRole('dialog')).toContainText(words);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the days of a filter are written as the language chosen has them', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/courier/tavar-flood`);
  await marked(reader, /\d/);
  const popup = await reader.openPopup();
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await popup.close();
  await (await reader.background()).evaluate(`chrome.storage.local.set({ settings: { language: 'de' } })`);
  const page = await reader.context.newPage();
  await page.goto(`chrome-extension://${reader.extensionId}/library.html#/claims?from=2026-03-01`);
  await page.locator('.filter-field input').first().waitFor();
  await expect(page.getByPlaceholder('TT.MM.JJJJ').first()).toHaveValue('01.03.2026');
  await page.getByPlaceholder('TT.MM.JJJJ').first().fill('2.4.2026');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2026-04-02/);
});
