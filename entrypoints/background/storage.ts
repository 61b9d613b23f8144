/** What the library's storage needs once after each start of the browser. */
import { storage } from 'wxt/utils/storage';
import { startFreshLog } from '../../lib/library/fresh-log';
import { recognise } from '../../lib/library/identity';
import { keepMark, readMark } from '../../lib/lost-library';

/** Forgotten when the browser ends. */
const lookedAfter = storage.defineItem<boolean>('session:storageLookedAfter', { fallback: false });

/** A background that dies on the way begins again the next time; a library that cannot be opened says so where a person looks. */
export async function lookAfterStorage(): Promise<void> {
  try {
    if (await lookedAfter.getValue()) return;
    if (import.meta.env.CHROME) await startFreshLog();
    const { mark, lost } = await recognise(await readMark(), new Date().toISOString());
    await keepMark(mark, lost);
    await lookedAfter.setValue(true);
  } catch {}
}
