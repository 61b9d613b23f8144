/** The extension is updated while its reader reads: what was kept is there, open pages go on, and nothing fails. */
import { click, fill, until } from '../../../scripts/reader';
import { test as base, clickMark, expect, marked, text } from '../test';
import { buildOf, notedErrors, olderExtension, update } from '../update';

const test = base.extend({ extension: olderExtension });

const checked = (radio: string) =>
  `(({ checked, ariaChecked }) => checked || ariaChecked === 'true')(byRole('radio', ${JSON.stringify(radio)}))`;

test('an update keeps library, notes and settings; the open page goes on with the new version, keys and all', async ({
  reader,
  site,
  mode,
  extension,
}, info) => {
  await reader.open(`${site.origin}/kestrel/norvik-troops`);
  await marked(reader, /11,000/);
  const popup = await reader.openPopup();
  await fill(popup, 'textbox', 'note', 'Who are the two officials?');
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await popup.close();
  const settings = await reader.openExtensionPage('library.html#/settings');
  const choices = ['Blue', 'Numbers only', 'Dark'];
  for (const choice of choices) {
    await click(settings, 'radio', choice);
    await until(settings, checked(choice), choice);
  }
  await settings.close();

  await reader.open(`${site.origin}/courier/norvik-troops`);
  await clickMark(reader, /9,000/);
  await text(reader.card, /Kestrel/);

  const shown = `CSS.highlights.get('claimbook-blue-claim-on-light')`;
  await reader.page.evaluate(`(window.shownBefore = ${shown}, true)`);
  await update(reader, buildOf(mode, info), extension);
  await until(reader.page, `${shown} && ${shown} !== shownBefore`, 'the marks of the new version');
  await until(reader.card, '!root', 'the card of the old version to go');
  await clickMark(reader, /9,000/);
  expect(await text(reader.card, /Kestrel/)).not.toContain('was updated');
  expect(await reader.page.evaluate(`document.querySelectorAll('claimbook-card').length`), 'card and messages').toBe(1);
  const kinds = await reader.page.evaluate(`[...CSS.highlights.keys()].sort().join()`);
  expect(kinds, 'as chosen before the update').toBe('claimbook-blue-claim-on-light,claimbook-blue-current-on-light');
  await reader.command('next-mark');
  await text(reader.card, /\d+ of \d+/);
  await click(reader.card, 'button', 'Save report');
  await text(reader.card, /Saved/);
  await reader.press('Escape');
  await until(reader.card, '!root', 'the card to close');
  await marked(reader, /9,000/);

  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14 people/);
  await reader.command('next-mark');
  await text(reader.card, /1 of \d+/);

  const library = await reader.openExtensionPage('library.html');
  await text(library, /Who are the two officials\?/);
  await text(library, /Norvik has sent up to 10,000/);
  await click(library, 'link', 'Settings');
  for (const choice of choices) await until(library, checked(choice), choice);
  expect(await notedErrors(reader)).toEqual([]);
});
