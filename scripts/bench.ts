/** `npm run bench`: measures, prints, and writes docs/benchmarks.md. The ratios are the result; the speeds depend on the machine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { stories } from '../demo/stories';
import { modelFiles } from '../lib/language/engine';
import type { measureAnnotate } from '../tests/bench/annotate';
import { built } from '../tests/bench/built';
import { root } from './extension';

const bench = await built<{ measureAnnotate: typeof measureAnnotate }>('tests/bench/annotate.ts');
const texts = stories.map(({ title, deck, blocks }) => [title, deck, ...blocks.map(({ text }) => text)].join('\n\n'));
const model = new Map(modelFiles.map((name) => [name, readFileSync(join(root, 'public/model', name))]));
const rows = bench.measureAnnotate(texts, model);
const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const lines = rows.map(
  ({ what, wordsPerSecond, ratio }) => `| ${what} | ${number.format(wordsPerSecond)} | ${number.format(ratio)} |`,
);

const text = `# Benchmarks

Written by \`npm run bench\`. Everything in a table is measured in one run, turn by turn; the medians' ratios are what counts, the
speeds are this machine's (${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, one thread).

## Reading

The demo site's twelve reports, annotated whole.

| | words a second | its speed ÷ ours |
| --- | ---: | ---: |
${lines.join('\n')}
`;

console.log(text);
writeFileSync(join(root, 'docs/benchmarks.md'), text);
