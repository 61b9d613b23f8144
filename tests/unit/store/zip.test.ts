/** What the stores get: the same bytes from every build, also from the source archive that Firefox's reviewers are given. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../../scripts/extension';
import { unzip } from './unzip';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder to build in, elsewhere and under another name than the one before. */
function place(name: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'claimbook-zip-')), name);
  mkdirSync(folder);
  folders.push(dirname(folder));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function zip(folder: string): Map<string, Buffer> {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'zip'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const output = join(folder, '.output');
  const archives = readdirSync(output).filter((name) => name.endsWith('.zip'));
  return new Map(archives.map((name) => [name, readFileSync(join(output, name))]));
}

test('two builds, and one from the source archive, are equal byte for byte', () => {
  const first = place('a');
  const left = /^(\.git|\.output|\.wxt|\.cache|node_modules|test-results|demo-results)$/;
  for (const name of readdirSync(root))
    if (!left.test(name)) cpSync(join(root, name), join(first, name), { recursive: true });
  const ours = zip(first);
  expect([...ours.keys()].map((name) => name.split('-').at(-1)).sort()).toEqual([
    'chrome.zip',
    'firefox.zip',
    'sources.zip',
  ]);

  const second = place('reviewer');
  const sources = [...ours].find(([name]) => name.endsWith('sources.zip'))?.[1] ?? Buffer.alloc(0);
  for (const [name, content] of unzip(sources)) {
    mkdirSync(dirname(join(second, name)), { recursive: true });
    writeFileSync(join(second, name), content);
  }
  for (const [name, archive] of zip(second))
    if (!name.endsWith('sources.zip')) expect(archive.equals(ours.get(name) ?? Buffer.alloc(0)), name).toBe(true);
  // What the reviewers are told to run is the half of it that makes Firefox's.
  const { scripts } = JSON.parse(readFileSync(join(second, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['zip']?.split(' && ')).toContain(scripts['build-for-amo']);

  // Nothing of this machine in it, and no path of it.
  const firefox = ours.get([...ours.keys()].find((name) => name.endsWith('firefox.zip')) ?? '') ?? Buffer.alloc(0);
  for (const [name, content] of unzip(firefox)) expect(content.includes(dirname(first)), name).toBe(false);
}, 300_000);
