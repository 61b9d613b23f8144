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

function zip(folder: string, script = 'zip'): Map<string, Buffer> {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', script], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const output = join(folder, '.output');
  const archives = readdirSync(output).filter((name) => name.endsWith('.zip'));
  return new Map(archives.map((name) => [name, readFileSync(join(output, name))]));
}

test('two builds, and one from the source archive, are equal byte for byte', () => {
  const left = /^(\.git|\.output|\.wxt|\.cache|node_modules|test-results|demo-results)$/;
  const copied = (name: string) => {
    const folder = place(name);
    for (const entry of readdirSync(root))
      if (!left.test(entry)) cpSync(join(root, entry), join(folder, entry), { recursive: true });
    return folder;
  };
  const first = copied('a');
  const ours = zip(first);
  expect([...ours.keys()].map((name) => name.split('-').at(-1)).sort()).toEqual([
    'chrome.zip',
    'firefox.zip',
    'sources.zip',
  ]);

  for (const [name, archive] of zip(copied('elsewhere')))
    expect(archive.equals(ours.get(name) ?? Buffer.alloc(0)), name).toBe(true);

  const second = place('reviewer');
  const sources = [...ours].find(([name]) => name.endsWith('sources.zip'))?.[1] ?? Buffer.alloc(0);
  for (const [name, content] of unzip(sources)) {
    mkdirSync(dirname(join(second, name)), { recursive: true });
    writeFileSync(join(second, name), content);
  }
  // The archive lacks what only Chrome's has: the reviewers build Firefox's.
  const theirs = [...zip(second, 'build-for-amo')].find(([name]) => name.endsWith('firefox.zip'));
  expect(theirs?.[1].equals(ours.get(theirs[0]) ?? Buffer.alloc(0))).toBe(true);

  // Nothing of this machine in it, and no path of it.
  const firefox = ours.get([...ours.keys()].find((name) => name.endsWith('firefox.zip')) ?? '') ?? Buffer.alloc(0);
  for (const [name, content] of unzip(firefox)) expect(content.includes(dirname(first)), name).toBe(false);
}, 300_000);
