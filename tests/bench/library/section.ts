/**
 * The library in a real browser: cross-referencing, search, saving and bulk import over the browser's own IndexedDB, beside
 * MiniSearch and bare Dexie in the same run. `SIZES=100000 npm run bench -- library` measures other sizes: above 10,000 only
 * cross-referencing, and with patience.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, sandboxFlags } from '../../../scripts/browsers';
import { servePage } from '../../browser-page';
import type { Bench } from './page';

/** Above this, only what cross-referencing looks through is filled in, and nothing else is measured. */
const largestWhole = 10_000;
const wholeAtEnd = 1000;
const sizes = (process.env['SIZES'] ?? '1000,10000').split(',').map(Number);

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
const median = (times: readonly number[]) => sorted(times)[Math.floor(times.length / 2)] ?? Number.NaN;
const high = (times: readonly number[]) => sorted(times)[Math.floor(times.length * 0.95)] ?? Number.NaN;

declare const bench: Bench;

async function measure(page: Page, reports: number) {
  const call: Bench['call'] = ((name: string, ...args: number[]) =>
    page.evaluate(([which, given]) => bench.call(which as never, ...(given as never)), [name, args] as const)) as never;
  const end = () => page.evaluate(() => bench.end());
  const memory = () => page.evaluate(() => bench.memory());

  const whole = reports <= largestWhole;
  if (!whole) await call('fillIndex', reports - wholeAtEnd, 0);
  const filled = await call('fill', whole ? reports : wholeAtEnd, whole ? 0 : reports - wholeAtEnd);
  // A background that has just been started: the first question it is asked.
  const cold: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    await end();
    cold.push(...(await call('context', 1, reports + turn, reports)).times);
  }
  await end();
  const before = await memory();
  await call('context', 20, reports + 10, reports);
  const warm = await call('context', 100, reports + 30, reports);
  const used = (await memory()) - before;
  const crossref = {
    cold: median(cold),
    warm: median(warm.times),
    high: high(warm.times),
    recall: warm.right / warm.there,
    precision: warm.right / warm.found,
    memory: used / 1e6,
  };
  if (!whole) return { reports, crossref };

  await end();
  const copies = await call('copies', 60, Math.floor(reports / 2));
  await end();
  const saved = await call('save', 60, reports + 200);
  const bare = await call('bare');
  await end();
  const index = await call('index');
  const opened: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    await end();
    opened.push(await call('openSearch'));
  }
  const mini = await call('mini', reports);
  const typing = await call('type', 40);
  const titles = await call('miniTitles', 100);
  return {
    reports,
    crossref: { ...crossref, mini: median(titles) },
    copies: { warm: median(copies.times), high: high(copies.times), found: copies.found / 60 },
    save: {
      ms: median(saved.ours),
      bare: median(saved.bare),
      ratio: median(saved.ours.map((ours, i) => ours / (saved.bare[i] ?? 1))),
    },
    bulk: { seconds: filled / 1000, bare: bare / 1000, ratio: filled / bare },
    search: {
      index: index / 1000,
      open: median(opened),
      letter: median(typing.ours),
      high: high(typing.ours),
      filtered: median(typing.filtered),
      mini: median(typing.mini),
      miniHigh: high(typing.mini),
      miniBuild: mini.build / 1000,
      miniLoad: mini.load,
      miniBytes: mini.bytes / 1e6,
    },
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function measured(): Promise<Measured[]> {
  const { origin, stop } = await servePage('tests/bench/library');
  const rows: Measured[] = [];
  try {
    for (const size of sizes) {
      const profile = mkdtempSync(join(tmpdir(), 'claimbook-bench-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findBrowser('chromium'),
        args: sandboxFlags(),
      });
      try {
        const page = context.pages()[0] ?? (await context.newPage());
        await page.goto(`${origin}/index.html`);
        rows.push(await measure(page, size));
        console.error(JSON.stringify(rows.at(-1)));
      } finally {
        await context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    }
  } finally {
    stop();
  }
  return rows;
}

const format = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const n = (value: number | undefined) => (value === undefined ? '–' : format.format(value));
const line = (...cells: (string | number | undefined)[]) =>
  `| ${cells.map((cell) => (typeof cell === 'string' ? cell : n(cell))).join(' | ')} |`;

/** The section's Markdown. */
export async function section(): Promise<string> {
  return told(await measured());
}

export function told(rows: readonly Measured[]): string {
  const whole = rows.filter((row) => 'save' in row && row.save !== undefined);
  return [
    "In Chromium, in a worker as the background is one, over the browser's own IndexedDB; made-up libraries (`tests/synthetic`) with about ten claims a report. Milliseconds are medians of this machine, which did other work at the time; MiniSearch and bare Dexie ran in between, on the same reports.",
    '',
    '### One report against the library',
    '',
    'What the card, the popup and a save ask: which saved reports tell the same story, and which of their numbers count the same. Cold: the first question to a worker that has just been started. MiniSearch: one query for the words of the title, over title and text in memory. Found: of the reports of the same story, at most 20 an article, how many were; right: of those found, how many tell it.',
    '',
    line('reports', 'warm ms', '95 %', 'cold ms', 'MiniSearch ms', 'ours ÷ MiniSearch', 'memory MB', 'found', 'right'),
    line('---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:'),
    ...rows.map(({ reports, crossref }) =>
      line(
        reports,
        crossref.warm,
        crossref.high,
        crossref.cold,
        'mini' in crossref ? crossref.mini : undefined,
        'mini' in crossref ? crossref.warm / crossref.mini : undefined,
        Math.max(0, crossref.memory),
        `${n(crossref.recall * 100)} %`,
        `${n(crossref.precision * 100)} %`,
      ),
    ),
    '',
    'Finding copies of a text by its fingerprints:',
    '',
    line('reports', 'ms', '95 %', 'copies found'),
    line('---:', '---:', '---:', '---:'),
    ...whole.map(({ reports, copies }) =>
      line(reports, copies?.warm, copies?.high, `${n((copies?.found ?? 0) * 100)} %`),
    ),
    '',
    '### Saving',
    '',
    line(
      'reports',
      'a save ms',
      'its rows by bare Dexie ms',
      'ratio',
      'bulk import s',
      'its rows by bare Dexie s',
      'ratio',
    ),
    line('---:', '---:', '---:', '---:', '---:', '---:', '---:'),
    ...whole.map(({ reports, save, bulk }) =>
      line(reports, save?.ms, save?.bare, save?.ratio, bulk?.seconds, bulk?.bare, bulk?.ratio),
    ),
    '',
    '### Search as you type',
    '',
    'Full text, every letter of two words. Opening: from a closed page to the first results. MiniSearch has to be loaded from its JSON, or built, before it answers.',
    '',
    line(
      'reports',
      'opening ms',
      'a letter ms',
      '95 %',
      'with filters ms',
      'MiniSearch: a letter ms',
      '95 %',
      'loading ms',
      'building s',
      'JSON MB',
      'our index, built once s',
    ),
    line('---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:'),
    ...whole.map(({ reports, search }) =>
      line(
        reports,
        search?.open,
        search?.letter,
        search?.high,
        search?.filtered,
        search?.mini,
        search?.miniHigh,
        search?.miniLoad,
        search?.miniBuild,
        search?.miniBytes,
        search?.index,
      ),
    ),
  ].join('\n');
}
