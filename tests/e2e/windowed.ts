/** A Chromium with a window on a desktop of its own, for what takes a real key or a real click: menus, prompts, shortcuts. */
import type { Surface } from '../../scripts/reader';
import { type Chromium, openChromium, pageSurface } from '../../scripts/reader-chromium';
import { type Desktop, type Key, openDesktop } from './desktop';
import { expectOwnRequestsOnly, logInto } from './net-log';
import { test as base, expect } from './test';

export const test = base.extend<{ desktop: Desktop; windowed: Chromium }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  desktop: async ({}, use) => {
    const desktop = await openDesktop();
    await use(desktop);
    await desktop.close();
  },
  // All of it is on the record: nothing that is done by key, in menus or questions may ask the network for anything either.
  windowed: async ({ desktop, extension, profile, site, watched }, use, info) => {
    const log = info.outputPath('net-log.json');
    const reader = await openChromium({
      extension,
      profile,
      headless: false,
      display: desktop.display,
      // No window manager places the window; the menus and prompts of a browser that is tested are the same as any other's.
      args: ['--window-position=0,0', '--test-type', ...logInto(log)],
    });
    reader.context.on('weberror', (error) => watched.errors.push(String(error.error().stack)));
    // What the background complains of is not seen in any page.
    const complaints: string[] = [];
    (await reader.background()).on('console', (message) => complaints.push(message.text()));
    await use(reader);
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath('desktop.png');
      await desktop.screenshot(path);
      await info.attach('background', { body: complaints.join('\n'), contentType: 'text/plain' });
      await info.attach('desktop', { path, contentType: 'image/png' });
    }
    await reader.close().catch(() => {});
    expectOwnRequestsOnly(log, site.origin);
  },
});

/** Pages of a browser that has just been opened come forward by themselves; this waits for the first-run page of a store build. */
export async function pastWelcome(reader: Chromium): Promise<void> {
  const welcome = await firstPage(reader, 'welcome.html');
  await welcome.close();
  await reader.toFront();
}

/** The page of the extension that is open at `path`, or will be: one that the browser opened itself, as the side panel. */
export async function firstPage(reader: Chromium, path: string): Promise<OwnPage> {
  const isIt = (url: string) => url.startsWith(`chrome-extension://${reader.extensionId}/${path}`);
  await expect.poll(() => reader.context.pages().some((page) => isIt(page.url())), { message: path }).toBe(true);
  const page = reader.context.pages().find((each) => isIt(each.url()));
  if (!page) throw new Error(`${path} has closed again`);
  return { ...pageSurface(page), close: () => page.close(), toFront: () => page.bringToFront() };
}

export interface OwnPage extends Surface {
  close(): Promise<void>;
  toFront(): Promise<void>;
}

interface DomNode {
  localName: string;
  backendNodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/**
 * The card as a developer's tools see it, whose closed root opens to nobody else once the extension behind it has gone.
 * @param body of a function whose `this` is the shadow root. @returns undefined while there is no card
 */
export async function inLeftCard<T>(reader: Chromium, body: string): Promise<T | undefined> {
  const session = await reader.context.newCDPSession(reader.tab);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const find = (node: DomNode): DomNode | undefined =>
    node.localName === 'claimbook-card' ? node.shadowRoots?.[0] : node.children?.map(find).find(Boolean);
  const card = find(root);
  if (!card) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: card.backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { ${body} }`,
    returnByValue: true,
  });
  await session.detach();
  return result.value as T;
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

/** Waits until something is shown there and looks the same for a moment. */
async function settled(look: () => Promise<number | null>, what: string): Promise<void> {
  let last: number | null = null;
  await expect(async () => {
    const before = last;
    last = await look();
    expect(last).not.toBeNull();
    expect(last).toBe(before);
  }, what).toPass({ intervals: [100] });
}

/** Waits until a window that was not shown before is shown, and stands. */
async function opened(desktop: Desktop, before: readonly number[]): Promise<number> {
  let menu = 0;
  await settled(async () => {
    menu = (await desktop.windows()).find((window) => !before.includes(window)) ?? 0;
    return menu === 0 ? null : desktop.look(menu);
  }, 'the menu');
  return menu;
}

/** Presses a key until it shows that it came: what is pressed while a menu or question still opens is lost. */
async function pressSeen(desktop: Desktop, key: Key, look: () => Promise<number | null>): Promise<void> {
  const before = await look();
  await expect(async () => {
    await desktop.press(key);
    await expect.poll(look, { intervals: [25], timeout: 5000 }).not.toBe(before);
  }, `${key} to be seen`).toPass({ intervals: [0] });
}

/** Opens the browser's own menu on the words, and chooses from Claimbook's part of it. */
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
  const atMenu = () => desktop.look(menu);
  await pressSeen(desktop, 'Up', atMenu);
  await pressSeen(desktop, 'Up', atMenu);
  await desktop.press('Right');
  const ours = await opened(desktop, [...before, menu]);
  // Its entries are all of one height.
  const box = await desktop.place(ours);
  if (!box) throw new Error('The menu has closed');
  await desktop.click(box.x + box.width / 2, box.y + (box.height * (entries.indexOf(entry) + 0.5)) / entries.length);
  await expect.poll(async () => (await desktop.windows()).length, { message: 'the menu to close' }).toBe(before.length);
}

/** Opens the popup by its key, which is an act of the person's: the extension may read the page in front from then on. */
export async function popupByKey(reader: Chromium, desktop: Desktop): Promise<Surface & { close(): Promise<void> }> {
  await reader.toFront();
  const popup = reader.context.waitForEvent(
    'page',
    (page) => page.url() === ':' || page.url().startsWith('chrome-ext'),
  );
  await desktop.press('Alt', 'Shift', 'm');
  const page = await popup;
  await page.waitForLoadState();
  return { ...pageSurface(page), close: () => page.close() };
}

/** Where the browser asks, in a window of our size, and a part of the page below it. */
const question = { x: 300, y: 84, width: 680, height: 400 };
const besideQuestion = { x: 0, y: 500, width: 1280, height: 100 };
/** From the question's lower right corner to the middle of "Allow", in pixels. */
const allow = { x: 55, y: 38 };

/**
 * Does what makes the browser ask for a permission, and answers with the mouse, or with Escape. The question darkens the page and
 * ignores clicks for a moment after it has come up.
 */
export async function answer(desktop: Desktop, word: 'Allow' | 'Deny', act: () => Promise<unknown>): Promise<void> {
  const before = await desktop.brightness(besideQuestion);
  const asked = async () => (await desktop.brightness(besideQuestion)) < before * 0.8;
  await act();
  await expect.poll(asked, { message: 'the question', intervals: [50] }).toBe(true);
  await expect(async () => {
    if (await asked()) {
      const box = word === 'Allow' ? await desktop.whiteIn(question) : null;
      if (box && box.height > 100) await desktop.click(box.x + box.width - allow.x, box.y + box.height - allow.y);
      if (word === 'Deny') await desktop.press('Escape');
    }
    await expect.poll(asked, { intervals: [50], timeout: 1500 }).toBe(false);
  }, `the answer "${word}"`).toPass({ intervals: [0] });
}

export { expect };
