/** The benchmark's section on reading: words a second beside other libraries, growth with the length of a text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stories } from '../../demo/stories';
import { modelFiles } from '../../lib/language/engine';
import { root } from '../../scripts/extension';
import type { measureAnnotate, measureGrowth } from './annotate';
import { built } from './built';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export async function section(): Promise<string> {
  const bench = await built<{ measureAnnotate: typeof measureAnnotate; measureGrowth: typeof measureGrowth }>(
    'tests/bench/annotate.ts',
  );
  const texts = stories.map(({ title, deck, blocks }) => [title, deck, ...blocks.map(({ text }) => text)].join('\n\n'));
  const model = new Map(modelFiles.map((name) => [name, readFileSync(join(root, 'public/model', name))]));
  const speeds = bench
    .measureAnnotate(texts, model)
    .map(
      ({ what, wordsPerSecond, ratio }) => `| ${what} | ${number.format(wordsPerSecond)} | ${number.format(ratio)} |`,
    );
  const growth = bench
    .measureGrowth(texts, model)
    .map(
      ({ what, words, growth: times }) =>
        `| ${what} | ${number.format(words)} | ${times.map((time) => number.format(time)).join(', ')} |`,
    );
  return `The demo site's twelve reports, annotated whole.

| | words a second | its speed ÷ ours |
| --- | ---: | ---: |
${speeds.join('\n')}

How the time grows when a text becomes twice as long, three times over; 2 is linear.

| a text of | words at first | growth |
| --- | ---: | ---: |
${growth.join('\n')}`;
}
