/** The training scripts make the same files from the same data: run on a small corpus of our own sentences, as anyone would run them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeModel } from '../../../lib/language/tagger/model';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder = '';

/** Sentences with names in brackets: "[person Ada Berg] works for [organization Norsk Bank]." */
const patterns = [
  '[person %] works for [organization Norsk Bank] in [place Oslo].',
  'On Monday [organization Norsk Bank] said that [person %] had left [place Bergen].',
  '[group Norwegian] officials met [person %] near [place Oslo] in March.',
  'The bank said [person %] was right about the harbour.',
];
const people = ['Ada Berg', 'Nils Holm', 'Kari Moe', 'Jon Vik', 'Eva Lund', 'Per Dahl'];

function corpus(): string {
  return people
    .flatMap((name) => patterns.map((pattern) => pattern.replace('%', name)))
    .map((marked, index) => {
      const entities: [number, number, string][] = [];
      let text = '';
      for (const part of marked.split(/(\[[^\]]+\])/)) {
        const [, kind, name] = /^\[(\w+) (.+)\]$/.exec(part) ?? [];
        if (kind && name) entities.push([text.length, text.length + name.length, kind]);
        text += name ?? part;
      }
      return JSON.stringify({ id: `own/${index}`, text, entities });
    })
    .join('\n');
}

function run(script: string, ...options: string[]): void {
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/train', script), ...options], {
    cwd: root,
    stdio: 'pipe',
  });
}
const digest = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimbook-train-'));
  writeFileSync(join(folder, 'own.jsonl'), corpus());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the training scripts', () => {
  const pass = (out: string, ...more: string[]) =>
    run(
      'actors.ts',
      '--data',
      folder,
      '--sources',
      'own:1',
      '--epochs',
      '3',
      '--averaged',
      '2',
      '--dropout',
      '0.2',
      '--out',
      join(folder, out),
      ...more,
    );

  it('make the same first and second pass again, byte for byte, and another one from another seed', () => {
    const files = ['a', 'b'].map((name) => {
      pass(`${name}-0.bin`, '--fold', '0');
      pass(`${name}-1.bin`, '--fold', '1');
      pass(`${name}.bin`, '--seeds', '2');
      run(
        'actors-second.ts',
        '--data',
        folder,
        '--sources',
        'own:1',
        '--epochs',
        '2',
        '--fold0',
        join(folder, `${name}-0.bin`),
        '--fold1',
        join(folder, `${name}-1.bin`),
        '--main',
        join(folder, `${name}.bin`),
        '--out',
        join(folder, `${name}-second.bin`),
      );
      return [digest(`${name}.bin`), digest(`${name}-second.bin`)];
    });
    expect(files[0]).toEqual(files[1]);
    pass('c.bin', '--seeds', '2', '--seed', '5');
    expect(digest('c.bin')).not.toBe(files[0]?.[0]);
    expect(decodeModel('a.bin', new Uint8Array(readFileSync(join(folder, 'a.bin')))).labels).toContain('U-person');
  }, 240_000);
});
