/** Whatever a person chooses to import: a backup, annotations, saved pages. What it is shows in the files, not in their names. */
import type { Article } from '../article/article';
import { type Brought as BroughtAnnotation, type BroughtResult, bringAnnotations } from '../library/annotations';
import type { Said } from '../said';
import { type ImportPlan, planImport } from './exchange';
import { ImportError } from './import';
import { readSavedPage, type SavedPage } from './import-pages';
import { isAnnotations, readAnnotations } from './import-w3c';

export type FilesPlan =
  | { kind: 'library'; plan: ImportPlan }
  | { kind: 'annotations'; annotations: BroughtAnnotation[]; result: BroughtResult }
  /** Articles to save one by one, and files that are none, with the reason. */
  | { kind: 'pages'; articles: Article[]; refused: { name: string; reason: Said }[] };

const htmlName = /\.x?html?$/i;
/** Other programs' files are read whole: annotations are short. */
const longestForeign = 100_000_000;

const isPage = async (file: File) =>
  htmlName.test(file.name) || /^\s*(?:<!--|<!doctype html|<html)/i.test(await file.slice(0, 500).text());

/** Says what importing would change; writes nothing. @param parse as for `readSavedPage`. @throws ImportError, LibraryError */
export async function planFiles(files: readonly File[], parse: (html: string) => Document): Promise<FilesPlan> {
  const [first] = files;
  if (!first) throw new ImportError('failure.import.noFile');
  const pages: File[] = [];
  for (const file of files) if (await isPage(file)) pages.push(file);
  if (pages.length) {
    const read: SavedPage[] = [];
    for (const file of files)
      read.push(
        pages.includes(file)
          ? await readSavedPage(file, parse)
          : { name: file.name, reason: [{ key: 'failure.import.notHtml' }] },
      );
    return {
      kind: 'pages',
      articles: read.flatMap((one) => ('article' in one ? [one.article] : [])),
      refused: read.flatMap((one) => ('reason' in one ? [one] : [])),
    };
  }
  if (files.length > 1) throw new ImportError(['failure.import.oneAtATime', 'failure.import.nothing']);
  if (first.size < longestForeign && !(await first.slice(0, 200).text()).includes('claimbook-library')) {
    const data = parsed(await first.text());
    if (isAnnotations(data)) {
      const annotations = readAnnotations(data);
      return { kind: 'annotations', annotations, result: await bringAnnotations(annotations, { dryRun: true }) };
    }
  }
  return { kind: 'library', plan: await planImport(first) };
}

/** What is no JSON is refused by the reader of backups, which says why. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
