/** `npm run bench`: measures, prints, and writes docs/benchmarks.md. The ratios are the result; the speeds depend on the machine. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureAnnotate } from '../tests/bench/annotate';
import { root } from './extension';

const rows = measureAnnotate();
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
