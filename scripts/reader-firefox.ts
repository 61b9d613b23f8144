/** A reader's Firefox, over Marionette. Its chrome scope reaches what no page can: the popup's panel, closed shadow roots. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browsers';
import { connectMarionette, type Marionette } from './marionette';
import { type Reader, type ReaderOptions, type Surface, until } from './reader';
import { cardElement, withHelpers } from './reader-page';

/** Pinned, so that the extension's pages have a known address and its data survives a new temporary installation. */
const uuid = '6f2c1c1e-4d0a-4b57-9a53-0c1a1b00c001';
const origin = `moz-extension://${uuid}`;

/** The browser, and what the tests reach for beyond a `Reader`. */
export interface Firefox extends Reader {
  /** The page's `press` clicks with the mouse what a person would: permissions are asked for in a true click only. */
  openExtensionPage(
    path: string,
  ): Promise<Surface & { close(): Promise<void>; press(role: string, name: string): Promise<void> }>;
  /** Runs the body of an async function in the browser's own window. `extension` and `policy` are Claimbook's. */
  inChrome<T>(body: string, args?: unknown[]): Promise<T>;
}

const preferences = (extensionId: string, downloads: string) => ({
  'marionette.port': 0,
  'network.dns.disabled': true,
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // The permission prompt cannot be clicked from outside; without it a request is granted at once.
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.alwaysOpenPanel': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  // Popups close when the window loses the focus, which a headless one never truly has.
  'ui.popup.disable_autohide': true,
});

async function start(
  program: string,
  profile: string,
  headless: boolean,
): Promise<{ process: ChildProcess; port: number }> {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const child = spawn(program, headless ? [...args, '--headless'] : args, { stdio: 'ignore' });
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  const deadline = Date.now() + 60_000;
  for (;;) {
    const port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
    if (port > 0) return { process: child, port };
    if (gone || Date.now() > deadline) throw new Error(`${program} does not start, or does not speak Marionette`);
    await new Promise((go) => setTimeout(go, 25));
  }
}

/** The wire's answer to a script is wrapped, so that an error keeps its text. */
async function run<T>(marionette: Marionette, body: string, args: unknown[], sandbox: string | null): Promise<T> {
  const script = `const [args, done] = [arguments[0], arguments[arguments.length - 1]];
    (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const answer = (await marionette.send('WebDriver:ExecuteAsyncScript', {
    script,
    args: [args],
    sandbox,
    newSandbox: true,
  })) as {
    value: { value?: T; error?: string };
  };
  if (answer.value.error !== undefined) throw new Error(answer.value.error);
  return answer.value.value as T;
}

const keys = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004', ArrowDown: '\uE015', ArrowUp: '\uE013' };

const popupBrowser = `[...document.querySelectorAll('browser.webextension-popup-browser')].find((each) => each.currentURI?.spec.startsWith('${origin}'))`;

export async function openFirefox({ extension, profile, headless }: ReaderOptions): Promise<Firefox> {
  mkdirSync(profile, { recursive: true });
  const downloads = mkdtempSync(join(tmpdir(), 'claimbook-'));
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
    commands?: Record<string, unknown>;
  };
  const extensionId = manifest.browser_specific_settings.gecko.id;
  const lines = Object.entries(preferences(extensionId, downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));

  const { process: child, port } = await start(findBrowser('firefox'), profile, headless);
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const marionette = await connectMarionette(port);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { timeouts: { script: 30_000 } } } });
  await marionette.send('Addon:Install', { path: extension, temporary: true });
  await marionette.send('WebDriver:SetWindowRect', { width: 1280, height: 1000 });
  const { value: tab } = (await marionette.send('WebDriver:GetWindowHandle')) as { value: string };

  // One command at a time: the context (page or browser) and the tab are states of the session.
  let turn: Promise<unknown> = Promise.resolve();
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work, work);
    turn = result.catch(() => {});
    return result;
  }
  const inTab = <T>(handle: string, work: () => Promise<T>) =>
    alone(async () => {
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
      return work();
    });
  /** The extension opens tabs of its own, and those take the front. */
  const toFront = () => alone(() => marionette.send('WebDriver:SwitchToWindow', { handle: tab, focus: true }));
  const inChrome = <T>(body: string, args: unknown[] = []) =>
    alone(async () => {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        const head = `const policy = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}); const extension = policy.extension;`;
        return await run<T>(marionette, head + body, args, 'system');
      } finally {
        await marionette.send('Marionette:SetContext', { value: 'content' });
      }
    });
  const save = async (file: string) => {
    const { value } = (await marionette.send('WebDriver:TakeScreenshot', { full: false })) as { value: string };
    writeFileSync(file, Buffer.from(value, 'base64'));
  };
  const surface = (handle: string, root: string, sandbox: string | null): Surface => ({
    evaluate: (expression) =>
      inTab(handle, () => run(marionette, `return ${withHelpers(root, expression)}`, [], sandbox)),
    screenshot: (file) => inTab(handle, () => save(file)),
  });

  const popupSurface: Surface = {
    evaluate: async <T>(expression: string) => {
      const answer = await inChrome<string>(
        `const browser = ${popupBrowser};
        if (!browser) throw new Error('no popup is open');
        const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
        // What is clicked from outside counts as a person's click: permissions are asked for in one only.
        const script = "const done = arguments[arguments.length - 1];" +
          "const handle = window.windowUtils.setHandlingUserInput(true);" +
          "let value; try { value = " + args[0] + "; } finally { handle.destruct(); }" +
          "value.then((value) => JSON.stringify({ value })).then(done, (error) => done(JSON.stringify({ error: String(error) })))";
        return actor.executeScript(script, [], { async: true, timeout: 10000, sandboxName: 'system', newSandbox: false });`,
        [withHelpers('document', expression)],
      );
      const { value, error } = JSON.parse(answer) as { value: T; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    screenshot: async (file) => {
      const data = await inChrome<string>(`const browser = ${popupBrowser};
        const { width, height } = browser.getBoundingClientRect();
        const image = await browser.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), 1, 'rgba(0, 0, 0, 0)');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        canvas.getContext('2d').drawImage(image, 0, 0);
        return canvas.toDataURL('image/png').split(',')[1];`);
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };

  const clickIn = async (handle: string, x: number, y: number) => {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await inTab(handle, () => marionette.send('WebDriver:PerformActions', { actions: [pointer] }));
  };

  return {
    name: 'firefox',
    inChrome,
    open: async (url) => {
      await toFront();
      await inTab(tab, () => marionette.send('WebDriver:Navigate', { url }));
    },
    toFront: async () => {
      await toFront();
    },
    page: surface(tab, 'document', null),
    card: surface(tab, `document.querySelector('${cardElement}')?.openOrClosedShadowRoot`, 'system'),
    clickAt: (x, y) => clickIn(tab, x, y),
    press: async (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] }));
      await inTab(tab, () =>
        marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] }),
      );
    },
    command: async (name) => {
      await toFront();
      await inChrome(
        `// The very <key> element that the shortcut sets off.
        const key = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] key')].find((each) => each.id.endsWith('-' + args[0]) || each.getAttribute('data-command') === args[0])
        if (key) { key.doCommand(); return; }
        const commands = extension.shortcuts?.commands ?? new Map();
        if (!(await commands).has(args[0])) throw new Error('no command ' + args[0]);
        extension.shortcuts.onCommand(args[0]);`,
        [name],
      );
    },
    openPopup: async () => {
      await toFront();
      await inChrome(`const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);`);
      const deadline = Date.now() + 20_000;
      while (
        !(await inChrome<boolean>(`const global = ${popupBrowser}?.browsingContext?.currentWindowGlobal;
          return Boolean(global && global.documentURI.spec.startsWith('${origin}') && !global.isInitialDocument);`))
      ) {
        if (Date.now() > deadline) throw new Error('The popup does not open');
        await new Promise((go) => setTimeout(go, 25));
      }
      return { ...popupSurface, close: () => inChrome(`${popupBrowser}?.closest('panel')?.hidePopup()`) };
    },
    openExtensionPage: async (path) => {
      const handle = await alone(async () => {
        const created = (await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as {
          handle: string;
        };
        await marionette.send('WebDriver:SwitchToWindow', { handle: created.handle, focus: true });
        await marionette.send('WebDriver:Navigate', { url: `${origin}/${path}` });
        return created.handle;
      });
      const close = async () => {
        await inTab(handle, () => marionette.send('WebDriver:CloseWindow'));
        await alone(() => marionette.send('WebDriver:SwitchToWindow', { handle: tab, focus: true }));
      };
      const page = surface(handle, 'document', null);
      const press = async (role: string, name: string) => {
        const { x, y } = await until<{ x: number; y: number }>(
          page,
          `(() => {
            const element = byRole(${JSON.stringify(role)}, ${JSON.stringify(name)});
            element.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = element.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          })()`,
          `${role} "${name}"`,
        );
        await alone(() => marionette.send('WebDriver:SwitchToWindow', { handle, focus: true }));
        await clickIn(handle, x, y);
      };
      return { ...page, close, press };
    },
    tabId: async () => {
      await toFront();
      return inChrome<number>('return extension.tabManager.getWrapper(gBrowser.selectedTab).id');
    },
    download: async (startDownload) => {
      const before = new Set(readdirSync(downloads));
      await startDownload();
      const deadline = Date.now() + 20_000;
      for (;;) {
        const fresh = readdirSync(downloads).filter((file) => !before.has(file));
        const file = fresh.find((name) => !name.endsWith('.part') && statSync(join(downloads, name)).size > 0);
        if (file && !fresh.some((name) => name.endsWith('.part'))) return join(downloads, file);
        if (Date.now() > deadline) throw new Error('No download has arrived');
        await new Promise((go) => setTimeout(go, 25));
      }
    },
    colorScheme: (scheme) =>
      inChrome(
        `// Pages follow the first, the popup, as a part of the browser, the second.
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', args[0] ? 0 : 1);
        Services.prefs.setIntPref('ui.systemUsesDarkTheme', args[0]);`,
        [scheme === 'dark' ? 1 : 0],
      ),
    killBackground: () => inChrome('await extension.terminateBackground({ disableResetIdleForTest: true })'),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
    close: async () => {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      marionette.close();
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await closed;
      clearTimeout(timer);
    },
    closed,
  };
}
