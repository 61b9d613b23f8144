/**
 * The library page over a large library, in the real extension: how soon rows stand there, and how long an interaction keeps
 * the page. Usage: tsx tests/bench/library-page.ts [REPORTS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { actorsOf, claimRowsOf } from '../../lib/library/derive';
import { newReport } from '../../lib/library/new-report';
import type { ActorRow } from '../../lib/library/rows';
import { builtExtension } from '../../scripts/extension';
import { openChromium } from '../../scripts/reader-chromium';
import { syntheticReports } from '../synthetic/library';

const written = 250;

/** Puts rows into the extension's own database, past its code: what is measured is reading. */
async function write(page: Page, rows: Record<string, unknown[]>): Promise<void> {
  await page.evaluate(
    `(${`async (rows) => {
      const open = indexedDB.open('claimbook');
      const db = await new Promise((done) => { open.onsuccess = () => done(open.result); });
      const transaction = db.transaction(Object.keys(rows), 'readwrite');
      for (const [table, some] of Object.entries(rows)) {
        const store = transaction.objectStore(table);
        for (const row of some) store.put(row);
      }
      await new Promise((done, fail) => { transaction.oncomplete = done; transaction.onerror = () => fail(transaction.error); });
      db.close();
    }`})(${JSON.stringify(rows)})`,
  );
}

export async function fill(page: Page, count: number): Promise<void> {
  const actors = new Map<string, ActorRow>();
  const stories = new Set<number>();
  let rows: Record<string, unknown[]> = { reports: [], versions: [], claims: [], stale: [] };
  let serial = 0;
  const savedAt = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 3_600_000).toISOString();
  for (const { article, annotation, story } of syntheticReports(count)) {
    const reading = { annotation, engineVersion: 'bench' };
    const { report, version } = await newReport(article, reading, { id: `r${serial}`, savedAt: savedAt(serial) });
    report.storyId = `s${story}`;
    if (serial % 7 === 0) report.tags = ['later'];
    stories.add(story);
    for (const actor of actorsOf(annotation)) {
      const known = actors.get(actor.key);
      if (known) known.reports++;
      else actors.set(actor.key, { ...actor, reports: 1 });
    }
    rows['reports']?.push(report);
    rows['versions']?.push(version);
    rows['claims']?.push(...claimRowsOf(report, version));
    rows['stale']?.push({ what: 'search', reportId: report.id });
    if (++serial % written === 0) {
      await write(page, rows);
      rows = { reports: [], versions: [], claims: [], stale: [] };
    }
  }
  await write(page, rows);
  const named = [...stories].map((story) => ({
    id: `s${story}`,
    name: `Story ${story}`,
    namedByHand: false,
    createdAt: savedAt(0),
    changedAt: savedAt(0),
  }));
  await write(page, { actors: [...actors.values()], stories: named });
}

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

/** Milliseconds from an act until the next frame after the page has settled on its answer. */
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

/** Longest task in milliseconds while the page scrolls through the list, and frames that came late. */
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

/** Waits for a condition; the page's policy forbids Playwright's own way of it. */
const until = (page: Page, condition: string) => interaction(page, '', condition);

const set = (hash: string) => `location.hash = ${JSON.stringify(hash)}`;
const status = `document.querySelector('.selection [role=status]')?.textContent ?? ''`;

export async function measure(count: number): Promise<{ what: string; ms: number; worst: number }[]> {
  const profile = mkdtempSync(join(tmpdir(), 'claimbook-bench-'));
  const extension = process.env['CLAIMBOOK_EXTENSION'] ?? builtExtension('chromium', 'demo');
  const reader = await openChromium({ extension, profile, headless: true });
  try {
    const page = await reader.context.newPage();
    const base = `chrome-extension://${reader.extensionId}/library.html`;
    await page.goto(base);
    await page.waitForSelector('h1');
    await fill(page, count);
    // The search index is made once; what is measured is asking it.
    await page.goto('about:blank');
    await page.goto(`${base}#/reports?q=flood`);
    await page.waitForSelector('li[data-index] a', { timeout: 120_000 });
    await page.waitForTimeout(15_000);

    const rows: { what: string; ms: number; worst: number }[] = [];
    const repeat = async (what: string, times: number, once: (turn: number) => Promise<number>) => {
      const all: number[] = [];
      for (let turn = 0; turn < times; turn++) all.push(await once(turn));
      rows.push({ what, ms: median(all), worst: worst(all) });
    };
    await repeat('an empty view: its heading', 5, () => firstRows(page, `${base}#/corrections`, '.cb-empty h2'));
    for (const view of ['reports', 'stories', 'claims', 'actors'])
      await repeat(`${view}: first rows`, 5, () => firstRows(page, `${base}#/${view}`));

    await page.goto('about:blank');
    await page.goto(`${base}#/reports`);
    await until(page, `/${inWords(count)} reports/.test(${status})`);
    await repeat('reports: filter by outlet', 8, (turn) =>
      interaction(
        page,
        set(`#/reports?outlet=outlet${(turn % 8) + 1}`),
        `document.querySelector('.report-facts span')?.textContent === 'outlet${(turn % 8) + 1}'`,
      ),
    );
    await page.goto(`${base}#/reports`);
    await repeat('reports: select all', 6, (turn) =>
      interaction(
        page,
        `document.querySelector('.selection input').click()`,
        `/selected/.test(${status}) === ${turn % 2 === 0}`,
      ),
    );
    await repeat('reports: first answer to a word', 6, (turn) => {
      const word = ['flood', 'quake', 'strike', 'harbour', 'troops', 'union'][turn % 6] ?? '';
      return interaction(
        page,
        set(`#/reports?q=${word}`),
        `!/^${inWords(count)}/.test(${status}) && document.querySelector('li[data-index]') && !document.querySelector('.list-row-waiting')`,
      );
    });
    await repeat('claims: filter by unit', 6, (turn) => {
      const unit = ['soldier', 'job', 'case', 'building', 'house', 'truck'][turn % 6] ?? '';
      return interaction(
        page,
        set(`#/claims?unit=${unit}`),
        `document.querySelector('.claim-sentence mark')?.textContent.includes('${unit}')`,
      );
    });
    await repeat('actors: search', 6, (turn) => {
      const letters = ['ka', 'mor', 'yar', 'zel', 'dor', 'sen'][turn % 6] ?? '';
      return interaction(
        page,
        set(`#/actors?q=${letters}`),
        `document.querySelector('.actor-row h2')?.textContent.toLowerCase().includes('${letters}')`,
      );
    });
    await page.goto(`${base}#/reports`);
    await until(page, `/${inWords(count)} reports/.test(${status})`);
    const { late, frames } = await scrolling(page);
    rows.push({ what: `reports: frames late of ${frames} while scrolling`, ms: late, worst: late });
    return rows;
  } finally {
    await reader.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function section(): Promise<string> {
  const count = 10_000;
  const rows = await measure(count);
  const bare = rows[0]?.ms ?? Number.NaN;
  const lines = rows.map(
    ({ what, ms, worst: most }) => `| ${what} | ${ms.toFixed(0)} | ${most.toFixed(0)} | ${(ms / bare).toFixed(2)} |`,
  );
  return `The library page with ${inWords(count)} made-up reports, in Chromium without a window; milliseconds until what was asked for is painted.

| | median | worst | ÷ an empty view |
| --- | ---: | ---: | ---: |
${lines.join('\n')}`;
}

if (process.argv[1]?.endsWith('library-page.ts')) {
  console.table(await measure(Number(process.argv[2] ?? 10_000)));
}
