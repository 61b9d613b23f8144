/**
 * The library in a real browser: save, bulk import, cross-reference and search over the browser's own IndexedDB.
 * Usage: tsx tests/bench/library.ts [REPORTS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../scripts/browsers';
import { root } from '../../scripts/extension';
import type { Bench } from './library/page';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Builds the bench's page and serves it, isolated so that memory can be measured. */
async function serve(): Promise<{ origin: string; stop: () => void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'claimbook-bench-'));
  await build({
    root: join(root, 'tests/bench/library'),
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext' },
  });
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(request.url ?? '/')).replace(/^\/$/, '/index.html');
    try {
      const body = await readFile(join(outDir, path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
const median = (times: readonly number[]) => sorted(times)[Math.floor(times.length / 2)] ?? Number.NaN;
const high = (times: readonly number[]) => sorted(times)[Math.floor(times.length * 0.95)] ?? Number.NaN;

async function run(page: Page, reports: number) {
  const call: Bench['call'] = ((name: string, ...args: number[]) =>
    page.evaluate(
      ([which, given]) => (globalThis as unknown as { bench: Bench }).bench.call(which as never, ...(given as never)),
      [name, args] as const,
    )) as never;
  const end = () => page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.end());
  const fill = await call('fill', reports, 0);
  const bare = await call('bare');
  const cold: number[] = [];
  for (let i = 0; i < 5; i++) {
    await end();
    const { times } = await call('context', 1, reports + i);
    cold.push(times[0] ?? 0);
  }
  await end();
  await call('context', 1, reports);
  const memoryBefore = await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.memory());
  const warm = await call('context', 100, reports + 5);
  const memory = await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.memory());
  const saved = await call('save', 60, reports + 200);
  return {
    reports,
    'import s': fill / 1000,
    'bare s': bare / 1000,
    'import ÷ bare': fill / bare,
    'cold ms': median(cold),
    'warm ms': median(warm.times),
    'warm 95 %': high(warm.times),
    related: warm.related,
    links: warm.links,
    'MB at start': memoryBefore / 1e6,
    MB: memory / 1e6,
    'save ms': median(saved.ours),
    'bare save ms': median(saved.bare),
    'save ÷ bare': median(saved.ours) / median(saved.bare),
  };
}

const { origin, stop } = await serve();
const profile = mkdtempSync(join(tmpdir(), 'claimbook-bench-profile-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: findBrowser('chromium'),
  args: ['--no-sandbox'],
});
try {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${origin}/index.html`);
  console.table(
    [await run(page, Number(process.argv[2] ?? 1000))].map((row) =>
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, +v.toFixed(2)])),
    ),
  );
} finally {
  await context.close();
  stop();
  rmSync(profile, { recursive: true, force: true });
}
