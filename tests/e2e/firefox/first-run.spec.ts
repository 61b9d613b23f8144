/** The first-run page of the store build, each of its choices made for real: Firefox grants at once where its prompt is off. */
import { fill, until } from '../../../scripts/reader';
import type { Firefox } from '../../../scripts/reader-firefox';
import { expect, marked, test, text } from '../test';

test.use({ mode: 'store' });

const origins = (reader: Firefox) =>
  reader.inChrome<string[]>(
    `return policy.allowedOrigins.patterns.map(({ pattern }) => pattern).filter((pattern) => !pattern.startsWith('moz-extension'))`,
  );

async function welcome(reader: Firefox) {
  // The extension opens its own at install, and that takes the front.
  const opened = 'return [...gBrowser.tabs].some((tab) => tab.linkedBrowser.currentURI.spec.endsWith("/welcome.html"))';
  await expect.poll(() => reader.inChrome<boolean>(opened), { message: 'the first-run page' }).toBe(true);
  const page = await reader.openExtensionPage('welcome.html');
  await text(page, /Where may Claimbook read\?/);
  return page;
}

test('the sample can be tried: a number, who said it, and what the report before said', async ({
  firefoxReader: reader,
}) => {
  const page = await welcome(reader);
  await text(page, /higher than about 800 people/);
  await page.press('button', '$90 million');
  await text(page, /denied/);
  expect(await origins(reader)).toEqual([]);
});

test('"On every site" marks a page that was open already, and "Only when I click" clears it', async ({
  firefoxReader: reader,
  site,
}) => {
  const page = await welcome(reader);
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await page.press('radio', 'On every site');
  // What nobody looks at is not read.
  await reader.toFront();
  await marked(reader, /14 people/);
  expect(await origins(reader)).toEqual(['*://*/*']);
  await page.press('radio', 'Only when I click');
  await until(reader.page, 'CSS.highlights.size === 0', 'the marks to go');
  expect(await origins(reader)).toEqual([]);
});

test('"On sites I pick" takes a site that is typed, and gives it back', async ({ firefoxReader: reader, site }) => {
  const page = await welcome(reader);
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await page.press('radio', 'On sites I pick');
  await fill(page, 'textbox', 'Add a site', 'not a site');
  await page.press('button', 'Add');
  await text(page, /This is not a site/);
  await fill(page, 'textbox', 'Add a site', site.origin);
  await page.press('button', 'Add');
  // What nobody looks at is not read.
  await reader.toFront();
  await marked(reader, /14 people/);
  expect(await origins(reader)).toEqual(['*://localhost/*']);
  await page.press('button', 'Stop reading localhost');
  await until(reader.page, 'CSS.highlights.size === 0', 'the marks to go');
});
