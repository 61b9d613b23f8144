import type { Page } from '@playwright/test';
import { click, until } from '../../../scripts/reader';
import { expect, save, test, text } from '../test';

/** Controls that would stand on paper; words of the text that can be clicked are words. */
const clickable = `[...document.querySelectorAll('button, select, input, summary, [role=tab]')]
  .filter((one) => !one.matches('.side-claims *, [data-claim]') && one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 1)
  .map((one) => one.outerHTML.slice(0, 120))`;

const ink = `(() => {
  const light = (color) => (color.match(/[\\d.]+/g) ?? []).slice(0, 3).every((part) => Number(part) > 200);
  return [...document.querySelectorAll('main h1, main h2, main p, main td, main li')]
    .filter((one) => !one.matches('.side-claims *, [data-claim]') && one.checkVisibility() && one.innerText.trim() && light(getComputedStyle(one).color))
    .map((one) => one.innerText.slice(0, 60));
})()`;

const wide = `document.documentElement.scrollWidth - innerWidth`;

test('what is printed says where it comes from, in dark ink and without controls', async ({
  chromiumReader: reader,
  site,
}) => {
  for (const outlet of ['courier', 'kestrel']) await save(reader, `${site.origin}/${outlet}/norvik-troops`);
  await reader.colorScheme('dark');
  const library = await reader.openExtensionPage('library.html');
  const page = reader.context.pages().at(-1) as Page;
  const onPaper = async (what: string) => {
    // The width of an A4 page within its margins.
    await page.setViewportSize({ width: 680, height: 960 });
    await page.emulateMedia({ media: 'print' });
    expect(await library.evaluate(clickable), `${what}: controls`).toEqual([]);
    expect(await library.evaluate(ink), `${what}: light ink`).toEqual([]);
    expect(await library.evaluate(wide), `${what}: cut at the side`).toBeLessThanOrEqual(0);
    const printed = await text(library, new RegExp(`${site.origin}/courier/norvik-troops`), `${what}: the address`);
    expect(printed, what).toMatch(/\b20\d\d\b/);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  await text(library, /Norvik has sent/);
  await onPaper('reports');
  await click(library, 'link', 'Claims');
  await until(library, `document.querySelector('.claim-sentence')`, 'claims');
  await onPaper('claims');
  await click(library, 'link', 'Stories');
  await click(library, 'link', 'Norvik has sent');
  for (const tab of ['Table', 'Who said what', 'Time line']) {
    await click(library, 'tab', tab);
    await until(library, `document.querySelector('[role=tabpanel] .counted')`, tab);
    await onPaper(`story, ${tab}`);
  }
  await click(library, 'link', 'Reports');
  await click(library, 'link', 'Norvik has sent');
  await until(library, `document.querySelector('.mark-claim')`, 'the text');
  await onPaper('a report');
});
