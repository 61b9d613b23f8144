/** The store build asks before it reads anything. Firefox grants at once where its prompt is off; Chromium's cannot be answered. */
import { click, until } from '../../../scripts/reader';
import { expect, marked, test, text } from '../test';

test.use({ mode: 'store' });

test.beforeEach(async ({ firefoxReader: reader, site }) => {
  const welcomed =
    'return [...gBrowser.tabs].some((tab) => tab.linkedBrowser.currentURI.spec.endsWith("/welcome.html"))';
  await expect.poll(() => reader.inChrome<boolean>(welcomed), { message: 'the first-run page' }).toBe(true);
  await reader.open(`${site.origin}/meridian/tavar-flood`);
});

const origins = (reader: { inChrome<T>(body: string): Promise<T> }) =>
  reader.inChrome<string[]>(
    `return policy.allowedOrigins.patterns.map(({ pattern }) => pattern).filter((pattern) => !pattern.startsWith('moz-extension'))`,
  );

test('as installed it may read nothing, and marks nothing', async ({ firefoxReader: reader }) => {
  const popup = await reader.openPopup();
  await text(popup, /May Claimbook read this page\?/);
  expect(await origins(reader)).toEqual([]);
  expect(await reader.page.evaluate('CSS.highlights.size')).toBe(0);
});

test('"Read this page" reads it once and keeps no access', async ({ firefoxReader: reader, site }) => {
  const popup = await reader.openPopup();
  await click(popup, 'button', 'Read this page');
  await marked(reader, /14 people/);
  expect(await origins(reader)).toEqual([]);
  await popup.close();
  await reader.open(`${site.origin}/courier/tavar-flood`);
  const again = await reader.openPopup();
  await text(again, /May Claimbook read this page\?/);
});

for (const [choice, granted] of [
  ['Read localhost', '*://localhost/*'],
  ['Read every site', '*://*/*'],
] as const)
  test(`"${choice}" marks this page at once and the next one as it opens`, async ({ firefoxReader: reader, site }) => {
    const popup = await reader.openPopup();
    await click(popup, 'button', choice);
    await marked(reader, /14 people/);
    await text(popup, /Numbers claimed/);
    await popup.close();
    expect(await origins(reader)).toEqual([granted]);
    await reader.open(`${site.origin}/ledger/norvik-troops`);
    await marked(reader, /3,000/);
    await reader.killBackground();
    await reader.open(`${site.origin}/courier/tavar-flood`);
    await until(reader.page, 'CSS.highlights.size', 'marks after the background ended');
  });
