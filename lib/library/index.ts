/**
 * The library's one door. Reading works in every page of the extension (also as live queries); reports are written by the
 * background alone, which pages ask through lib/messages.ts. Import and wiping run in the page where the person watches
 * them: a backup does not fit into a message, and a worker may be killed half way.
 */
export { daysInBin, deleteReports, emptyBin, emptyOldBin, restoreReports } from './bin';
export { contextOf } from './context';
export { cleanTags, editReport, getDraft, keepDraft, tagReports } from './edit';
export { LibraryError, type LibraryErrorCode } from './errors';
export { cancelJob, forgetJob, listJobs } from './jobs';
export { type Conflict, type MergeResult, mergePart } from './merge';
export type { Reading } from './new-report';
export * from './read';
export type * from './rows';
export { saveReport } from './save';
export { forgetSearch, listSavedSearches, restoreSearch, saveSearch } from './saved-searches';
export type * from './schema';
export { askToPersist, type StorageState, storageState } from './storage';
export {
  listNewestStories,
  listStories,
  listStoryReports,
  listStoryRows,
  moveToStory,
  renameStory,
} from './stories';
export { type StoryView, storyViews } from './story-views';
export { takeOut, takeOutAll, wipeLibrary } from './take-out';
