/** What the person chose: kept by the browser's storage, read by every context, validated whenever it is read. */
import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { actorKindSchema } from './annotation';

export const densitySchema = z.enum(['claims', 'claims-and-actors', 'everything']);
export const themeSchema = z.enum(['system', 'light', 'dark']);
/** Colours of the marks in pages; `amber` is what marks.css calls plain. Their lines differ in shape whatever the colour. */
export const paletteSchema = z.enum(['amber', 'blue', 'green', 'violet']);
export const buttonSchema = z.enum(['popup', 'panel']);
export const backupSchema = z.enum(['never', 'day', 'week', 'month']);

export const settingsSchema = z.object({
  /** False: no marks on any page. */
  marksOn: z.boolean(),
  /** Sites (host names without "www.") where nothing is marked. */
  sitesOff: z.array(z.string()),
  /** Addresses of single pages where nothing is marked. */
  pagesOff: z.array(z.string()),
  /** What is marked: claims; claims and actors; everything, minor claims included. */
  density: densitySchema,
  /** Kinds of actors that are marked, where the density marks actors at all. */
  kinds: z.array(actorKindSchema),
  palette: paletteSchema,
  /** Colours of Claimbook's own pages and card. */
  theme: themeSchema,
  /** Language of the interface, as `locales/` names it; null: the browser's. */
  language: z.nullable(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  /** What the toolbar button opens. */
  button: buttonSchema,
  /** How often a backup is written by itself. */
  backup: backupSchema,
});
export type Density = z.infer<typeof densitySchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Palette = z.infer<typeof paletteSchema>;
export type BackupSchedule = z.infer<typeof backupSchema>;
export type Settings = z.infer<typeof settingsSchema>;

/** Every entry that a later version adds needs its default here: settings of an older version are read with it. */
export const defaultSettings: Settings = {
  marksOn: true,
  sitesOff: [],
  pagesOff: [],
  density: 'claims-and-actors',
  kinds: ['person', 'organization', 'place', 'group'],
  palette: 'amber',
  theme: 'system',
  language: null,
  button: 'popup',
  backup: 'never',
};

/** Newest pages kept in `pagesOff`: a list that only grows would slow down every page. */
const pagesOffKept = 500;

const item = storage.defineItem<unknown>('local:settings');

/** Keeps every entry that is valid and replaces the rest by its default, so that one damaged entry loses no other. */
export function restoreSettings(stored: unknown): Settings {
  const entries = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const kept = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const value = Object.hasOwn(entries, name) ? schema.safeParse(entries[name]) : null;
    return value?.success ? [[name, value.data]] : [];
  });
  return { ...defaultSettings, ...Object.fromEntries(kept) };
}

export async function readSettings(): Promise<Settings> {
  return restoreSettings(await item.getValue());
}

/** Changes run one after the other: two at once must not both start from what was before them. */
let last: Promise<unknown> = Promise.resolve();

/** Changes the given entries and leaves the others. @returns the settings afterwards. */
export function changeSettings(change: Partial<Settings>): Promise<Settings> {
  return write(() => change);
}

function write(changeOf: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const written = last.then(async () => {
    const before = await readSettings();
    const settings = restoreSettings({ ...before, ...changeOf(before) });
    await item.setValue({ ...settings, pagesOff: settings.pagesOff.slice(-pagesOffKept) });
    return settings;
  });
  last = written.catch(() => {});
  return written;
}

/** Calls back on every change, from whichever context. @returns stops watching. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return item.watch((stored) => changed(restoreSettings(stored)));
}

/** The site that `url` belongs to, as `sitesOff` names it; null for an address without a host. */
export function siteOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}

/** Is anything to be marked on this page? `url`: the article's canonical address. */
export function marksOnAt(settings: Settings, url: string): boolean {
  return settings.marksOn && !settings.sitesOff.includes(siteOf(url) ?? '') && !settings.pagesOff.includes(url);
}

/** Turns marks on or off on one page, on one site, or everywhere. Turning on at a page also turns its site and everything on. */
export function setMarks(on: boolean, where: 'page' | 'site' | 'everywhere', url: string): Promise<Settings> {
  const site = siteOf(url);
  const without = (list: string[], entry: string | null) => list.filter((other) => other !== entry);
  return write((settings) => {
    const sitesOff = without(settings.sitesOff, site);
    const pagesOff = without(settings.pagesOff, url);
    if (on) {
      if (where === 'everywhere') return { marksOn: true };
      return { marksOn: true, sitesOff, pagesOff: where === 'page' ? pagesOff : settings.pagesOff };
    }
    if (where === 'everywhere') return { marksOn: false };
    if (where === 'site') return { sitesOff: site ? [...sitesOff, site] : sitesOff };
    return { pagesOff: [...pagesOff, url] };
  });
}
