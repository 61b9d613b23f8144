/** How soon popup and side panel show something, in the real extension, beside an extension page with nothing in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSite } from '../../../demo/server';
import { builtExtension } from '../../../scripts/extension';
import { until } from '../../../scripts/reader';
import { type Chromium, openChromium } from '../../../scripts/reader-chromium';

const turns = Number(process.env['BENCH_TURNS'] ?? 9);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

interface Opening {
  /** Milliseconds from the start of the navigation to the first paint with content. */
  painted: number;
  /** The same to the moment at which `ready` stands in the page; null where nothing was waited for. */
  ready: number | null;
}

async function opening(reader: Chromium, path: string, ready: string | null): Promise<Opening> {
  const page = await reader.context.newPage();
  try {
    // Watched from inside: asking from outside would add its own time.
    if (ready)
      await page.addInitScript(`(() => {
        const look = () => {
          if (document.querySelector(${JSON.stringify(ready)})) performance.mark('ready');
          else requestAnimationFrame(look);
        };
        look();
      })()`);
    await page.goto(`chrome-extension://${reader.extensionId}/${path}`);
    const times = `({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
      ready: performance.getEntriesByName('ready')[0]?.startTime ?? null,
    })`;
    for (;;) {
      const taken = await page.evaluate<Opening>(times);
      if (taken.painted !== null && (!ready || taken.ready !== null)) return taken;
      await new Promise((go) => setTimeout(go, 50));
    }
  } finally {
    await page.close();
  }
}

export async function section(): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'claimbook-'));
  const site = await startSite(0, () => null);
  const reader = await openChromium({ extension: builtExtension('chromium', 'demo'), profile, headless: true });
  try {
    await reader.open(`${site.origin}/kestrel/norvik-troops`);
    await until(reader.page, 'CSS.highlights.size', 'the marks');
    const id = await reader.tabId();
    const pages: [name: string, path: string, ready: string | null][] = [
      ['an empty extension page', 'licences.txt', null],
      ['popup', `popup.html?tab=${id}`, '.claim'],
      ['side panel', `sidepanel.html?tab=${id}`, '.claim'],
    ];
    const runs = new Map(pages.map(([name]) => [name, [] as Opening[]]));
    for (let turn = 0; turn <= turns; turn++)
      for (const [name, path, ready] of pages) {
        const taken = await opening(reader, path, ready);
        // The first turn only warms up.
        if (turn > 0) runs.get(name)?.push(taken);
      }
    const base = median((runs.get('an empty extension page') ?? []).map(({ painted }) => painted));
    const rows = [...runs].map(([name, taken]) => {
      const painted = median(taken.map((each) => each.painted));
      const ready = median(taken.flatMap((each) => each.ready ?? []));
      const list = Number.isNaN(ready) ? '' : `${ready.toFixed(0)} (${(ready / base).toFixed(1)})`;
      return `| ${name} | ${painted.toFixed(0)} (${(painted / base).toFixed(1)}) | ${list} |`;
    });
    return `From the start of the navigation, in milliseconds; in brackets, times an empty page of the same extension. Budget: content within 100 ms.

| | first content painted | the article's list stands there |
| --- | ---: | ---: |
${rows.join('\n')}`;
  } finally {
    await reader.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
