/** Pages that change while they are read (see ../living-pages.ts). */
import { paintedMarks, type Reader, until } from '../../../scripts/reader';
import { clickMark, expect, marked, test, text } from '../test';

const textsOf = async (reader: Reader) => (await paintedMarks(reader.page)).map((mark) => mark.text).join(' | ');

/** The page corrects a number in its first paragraph: once that is marked, everything before has been taken in. */
async function correct(reader: Reader) {
  await reader.page.evaluate(`(() => {
    const text = document.querySelector('article p').firstChild;
    text.data = text.data.replace('86', '91');
  })()`);
  await marked(reader, /91 passengers/);
}

test('when the next article is appended the first keeps its marks, and each has its own at its own address', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/infinite`);
  await marked(reader, /86 passengers/);
  await reader.page.evaluate('append()');
  await correct(reader);
  expect(await textsOf(reader)).not.toMatch(/740|95 million/);

  await reader.page.evaluate('change()');
  await marked(reader, /740 people/);
  expect(await textsOf(reader)).not.toMatch(/91 passengers|1,200/);
  const popup = await reader.openPopup();
  await text(popup, /Mine near Orsk to open again/);
  await popup.close();

  await reader.page.evaluate('history.back()');
  await reader.page.evaluate(`document.title = document.querySelector('h1').textContent`);
  await marked(reader, /91 passengers/);
});

for (const name of ['shadow', 'shadow-late'])
  test(`a body in an open shadow root is marked, opened and followed (${name})`, async ({ reader, site }) => {
    await reader.open(`${site.origin}/odd/${name}`);
    const [mark] = await marked(reader, /86 passengers/);
    const line = await reader.page.evaluate(`getComputedStyle(
      document.querySelector('news-story').shadowRoot.querySelector('p'), '::highlight(${mark?.highlight})').textDecorationLine`);
    expect(line).toBe('underline');
    await clickMark(reader, /86 passengers/);
    await text(reader.card, /86 passengers/);
    await reader.press('Escape');
    await reader.page.evaluate('change()');
    await marked(reader, /91 passengers/);
  });

test('an advertisement that comes and goes inside the article is not read, and moves no mark', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/advertised`);
  await marked(reader, /86 passengers/);
  const before = await textsOf(reader);
  for (let turn = 0; turn < 3; turn++) await reader.page.evaluate('change()');
  await correct(reader);
  expect(await reader.page.evaluate(`Boolean(document.querySelector('.ad-slot'))`)).toBe(true);
  expect((await textsOf(reader)).replace('91', '86')).toBe(before);
});

test('a page that the browser translates into English is marked then, and none before', async ({ reader, site }) => {
  await reader.open(`${site.origin}/odd/translated`);
  const popup = await reader.openPopup();
  await text(popup, /not in English/);
  await popup.close();
  expect(await reader.page.evaluate('CSS.highlights.size')).toBe(0);
  await reader.page.evaluate(`change('en')`);
  await marked(reader, /86 passengers/);
});

test('marks follow a page that switches to dark colours', async ({ reader, site }) => {
  await reader.open(`${site.origin}/odd/infinite`);
  await marked(reader, /86 passengers/);
  await reader.page.evaluate(`(document.body.style.background = '#111', document.body.style.color = '#eee')`);
  await until(
    reader.page,
    `[...CSS.highlights.keys()].every((name) => name.endsWith('-on-dark')) && CSS.highlights.size > 0`,
    'marks for a dark ground',
  );
});

test('an article in a frame is left alone', async ({ reader, site }) => {
  await reader.open(`${site.origin}/odd/framed`);
  const popup = await reader.openPopup();
  await text(popup, /does not look like an article/);
  expect(
    await reader.page.evaluate(
      `document.querySelector('iframe').contentWindow.CSS.highlights.size + CSS.highlights.size`,
    ),
  ).toBe(0);
});

test('a page that comes back from the browser’s memory has its marks, and follows what was switched meanwhile', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14/);
  await reader.open(`${site.origin}/ledger/norvik-troops`);
  await marked(reader, /3,000/);
  const popup = await reader.openPopup();
  await until(popup, `byRole('checkbox', 'Marks on this page')`, 'the switch');
  const library = await reader.openExtensionPage('library.html');
  await library.evaluate(`(async () => {
    const storage = (globalThis.browser ?? chrome).storage.local;
    await storage.set({ settings: { ...(await storage.get('settings')).settings, marksOn: false } });
  })()`);
  await library.close();
  await until(reader.page, 'CSS.highlights.size === 0', 'the marks to go');
  await reader.page.evaluate('history.back()');
  await until(
    reader.page,
    `location.pathname.includes('meridian') && document.readyState === 'complete' && CSS.highlights.size === 0`,
    'no marks on the page before',
  );
});
