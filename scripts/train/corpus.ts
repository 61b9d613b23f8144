/** Reads the training data: JSON Lines files, gzipped or not, in a folder given on the command line. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Row {
  id: string;
  text: string;
  /** start, end (UTF-16), kind; in the files on actors. */
  entities?: [number, number, string][];
  /** Spans of kinds that are no actors. */
  other?: [number, number, string][];
}

/**
 * @param folders one folder or several, separated by commas
 * @param name without ".jsonl" or ".jsonl.gz"
 * @throws Error when there is no such file
 */
export function readRows(folders: string, name: string): Row[] {
  const files = folders
    .split(',')
    .flatMap((folder) => [join(folder, `${name}.jsonl`), join(folder, `${name}.jsonl.gz`)]);
  const file = files.find((path) => existsSync(path));
  if (!file) throw new Error(`No ${name}.jsonl or ${name}.jsonl.gz in ${folders}`);
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row);
}

/** The value of `--name value` on the command line. */
export function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at >= 0 ? process.argv[at + 1] : undefined) ?? fallback;
}
