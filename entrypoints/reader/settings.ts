/** The settings as the page script needs them: read without the schemas of `lib/settings.ts`, entry by entry, defaults for the rest. */
import { browser } from 'wxt/browser';
import type { ActorKind } from '../../lib/annotation';
import type { Settings as AllSettings, Density, Palette } from '../../lib/settings';

/** The entries that concern a page. */
export type Settings = Pick<AllSettings, 'marksOn' | 'sitesOff' | 'pagesOff' | 'density' | 'kinds' | 'palette'>;

const kinds: readonly ActorKind[] = ['person', 'organization', 'place', 'group'];
const palettes: readonly Palette[] = ['amber', 'blue', 'green', 'violet'];
const densities: readonly Density[] = ['claims', 'claims-and-actors', 'everything'];

export function restore(stored: unknown): Settings {
  const entries = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const list = (value: unknown) => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
  return {
    marksOn: entries['marksOn'] !== false,
    sitesOff: list(entries['sitesOff']),
    pagesOff: list(entries['pagesOff']),
    density: densities.find((density) => density === entries['density']) ?? 'claims-and-actors',
    kinds: kinds.filter((kind) => !Array.isArray(entries['kinds']) || entries['kinds'].includes(kind)),
    palette: palettes.find((palette) => palette === entries['palette']) ?? 'amber',
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
  // A page that comes back from the browser's memory heard nothing while it was there.
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void readSettings().then(changed);
  };
  addEventListener('pageshow', back, { signal });
  signal.addEventListener('abort', () => browser.storage.onChanged?.removeListener(listener));
}

export function marksOnAt(settings: Settings, canonicalUrl: string): boolean {
  const site = location.hostname.replace(/^www\./, '');
  return settings.marksOn && !settings.sitesOff.includes(site) && !settings.pagesOff.includes(canonicalUrl);
}
