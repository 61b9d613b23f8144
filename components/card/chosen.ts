/** The card as the person chose it: its language and its colours. */
import type { Tone } from '../../lib/highlight/tone';
import { askBackground } from '../../lib/messages';
import { readSettings, type Settings, watchSettings } from '../../lib/settings';
import { speak } from '../../lib/ui-text/language';

let theme: Settings['theme'] = 'system';
let ready: Promise<void> | null = null;

async function take(settings: Settings): Promise<void> {
  theme = settings.theme;
  await speak(
    settings.language,
    async (language) => new Map(Object.entries(await askBackground('words', { language }))),
  );
}

/** Resolves when the words are there; also followed when they change. A card without the choices is better than no card. */
export function chosen(): Promise<void> {
  if (!ready) {
    ready = readSettings()
      .then(take)
      .catch(() => {});
    watchSettings((settings) => {
      ready = take(settings).catch(() => {});
    });
  }
  return ready;
}

/** Never a bright card on a dark page, unless it was asked for. @returns '' for the system's scheme */
export const themeOn = (ground: Tone): 'light' | 'dark' | '' =>
  theme !== 'system' ? theme : ground === 'dark' ? 'dark' : '';
