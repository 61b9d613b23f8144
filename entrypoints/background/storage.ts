/** What the library's storage needs once after each start of the browser. */
import { storage } from 'wxt/utils/storage';
import { startFreshLog } from '../../lib/library/fresh-log';
import { recognise } from '../../lib/library/identity';
import { keepMark, readMark } from '../../lib/lost-library';

/** Forgotten when the browser ends. */
const lookedAfter = storage.defineItem<boolean>('session:storageLookedAfter', { fallback: false });

let ready: Promise<void> | undefined;

/**
 * Settles when the library may be written to: what is written to an old log before a new one is begun would be lost with it. Never rejects; once
 * a start of the browser it takes some 40 ms.
 */
export function storageReady(): Promise<void> {
  ready ??= lookAfterStorage();
  return ready;
}

/** A background that dies on the way begins again the next time; a library that cannot be opened says so where a person looks. */
async function lookAfterStorage(): Promise<void> {
  try {
    if (await lookedAfter.getValue()) return;
    if (import.meta.env.CHROME) await startFreshLog();
    const { mark, lost } = await recognise(await readMark(), new Date().toISOString());
    await keepMark(mark, lost);
    await lookedAfter.setValue(true);
  } catch {}
}
