/** A backup of a library that cannot be opened: newer than this version, or damaged. */
import { rescueLibrary as readRescued } from '../library/rescue';
import type { Said } from '../said';
import type { ExportedFile } from './exchange';
import { writeLibrary } from './json';

export interface RescuedFile extends ExportedFile {
  reports: number;
  /** What could not be read, for people. */
  lost: Said[];
}

/** Reads only; what is stored stays as it is. @throws LibraryError when nothing is stored */
export async function rescueLibrary(): Promise<RescuedFile> {
  const { reports, belongings, lost } = await readRescued();
  const now = new Date().toISOString();
  const blob = new Blob([...writeLibrary(reports, belongings, now)], { type: 'application/json' });
  return { name: `claimbook rescued ${now.slice(0, 10)}.json`, blob, reports: reports.length, lost };
}
