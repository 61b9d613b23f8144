/**
 * `npm test`: builds what the tests need, finds both browsers, runs every runner, and closes with one line that sums them up.
 * Further arguments go to none of them: run `npx vitest` or `npx playwright test` for a part.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserVersion, findBrowser } from './browsers';
import { builtExtension, root } from './extension';

interface Count {
  passed: number;
  failed: number;
}

interface VitestResults {
  numPassedTests: number;
  numFailedTests: number;
  /** Skipped and to do. */
  numPendingTests: number;
  numTodoTests: number;
}

interface PlaywrightResults {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function run(program: string, ...args: string[]): number | null {
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' })
    .status;
}

const results = join(root, 'test-results');

/** @returns what the runner wrote, or null when it died before it could. */
function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8')) as T;
  } catch {
    return null;
  }
}

/** A runner that fails without a failed test (a file that does not load, a worker that dies) counts as one; so does a skipped test. */
function counted(status: number | null, passed: number, failed: number): Count {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function vitest(): Count {
  const file = join(results, 'vitest.json');
  const status = run('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const found = read<VitestResults>('vitest.json');
  if (!found) return { passed: 0, failed: 1 };
  return counted(status, found.numPassedTests, found.numFailedTests + found.numPendingTests + found.numTodoTests);
}

function playwright(): Count {
  const status = run('@playwright/test/cli.js', 'test');
  const stats = read<PlaywrightResults>('e2e.json')?.stats;
  if (!stats) return { passed: 0, failed: 1 };
  return counted(status, stats.expected, stats.unexpected + stats.flaky + stats.skipped);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
for (const browser of ['chromium', 'firefox'] as const) {
  console.log(browserVersion(findBrowser(browser)));
  for (const mode of ['store', 'demo'] as const) builtExtension(browser, mode);
}
const counts = [vitest(), playwright()];
const sum = (what: keyof Count) => counts.reduce((total, count) => total + count[what], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
