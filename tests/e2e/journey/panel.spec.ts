/** The side panel beside the page: in step with it, whoever moves. */
import { click, type Reader, type Surface, until } from '../../../scripts/reader';
import { expect, marked, picture, test, text } from '../test';

const openPanel = async (reader: Reader): Promise<Surface> =>
  reader.openExtensionPage(`sidepanel.html?tab=${await reader.tabId()}`);

/** The words of the row that is current in the panel's list; '' for none. */
const current = (panel: Surface) =>
  panel.evaluate<string>(`document.querySelector('.panel-list .row[aria-current=true]')?.innerText ?? ''`);

test('the panel lists numbers and actors, and jumps to a mark without covering it', async ({ reader, site }, info) => {
  await reader.open(`${site.origin}/kestrel/norvik-troops`);
  await marked(reader, /11,000/);
  const panel = await openPanel(reader);
  await text(panel, /11,000 soldiers/);
  await click(panel, 'button', '2,500 more soldiers');
  await expect.poll(() => current(panel)).toMatch(/2,500 more soldiers/);
  const shown = await until<string>(
    reader.page,
    `(() => {
      const [range] = [...CSS.highlights].find(([name]) => name.includes('-current-'))?.[1] ?? [];
      return range?.startContainer.data.slice(range.startOffset, range.endOffset);
    })()`,
    'the mark to be current',
  );
  expect(shown).toMatch(/2,500/);
  expect(await reader.card.evaluate('Boolean(root)')).toBe(false);
  await text(panel, /Copy quote/);

  await click(panel, 'tab', 'Who');
  // She is a source in the list of numbers, too.
  await until(
    panel,
    `document.querySelector('.actor-row') && !byRole('button', '2,500 more soldiers')`,
    'the actors alone',
  );
  await click(panel, 'button', 'Ilse Brandt');
  await text(panel, /1 of \d/);
  await click(panel, 'button', 'Ilse Brandt');
  await text(panel, /2 of \d/);
  await picture(info, panel, 'panel');
});

test('the panel follows the marks that are walked in the page, and the page that is opened next', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/kestrel/norvik-troops`);
  await marked(reader, /11,000/);
  const panel = await openPanel(reader);
  await text(panel, /11,000 soldiers/);
  await reader.command('next-mark');
  await expect.poll(() => current(panel)).not.toBe('');
  const first = await current(panel);
  await reader.command('next-mark');
  await expect.poll(() => current(panel)).not.toBe(first);
  // Escape is the card's: it has to be there.
  await text(reader.card, /2 of \d+/);
  await reader.press('Escape');
  await expect.poll(() => current(panel)).toBe('');

  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await text(panel, /14 people/);
  expect(await panel.evaluate<string>('document.body.innerText')).not.toContain('11,000');
  await reader.command('next-mark');
  await expect.poll(() => current(panel)).not.toBe('');
});

test('a note written in the panel is kept as a draft and saved with the report', async ({ reader, site }) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14/);
  const panel = await openPanel(reader);
  await text(panel, /14 people/);
  await until(
    panel,
    `(() => {
      const field = byRole('textbox', 'note');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, 'Ask the mayor.');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    })()`,
    'the note',
  );
  await click(panel, 'button', 'Save report');
  await text(panel, /Saved/);
  const popup = await reader.openPopup();
  expect(await until(popup, `byRole('textbox', 'note')?.value`, 'the note')).toBe('Ask the mayor.');
});

test('an earlier report that tells another story is set apart, at once and for later', async ({ reader, site }) => {
  await reader.open(`${site.origin}/courier/norvik-troops`);
  await marked(reader, /\d/);
  const popup = await reader.openPopup();
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await popup.close();

  await reader.open(`${site.origin}/kestrel/norvik-troops`);
  await marked(reader, /11,000/);
  const panel = await openPanel(reader);
  await click(panel, 'tab', 'Earlier');
  await click(panel, 'button', 'is not the same story');
  await text(panel, /is not compared with this article any more/);
  await until(panel, `!document.querySelector('.earlier')`, 'the report to go');
  await click(panel, 'button', 'Undo');
  await until(panel, `document.querySelector('.earlier .row')`, 'the report to come back');
  await click(panel, 'button', 'is not the same story');
  await until(panel, `!document.querySelector('.earlier')`, 'the report to go');

  const library = await reader.openExtensionPage('library.html#corrections');
  await text(library, /Two reports do not tell the same story/);
});
