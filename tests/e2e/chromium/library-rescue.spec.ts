import { readFileSync } from 'node:fs';
import { click, type Surface, until } from '../../../scripts/reader';
import { violations } from '../axe';
import { expect, picture, save, test, text } from '../test';

/** Runs in one of the extension's files, past its code: the library's own database, opened at a version. */
const atVersion = (version: string, work: string) => `new Promise((done, fail) => {
  const open = indexedDB.open('claimbook', ${version});
  open.onupgradeneeded = () => { const db = open.result; const transaction = open.transaction; ${work} };
  open.onerror = () => fail(open.error);
  open.onsuccess = () => { open.result.close(); done(true); };
})`;

const storedVersion = (page: Surface) =>
  page.evaluate<number>(`indexedDB.databases().then((all) => all.find(({ name }) => name === 'claimbook').version)`);

interface Backup {
  reports: { report: { title: string; note: string } }[];
}

test('a library that a newer version wrote is only read, and leaves as a backup that can be imported', async ({
  chromiumReader: reader,
  site,
}, info) => {
  await save(reader, `${site.origin}/courier/norvik-troops`);
  const raw = await reader.openExtensionPage('manifest.json');
  const newer = (await storedVersion(raw)) + 10;
  await raw.evaluate(atVersion(String(newer), `db.createObjectStore('future').put('kept', 'fact');`));

  const library = await reader.openExtensionPage('library.html');
  await text(library, /newer version/i);
  for (const scheme of ['light', 'dark'] as const) {
    await reader.colorScheme(scheme);
    await picture(info, library, `newer-${scheme}`);
    expect(await violations(library), scheme).toEqual([]);
  }
  const file = await reader.download(() => click(library, 'button', 'Export what can be rescued'));
  const backup = JSON.parse(readFileSync(file, 'utf8')) as Backup;
  expect(backup.reports.map(({ report }) => report.title)).toEqual([expect.stringContaining('Norvik has sent')]);
  await text(library, /1 report/);
  expect(await storedVersion(raw), 'nothing was changed').toBe(newer);
  await library.close();
});

test('of a damaged library what is right is exported, and what is lost is said', async ({
  chromiumReader: reader,
  site,
}, info) => {
  for (const outlet of ['courier', 'kestrel']) await save(reader, `${site.origin}/${outlet}/norvik-troops`);
  const raw = await reader.openExtensionPage('manifest.json');
  // An index that is missing, as after a write that was cut short, and a row that holds nonsense.
  await raw.evaluate(
    atVersion(
      String((await storedVersion(raw)) + 10),
      `transaction.objectStore('reports').openCursor().onsuccess = ({ target }) => {
        const cursor = target.result;
        if (cursor && /Norvik has sent/.test(cursor.value.title)) cursor.update({ ...cursor.value, title: 7, note: 'mine' });
        else cursor?.continue();
      };
      transaction.objectStore('reports').put({ id: 'nothing', canonicalUrl: 'https://herald.example/x', title: 'Torn' });`,
    ),
  );
  const library = await reader.openExtensionPage('library.html');
  const file = await reader.download(() => click(library, 'button', 'Export what can be rescued'));
  const backup = JSON.parse(readFileSync(file, 'utf8')) as Backup;
  const titles = backup.reports.map(({ report }) => report.title);
  expect(titles).toHaveLength(2);
  expect(titles).toContainEqual(expect.stringContaining('Norvik has sent'));
  expect(backup.reports.map(({ report }) => report.note)).toContain('mine');
  await text(library, /Torn/);
  await picture(info, library, 'lost');
  await until(library, `document.querySelectorAll('main h1').length === 1`, 'the page around it');
});
