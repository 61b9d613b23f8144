import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { t } from '../../lib/ui-text/text';

/** The manifest's commands in the order in which a person meets them. */
const words = {
  _execute_action: 'commands.open',
  'next-mark': 'commands.nextMark',
  'previous-mark': 'commands.previousMark',
  'open-panel': 'commands.openPanel',
  'open-library': 'commands.openLibrary',
} as const;

/** The keys as they are set in this browser: asked again when the person comes back from changing them. */
function useKeys(): Map<string, string> | null {
  const [keys, setKeys] = useState<Map<string, string> | null>(null);
  useEffect(() => {
    const read = () =>
      void browser.commands
        ?.getAll()
        .then((all) => setKeys(new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]))));
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return keys;
}

/** @param all also those that no key is set for */
export function KeyList({ all }: { all?: boolean }) {
  const keys = useKeys();
  if (!keys) return null;
  return (
    <dl className="keys">
      {Object.entries(words).flatMap(([name, key]) => {
        const shortcut = keys.get(name);
        if (!keys.has(name) || (!shortcut && !all)) return [];
        return (
          <div key={name}>
            <dt>{t(key)}</dt>
            <dd>{shortcut ? <Shortcut keys={shortcut} /> : <span className="cb-muted">{t('settings.noKey')}</span>}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** "Alt+Shift+J" as keys; a Mac's "⌥⇧J" is one piece. */
function Shortcut({ keys }: { keys: string }) {
  return (
    <kbd className="shortcut" dir="ltr">
      {keys.split('+').map((key, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never move
        <kbd key={at}>{key}</kbd>
      ))}
    </kbd>
  );
}

/** The browser's own page for extension shortcuts, which no link in a page can lead to. */
export async function openShortcutPage(): Promise<void> {
  const { commands } = browser as { commands?: { openShortcutSettings?: () => Promise<void> } };
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
