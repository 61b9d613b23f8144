/** The library's storage under sudden death, in short; `npm run kills -- 200` is the long form. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { click, type Reader, until } from '../../../scripts/reader';
import { leaveHalfRecord } from '../../kills/half-record';
import { killRounds, tornLog } from '../../kills/rounds';
import { expect, test as extensionTest, marked, reopen, text } from '../test';

test('what was acknowledged survives the browser and its worker being killed', async () => {
  test.setTimeout(300_000);
  const { kills, faults } = await killRounds(6, 3);
  expect(faults).toEqual([]);
  expect(kills).toBe(6);
});

test('half a record in the browser’s log, left by a crash, costs no report at the starts that follow', async () => {
  test.setTimeout(120_000);
  expect(await tornLog(5)).toEqual([]);
});

extensionTest('so it is with Claimbook itself, from its own background', async ({ site, profile }, info) => {
  const saveAt = async (reader: Reader, path: string) => {
    await reader.open(`${site.origin}${path}`);
    await marked(reader, /\d/);
    const popup = await reader.openPopup();
    await click(popup, 'button', 'Save report');
    await text(popup, /Saved/);
  };
  const start = async () => {
    const reader = await reopen(info, profile);
    const library = await reader.openExtensionPage('library.html');
    const lookedAfter = `chrome.storage.session.get('storageLookedAfter').then((kept) => kept.storageLookedAfter)`;
    await until(library, lookedAfter, 'the background to have looked after the storage');
    return { reader, library };
  };
  let { reader } = await start();
  await saveAt(reader, '/meridian/redmarsh-steel');
  await reader.close();
  expect(leaveHalfRecord(profile)).toBe(1);
  ({ reader } = await start());
  await saveAt(reader, '/courier/tavar-flood');
  await reader.close();
  const last = await start();
  try {
    await text(last.library, /Calloway Steel to cut 4,200 jobs/);
    expect(await last.library.evaluate(`document.querySelectorAll('main h2 a').length`)).toBe(2);
  } finally {
    await last.reader.close();
  }
});

extensionTest(
  'a library that the browser has thrown away is missed aloud, until the person has taken note',
  async ({ site, profile }, info) => {
    let reader = await reopen(info, profile);
    await reader.open(`${site.origin}/meridian/redmarsh-steel`);
    await marked(reader, /4,200/);
    const popup = await reader.openPopup();
    await click(popup, 'button', 'Save report');
    await text(popup, /Saved/);
    await reader.close();
    // Once more, so that Claimbook has seen the report at a start.
    reader = await reopen(info, profile);
    let library = await reader.openExtensionPage('library.html');
    const reports = `chrome.storage.local.get('library').then(({ library }) => library?.reports)`;
    await until(library, `(${reports}).then((reports) => reports === 1)`, 'the report to be counted');
    await reader.close();
    rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true });

    reader = await reopen(info, profile);
    try {
      library = await reader.openExtensionPage('library.html');
      await text(library, /thrown this library away[\s\S]*It held 1 report on/);
      await click(library, 'button', 'Do not show again');
      await until(library, `!root.body.innerText.includes('thrown this library away')`, 'the notice to go');
      await library.evaluate('location.reload()');
      await text(library, /Reports/);
      expect(await library.evaluate('document.body.innerText')).not.toMatch(/thrown this library away/);
    } finally {
      await reader.close();
    }
  },
);
