/**
 * Finds a Chromium and a Firefox to run Claimbook in: the variable CHROMIUM_PATH or FIREFOX_PATH, Playwright's own, the
 * PATH and the usual places, Debian's packages (as root), `playwright install`, else an error that says what to do.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export type BrowserName = 'chromium' | 'firefox';

interface Lookup {
  variable: string;
  /** Names on the PATH, best first. */
  commands: string[];
  /** Where installers put it. */
  places: string[];
  debianPackage: string;
  /** Playwright's own build, or null where it is of no use to us. */
  playwright: (() => string) | null;
  advice: string;
}

const home = process.env['HOME'] ?? process.env['USERPROFILE'] ?? '';
const programs = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';

const lookups: Record<BrowserName, Lookup> = {
  // Google Chrome is not among them: from version 137 on it ignores --load-extension.
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      join(home, 'AppData/Local/Chromium/Application/chrome.exe'),
    ],
    debianPackage: 'chromium',
    playwright: () => chromium.executablePath(),
    advice: 'Run "npx playwright install chromium", or install Chromium and set CHROMIUM_PATH to its program file.',
  },
  // Nor is Playwright's Firefox: it is built for Playwright's own protocol, while we drive a plain one over Marionette.
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', join(programs, 'Mozilla Firefox', 'firefox.exe')],
    debianPackage: 'firefox-esr',
    playwright: null,
    advice: 'Install Firefox 140 or newer, or set FIREFOX_PATH to its program file.',
  },
};

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed({ commands, places, playwright }: Lookup): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...(playwright ? [playwright()] : []), ...onPath, ...places].find((file) => file && isProgram(file));
}

const isRoot = () => process.getuid?.() === 0;

/** Installs from Debian's packages; another apt that holds a lock is waited for. @returns whether apt succeeded. */
function installFromDebian(packages: string[]): boolean {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  // apt waits for dpkg's lock by itself, but not for the one on its lists.
  const apt = (...args: string[]) =>
    [0, 5, 15, 30].some((seconds) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
      return spawnSync('apt-get', [...options, ...args], { env, stdio: ['ignore', 2, 2] }).status === 0;
    });
  process.stderr.write(`Installing ${packages.join(' ')} from Debian's packages ...\n`);
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

function installFromPlaywright(name: BrowserName): boolean {
  const command = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return spawnSync(process.execPath, [command, 'install', name], { stdio: ['ignore', 2, 2] }).status === 0;
}

/** @returns the program's path. @throws Error that says what to do, when none is there and none can be installed. */
export function findBrowser(name: BrowserName): string {
  const lookup = lookups[name];
  const given = process.env[lookup.variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`${lookup.variable} names no program: ${given}`);
  }
  const found = installed(lookup);
  if (found) return found;
  if (installFromDebian([lookup.debianPackage, 'fonts-liberation'])) {
    const fresh = installed(lookup);
    if (fresh) return fresh;
  }
  if (lookup.playwright && installFromPlaywright(name)) {
    const fresh = installed(lookup);
    if (fresh) return fresh;
  }
  throw new Error(`There is no ${name === 'chromium' ? 'Chromium' : 'Firefox'} on this machine. ${lookup.advice}`);
}

/** A program that tests need besides the browsers. @returns its path. @throws Error that says what to do */
export function findProgram(command: string, debianPackage: string): string {
  const find = () =>
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((folder) => join(folder, command))
      .find(isProgram);
  const found = find() ?? (installFromDebian([debianPackage]) ? find() : undefined);
  if (found) return found;
  throw new Error(`There is no ${command} on this machine. Install it (in Debian and Ubuntu: ${debianPackage}).`);
}

/** For people: "Chromium 156.0.8078.79". */
export function browserVersion(program: string): string {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return program;
  }
}

/** Chromium's sandbox does not work for root, as whom containers often run. */
export const sandboxFlags = (): string[] => (isRoot() ? ['--no-sandbox'] : []);
