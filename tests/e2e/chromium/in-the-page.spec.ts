/** Nothing of the page's is touched, and next to nothing of ours can be seen from it. */
import { click, paintedMarks, until } from '../../../scripts/reader';
import type { Chromium } from '../../../scripts/reader-chromium';
import { clickMark, expect, marked, picture, test, text } from '../test';

/** Where a mark stands in the window, brought into view. */
async function pointOf(reader: Chromium, pattern: RegExp): Promise<{ x: number; y: number; text: string }> {
  const isIt = ({ highlight, text: words }: { highlight: string; text: string }) =>
    highlight.includes('-claim-') && pattern.test(words);
  const first = (await marked(reader, pattern)).find(isIt);
  await reader.page.evaluate(`scrollBy({ top: ${(first?.y ?? 0) - 300}, behavior: 'instant' })`);
  const mark = (await paintedMarks(reader.page)).find(isIt);
  if (!mark) throw new Error(`no mark like ${pattern}`);
  return mark;
}

test('double click, drag, copy and find work on marks as on any text', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  const { x, y } = await pointOf(reader, /14,000/);
  await reader.tab.mouse.dblclick(x, y);
  expect(await reader.page.evaluate(`getSelection().toString().trim()`)).toMatch(/^[\w,]+$/);
  await until(reader.card, '!root', 'no card over a selection');

  await reader.tab.mouse.click(x, y - 250);
  await reader.tab.mouse.move(x - 60, y);
  await reader.tab.mouse.down();
  await reader.tab.mouse.move(x + 60, y, { steps: 5 });
  await reader.tab.mouse.up();
  const selected = await reader.page.evaluate<string>('getSelection().toString()');
  expect(selected).toMatch(/000 and 14,/);
  await reader.page.evaluate(`addEventListener('copy', () => { window.copied = getSelection().toString(); })`);
  await reader.tab.keyboard.press('Control+c');
  expect(await reader.page.evaluate('copied')).toBe(selected);
  expect(
    await reader.page.evaluate(`getSelection().removeAllRanges(), find('14,000') && getSelection().toString()`),
  ).toBe('14,000');
  expect(await reader.card.evaluate('Boolean(root)')).toBe(false);
});

test('a page’s own listeners get every click whole, and one that they take opens no card', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  const { x, y } = await pointOf(reader, /14,000/);
  await reader.page.evaluate(`(() => {
    window.heard = [];
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      document.addEventListener(type, (event) => heard.push(type + (event.defaultPrevented ? ' prevented' : '')));
    document.querySelector('.story-body').addEventListener('click', (event) => { if (window.take) event.preventDefault(); });
    window.take = true;
  })()`);
  await reader.clickAt(x, y);
  expect(await reader.page.evaluate('heard')).toEqual([
    'pointerdown',
    'mousedown',
    'pointerup',
    'mouseup',
    'click prevented',
  ]);
  await reader.page.evaluate('(heard.length = 0, window.take = false)');
  await reader.clickAt(x, y);
  await text(reader.card, /14,000/);
  expect(await reader.page.evaluate('heard')).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
});

test('a link that holds a number leads where it leads', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/odd/linked`);
  const { x, y } = await pointOf(reader, /86 passengers/);
  await reader.clickAt(x, y);
  await until(reader.page, `location.hash === '#passengers'`, 'the link to be followed');
  expect(await reader.card.evaluate('Boolean(root)')).toBe(false);
});

test('a page that looks for us finds ranges in its own highlight registry, and nothing else', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/spying`);
  await marked(reader, /86 passengers/);
  const seen = await reader.page.evaluate<Record<string, [unknown, unknown]>>('changes()');
  expect(Object.keys(seen)).toEqual(['highlights']);
  expect(await reader.page.evaluate('window.mutations')).toEqual([]);
});

test('paper gets neither marks nor card', async ({ chromiumReader: reader, site }) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await clickMark(reader, /14,000/);
  await text(reader.card, /14,000/);
  await reader.tab.emulateMedia({ media: 'print' });
  const names = await reader.page.evaluate<string[]>('[...CSS.highlights.keys()]');
  for (const name of names)
    expect(
      await reader.page.evaluate(
        `(({ textDecorationLine, backgroundColor }) => textDecorationLine + ' ' + backgroundColor)(getComputedStyle(document.querySelector('.story-body p'), '::highlight(${name})'))`,
      ),
    ).toBe('none rgba(0, 0, 0, 0)');
  expect(await reader.card.evaluate(`getComputedStyle(root.querySelector('[role=dialog]')).display`)).toBe('none');
});

// Chromium paints every highlight in forced colours like a selection, whatever its style says: the lines are what is ours.
test('in forced colours kinds of marks keep lines of their own, and the card its words', async ({
  chromiumReader: reader,
  site,
}, info) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await reader.tab.emulateMedia({ forcedColors: 'active' });
  await clickMark(reader, /14,000/);
  await text(reader.card, /14,000/);
  await picture(info, reader.page, 'forced-colours');
  const lines = await reader.page.evaluate<string[]>(`['actor', 'claim', 'current'].map((name) => {
    const style = getComputedStyle(document.querySelector('.story-body p'), '::highlight(claimbook-' + name + '-on-light)');
    return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness].join(' ');
  })`);
  expect(lines).toEqual(['underline dashed 1px', 'underline solid 2px', 'underline solid 3px']);
  const button = await reader.card.evaluate<string>(
    `getComputedStyle(byRole('button', 'Save report')).forcedColorAdjust`,
  );
  expect(button).toBe('none');
});

test('at a zoom of 200 % a click still meets its mark, and the card stays inside the window', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /14,000/);
  const worker = await reader.background();
  await worker.evaluate(`chrome.tabs.query({ active: true }).then(([tab]) => chrome.tabs.setZoom(tab.id, 2))`);
  await until(reader.page, 'devicePixelRatio === 2', 'the zoom');
  const { x, y } = await pointOf(reader, /14,000/);
  await reader.clickAt(x, y);
  await text(reader.card, /14,000/);
  const inside = await until<boolean>(
    reader.card,
    `(({ left, top, right, bottom, width }) => width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight)(root.querySelector('[role=dialog]').getBoundingClientRect())`,
    'the card inside the window',
  );
  expect(inside).toBe(true);
  await click(reader.card, 'button', 'Save report');
  await text(reader.card, /Saved/);
});

test('what the highlights do not tell is told: each step of the walk is announced with what and where it is', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/odd/infinite`);
  await marked(reader, /86 passengers/);
  const said: string[] = [];
  for (let step = 1; step <= 3; step++) {
    await reader.command('next-mark');
    said.push(await until(reader.card, `byRole('status', '${step} of ')?.textContent`, `step ${step} to be announced`));
  }
  // Each step names a mark of the first sentence, in reading order, and where it is.
  const sentence = await reader.page.evaluate<string>(`document.querySelector('p').textContent`);
  const places = said.map((words, index) => {
    const [, mark = ''] = new RegExp(`^(.+)\\. ${index + 1} of \\d+$`).exec(words) ?? [];
    return mark === '' ? -1 : sentence.indexOf(mark);
  });
  expect(Math.min(...places), said.join(' | ')).toBeGreaterThanOrEqual(0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(said.join(' ')).toMatch(/\b86 passengers\. \d of/);
  expect(new Set(said).size).toBe(3);
});
