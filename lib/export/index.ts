/** Export's one door: what a page needs to hand the person a file, and to read one back. */
export { exportFile, fileNameFor } from './file';
export { findFormat, formats } from './formats';
export { ImportError, readLibraryFile } from './import';
export type { ExportItem, Format } from './item';
export { type LibraryFile, writeLibrary } from './json';
