/** JSON Lines in and out for the contract commands. */
import { createInterface } from 'node:readline';

// A reader that stops early (head) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

export type Row = Record<string, unknown> & { id: string };

/** Ends the process: one line on standard error, exit status 2. */
export function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/**
 * Yields the objects on standard input. A line that is not valid JSON, or lacks one of `required` as a string, ends the
 * process with one line on standard error that names the line number; blank lines are skipped.
 */
export async function* readRows(required: readonly string[]): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (!line.trim()) continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (error) {
      refuse(`line ${number}: not valid JSON (${(error as Error).message})`);
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row)) refuse(`line ${number}: not a JSON object`);
    const lacking = required.find((key) => typeof (row as Row)[key] !== 'string');
    if (lacking) refuse(`line ${number}: "${lacking}" is missing or not a string`);
    yield row as Row;
  }
}

/** Writes and waits while the reader of the pipe is slower than we are. */
export async function writeText(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((go) => process.stdout.once('drain', go));
}

/** Writes one object a line. */
export const writeRow = (row: unknown) => writeText(`${JSON.stringify(row)}\n`);

export const optionalString = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
