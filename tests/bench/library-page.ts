/**
 * The library page over a large library, in the real extension: how soon rows stand there, and how long an interaction keeps
 * the person waiting. Usage: tsx tests/bench/library-page.ts [REPORTS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtExtension } from '../../scripts/extension';
import { openChromium } from '../../scripts/reader-chromium';
import { fill } from './library-page-fill';
import { interactions } from './library-page-interactions';

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const worst = (times: readonly number[]) => Math.max(...times);

/** Milliseconds from the start of the navigation until the first row is painted. */
async function firstRows(page: Page, address: string, row = 'li[data-index] a'): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  return page.evaluate(`new Promise((done) => {
    const look = () => {
      if (document.querySelector('${row}')) requestAnimationFrame(() => done(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** Milliseconds from an act until the next frame after the page shows its answer. */
const interaction = (page: Page, act: string, settled: string): Promise<number> =>
  page.evaluate(`new Promise((done) => {
    const start = performance.now();
    ${act};
    const look = () => {
      if (${settled}) done(performance.now() - start);
      else if (performance.now() - start > 20000) done(Number.NaN);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);

/** Waits for a condition; the page's policy forbids Playwright's own way of it. */
const until = (page: Page, condition: string) => interaction(page, '', condition);

/** Frames that came late while the page scrolls through the list. */
const scrolling = (page: Page): Promise<{ late: number; frames: number }> =>
  page.evaluate(`new Promise((done) => {
    const times = [];
    let last = performance.now();
    let steps = 0;
    const step = (now) => {
      times.push(now - last);
      last = now;
      scrollBy({ top: 700, behavior: 'instant' });
      if (++steps < 120) requestAnimationFrame(step);
      else done({ frames: times.length, late: times.filter((time) => time > 34).length });
    };
    requestAnimationFrame(step);
  })`);

const inWords = (n: number) => new Intl.NumberFormat('en').format(n);

interface Row {
  what: string;
  ms: number;
  worst: number;
}

/** @param profile of a browser that holds a filled library; a new one is made and filled without it */
export async function measure(count: number, profile?: string, only = ''): Promise<Row[]> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'claimbook-bench-'));
  const extension = process.env['CLAIMBOOK_EXTENSION'] ?? builtExtension('chromium', 'demo');
  const reader = await openChromium({ extension, profile: folder, headless: true });
  try {
    const page = await reader.context.newPage();
    const base = `chrome-extension://${reader.extensionId}/library.html`;
    const open = async (hash: string) => {
      await page.goto('about:blank');
      await page.goto(`${base}${hash}`);
    };
    if (!profile) {
      await page.goto(base);
      await page.waitForSelector('h1');
      await fill(page, count);
    }
    // The search index is made once; what is measured is asking it.
    await open('#/reports?q=flood');
    await page.waitForSelector('li[data-index] a', { timeout: 120_000 });
    await page.waitForTimeout(profile ? 3_000 : 15_000);

    const rows: Row[] = [];
    const repeat = async (what: string, times: number, once: (turn: number) => Promise<number>) => {
      if (!what.includes(only)) return;
      const all: number[] = [];
      for (let turn = 0; turn < times; turn++) all.push(await once(turn));
      rows.push({ what, ms: median(all), worst: worst(all) });
      if (process.env['BENCH_TURNS']) console.log(what, all.map(Math.round).join(' '));
    };
    await repeat('an empty view: its heading', 5, () => firstRows(page, `${base}#/corrections`, '.cb-empty h2'));
    for (const view of ['reports', 'stories', 'claims', 'actors'])
      await repeat(`${view}: first rows`, 5, () => firstRows(page, `${base}#/${view}`));

    for (const { from, ready, acts } of interactions(inWords(count))) {
      if (!acts.some(({ what }) => what.includes(only))) continue;
      await open(from);
      await until(page, ready);
      // What a view reads once it is idle is done by then: a person has looked at the list before they act.
      await page.waitForTimeout(1500);
      for (const { what, turns, act, settled, before } of acts)
        await repeat(what, turns, async (turn) => {
          if (before) await interaction(page, before.act(turn), before.settled(turn));
          return interaction(page, act(turn), settled(turn));
        });
    }
    await open('#/reports');
    await until(page, `document.querySelector('li[data-index] a')`);
    const { late, frames } = await scrolling(page);
    rows.push({ what: `reports: frames late of ${frames} while scrolling`, ms: late, worst: late });
    return rows;
  } finally {
    await reader.close();
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function section(): Promise<string> {
  const count = 10_000;
  const rows = await measure(count);
  const bare = rows[0]?.ms ?? Number.NaN;
  const lines = rows.map(
    ({ what, ms, worst: most }) => `| ${what} | ${ms.toFixed(0)} | ${most.toFixed(0)} | ${(ms / bare).toFixed(2)} |`,
  );
  return `The library page with ${inWords(count)} made-up reports, in Chromium without a window; milliseconds until what was asked for is painted. Budget: first
rows within 300 ms, an interaction within 50.

| | median | worst | ÷ an empty view |
| --- | ---: | ---: | ---: |
${lines.join('\n')}`;
}

if (process.argv[1]?.endsWith('library-page.ts')) {
  const [, , count = '10000', profile, only] = process.argv;
  console.table(await measure(Number(count), profile || undefined, only));
}
