/** What the library's storage needs once after each start of the browser. */
import { browser } from 'wxt/browser';
import { startFreshLog } from '../../lib/library/fresh-log';
import { libraryIsThere, recognise } from '../../lib/library/identity';
import { keepMark, readMark } from '../../lib/lost-library';

/** An entry of the storage that is forgotten when the browser ends. */
const lookedAfter = 'storageLookedAfter';

let ready: Promise<void> | undefined;

/**
 * Settles when the library may be written to: what is written to an old log before a new one is begun would be lost with it. Never rejects; once
 * a start of the browser it takes some 40 ms.
 */
export function storageReady(): Promise<void> {
  ready ??= lookAfterStorage();
  return ready;
}

/** What is missed by a background that dies on the way, or by a library that cannot be opened now, is found at the next start. */
async function lookAfterStorage(): Promise<void> {
  try {
    const { session } = browser.storage;
    if ((await session.get(lookedAfter))[lookedAfter]) return;
    const known = await readMark();
    // Before anything was kept there is nothing to look after, and nothing is written.
    const there = known !== null || (await libraryIsThere());
    if (there && import.meta.env.CHROME) await startFreshLog().catch(() => {});
    await session.set({ [lookedAfter]: true });
    if (!there) return;
    const { mark, lost } = await recognise(known, new Date().toISOString());
    await keepMark(mark, lost);
  } catch {}
}
