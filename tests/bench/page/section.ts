/** What Claimbook costs a page: main-thread time from Chromium's trace, beside Readability with mark.js, and one bare pass over the text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionFolder } from '../../../scripts/extension';
import { type Bench, openBench, wait } from './browser';
import { prepare, watch } from './contenders';
import { articles, type BenchPage, longArticle, otherPages, real } from './pages';

/** For a quick look: fewer. */
const turns = Number(process.env['BENCH_TURNS'] ?? 5);

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
const digits = (value: number) => value.toFixed(value < 10 ? 1 : 0);

const names = {
  ours: 'Claimbook',
  theirs: 'Readability + mark.js',
  limit: 'one TreeWalker pass (the limit)',
};
type Contender = keyof typeof names;
const contenders = Object.keys(names) as Contender[];
/** Milliseconds of the processor: in all, less what the page used at rest, and of the longest task. */
interface Cost {
  total: number;
  longest: number;
}
type Runs = Record<Contender, Cost[]>;

/** What `act` costs a page that is open, beside what it costs at rest for as long. */
async function costOf(bench: Bench, act: () => Promise<unknown>, milliseconds: number): Promise<Cost> {
  const idle = await bench.trace(async () => {}, milliseconds);
  const busy = await bench.trace(act, milliseconds);
  return { total: busy.total - idle.total, longest: busy.longest };
}

/** Milliseconds after which marks stand and nothing moves any more. */
const settle = (words: number) => 1000 + words / 10;

async function run(bench: Bench, page: BenchPage, contender: Contender): Promise<Cost> {
  await bench.open(page.path);
  const { tab } = bench.reader;
  if (contender !== 'ours') await tab.evaluate(prepare);
  const act = {
    ours: () => bench.inject(),
    theirs: () => tab.evaluate('contenders.readability()'),
    limit: () => tab.evaluate('contenders.treeWalker()'),
  }[contender];
  const cost = await costOf(bench, act, settle(page.words));
  const marked = await tab.evaluate<number>('CSS.highlights.size');
  if (contender === 'ours' && marked === 0) throw new Error(`No marks on ${page.path} when the trace ended`);
  return cost;
}

/** Every page with every contender, turn by turn; the first turn only warms up. */
async function runAll(bench: Bench, pages: readonly BenchPage[]): Promise<Runs> {
  const runs: Runs = { ours: [], theirs: [], limit: [] };
  for (let turn = -1; turn < turns; turn++)
    for (const page of pages)
      for (const contender of contenders) {
        const found = await run(bench, page, contender);
        if (turn >= 0) runs[contender].push(found);
      }
  return runs;
}

const medianOf = (costs: readonly Cost[]) => median(costs.map(({ total }) => total));

function rowsOf(what: string, runs: Runs): string[] {
  return contenders.map((contender) => {
    const longest = Math.max(...runs[contender].map((cost) => cost.longest));
    const ratio = median(runs[contender].map(({ total }, at) => total / (runs.ours[at]?.total ?? Number.NaN)));
    return `| ${what} | ${names[contender]} | ${digits(medianOf(runs[contender]))} ms | ${digits(longest)} ms | ${digits(ratio)} |`;
  });
}

/** Layout shifts and DOM mutations that marking causes. */
async function disturbance(bench: Bench, contender: Contender): Promise<{ shifts: number; mutations: number }> {
  await bench.open('/courier/norvik-troops');
  const { tab } = bench.reader;
  await tab.evaluate(prepare);
  await tab.evaluate(watch);
  await (contender === 'ours' ? bench.inject() : tab.evaluate('contenders.readability()'));
  await wait(settle(1000));
  return tab.evaluate('({ shifts, mutations })');
}

/** Bytes that stay on a page that is no article, once all looks at it are over. */
async function retained(bench: Bench): Promise<{ script: number; world: number }> {
  const session = await bench.reader.context.newCDPSession(bench.reader.tab);
  const size = async () => {
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    const used = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number };
    return used.usedSize + (used.embedderHeapUsedSize ?? 0);
  };
  const scripts: number[] = [];
  const worlds: number[] = [];
  for (const path of ['/app', '/forum/ferry']) {
    await bench.open(path);
    const before = await size();
    await bench.injectNothing();
    const empty = await size();
    await bench.inject();
    await wait(13_000);
    scripts.push((await size()) - empty);
    worlds.push(empty - before);
  }
  await session.detach();
  return { script: median(scripts), world: median(worlds) };
}

/** Milliseconds from a click on a mark until the frame that shows its card has been drawn. The pointer comes to rest before, as a hand's does. */
async function cardTimes(bench: Bench): Promise<{ first: number[]; later: number[] }> {
  const [first, later]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    await bench.open('/courier/norvik-troops');
    await bench.inject();
    await wait(1500);
    const { reader } = bench;
    await reader.inContentScript(`(() => {
      globalThis.opened = [];
      addEventListener('click', ({ timeStamp }) => {
        const look = () => {
          const host = document.querySelector('claimbook-card');
          const shown = host && chrome.dom.openOrClosedShadowRoot(host)?.querySelector('[role=dialog]')?.getBoundingClientRect().height > 0;
          // A frame later it has been drawn.
          if (shown) requestAnimationFrame(() => setTimeout(() => opened.push(performance.now() - timeStamp)));
          else requestAnimationFrame(look);
        };
        look();
      }, true);
    })()`);
    const points = await reader.page.evaluate<{ x: number; y: number }[]>(`(() => {
      document.querySelector('.story-body').scrollIntoView();
      return [...CSS.highlights].filter(([name]) => name.includes('-claim-')).flatMap(([, all]) => [...all]).map((fixed) => {
        const range = document.createRange();
        range.setStart(fixed.startContainer, fixed.startOffset);
        range.setEnd(fixed.endContainer, fixed.endOffset);
        const { x, y, width, height } = range.getClientRects()[0];
        return { x: x + width / 2, y: y + height / 2 };
      }).filter(({ y }) => y > 20 && y < innerHeight - 260);
    })()`);
    for (const { x, y } of points.slice(0, 2)) {
      await reader.tab.mouse.move(x, y);
      await wait(200);
      await reader.tab.mouse.down();
      await wait(60);
      await reader.tab.mouse.up();
      await wait(700);
      await reader.press('Escape');
      await wait(200);
    }
    const [one, ...others] = await reader.inContentScript<number[]>('opened');
    if (one !== undefined) first.push(one);
    later.push(...others);
  }
  return { first, later };
}

/** Long enough for the first two looks at a page that may render an article late. */
const laterLooks = 4500;
/** Pages a turn; the turns go round through all. */
const pagesInTurn = 3;

/** A page that is no article: in a process that knows us, and in a new one. */
async function others(bench: Bench): Promise<{ known: Cost[]; apart: Cost[] }> {
  const found = { known: [] as Cost[], apart: [] as Cost[] };
  const pages = Array.from({ length: turns * pagesInTurn }, (_, at) => otherPages[at % otherPages.length] ?? '/');
  for (const path of pages) {
    await bench.open(path);
    found.known.push(await costOf(bench, () => bench.inject(), laterLooks));
  }
  for (const path of pages.slice(0, turns)) {
    await bench.open(path, true);
    found.apart.push(await costOf(bench, () => bench.inject(), laterLooks));
  }
  return found;
}

export async function section(): Promise<string> {
  const bench = await openBench();
  try {
    const short = await runAll(bench, articles);
    const long = await runAll(bench, [longArticle]);
    const other = await others(bench);
    const [ours, theirs] = [await disturbance(bench, 'ours'), await disturbance(bench, 'theirs')];
    const memory = await retained(bench);
    const card = await cardTimes(bench);
    const script = gzipSync(readFileSync(join(extensionFolder('chromium', 'demo'), 'reader.js')), { level: 9 }).length;
    const words = median(articles.map(({ words: each }) => each));
    return `
Processor time of the page's main thread in Chromium, from its trace: all of its tasks from the injection of the page script until marks are
painted and the page is at rest again, less what the same page used at rest for as long. ${
      real
        ? `Real news pages of about ${words} words (scripts removed, so that what runs is what is measured)`
        : 'Pages of the demo site of about 1,000 words'
    }, and one of 20,000 words; ${turns} turns, medians. Readability parses its clone of the page, and mark.js wraps numbers only.

| | | main thread | longest task | its time ÷ ours |
| --- | --- | ---: | ---: | ---: |
${[...rowsOf('1,000 words', short), ...rowsOf('20,000 words', long)].join('\n')}

| | Claimbook | mark.js | bar |
| --- | ---: | ---: | ---: |
| no article, later page of a site: main thread | ${digits(medianOf(other.known))} ms | | 3 ms |
| no article, first page of a process (the browser makes our world, code is cold) | ${digits(medianOf(other.apart))} ms | | |
| layout shift by marking | ${ours.shifts} | ${theirs.shifts.toFixed(3)} | 0 |
| DOM mutations by marking | ${ours.mutations} | ${theirs.mutations} | 0 |
| memory kept on a page that is no article, beyond the empty world | ${Math.round(memory.script / 1000)} kB | | 300 kB |
| the empty world itself, which the browser makes for any extension | ${Math.round(memory.world / 1000)} kB | | |
| page script, gzipped | ${(script / 1000).toFixed(1)} kB | | 40 kB |
| click to card drawn, first on a page: median (best) | ${digits(median(card.first))} ms (${digits(Math.min(...card.first))} ms) | | 100 ms |
| click to card drawn, later: median (best) | ${digits(median(card.later))} ms (${digits(Math.min(...card.later))} ms) | | 100 ms |
`;
  } finally {
    await bench.close();
  }
}
