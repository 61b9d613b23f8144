/**
 * Backup files by the downloads API: on a schedule the person chose, or at once. The permission is asked in the click that chooses
 * it; without it nothing is written.
 */
import { browser } from 'wxt/browser';
import { exportLibrary } from '../../lib/export/exchange';
import { Failure, saidOf } from '../../lib/failure';
import { countReports } from '../../lib/library';
import { isDue, lastBackup, noteBackup } from '../../lib/library/backup';
import { askOffscreen } from '../../lib/offscreen';
import { readSettings } from '../../lib/settings';

/** Where backups go, below the browser's folder for downloads. */
const folder = 'Claimbook';

const mayDownload = () => browser.permissions.contains({ permissions: ['downloads'] });

interface Address {
  name: string;
  url: string;
  /** Lets go of what is behind the address. */
  release: () => Promise<void>;
}

/** A service worker cannot make addresses for what it has in memory: Chrome's offscreen page does, with the same code. */
async function written(): Promise<Address> {
  if (typeof URL.createObjectURL === 'function') {
    const { name, blob } = await exportLibrary({ format: 'json', reportIds: null });
    const url = URL.createObjectURL(blob);
    return { name, url, release: async () => URL.revokeObjectURL(url) };
  }
  const offscreen = browser.offscreen as unknown as {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
  const close = () => offscreen.closeDocument().catch(() => {});
  // One that a killed worker left open would be in the way.
  await close();
  await offscreen.createDocument({
    url: 'offscreen.html',
    reasons: ['BLOBS'],
    justification: 'Makes the backup file that the person asked for.',
  });
  try {
    return { ...(await askOffscreen()), release: close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Changed = Parameters<Parameters<typeof browser.downloads.onChanged.addListener>[0]>[0];

/** @throws Error for people when the browser ends the download early */
async function download({ url, name }: Address): Promise<void> {
  let id: number | undefined;
  const early: Changed[] = [];
  let settle = (_: Changed) => {};
  const ended = new Promise<void>((resolve, reject) => {
    settle = (change) => {
      if (id === undefined) early.push(change);
      else if (change.id === id && change.state?.current === 'complete') resolve();
      else if (change.id === id && change.state?.current === 'interrupted')
        reject(
          new Failure([{ key: 'failure.backup.notWritten', values: { code: change.error?.current ?? 'interrupted' } }]),
        );
    };
  });
  browser.downloads.onChanged.addListener(settle);
  try {
    id = await browser.downloads.download({
      url,
      filename: `${folder}/${name}`,
      conflictAction: 'uniquify',
      saveAs: false,
    });
    for (const change of early) settle(change);
    await ended;
  } finally {
    browser.downloads.onChanged.removeListener(settle);
  }
}

/** Two events at once must not write two files. */
let running: Promise<string> | null = null;

/** @returns the file's name, after it is written. @throws Error for people */
export function backUp(): Promise<string> {
  running ??= write().finally(() => {
    running = null;
  });
  return running;
}

async function write(): Promise<string> {
  try {
    if (!(await mayDownload())) throw new Failure('failure.backup.refused');
    const address = await written();
    try {
      await download(address);
    } finally {
      await address.release();
    }
    await noteBackup({ at: new Date().toISOString(), name: address.name, error: null, said: null });
    return address.name;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await noteBackup({ error: message, said: saidOf(error) }).catch(() => {});
    throw error;
  }
}

/** Writes a backup when the person's schedule asks for one. What goes wrong is kept for the settings to show. */
export async function backUpWhenDue(now = Date.now()): Promise<void> {
  const { backup } = await readSettings();
  if (backup === 'never' || !isDue(backup, await lastBackup(), now)) return;
  if ((await countReports()) === 0) return;
  // Also where the permission was taken back: who counts on a backup must be told that there is none.
  await backUp().catch(() => {});
}
