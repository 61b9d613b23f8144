/** The settings as the page script needs them: read without the schemas of `lib/settings.ts`, entry by entry, defaults for the rest. */
import { browser } from 'wxt/browser';
import type { Density, Settings } from '../../lib/settings';

const densities: readonly Density[] = ['claims', 'claims-and-actors', 'everything'];

export function restore(stored: unknown): Settings {
  const entries = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const list = (value: unknown) => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
  return {
    marksOn: entries['marksOn'] !== false,
    sitesOff: list(entries['sitesOff']),
    pagesOff: list(entries['pagesOff']),
    density: densities.find((density) => density === entries['density']) ?? 'claims-and-actors',
  };
}

/** Must name the same storage entry as `lib/settings.ts`. */
const key = 'settings';

export async function readSettings(): Promise<Settings> {
  try {
    return restore((await browser.storage.local.get(key))[key]);
  } catch {
    // Storage out of reach: as if nothing had been chosen.
    return restore(null);
  }
}

export function watchSettings(changed: (settings: Settings) => void, signal: AbortSignal) {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[key]) changed(restore(changes[key].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged?.removeListener(listener));
}

export function marksOnAt(settings: Settings, canonicalUrl: string): boolean {
  const site = location.hostname.replace(/^www\./, '');
  return settings.marksOn && !settings.sitesOff.includes(site) && !settings.pagesOff.includes(canonicalUrl);
}
