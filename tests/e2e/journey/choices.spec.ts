/** What the person chooses, with its effect at once: colours, language, kinds and density of marks, sites without marks. */
import { click, paintedMarks, type Surface, until } from '../../../scripts/reader';
import { expect, marked, picture, test, text } from '../test';

const choose = (settings: Surface, value: string) =>
  until(
    settings,
    `(() => {
      const select = document.querySelector('#language');
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, ${JSON.stringify(value)});
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    })()`,
    'the list of languages',
  );

test('"Not on this site" clears the marks at once, is listed in the settings, and is taken back there', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /10,000/);
  const popup = await reader.openPopup();
  await text(popup, /Numbers claimed/);
  expect(
    await popup.evaluate(
      `document.querySelector('main button, main input, main [role=switch]').closest('fieldset').getAttribute('aria-label')`,
    ),
    'the first control',
  ).toBe('Marks');
  await click(popup, 'button', 'Not on this site');
  await until(reader.page, 'CSS.highlights.size === 0', 'the marks to go');
  await popup.close();
  await reader.open(`${site.origin}/ledger/norvik-troops`);
  const settings = await reader.openExtensionPage('library.html#/settings');
  await text(settings, /localhost|127\.0\.0\.1/);
  expect(await reader.page.evaluate('CSS.highlights.size')).toBe(0);
  await click(settings, 'button', 'Mark localhost again');
  await settings.close();
  await reader.open(`${site.origin}/ledger/norvik-troops`);
  await marked(reader, /3,000/);
});

test('density, kinds and colour of the marks change in an open page', async ({ reader, site }) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /10,000/);
  const names = async () => [...new Set((await paintedMarks(reader.page)).map(({ highlight }) => highlight))];
  expect((await names()).some((name) => name.includes('actor'))).toBe(true);
  const settings = await reader.openExtensionPage('library.html#/settings');
  await click(settings, 'radio', 'Numbers only');
  await expect.poll(async () => (await names()).some((name) => name.includes('actor'))).toBe(false);
  await click(settings, 'radio', 'Numbers and names');
  await expect.poll(async () => (await names()).some((name) => name.includes('actor'))).toBe(true);
  for (const kind of ['People', 'Organizations', 'Places', 'Groups']) await click(settings, 'checkbox', kind);
  await expect.poll(async () => (await names()).some((name) => name.includes('actor'))).toBe(false);
  await click(settings, 'radio', 'Blue');
  await expect.poll(async () => (await names()).every((name) => name.startsWith('claimbook-blue-'))).toBe(true);
});

test('the colours chosen hold in every page of the extension, whatever the system has', async ({
  reader,
  site,
}, info) => {
  await reader.colorScheme('light');
  const settings = await reader.openExtensionPage('library.html#/settings');
  await click(settings, 'radio', 'Dark');
  const ground = (surface: Surface) => surface.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  await expect.poll(() => ground(settings)).toBe('rgb(21, 23, 26)');
  await settings.close();
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /10,000/);
  const popup = await reader.openPopup();
  await text(popup, /Numbers claimed/);
  expect(await ground(popup)).toBe('rgb(21, 23, 26)');
  await picture(info, popup, 'dark');
  await popup.close();
  await reader.command('next-mark');
  await text(reader.card, /1 of \d+/);
  expect(await reader.card.evaluate(`root.querySelector('[data-theme]').dataset.theme`)).toBe('dark');
});

test('Korean, chosen in the settings, is spoken at once: settings, popup and card', async ({ reader, site }, info) => {
  const settings = await reader.openExtensionPage('library.html#/settings');
  await text(settings, /Where Claimbook may read/);
  await choose(settings, 'ko');
  await until(settings, `document.documentElement.lang === 'ko'`, 'the page to be Korean');
  await text(settings, /[가-힣]/);
  await picture(info, settings, 'korean-settings');
  await settings.close();
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /10,000/);
  const popup = await reader.openPopup();
  await text(popup, /[가-힣].*\n[\s\S]*10,000/);
  await picture(info, popup, 'korean-popup');
  await popup.close();
  await reader.command('next-mark');
  await text(reader.card, /[가-힣]/);
});
