/** Leaves a profile as a Chromium leaves it that is killed while it writes to IndexedDB. */
import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** LevelDB's log format (doc/log_format.md there): blocks of 32 KiB, records of checksum (4 bytes), length (2), type (1) and data. */
const block = 32_768;
const header = 7;

/**
 * Writes half a record to the end of the log of every database in a profile whose browser is closed.
 * @returns how many logs there were
 */
export function leaveHalfRecord(profile: string): number {
  const stored = join(profile, 'Default', 'IndexedDB');
  const databases = readdirSync(stored).filter((name) => name.endsWith('.leveldb'));
  for (const database of databases) {
    const folder = join(stored, database);
    const log = readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .at(-1);
    if (!log) throw new Error(`no log in ${folder}`);
    const file = join(folder, log);
    const left = block - (statSync(file).size % block);
    // What is left of a block is filled with zeros when no record fits into it.
    const padding = left <= 2 * header ? left : 0;
    const length = Math.min(200, (padding ? block : left) - header);
    const half = Buffer.alloc(padding + header + Math.floor(length / 2), 0);
    half.writeUInt32LE(0x5eed, padding);
    half.writeUInt16LE(length, padding + 4);
    half.writeUInt8(1, padding + 6);
    appendFileSync(file, half);
  }
  return databases.length;
}
