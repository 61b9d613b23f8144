import { readFileSync } from 'node:fs';
import { click, fill, type Surface, until } from '../../../scripts/reader';
import { expect, picture, save, test, text } from '../test';

const rows = (library: Surface, count: number): Promise<string[]> =>
  until(
    library,
    `(() => {
      const titles = [...document.querySelectorAll('main li[data-index] h2')].map((row) => row.innerText);
      return titles.length === ${count} && titles;
    })()`,
    `${count} rows`,
  );

const formats = ['Markdown', 'CSV', 'JSON', 'Web page', 'Web annotations', 'RIS', 'BibTeX', 'CSL-JSON'];

/** What a file of each format begins with or must have in it. */
const signs: Record<string, RegExp> = {
  Markdown: /^---\n/,
  CSV: /report|claim/i,
  JSON: /^\{"format":"claimbook-library"/,
  'Web page': /^<!doctype html>/i,
  'Web annotations': /www\.w3\.org\/ns\/anno/,
  RIS: /^TY {2}- /m,
  BibTeX: /^@\w+\{/m,
  'CSL-JSON': /^\[/,
};

test('a story on a time line, its sources, a correction of it; export in each format, wipe, import', async ({
  reader,
  site,
}, info) => {
  for (const outlet of ['courier', 'kestrel', 'ledger']) await save(reader, `${site.origin}/${outlet}/norvik-troops`);
  const library = await reader.openExtensionPage('library.html');

  await test.step('the second report showed the contradiction', async () => {
    await click(library, 'link', 'Sarmund says 11,000');
    await text(library, /(higher|lower) than .* in The Calder Courier/);
  });

  await test.step('the story’s numbers stand on a time line, each a link to its sentence', async () => {
    await click(library, 'link', 'Stories');
    await rows(library, 1);
    await click(library, 'link', 'Norvik has sent up to 10,000');
    await until(library, `document.querySelectorAll('.timeline a').length > 3`, 'points');
    await picture(info, library, 'story');
    const said = await text(library, /Told \d+ times by \d+ independent source/);
    expect(said).toContain('3 reports');
    await library.evaluate(
      `document.querySelector('.timeline a').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
    );
    await until(library, `document.querySelector('.mark-claim[aria-current=true]')`, 'the sentence');
    await library.evaluate(`history.back()`);
    await until(library, `document.querySelectorAll('.timeline a').length > 3`, 'the time line again');
  });

  await test.step('who said what', async () => {
    await click(library, 'tab', 'Who said what');
    await text(library, /Arno Lisk/);
    await click(library, 'tab', 'Table');
    await until(library, `document.querySelectorAll('.story-table tbody tr').length > 5`, 'the table');
  });

  await test.step('the story is renamed, a report split off and put back', async () => {
    await click(library, 'button', 'Rename this story');
    await fill(library, 'textbox', 'Name of the story', 'Troops in Karelund');
    await click(library, 'button', 'Rename');
    await text(library, /Troops in Karelund/);
    await click(library, 'tab', 'Reports');
    await click(library, 'checkbox', 'Up to 3,000 more');
    await click(library, 'button', 'Move 1 report');
    await click(library, 'menuitem', 'A story of its own');
    await text(library, /2 reports/);
    await click(library, 'button', 'Undo');
    await text(library, /3 reports/);
  });

  await test.step('a search finds what it is asked, is kept and comes back', async () => {
    await click(library, 'link', 'Claims');
    await until(library, `document.querySelectorAll('main li[data-index]').length > 5`, 'claims');
    await fill(library, 'searchbox', 'Search claims', 'trains');
    await until(
      library,
      `(() => {
        const found = [...document.querySelectorAll('.claim-sentence')].map((sentence) => sentence.innerText);
        return found.length > 0 && found.every((sentence) => /trains/.test(sentence));
      })()`,
      'claims on trains',
    );
    await click(library, 'button', 'Save this search');
    await fill(library, 'textbox', 'Name', 'Railways');
    await until(
      library,
      `([...document.querySelectorAll('[role=dialog] button')].find((button) => button.innerText === 'Save').click(), true)`,
      'the answer',
    );
    await click(library, 'button', 'Clear filters');
    await click(library, 'link', 'Railways');
    await until(library, `byRole('searchbox', 'Search claims').value === 'trains'`, 'the kept search');
  });

  let backup = '';
  await test.step('each format is written, and is what it says', async () => {
    await click(library, 'link', 'Reports');
    await rows(library, 3);
    for (const format of formats) {
      await click(library, 'button', 'Export');
      const file = await reader.download(() =>
        until(
          library,
          `([...document.querySelectorAll('[role=menuitem]')].find((item) => item.innerText.split('\\n')[0] === ${JSON.stringify(format)}).click(), true)`,
          format,
        ),
      );
      const content = readFileSync(file, 'utf8');
      expect(content, format).toMatch(signs[format] ?? /./);
      expect(content, format).toContain('Norvik');
      if (format === 'JSON') backup = content;
      await text(library, /Exported to/);
    }
  });

  await test.step('everything is deleted and comes back from the backup, with its name and its search', async () => {
    await click(library, 'link', 'Settings');
    await click(library, 'button', 'Delete everything');
    await until(
      library,
      `([...document.querySelectorAll('[role=alertdialog] button')].find((button) => /Delete/.test(button.innerText)).click(), true)`,
      'the last question',
    );
    await text(library, /Everything was deleted/);
    await click(library, 'link', 'Reports');
    await text(library, /Your library is empty/);
    await until(
      library,
      `(() => {
        const input = document.querySelector('[data-testid=import-file]');
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(backup)}], 'backup.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })()`,
      'the file field',
    );
    await text(library, /3 reports are new/);
    await until(
      library,
      `([...document.querySelectorAll('[role=dialog] button')].find((button) => button.innerText === 'Import').click(), true)`,
      'the answer',
    );
    await rows(library, 3);
    await click(library, 'link', 'Stories');
    expect(await rows(library, 1)).toEqual(['Troops in Karelund']);
    await click(library, 'link', 'Claims');
    await text(library, /Railways/);
  });
});
