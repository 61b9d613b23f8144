/**
 * The background: engine, only writer of the library, and what only an extension's background may do in tabs. The browser
 * may kill it between any two lines, so nothing that matters lives in its memory, and every listener is set up at once.
 */
import { answer, backgroundProtocol } from '../../lib/messages';
import { readSettings, type Settings, watchSettings } from '../../lib/settings';
import { speak } from '../../lib/ui-text/language';
import { onCommand } from './commands';
import { handlers } from './handlers';
import { clearOldBin } from './housekeeping';
import { resume } from './jobs';
import { makeMenus, onMenuClick } from './menus';
import { openPanel, setButton } from './panel';
import { injectInto, keepRegistered, stopRevoked } from './reader-scripts';
import { storageReady } from './storage';

/** Milliseconds after which the event that woke the background has had its answer. */
const settled = 2000;

export default defineBackground({
  type: 'module',
  main() {
    answer('background', backgroundProtocol, handlers);

    void storageReady();
    // Work that a dead background left, and what is due: after what has woken this one is answered.
    setTimeout(() => void resume(), settled);

    browser.permissions.onAdded.addListener(({ origins }) => {
      void keepRegistered().then(() => injectInto(origins ?? []));
    });
    browser.permissions.onRemoved.addListener(() => {
      void keepRegistered();
      void stopRevoked();
    });
    browser.runtime.onStartup.addListener(() => {
      void take(readSettings());
      void keepRegistered();
      void clearOldBin();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void take(readSettings());
      void keepRegistered().then(async () => {
        if (reason !== 'install' && reason !== 'update') return;
        const { origins } = await browser.permissions.getAll();
        // After an update the readers in open pages are orphans: fresh ones take their place.
        await injectInto(origins ?? []);
        if (reason !== 'install') return;
        // Where a site is granted already (a managed install, a demo) there is nothing left to choose.
        if (!origins?.length) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') });
      });
    });
    browser.commands?.onCommand.addListener((command, tab) => void onCommand(command, tab));
    browser.action.onClicked.addListener(({ windowId }) => void openPanel(windowId));
    browser.contextMenus.onClicked.addListener((info, tab) => void onMenuClick(info, tab).catch(tell));
    watchSettings((settings) => void take(settings));
  },
});

let taken: Promise<void> = Promise.resolve();

/** What the browser shows of ours outside of pages: the menu in the language chosen, and what the button opens. One at a time. */
function take(settings: Settings | Promise<Settings>): Promise<void> {
  taken = taken
    .then(async () => {
      const { language, button } = await settings;
      await speak(language);
      await Promise.all([makeMenus(), setButton({ button })]);
    })
    .catch(tell);
  return taken;
}

/** A page that no extension may read has no place to say so: the console has. */
const tell = (error: unknown) => console.warn(error instanceof Error ? error.message : error);
