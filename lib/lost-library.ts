/** What stands outside the library about it: that it is there, and that the browser has thrown one away. */
import { browser } from 'wxt/browser';
import { type LibraryMark, libraryMarkSchema } from './library/identity';

/** Entries of the browser's own storage, which outlives the database. */
const [markKey, lostKey] = ['library', 'lostLibrary'] as const;

const markIn = (stored: unknown): LibraryMark | null => {
  const parsed = libraryMarkSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
};

const read = async (key: string) => markIn((await browser.storage.local.get(key))[key]);

export const readMark = (): Promise<LibraryMark | null> => read(markKey);

/** @param lost the mark of a library that is gone; what was noticed before and not yet read by the person stays */
export async function keepMark(mark: LibraryMark, lost: LibraryMark | null): Promise<void> {
  await browser.storage.local.set({ [markKey]: mark, ...(lost ? { [lostKey]: lost } : {}) });
}

/** The library is about to be deleted by the person's will: nobody is to miss it. */
export async function forgetMark(): Promise<void> {
  await browser.storage.local.remove([markKey, lostKey]);
}

/** The library that was lost, until the person has taken note; null when none was. */
export const lostLibrary = (): Promise<LibraryMark | null> => read(lostKey);

/** Calls back when one is noticed to be lost, or the person has taken note. @returns stops watching */
export function watchLost(changed: (lost: LibraryMark | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[lostKey]) changed(markIn(changes[lostKey].newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

export const tookNote = (): Promise<void> => browser.storage.local.remove(lostKey);
