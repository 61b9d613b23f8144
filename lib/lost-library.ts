/** What stands outside the library about it: that it is there, and that the browser has thrown one away. */
import { storage } from 'wxt/utils/storage';
import { type LibraryMark, libraryMarkSchema } from './library/identity';

const markItem = storage.defineItem<unknown>('local:library');
const lostItem = storage.defineItem<unknown>('local:lostLibrary');

const markIn = (stored: unknown): LibraryMark | null => {
  const parsed = libraryMarkSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
};

export const readMark = async (): Promise<LibraryMark | null> => markIn(await markItem.getValue());

/** @param lost the mark of a library that is gone; what was noticed before and not yet read by the person stays */
export async function keepMark(mark: LibraryMark, lost: LibraryMark | null): Promise<void> {
  // First what the person must hear: a background that dies in between looks again.
  if (lost) await lostItem.setValue(lost);
  await markItem.setValue(mark);
}

/** The library is about to be deleted by the person's will: nobody is to miss it. */
export async function forgetMark(): Promise<void> {
  await markItem.removeValue();
  await lostItem.removeValue();
}

/** The library that was lost, until the person has taken note; null when none was. */
export const lostLibrary = async (): Promise<LibraryMark | null> => markIn(await lostItem.getValue());

/** Calls back when one is noticed to be lost, or the person has taken note. @returns stops watching */
export const watchLost = (changed: (lost: LibraryMark | null) => void): (() => void) =>
  lostItem.watch((stored) => changed(markIn(stored)));

export const tookNote = (): Promise<void> => lostItem.removeValue();
