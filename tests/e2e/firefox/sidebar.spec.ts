/** The real sidebar of Firefox, as the browser shows it. */
import { until } from '../../../scripts/reader';
import { expect, marked, test } from '../test';

const inSidebar = `const inside = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');`;

test('the sidebar stays shut at install, and once opened lists the article in the tab', async ({
  firefoxReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/meridian/tavar-flood`);
  await marked(reader, /14 people/);
  expect(await reader.inChrome('return SidebarController.isOpen')).toBe(false);
  await reader.inChrome(`const { makeWidgetId } = ChromeUtils.importESModule('resource://gre/modules/ExtensionCommon.sys.mjs').ExtensionCommon;
    await SidebarController.show(makeWidgetId(extension.id) + '-sidebar-action');`);
  const words = {
    screenshot: async () => {},
    evaluate: <T>() =>
      reader.inChrome<T>(`${inSidebar}
        if (!inside?.currentURI.spec.endsWith('/sidepanel.html')) return '';
        const actor = inside.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
        const text = await actor.executeScript('return document.body.innerText', [], { timeout: 5000, sandboxName: 'system', newSandbox: false });
        return /14 people/.test(text) && text;`),
  };
  expect(await until<string>(words, '', 'the list in the sidebar')).toContain('Not on this site');
});
