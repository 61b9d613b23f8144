/** A Chromium with a window on a desktop of its own, for what takes a real key or a real click: menus, prompts, shortcuts. */
import type { Surface } from '../../scripts/reader';
import { type Chromium, openChromium, pageSurface } from '../../scripts/reader-chromium';
import { type Desktop, openDesktop } from './desktop';
import { test as base, expect } from './test';

export const test = base.extend<{ desktop: Desktop; windowed: Chromium }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  desktop: async ({}, use) => {
    const desktop = await openDesktop();
    await use(desktop);
    await desktop.close();
  },
  windowed: async ({ desktop, extension, profile, watched }, use, info) => {
    const reader = await openChromium({
      extension,
      profile,
      headless: false,
      display: desktop.display,
      // No window manager places the window; the menus and prompts of a browser that is tested are the same as any other's.
      args: ['--window-position=0,0', '--test-type'],
    });
    reader.context.on('weberror', (error) => watched.errors.push(String(error.error().stack)));
    await use(reader);
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath('desktop.png');
      await desktop.screenshot(path);
      await info.attach('desktop', { path, contentType: 'image/png' });
    }
    await reader.close().catch(() => {});
  },
});

/** Pages of a browser that has just been opened come forward by themselves; this waits for the first-run page of a store build. */
export async function pastWelcome(reader: Chromium): Promise<void> {
  const welcome = await firstPage(reader, 'welcome.html');
  await welcome.close();
  await reader.toFront();
}

/** The page of the extension that is open at `path`, or will be: one that the browser opened itself, as the side panel. */
export async function firstPage(reader: Chromium, path: string): Promise<Surface & { close(): Promise<void> }> {
  const isIt = (url: string) => url.startsWith(`chrome-extension://${reader.extensionId}/${path}`);
  await expect.poll(() => reader.context.pages().some((page) => isIt(page.url())), { message: path }).toBe(true);
  const page = reader.context.pages().find((each) => isIt(each.url()));
  if (!page) throw new Error(`${path} has closed again`);
  return { ...pageSurface(page), close: () => page.close() };
}

/** A point of the page's window as one of the screen. The window has no frame, and stands at the screen's origin. */
async function onScreen(reader: Chromium, { x, y }: { x: number; y: number }) {
  const above = await reader.tab.evaluate(() => screenY + outerHeight - innerHeight);
  return { x, y: y + above };
}

/** Selects words of the page as a mouse would leave them selected. @returns the middle of their first line */
export async function select(reader: Chromium, words: string): Promise<{ x: number; y: number }> {
  const box = await reader.tab.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0 || !node.parentElement?.closest('.story-body p')) continue;
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      const { x, y, width, height } = getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  }, words);
  if (!box) throw new Error(`The page has no "${words}"`);
  return onScreen(reader, box);
}

/** Entries of Claimbook's menu on a selection, from the top. */
const entries = ['number', 'name', 'passage', 'panel'] as const;

/** Waits until a window that was not shown before is shown, and looks the same for a moment. */
async function opened(desktop: Desktop, before: readonly number[]): Promise<number> {
  let menu: number | undefined;
  let look: number | null = null;
  await expect(async () => {
    menu = (await desktop.windows()).find((window) => !before.includes(window));
    const last = look;
    look = menu === undefined ? null : await desktop.look(menu);
    expect(look).not.toBeNull();
    expect(look).toBe(last);
  }, 'the menu').toPass({ intervals: [100] });
  return menu ?? 0;
}

/** Presses a key until the menu shows that it came: what is pressed while a menu still opens is lost. */
async function pressIn(desktop: Desktop, menu: number, key: 'Up' | 'Down'): Promise<void> {
  const before = await desktop.look(menu);
  await expect(async () => {
    await desktop.press(key);
    await expect.poll(() => desktop.look(menu), { intervals: [25], timeout: 2000 }).not.toBe(before);
  }, `${key} in the menu`).toPass({ intervals: [0] });
}

/** Opens the browser's own menu on the words, and chooses from Claimbook's part of it by key. */
export async function chooseOn(
  reader: Chromium,
  desktop: Desktop,
  words: string,
  entry: (typeof entries)[number],
): Promise<void> {
  await reader.toFront();
  const { x, y } = await select(reader, words);
  const before = await desktop.windows();
  await desktop.click(x, y, 3);
  const menu = await opened(desktop, before);
  // The last entry of the menu is the browser's "Inspect", and the one before it is ours.
  await pressIn(desktop, menu, 'Up');
  await pressIn(desktop, menu, 'Up');
  await desktop.press('Right');
  const ours = await opened(desktop, [...before, menu]);
  for (let at = 0; at < entries.indexOf(entry); at++) await pressIn(desktop, ours, 'Down');
  await desktop.press('Enter');
  await expect.poll(async () => (await desktop.windows()).length, { message: 'the menu to close' }).toBe(before.length);
}

/** The browser's question for a permission, answered by key. It ignores keys for a moment after it has come up. */
export async function answerPrompt(desktop: Desktop, page: Surface, answer: 'Allow' | 'Deny') {
  const asked = () => page.evaluate<boolean>('!document.hasFocus()');
  await expect.poll(asked, { message: 'the question' }).toBe(true);
  if (answer === 'Allow') await desktop.press('Tab');
  await expect(async () => {
    if (await asked()) await desktop.press(answer === 'Allow' ? 'Enter' : 'Escape');
    expect(await asked()).toBe(false);
  }, `the answer "${answer}"`).toPass({ intervals: [800] });
}
export { expect };
