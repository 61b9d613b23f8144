/** The main loop, walked without a person: opens reports, shows what was found, saves, compares, exports, takes pictures. */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Story, stories } from '../demo/stories';
import { click, fill, paintedMarks, type Reader, type Surface, until } from './reader';
import { table } from './table';

/** The popup's own list, as a reader sees it: value with its badges, who said it, how it compares. */
const claimRows = `[...document.querySelectorAll('li.claim')].map((item) => {
  const said = (element) => element?.innerText.replace(/\\s*\\n\\s*/g, ', ') ?? '';
  return [
    said(item.querySelector('.claim-head')),
    said(item.querySelector('.claim-line')),
    [...item.querySelectorAll('li')].map(said).join('; '),
  ];
})`;
const actorNames = `[...document.querySelectorAll('section[aria-labelledby=actors] li')].map((item) => item.innerText.split('\\n')[0])`;

const ready = (popup: Surface) =>
  until(popup, `document.querySelector('#claims') && !document.querySelector('[aria-busy=true]')`, 'the popup');

async function showAll(popup: Surface) {
  await popup.evaluate(
    `[...document.querySelectorAll('section button')].filter((button) => /^Show \\d+ more/.test(button.innerText)).forEach((button) => button.click())`,
  );
}

async function report(
  reader: Reader,
  url: string,
  note: string,
  picture: (surface: Surface, name: string) => Promise<void>,
) {
  await reader.open(url);
  await until(reader.page, 'CSS.highlights.size', 'marks in the page');
  const popup = await reader.openPopup();
  await ready(popup);
  await showAll(popup);
  const title = await popup.evaluate<string>(`document.querySelector('h1').innerText`);
  const claims = await popup.evaluate<string[][]>(claimRows);
  const actors = await popup.evaluate<string[]>(actorNames);
  console.log(`\n${title}\n${url}\n`);
  console.log(table(['Claim', 'About, said by', 'Earlier reports'], claims, 60));
  if (actors.length > 0) console.log(`\nActors: ${actors.join(', ')}`);
  const name = new URL(url).pathname.slice(1).replaceAll('/', '-');
  await picture(popup, `${name}-popup`);
  if (note) await fill(popup, 'textbox', 'note', note);
  await click(popup, 'button', 'Save report');
  await until(popup, `/Saved/.test(document.body.innerText)`, 'the save to be acknowledged');
  console.log('Saved.');
  await popup.close();
}

/** Opens the card of the first marked number that can be seen; of the first actor where no number is marked. */
async function openCard(reader: Reader): Promise<string> {
  const marks = (await paintedMarks(reader.page)).filter(({ x, y }) => x > 0 && y > 0);
  const mark = marks.find(({ highlight }) => highlight.includes('-claim-')) ?? marks[0];
  await reader.page.evaluate(`scrollBy({ top: ${(mark?.y ?? 0) - 320}, behavior: 'instant' })`);
  const seen = (await paintedMarks(reader.page)).find(
    ({ text, highlight, y }) => text === mark?.text && highlight === mark.highlight && y > 0,
  );
  await reader.clickAt(seen?.x ?? 0, seen?.y ?? 0);
  await until(
    reader.card,
    `root.querySelector('[role=dialog]') && !root.querySelector('[aria-busy=true], .cb-skeleton')`,
    'the card',
  );
  return reader.card.evaluate<string>(`root.querySelector('[role=dialog]').innerText`);
}

async function openReport(reader: Reader, url: string) {
  await reader.open(url);
  await until(reader.page, 'CSS.highlights.size', 'marks in the page');
}

/** What the popup says of a page where nothing was marked: no article, another language, or a page that has led elsewhere. */
async function sayWhyNot(reader: Reader, picture: (surface: Surface, name: string) => Promise<void>) {
  const popup = await reader.openPopup();
  await ready(popup).catch(() => {});
  console.log(`\nNothing was marked at ${await reader.page.evaluate<string>('location.href')}. The popup says:\n`);
  console.log(await popup.evaluate<string>('document.body.innerText'));
  await picture(popup, 'popup');
}

/**
 * @param page a page to look at instead of the demo's stories.
 * @param folder for pictures and exports; what it held is deleted.
 */
export async function walk(reader: Reader, origin: string, page: string | null, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const picture = (surface: Surface, name: string) => surface.screenshot(join(folder, `${reader.name}-${name}.png`));

  if (page) {
    try {
      await report(reader, page, '', picture);
    } catch (error) {
      await sayWhyNot(reader, picture);
      console.error(`\n${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
      return;
    }
    console.log(`\nThe card:\n${await openCard(reader)}`);
    await picture(reader.page, 'card');
  } else {
    await stack(
      reader,
      origin,
      stories.filter(({ story }) => story === 'norvik-troops'),
      picture,
    );
  }

  const library = await reader.openExtensionPage('library.html');
  await until(library, `document.querySelector('main h2 a')`, 'the library');
  for (const scheme of ['light', 'dark'] as const) {
    await reader.colorScheme(scheme);
    await picture(library, `library-${scheme}`);
  }
  for (const format of ['JSON', 'CSV', 'Markdown']) {
    await click(library, 'button', 'Export');
    const file = await reader.download(() => click(library, 'menuitem', format));
    copyFileSync(file, join(folder, basename(file)));
    console.log(`Exported ${basename(file)} (${readFileSync(file).length} bytes)`);
  }
  console.log(`\nPictures and exports are in ${folder}`);
}

/** One story's reports in the order they appeared: each is read, compared with the ones before, and saved. */
async function stack(
  reader: Reader,
  origin: string,
  reports: readonly Story[],
  picture: (surface: Surface, name: string) => Promise<void>,
) {
  for (const [i, { path }] of reports.entries())
    await report(reader, origin + path, i === 0 ? 'Who are the two officials?' : '', picture);
  const last = reports.at(-2);
  if (!last) return;
  for (const scheme of ['light', 'dark'] as const) {
    await reader.colorScheme(scheme);
    await openReport(reader, origin + last.path);
    await picture(reader.page, `page-${scheme}`);
    const card = await openCard(reader);
    if (scheme === 'light') console.log(`\nThe card of the first number there:\n${card.replace(/\n+/g, '\n  ')}\n`);
    await picture(reader.page, `card-${scheme}`);
    const popup = await reader.openPopup();
    await ready(popup);
    await picture(popup, `popup-${scheme}`);
    await popup.close();
  }
}
