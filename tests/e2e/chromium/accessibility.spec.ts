import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Surface } from '../../../scripts/reader';
import { click } from '../../../scripts/reader';
import { expect, marked, test, text } from '../test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a surface, as "rule: element". */
async function violations(surface: Surface, within = 'document'): Promise<string[]> {
  await surface.evaluate(`(() => { ${axe}; return true; })()`);
  const { violations: found } = await surface.evaluate<AxeResults>(
    `axe.run(${within}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in popup, card and library, ${scheme}`, async ({ chromiumReader: reader, site }) => {
    await reader.colorScheme(scheme);
    await reader.open(`${site.origin}/meridian/redmarsh-steel`);
    await marked(reader, /4,200/);

    const popup = await reader.openPopup();
    await text(popup, /Numbers claimed/);
    expect(await violations(popup), 'popup').toEqual([]);
    await click(popup, 'button', 'Save report');
    await text(popup, /Saved/);
    expect(await violations(popup), 'popup after saving').toEqual([]);
    await popup.close();

    await reader.open(`${site.origin}/foreland/redmarsh-steel`);
    await marked(reader, /2,900/);
    await reader.command('next-mark');
    await text(reader.card, /1 of \d+/);
    // The closed root is opened for axe in the extension's own world, where the page cannot see it.
    await reader.inContentScript(`(() => {
      const host = document.querySelector('claimbook-card');
      const root = chrome.dom.openOrClosedShadowRoot(host);
      Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
      return Boolean(root);
    })()`);
    expect(await violations(reader.card, `document.querySelector('claimbook-card')`), 'card').toEqual([]);

    const library = await reader.openExtensionPage('library.html');
    await text(library, /Calloway Steel to cut 4,200 jobs/);
    expect(await violations(library), 'library').toEqual([]);
    for (const view of ['Claims', 'Actors', 'Bin', 'Settings']) {
      await click(library, 'link', view);
      await text(library, new RegExp(view));
      expect(await violations(library), view).toEqual([]);
    }
    const welcome = await reader.openExtensionPage('welcome.html');
    await text(welcome, /\d/);
    expect(await violations(welcome), 'first run').toEqual([]);
    await welcome.close();
    await click(library, 'link', 'Reports');
    await click(library, 'link', 'Calloway Steel to cut');
    await text(library, /As saved on/);
    expect(await violations(library), 'a report').toEqual([]);
  });

test('on a page that is no article the popup says so, and axe finds nothing there', async ({
  chromiumReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/docs/retries`);
  const popup = await reader.openPopup();
  await text(popup, /does not look like an article/);
  expect(await violations(popup)).toEqual([]);
});
