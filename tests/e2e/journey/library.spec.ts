import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { click, fill, type Reader, type Surface, until } from '../../../scripts/reader';
import { clickMark, expect, marked, picture, test, text } from '../test';

async function save(reader: Reader, address: string, note = '') {
  await reader.open(address);
  await marked(reader, /\d/);
  const popup = await reader.openPopup();
  await text(popup, /Numbers claimed/);
  if (note) await fill(popup, 'textbox', 'note', note);
  await click(popup, 'button', 'Save report');
  await text(popup, /Saved/);
  return popup;
}

/** The library's data as its page shows it, once it shows `count` reports. */
const titles = (library: Surface, count: number): Promise<string[]> =>
  until(
    library,
    `(() => {
      const titles = [...document.querySelectorAll('main h2 a')].map((link) => link.textContent);
      return titles.length === ${count} && titles;
    })()`,
    `${count} reports`,
  );

async function exported(library: Surface, reader: Reader, format: string): Promise<string> {
  await click(library, 'button', 'Export');
  const file = await reader.download(() => click(library, 'menuitem', format));
  return readFileSync(file, 'utf8');
}

test('save, meet the story again, compare, find, export, delete and undo', async ({ reader, site }, info) => {
  await test.step('the first report is saved with a note, and the popup says so when it is opened again', async () => {
    await (await save(reader, `${site.origin}/courier/norvik-troops`, 'Who are the two officials?')).close();
    const again = await reader.openPopup();
    const said = await text(again, /Saved/);
    expect(said).not.toContain('Save report');
    expect(await until(again, `byRole('textbox', 'note')?.value`, 'the note')).toBe('Who are the two officials?');
    await again.close();
  });

  await test.step('the second report shows what the first one claimed, before it is saved', async () => {
    await reader.open(`${site.origin}/kestrel/norvik-troops`);
    await marked(reader, /11,000/);
    const popup = await reader.openPopup();
    await text(popup, /Norvik has sent up to 10,000 soldiers/);
    await picture(info, popup, 'second-report');
    await popup.close();
    await clickMark(reader, /11,000/);
    await text(reader.card, /Calder Courier/);
    await picture(info, reader.page, 'second-report-card');
    await reader.press('Escape');
    await (await save(reader, `${site.origin}/kestrel/norvik-troops`)).close();
  });

  const library = await reader.openExtensionPage('library.html');
  await test.step('the library lists both, and the search finds one', async () => {
    const listed = await titles(library, 2);
    expect(listed.join()).toContain('Norvik has sent up to 10,000 soldiers');
    expect(listed.join()).toContain('Sarmund says 11,000 Norvik troops');
    await picture(info, library, 'library');
    await fill(library, 'searchbox', 'Search reports', 'two officials');
    expect(await titles(library, 1)).toEqual([expect.stringContaining('Norvik has sent')]);
    await fill(library, 'searchbox', 'Search reports', '');
    await titles(library, 2);
  });

  await test.step('the exported files hold both reports and their claims', async () => {
    const json = JSON.parse(await exported(library, reader, 'JSON')) as { reports: { report: { title: string } }[] };
    expect(json.reports.map(({ report }) => report.title).sort()).toEqual([
      'Norvik has sent up to 10,000 soldiers to Karelund, say western officials',
      'Sarmund says 11,000 Norvik troops now in Karelund, and 2,500 more are on the way',
    ]);
    const [head = [], ...rows] = Papa.parse<string[]>(await exported(library, reader, 'CSV'), {
      skipEmptyLines: true,
    }).data;
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) expect(row).toHaveLength(head.length);
    expect(rows.flat()).toContain('11000');
    const markdown = await exported(library, reader, 'Markdown');
    expect(markdown).toContain('Who are the two officials?');
    expect(markdown).toContain('Sarmund says 11,000 Norvik troops');
  });

  await test.step('a deleted report can be brought back with its note', async () => {
    await click(library, 'checkbox', 'Norvik has sent');
    await click(library, 'button', 'Delete');
    await titles(library, 1);
    await click(library, 'button', 'Undo');
    await titles(library, 2);
    await text(library, /Who are the two officials\?/);
  });
});

test('saving the same article twice keeps one report', async ({ reader, site }) => {
  await (await save(reader, `${site.origin}/ledger/norvik-troops?utm_source=newsletter`)).close();
  await reader.open(`${site.origin}/ledger/norvik-troops#comments`);
  await marked(reader, /3,000/);
  const popup = await reader.openPopup();
  expect(await text(popup, /Saved/)).not.toContain('Save report');
  await popup.close();
  const library = await reader.openExtensionPage('library.html');
  await titles(library, 1);
});
