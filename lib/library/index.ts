/**
 * The library's one door. Reading works in every page of the extension (also as live queries); reports are written by the
 * background alone, which pages ask through lib/messages.ts.
 */

export { daysInBin, deleteReports, emptyBin, emptyOldBin, restoreReports } from './bin';
export { contextOf } from './context';
export { cleanTags, editReport, getDraft, keepDraft } from './edit';
export { LibraryError, type LibraryErrorCode } from './errors';
export * from './read';
export type * from './rows';
export { type Reading, saveReport } from './save';
export type * from './schema';
export { askToPersist, type StorageState, storageState } from './storage';
