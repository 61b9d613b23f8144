/** The browser's own menu on a selection, opened and used with a real mouse and keyboard, as a store build has it: without any access. */
import { marked, text } from '../test';
import { chooseOn, expect, firstPage, pastWelcome, test } from '../windowed';

test.use({ mode: 'store' });

test('words selected on a page that was never read are kept as passage, number and name; panel and library show them', async ({
  windowed: reader,
  desktop,
  site,
}) => {
  await pastWelcome(reader);
  await reader.open(`${site.origin}/courier/norvik-troops`);
  expect(await reader.page.evaluate('CSS.highlights.size'), 'before anything was asked for').toBe(0);
  const passage = 'The troops travelled by night';

  await test.step('a passage is kept at once, without a question, and its card opens for a note', async () => {
    await chooseOn(reader, desktop, passage, 'passage');
    await text(reader.card, /A passage you keep/);
    await reader.press('Escape');
    // The act gave access to this page, so it is read and marked.
    await marked(reader, /14,000/);
    expect(await reader.page.evaluate('getSelection().isCollapsed')).toBe(true);
  });

  await test.step('words that were no number become one, and its card opens', async () => {
    await chooseOn(reader, desktop, 'close to an eighth of its strength', 'number');
    await text(reader.card, /eighth/);
    await marked(reader, /close to an eighth of its strength/);
  });

  await test.step('words that were nobody become a name', async () => {
    await chooseOn(reader, desktop, 'trains', 'name');
    await text(reader.card, /trains/);
    await reader.press('Escape');
  });

  await test.step('the side panel, opened from the same menu, lists them', async () => {
    await chooseOn(reader, desktop, passage, 'panel');
    const panel = await firstPage(reader, 'sidepanel.html');
    await text(panel, /about ⅛/);
  });

  await test.step('the library lists each, and knows the article once it is saved', async () => {
    const library = await reader.openExtensionPage('library.html#/corrections');
    await text(library, /3 corrections/);
    const said = await text(library, /Note on “The troops travelled by night”/);
    expect(said).toContain('“trains” is an actor');
    expect(said).toMatch(/“close to an eighth of its strength” is a/);
    await library.close();
  });
});
