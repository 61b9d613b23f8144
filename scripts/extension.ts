/** The built extension: finds it, and builds it when the sources are newer. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browsers';

export const root = fileURLToPath(new URL('..', import.meta.url));

const sources = ['entrypoints', 'components', 'lib', 'public', 'locales', 'wxt.config.ts', 'package-lock.json'];

const modified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return modified(path);
  return Math.max(modified(path), ...readdirSync(path).map((name) => newest(join(path, name))));
}

const targets = { chromium: 'chrome', firefox: 'firefox' } as const;

/** A store build asks for access to pages; a demo build may read this machine's own. */
export type Mode = 'store' | 'demo';

/** Where a build stands, or will. */
export const extensionFolder = (browser: BrowserName, mode: Mode): string =>
  join(root, '.output', `${targets[browser]}-mv3${mode === 'demo' ? '-demo' : ''}`);

/** @returns the folder to load into the browser. @throws Error when the build fails; its output has been printed. */
export function builtExtension(browser: BrowserName, mode: Mode): string {
  const target = targets[browser];
  const folder = extensionFolder(browser, mode);
  const upToDate =
    modified(join(folder, 'manifest.json')) > Math.max(...sources.map((path) => newest(join(root, path))));
  if (upToDate) return folder;
  process.stderr.write(`Building the extension for ${target} ...\n`);
  const args = [
    join(root, 'node_modules/wxt/bin/wxt.mjs'),
    'build',
    '-b',
    target,
    ...(mode === 'demo' ? ['--mode', 'demo'] : []),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension cannot be built.\n${stdout}\n${stderr}`);
  return folder;
}
