/** Claimbook's background, the tab and the browser may end at any moment. */

import { click, fill, until } from '../../../scripts/reader';
import { publish } from '../odd-pages';
import { expect, marked, reopen, test, text } from '../test';

test('with the background ended again and again, marks, card, save and library go on', async ({ reader, site }) => {
  await reader.open(`${site.origin}/courier/tavar-flood`);
  await marked(reader, /52/);
  await reader.killBackground();
  await reader.command('next-mark');
  await text(reader.card, /1 of \d+/);
  await reader.killBackground();
  await click(reader.card, 'button', 'Save report');
  await text(reader.card, /Saved/);
  await reader.killBackground();
  await reader.open(`${site.origin}/northgate/tavar-flood`);
  await marked(reader, /38/);
  await reader.killBackground();
  const library = await reader.openExtensionPage('library.html');
  await text(library, /The last house in Lower Varn/);
});

test('a report whose save was acknowledged survives the death of the browser', async ({
  reader,
  site,
  profile,
}, info) => {
  await reader.open(`${site.origin}/meridian/redmarsh-steel`);
  await marked(reader, /4,200/);
  const popup = await reader.openPopup();
  await fill(popup, 'textbox', 'note', 'Killed at once');
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  await reader.kill();

  const next = await reopen(info, profile);
  try {
    const library = await next.openExtensionPage('library.html');
    await text(library, /Calloway Steel to cut 4,200 jobs/);
    await text(library, /Killed at once/);
  } finally {
    await next.close();
  }
});

test('a corrected article is kept as a new version beside the old one', async ({ reader, site }) => {
  const lead =
    'The ferry Corrievar ran aground near Skell Point on Monday with 86 passengers on board, the coast guard said.';
  const rest = [
    'A helicopter lifted 14 people from the deck before the wind grew too strong, and a lifeboat took off the others in the course of the afternoon.',
    'The captain, Ada Lindgren, said the steering had failed an hour after the ship left harbour. The company that owns the ferry declined to comment on the cause.',
    'Two other ferries on the same line were taken out of service for an inspection, which the coast guard expects to take at least three days.',
  ];
  publish([lead, ...rest]);
  await reader.open(`${site.origin}/odd/edited`);
  await marked(reader, /86/);
  const first = await reader.openPopup();
  await click(first, 'button', 'Save report');
  await text(first, /Saved/);
  await first.close();

  publish([lead.replace('86 passengers', '91 passengers'), ...rest]);
  await reader.open(`${site.origin}/odd/edited`);
  await marked(reader, /91/);
  const second = await reader.openPopup();
  await text(second, /(?:text|1 number) changed since/);
  await click(second, 'button', 'Update');
  await until(second, `!byRole('button', 'Update')`, 'the new version to be saved');
  await second.close();

  const library = await reader.openExtensionPage('library.html');
  await text(library, /2 versions/);
  expect(await library.evaluate(`document.querySelectorAll('main h2 a').length`)).toBe(1);
  await click(library, 'link', 'A corrected article');
  await click(library, 'tab', 'Versions');
  await text(library, /New numbers?:[^\n]*91/);
});
