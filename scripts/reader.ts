/**
 * A reader's browser with Claimbook in it, driven alike in Chromium and Firefox: for `npm start` without a display and for
 * the tests. It does what a person does (opens pages, clicks, presses keys, opens the real popup) and sees what a person
 * sees, the card in its closed shadow root included, so that the extension needs no door for tests.
 */

import type { BrowserName } from './browsers';
import { openChromium } from './reader-chromium';
import { openFirefox } from './reader-firefox';

export interface Surface {
  /**
   * Evaluates an expression there, awaiting a promise. In the card `root` is its shadow root, elsewhere the document.
   * `byRole(role, name)` is there too: the first visible element of that role whose name contains `name`, ignoring case.
   * @returns the value, as JSON keeps it. @throws Error when the expression throws.
   */
  evaluate<T>(expression: string): Promise<T>;
  /** PNG of what is seen of it. */
  screenshot(file: string): Promise<void>;
}

export interface Reader {
  name: BrowserName;
  /** Goes to an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Brings the tab before those that were opened since. */
  toFront(): Promise<void>;
  /** The page in the tab. */
  page: Surface;
  /** The card in that page; while there is none `root` is null. */
  card: Surface;
  /** Real mouse click at a point of the page's window, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** Real key press in the page: one of WebDriver's names, or a character. */
  press(key: 'Escape' | 'Enter' | 'Tab' | 'ArrowDown' | 'ArrowUp'): Promise<void>;
  /** One of the extension's keyboard commands. */
  command(name: string): Promise<void>;
  /** Opens the toolbar button's popup over the page. */
  openPopup(): Promise<Surface & { close(): Promise<void> }>;
  /** Opens one of the extension's own pages in a tab of its own: "library.html". */
  openExtensionPage(path: string): Promise<Surface & { close(): Promise<void> }>;
  /** The browser's number of the tab, as the extension knows it. */
  tabId(): Promise<number>;
  /** Runs what starts a download in a surface. @returns the saved file's path. */
  download(start: () => Promise<unknown>): Promise<string>;
  colorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Ends the service worker or event page, as the browser may at any time. */
  killBackground(): Promise<void>;
  /** Ends the browser without warning (SIGKILL). Its profile stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the browser has gone, whoever closed it. */
  closed: Promise<void>;
}

export interface ReaderOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Folder of the browser's profile; kept. */
  profile: string;
  headless: boolean;
  /** Name of the X display that a browser with a window opens on (":7"); else the environment's. */
  display?: string;
  /** More of the browser's own switches. */
  args?: string[];
  /** Every request a page, the extension or the browser makes, as far as the browser tells (Chromium). */
  onRequest?: (url: string) => void;
}

export const openReader = (name: BrowserName, options: ReaderOptions): Promise<Reader> =>
  name === 'chromium' ? openChromium(options) : openFirefox(options);

/**
 * Waits until an expression is truthy on a surface. An expression that throws counts as not yet: pages come and go.
 * @param what for the error's message: "the marks". @returns the expression's value.
 */
export async function until<T>(surface: Surface, expression: string, what: string, seconds = 20): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let last: unknown;
  do {
    try {
      last = await surface.evaluate<T>(expression);
      if (last) return last as T;
    } catch (error) {
      last = error;
    }
    await new Promise((go) => setTimeout(go, 25));
  } while (Date.now() < deadline);
  throw new Error(
    `Waited ${seconds} s for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}

/** Clicks what a person would click: waits until it is there. @param role a button's, link's, ... ARIA role. */
export const click = (surface: Surface, role: string, name: string) =>
  until(surface, `(byRole(${JSON.stringify(role)}, ${JSON.stringify(name)}).click(), true)`, `${role} "${name}"`);

/** Types into a field, as far as the page can tell. */
export const fill = (surface: Surface, role: string, name: string, text: string) =>
  until(
    surface,
    `(() => {
      const field = byRole(${JSON.stringify(role)}, ${JSON.stringify(name)});
      field.focus();
      // React watches the value through the element's own setter; the prototype's goes round it.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, ${JSON.stringify(text)});
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    })()`,
    `${role} "${name}"`,
  );

export interface PaintedMark {
  /** The highlight's name in the registry. */
  highlight: string;
  text: string;
  /** Middle of its first line box, in CSS pixels of the window. */
  x: number;
  y: number;
}

/** What Claimbook has painted in the page, in reading order. */
export const paintedMarks = (page: Surface): Promise<PaintedMark[]> =>
  page.evaluate(`[...CSS.highlights]
    .flatMap(([highlight, ranges]) => [...ranges].map((fixed) => {
      const range = document.createRange();
      range.setStart(fixed.startContainer, fixed.startOffset);
      range.setEnd(fixed.endContainer, fixed.endOffset);
      const box = range.getClientRects()[0] ?? new DOMRect();
      return { highlight, range, text: range.toString(), x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }))
    .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
    .map(({ range, ...mark }) => mark)`);
