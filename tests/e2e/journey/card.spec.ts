import { click, fill, paintedMarks, until } from '../../../scripts/reader';
import { publish } from '../odd-pages';
import { clickMark, expect, marked, picture, test, text } from '../test';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

test('a click on a number opens its card: the value, who said it, how sure, the sentence', async ({
  reader,
  site,
}, info) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await clickMark(reader, /14,000/);
  const card = await text(reader.card, /14,000/);
  expect(card).toContain('Tidewater Institute');
  expect(card).toContain('put the dead on both sides at between 11,000 and 14,000');
  expect(card).toMatch(/How sure/);
  await picture(info, reader.page, 'card');
  expect(await reader.page.evaluate('document.querySelector("claimbook-card").shadowRoot')).toBeNull();

  await reader.press('Escape');
  await until(reader.card, '!root || !root.querySelector("[role=dialog]")', 'the card to close');
});

test('a click beside the marks opens nothing, and a link in an article still leads where it leads', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /9,000/);
  const heading = await reader.page.evaluate<{ x: number; y: number }>(
    `(({ x, y }) => ({ x: x + 5, y: y + 5 }))(document.querySelector('.meta').getBoundingClientRect())`,
  );
  await reader.clickAt(heading.x, heading.y);
  expect(await reader.card.evaluate('Boolean(root)')).toBe(false);
  await reader.page.evaluate(`document.querySelector('.related a').click()`);
  await until(reader.page, `location.pathname !== '/courier/norvik-troops'`, 'the next page');
});

test('the keys walk the marks, open the card, and Escape gives the focus back to the page', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14/);
  await reader.page.evaluate(`document.querySelector('.brand').focus()`);
  await reader.command('next-mark');
  const first = await text(reader.card, /1 of \d+/);
  await reader.command('next-mark');
  const second = await text(reader.card, /2 of \d+/);
  expect(second).not.toBe(first);
  await reader.command('previous-mark');
  await text(reader.card, /1 of \d+/);
  expect(await reader.card.evaluate('Boolean(root.activeElement)')).toBe(true);
  await reader.press('Escape');
  await until(reader.page, `document.activeElement.matches('.brand')`, 'the focus to return');
});

test('under a policy that forbids nearly everything the card looks and works as elsewhere', async ({
  reader,
  site,
}, info) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await clickMark(reader, /14 people/);
  await text(reader.card, /14/);
  const box = await reader.card.evaluate<{ width: number; background: string }>(`(() => {
    const dialog = root.querySelector('[role=dialog]');
    return { width: dialog.getBoundingClientRect().width, background: getComputedStyle(dialog).backgroundColor };
  })()`);
  expect(box.width).toBeGreaterThan(250);
  expect(box.width).toBeLessThan(500);
  expect(box.background).not.toBe('rgba(0, 0, 0, 0)');
  await picture(info, reader.page, 'strict-policy');
  await click(reader.card, 'button', 'Save report');
  await text(reader.card, /Saved/);
});

test('on a dark page the card is dark, whatever the system prefers', async ({ reader, site }) => {
  await reader.colorScheme('light');
  const ground = `getComputedStyle(root.querySelector('[role=dialog]')).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)`;
  for (const [path, isDark] of [
    ['ledger', true],
    ['courier', false],
  ] as const) {
    await reader.open(`${site.origin}/${path}/norvik-troops`);
    await marked(reader, /\d/);
    await reader.command('next-mark');
    await text(reader.card, /1 of \d+/);
    const parts = await reader.card.evaluate<number[]>(ground);
    expect(Math.max(...parts) < 80).toBe(isDark);
  }
});

test('once its card is closed a page is byte for byte what it was', async ({ reader, site }, info) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /14,000/);
  const before = await reader.page.evaluate<string>('document.documentElement.outerHTML');
  await clickMark(reader, /14,000/);
  await text(reader.card, /Tidewater Institute/);
  await picture(info, reader.page, 'open');
  await reader.command('next-mark');
  await text(reader.card, /\d+ of \d+/);
  await reader.press('Escape');
  await until(reader.card, '!root', 'the card to go');
  expect(await reader.page.evaluate<string>('document.documentElement.outerHTML')).toBe(before);
});

test('a number that changed since its report was saved says what it was, and what is gone is listed', async ({
  reader,
  site,
}) => {
  const lead =
    'The ferry Corrievar ran aground near Skell Point on Monday with 86 passengers on board, the coast guard said.';
  const gone = 'A lifeboat took off 52 people in the course of the afternoon, before the wind grew too strong for it.';
  const rest =
    'The captain, Ada Lindgren, said the steering had failed an hour after the ship left harbour. Ferries on the line carry 1,200 people a day.';
  publish([lead, gone, rest]);
  await reader.open(`${site.origin}/odd/edited`);
  await clickMark(reader, /86/);
  await click(reader.card, 'button', 'Save report');
  await text(reader.card, /Saved/);

  publish([
    lead.replace('86', '91'),
    rest,
    'This report was corrected on Tuesday after the coast guard had counted again.',
  ]);
  await reader.open(`${site.origin}/odd/edited`);
  await clickMark(reader, /91/);
  await text(reader.card, /it said “86 passengers”, now it says “91 passengers”/);
  await text(reader.card, /1 number changed.*1 saved number is not on the page any more/s);
  await click(reader.card, 'button', 'Update');
  await text(reader.card, /Saved/);
  expect(await text(reader.card, /91/)).not.toContain('not on the page any more');
});

test('the card stays inside the window and off its mark', async ({ reader, site }) => {
  await reader.open(`${site.origin}/ledger/norvik-troops`);
  const marks = await marked(reader, /22 dollars/);
  for (let i = 0; i < Math.min(marks.length, 8); i++) {
    await reader.command('next-mark');
    await text(reader.card, new RegExp(`\\b${i + 1} of \\d+`));
    // Its words come before its place: both are there with the next frame.
    await expect(async () => {
      const card = await until<Box>(
        reader.card,
        `(({ left, top, right, bottom, width }) => width > 0 && { left, top, right, bottom })(root.querySelector('[role=dialog]').getBoundingClientRect())`,
        'the card to be placed',
      );
      const { mark, window } = await reader.page.evaluate<{ mark: Box; window: Box }>(`(() => {
        const [fixed] = [...CSS.highlights].find(([name]) => name.includes('-current-'))[1];
        const range = document.createRange();
        range.setStart(fixed.startContainer, fixed.startOffset);
        range.setEnd(fixed.endContainer, fixed.endOffset);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { mark: { left, top, right, bottom }, window: { left: 0, top: 0, right: innerWidth, bottom: innerHeight } };
      })()`);
      const inside = card.left >= 0 && card.top >= 0 && card.right <= window.right && card.bottom <= window.bottom;
      const covers =
        card.left < mark.right && card.right > mark.left && card.top < mark.bottom && card.bottom > mark.top;
      expect({ inside, covers }).toEqual({ inside: true, covers: false });
    }).toPass({ intervals: [20], timeout: 3000 });
  }
});

test('a mark near the window’s foot has its card above it, whole, when there is room', async ({ reader, site }) => {
  await reader.open(`${site.origin}/kestrel/norvik-troops`);
  const find = async () => (await marked(reader, /135,000/)).find((mark) => mark.text.includes('135,000'));
  const y = (await find())?.y ?? 0;
  await reader.page.evaluate(`scrollBy({ top: ${y} - innerHeight * 0.8, behavior: 'instant' })`);
  const mark = await find();
  await reader.clickAt(mark?.x ?? 0, mark?.y ?? 0);
  await until(
    reader.card,
    `root.querySelector('[role=dialog]') && !root.querySelector('[aria-busy=true]')`,
    'the card',
  );
  await until(
    reader.card,
    `(({ top, bottom }) => top >= 0 && bottom <= ${mark?.y})(root.querySelector('[role=dialog]').getBoundingClientRect())`,
    'the card above its mark',
  );
  const hidden = `(({ clientHeight, scrollHeight }) => scrollHeight - clientHeight)(root.querySelector('.card-body'))`;
  expect(await reader.card.evaluate(hidden)).toBeLessThanOrEqual(1);
});

test('a passage that is kept stays marked, with its note, until it is let go', async ({ reader, site }, info) => {
  const address = `${site.origin}/kestrel/norvik-troops`;
  const words = 'repeated that no soldiers had been sent';
  await reader.open(address);
  await marked(reader, /11,000/);
  await reader.page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf('${words}');
      if (at < 0) continue;
      node.parentElement.scrollIntoView({ block: 'center' });
      getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
      return;
    }
  })()`);
  const tabId = await reader.tabId();
  const panel = await reader.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  // What the menu on the selection sends.
  const message = JSON.stringify({ to: 'page', type: 'mark-selection', payload: { as: 'note' } });
  await panel.evaluate(`chrome.tabs.sendMessage(${tabId}, ${message}, { frameId: 0 })`);
  await text(reader.card, /A passage you keep/);
  await fill(reader.card, 'textbox', 'Your note on it', 'Ask him again.');
  await reader.press('Escape');
  const kept = (mark: { highlight: string; text: string }) => mark.highlight.includes('passage');
  expect((await marked(reader, /repeated that/)).filter(kept).map((mark) => mark.text)).toEqual([words]);
  await click(panel, 'tab', 'Mine');
  await text(panel, /no soldiers had been sent/);

  await reader.open(address);
  const [mark] = (await marked(reader, /repeated that/)).filter(kept);
  await reader.page.evaluate(`scrollBy({ top: ${(mark?.y ?? 0) - 300}, behavior: 'instant' })`);
  const [seen] = (await marked(reader, /repeated that/)).filter(kept);
  await reader.clickAt(seen?.x ?? 0, seen?.y ?? 0);
  await until(reader.card, `byRole('textbox', 'Your note on it')?.value === 'Ask him again.'`, 'the note');
  await picture(info, reader.page, 'passage');
  await click(reader.card, 'button', 'Do not keep it');
  await text(reader.card, /not kept any more/);
  await expect.poll(async () => (await paintedMarks(reader.page)).filter(kept).length).toBe(0);
  await click(reader.card, 'button', 'Undo');
  await expect.poll(async () => (await paintedMarks(reader.page)).filter(kept).length).toBeGreaterThan(0);
});
