import { nonArticles } from '../../../demo/pages';
import { paintedMarks, until } from '../../../scripts/reader';
import { expect, marked, picture, test, text } from '../test';

test('the numbers of a news article are marked, in its body and nowhere else', async ({ reader, site }, info) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  const claims = (await marked(reader, /8,000/)).filter(({ highlight }) => highlight.includes('-claim-'));
  const texts = claims.map((mark) => mark.text);
  for (const number of ['10,000', '500', '2,300', '30 percent', '85,000'])
    expect(
      texts.find((each) => each.includes(number)),
      number,
    ).toBeDefined();

  // Related links, the newsletter box, comments, the list of most read stories, the advertisement and the cookie banner.
  const outside = await reader.page.evaluate<string[]>(`[...CSS.highlights.values()].flatMap((ranges) => [...ranges])
    .filter(({ startContainer }) => !startContainer.parentElement.closest('.story-body > p, .story-body > h2, h1, .standfirst'))
    .map(({ startContainer }) => startContainer.data)`);
  expect(outside).toEqual([]);

  const style = await reader.page.evaluate<{ line: string; ground: string }>(`(() => {
    const style = getComputedStyle(document.querySelector('.story-body p'), '::highlight(${claims[0]?.highlight})');
    return { line: style.textDecorationLine, ground: style.backgroundColor };
  })()`);
  // Not by colour alone.
  expect(style.line).toBe('underline');
  expect(style.ground).not.toBe('rgba(0, 0, 0, 0)');
  await reader.page.evaluate(`document.querySelector('.story-body').scrollIntoView()`);
  await picture(info, reader.page, 'marks');
});

for (const path of [
  'meridian/tavar-flood',
  'northgate/tavar-flood',
  'foreland/tavar-flood',
  'kestrel/redmarsh-steel',
  'ledger/redmarsh-steel',
  'review/norvik-troops',
])
  test(`an article is found and marked whatever its page is made of: ${path}`, async ({ reader, site }) => {
    await reader.open(`${site.origin}/${path}`);
    const marks = await marked(reader, /\d/);
    const outside = await reader.page.evaluate<string[]>(`[...CSS.highlights.values()].flatMap((ranges) => [...ranges])
      .filter(({ startContainer }) => startContainer.parentElement.closest('.masthead, nav, aside, footer, .next, .share, .loading'))
      .map(({ startContainer }) => startContainer.data)`);
    expect(outside).toEqual([]);
    expect(marks.length).toBeGreaterThan(8);
  });

test('pages that are no article are left alone, and the popup says so', async ({ reader, site }) => {
  const fronts = ['/', '/courier/', '/ledger/', '/courier/section/world'];
  for (const path of [...fronts, ...nonArticles.map((page) => page.path)]) {
    await reader.open(site.origin + path);
    const popup = await reader.openPopup();
    await text(popup, /does not look like an article/, `"not an article" at ${path}`);
    await popup.close();
    expect(await reader.page.evaluate('CSS.highlights.size'), path).toBe(0);
  }
});

test('marking changes nothing in the page', async ({ reader, site }) => {
  await reader.open(`${site.origin}/odd/watched`);
  await marked(reader, /4,200/);
  expect(await reader.page.evaluate('window.mutations')).toEqual([]);
  expect(await reader.page.evaluate('document.documentElement.outerHTML === window.asParsed')).toBe(true);
});

test('a dark page gets marks for a dark ground', async ({ reader, site }, info) => {
  await reader.open(`${site.origin}/ledger/norvik-troops`);
  const marks = await marked(reader, /3,000/);
  expect(marks.map(({ highlight }) => highlight).filter((name) => !name.endsWith('-on-dark'))).toEqual([]);
  await reader.page.evaluate('scrollTo(0, 400)');
  await picture(info, reader.page, 'dark');
});

test('what is marked, and where, is the person’s choice, is followed at once, and is remembered', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /10,000/);
  const settings = await reader.openExtensionPage('library.html');
  const choose = (change: object) =>
    settings.evaluate(`(async () => {
      const storage = (globalThis.browser ?? chrome).storage.local;
      await storage.set({ settings: { ...(await storage.get('settings')).settings, ...${JSON.stringify(change)} } });
    })()`);
  const kinds = `[...CSS.highlights.keys()].map((name) => name.replace(/claimbook-|-on-light/g, '')).sort().join()`;
  for (const [density, painted] of [
    ['claims', 'claim'],
    ['everything', 'actor,claim,minor'],
    ['claims-and-actors', 'actor,claim'],
  ]) {
    await choose({ density });
    await until(reader.page, `${kinds} === '${painted}'`, `the marks of "${density}"`);
  }
  await choose({ density: 'claims', sitesOff: ['localhost'] });
  await until(reader.page, 'CSS.highlights.size === 0', 'no marks on this site');
  await reader.open(`${site.origin}/courier/tavar-flood`);
  // A page that is not read has nothing to wait for; the switch back shows that it was not.
  expect(await reader.page.evaluate('CSS.highlights.size')).toBe(0);
  await choose({ sitesOff: [] });
  await until(reader.page, `${kinds} === 'claim'`, 'marks without a reload, in the density chosen before');
  await settings.close();
});

test('an article swapped in without a load gets its own marks', async ({ reader, site }) => {
  await reader.open(`${site.origin}/kestrel/norvik-troops`);
  await marked(reader, /11,000/);
  await reader.page.evaluate(`document.querySelector('a[data-story=redmarsh-steel]').click()`);
  await marked(reader, /4,200/);
  expect((await paintedMarks(reader.page)).map((mark) => mark.text).join()).not.toContain('11,000');
  await reader.page.evaluate('history.back()');
  await marked(reader, /11,000/);
});

test('an entry that a live blog adds is marked, too', async ({ reader, site }) => {
  await reader.open(`${site.origin}/northgate/tavar-flood`);
  await marked(reader, /38/);
  await reader.page.evaluate(`document.querySelector('.newer').click()`);
  await marked(reader, /\b39\b/);
});

test('a page that replaces its article while it is read ends with marks in the right places', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/restless`);
  await until(reader.page, `document.title === 'at rest'`, 'the page to rest');
  const marks = await until<string[]>(
    reader.page,
    `(() => {
      const ranges = [...CSS.highlights.values()].flatMap((all) => [...all]);
      return ranges.length > 8 && ranges.every((range) => range.startContainer.isConnected && range.endContainer.isConnected) &&
        ranges.map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset));
    })()`,
    'marks in the final article',
  );
  expect(marks.join()).toMatch(/\d/);
});

test('emoji and right-to-left text do not shift the marks', async ({ reader, site }) => {
  await reader.open(`${site.origin}/odd/scripts`);
  const texts = (await marked(reader, /120/)).map((mark) => mark.text);
  for (const whole of [/^120( people)?$/, /^35( firefighters)?$/, /^48( beds)?$/, /^2\.4 million euros$/])
    expect(
      texts.filter((each) => whole.test(each)),
      String(whole),
    ).toHaveLength(1);
});
