/**
 * `npm run bench [-- SECTION...]`: measures, prints, and writes docs/benchmarks.md; sections that were not asked for keep what was measured before. The
 * ratios are the result; the speeds depend on the machine. A section is a file in tests/bench that exports `section`, a function which gives its
 * Markdown without the heading.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from './extension';

const sections: readonly { title: string; load: () => Promise<{ section: () => Promise<string> }> }[] = [
  { title: 'Reading', load: () => import('../tests/bench/reading') },
  { title: 'In the page', load: () => import('../tests/bench/page/section') },
  { title: 'Popup and side panel', load: () => import('../tests/bench/interface/section') },
  { title: 'Library', load: () => import('../tests/bench/library/section') },
  { title: 'Library page', load: () => import('../tests/bench/library-page') },
  { title: 'Growth', load: () => import('../tests/bench/crossref') },
];

const file = join(root, 'docs/benchmarks.md');
const head = `# Benchmarks

Written by \`npm run bench\`. Everything in a table is measured in one run, turn by turn; the medians' ratios are what counts, the
speeds are this machine's (${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, one thread).
`;

/** The parts of the file under their headings, as they were measured last. */
function known(): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const parts = readFileSync(file, 'utf8').split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]));
}

const asked = process.argv.slice(2).map((word) => word.toLowerCase());
// Building needs the types that WXT writes.
execFileSync(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'prepare'], { cwd: root, stdio: 'ignore' });
const texts = known();
for (const { title, load } of sections) {
  if (asked.length > 0 && !asked.some((word) => title.toLowerCase().includes(word))) continue;
  const { section } = await load();
  const text = (await section()).trim();
  console.log(`## ${title}\n\n${text}\n`);
  texts.set(title, text);
}
const written = sections.flatMap(({ title }) => (texts.has(title) ? [`## ${title}\n\n${texts.get(title)}\n`] : []));
writeFileSync(file, [head, ...written].join('\n'));
