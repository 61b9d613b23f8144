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

/** @param name without ".jsonl" or ".jsonl.gz". @throws Error when there is no such file */
export function readRows(folder: string, name: string): Row[] {
  const plain = join(folder, `${name}.jsonl`);
  const zipped = `${plain}.gz`;
  if (!existsSync(plain) && !existsSync(zipped)) throw new Error(`No ${name}.jsonl or ${name}.jsonl.gz in ${folder}`);
  const text = existsSync(plain) ? readFileSync(plain, 'utf8') : gunzipSync(readFileSync(zipped)).toString('utf8');
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
