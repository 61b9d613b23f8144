/**
 * The background: engine, only writer of the library, and what only an extension's background may do in tabs. The browser
 * may kill it between any two lines, so nothing that matters lives in its memory, and every listener is set up at once.
 */
import { answer, backgroundProtocol } from '../../lib/messages';
import { walkOnCommand } from './commands';
import { handlers } from './handlers';
import { clearOldBin } from './housekeeping';
import { injectInto, keepRegistered, stopRevoked } from './reader-scripts';

export default defineBackground({
  type: 'module',
  main() {
    answer('background', backgroundProtocol, handlers);

    browser.permissions.onAdded.addListener(({ origins }) => {
      void keepRegistered().then(() => injectInto(origins ?? []));
    });
    browser.permissions.onRemoved.addListener(() => {
      void keepRegistered();
      void stopRevoked();
    });
    browser.runtime.onStartup.addListener(() => {
      void keepRegistered();
      void clearOldBin();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void keepRegistered().then(async () => {
        if (reason !== 'install') return;
        const { origins } = await browser.permissions.getAll();
        await injectInto(origins ?? []);
        // Where a site is granted already (a managed install, a demo) there is nothing left to choose.
        if (!origins?.length) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') });
      });
    });
    browser.commands?.onCommand.addListener((command, tab) => void walkOnCommand(command, tab?.id));
  },
});
