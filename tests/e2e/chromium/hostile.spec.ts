/** Pages and machines that do not behave. Exceptions in a page and requests to the network fail every test (see ../test.ts). */
import { click, until } from '../../../scripts/reader';
import type { Chromium } from '../../../scripts/reader-chromium';
import { expect, marked, test, text } from '../test';

/** What the page script says about its page, once it has looked. */
async function stateOf(reader: Chromium): Promise<{ status: string; notice?: string | null }> {
  const worker = await reader.background();
  let state = { status: 'reading' };
  await expect(async () => {
    const answer = await worker.evaluate(
      `(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'state', payload: {} });
      })()`,
    );
    state = (answer as { value: typeof state }).value;
    expect(state.status).not.toBe('reading');
  }).toPass({ intervals: [50], timeout: 20_000 });
  return state;
}

for (const name of ['no-body', 'frames', 'empty'])
  test(`a page without a body to read (${name}) is no article and throws nothing`, async ({
    chromiumReader: reader,
    site,
  }) => {
    await reader.open(`${site.origin}/odd/${name}`);
    expect((await stateOf(reader)).status).toBe('not-article');
  });

for (const name of ['text', 'xml', 'svg', 'pdf'])
  test(`a ${name} document is left alone, and the popup has an answer`, async ({ chromiumReader: reader, site }) => {
    await reader.open(`${site.origin}/odd/${name}`);
    const popup = await reader.openPopup();
    await text(popup, /cannot be read|not look like an article|May Claimbook read|could not be read/);
    expect(await reader.page.evaluate('CSS.highlights.size')).toBe(0);
  });

test('XHTML is read like HTML', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/odd/xhtml`);
  await marked(reader, /4,200/);
});

test('pages of hostile sizes are read as far as the budget goes, which is said', async ({
  chromiumReader: reader,
  site,
}) => {
  const notices: Record<string, string | null | undefined> = {};
  for (const name of ['nodes', 'text', 'node', 'deep']) {
    await reader.open(`${site.origin}/odd/hostile-${name}`);
    await marked(reader, /120 people/, 60);
    notices[name] = (await stateOf(reader)).notice;
  }
  expect(notices).toEqual({ nodes: 'nodes', text: 'text', node: 'text', deep: null });
});

test('a page that floods its article with changes is looked at seldom, and is right in the end', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/hostile-flood`);
  await marked(reader, /120 people/);
  await until(reader.page, `document.title === 'at rest'`, 'the page to rest');
  await reader.page.evaluate(`(() => {
    const text = document.querySelector('p').firstChild;
    text.data = text.data.replace('120 people', '130 people');
  })()`);
  await marked(reader, /130 people/, 60);
});

test('a page that redefines all it can reach, from arrays to ranges, neither stops us nor hears of us', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/hostile-patched`);
  await expect(async () => {
    expect(await reader.inContentScript('CSS.highlights.size')).toBeGreaterThan(0);
  }).toPass({ intervals: [50], timeout: 20_000 });
  await reader.command('next-mark');
  await text(reader.card, /1 of \d+/);
});

test('messages and events that a page makes up do nothing, and it is sent none', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/hostile-forged`);
  const [mark] = await marked(reader, /120 people/);
  await reader.page.evaluate(`forge(${mark?.x}, ${mark?.y})`);
  // A real click afterwards opens a card: what came before has had its time.
  expect(await reader.card.evaluate('Boolean(root)')).toBe(false);
  await reader.clickAt(mark?.x ?? 0, mark?.y ?? 0);
  await text(reader.card, /120 people/);
  const answers = await reader.page.evaluate<unknown[]>('answers');
  expect(answers).toHaveLength(14);
});

test('a sandboxed page that allows nothing is marked, and its card opens', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/odd/hostile-sandboxed`);
  const marks = await marked(reader, /120 people/);
  const mark = marks.find(({ text: words }) => words.includes('120'));
  await reader.clickAt(mark?.x ?? 0, mark?.y ?? 0);
  await text(reader.card, /120 people/);
});

test('what stands in a closed shadow root stays unread', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/odd/hostile-closed`);
  const marks = await marked(reader, /120 people/);
  expect(marks.map((mark) => mark.text).join()).not.toContain('777');
});

test('an article without numbers can be kept, and says that it has none', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/odd/no-numbers`);
  const popup = await reader.openPopup();
  await text(popup, /No number worth a mark/);
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
});

test('a tab closed while its card loads leaves the rest working', async ({ chromiumReader: reader, site }) => {
  const other = await reader.context.newPage();
  await other.goto(`${site.origin}/courier/tavar-flood`);
  await other.waitForFunction('CSS.highlights.size > 0');
  const worker = await reader.background();
  await worker.evaluate(`chrome.commands.onCommand.dispatch('next-mark')`);
  await other.close();
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14/);
  await reader.command('next-mark');
  await text(reader.card, /1 of \d+/);
});

test('with the disk full a save fails with a reason, and succeeds when there is room again', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/courier/tavar-flood`);
  await marked(reader, /52/);
  const session = await reader.context.newCDPSession(reader.tab);
  const origin = `chrome-extension://${reader.extensionId}`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const popup = await reader.openPopup();
  await click(popup, 'button', 'Save report');
  await text(popup, /(no room|full|space|storage)/i, 'a reason that names the space');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
});

test('nothing asks the network for anything', async ({ chromiumReader: reader, site, watched }) => {
  for (const path of ['/courier/norvik-troops', '/foreland/tavar-flood', '/kestrel/redmarsh-steel']) {
    await reader.open(site.origin + path);
    await marked(reader, /\d/);
    await reader.command('next-mark');
    await text(reader.card, /1 of \d+/);
    await click(reader.card, 'button', 'Save report');
    await text(reader.card, /Saved/);
  }
  const library = await reader.openExtensionPage('library.html');
  await text(library, /Calloway/);
  await until(library, `document.querySelector('main h2 a')`, 'the reports');
  expect(watched.requests).toEqual([]);
});
