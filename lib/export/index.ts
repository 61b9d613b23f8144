/** Export's one door: what a page needs to hand the person a file, and to read one back. */
export {
  type ExportedFile,
  exportLibrary,
  type ImportPlan,
  importRunner,
  planImport,
  runImport,
  startImport,
} from './exchange';
export { formats } from './formats';
export { ImportError } from './import';
export { type FilesPlan, planFiles } from './import-files';
export type { Format } from './item';
export { writeNotes } from './notes';
export { rescueLibrary } from './rescue';
