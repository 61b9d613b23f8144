/** `npm start` as it runs where there is no display: the whole loop over a person's own file. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/extension';
import { expect, test } from '../test';

const page = `<!doctype html><html lang="en"><head><title>Coach leaves the road near Tolme</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="A file of mine"></head><body><article>
<h1>Coach leaves the road near Tolme</h1>
<p>At least 23 people were hurt on Sunday when a coach left the road near the town of Tolme, the regional police said. Four of them were in a serious condition.</p>
<p>The coach was carrying 51 passengers to the coast, police spokeswoman Anna Reik told reporters. She said two children were among the injured.</p>
<p>The company that runs the line, Brightway Travel, said it would examine all 140 of its vehicles within a week. It denied reports that the coach had covered more than 900,000 kilometres.</p>
</article></body></html>`;

test('npm start reads a file, saves it, exports it and leaves pictures', async ({ mode: _ }, info) => {
  test.setTimeout(180_000);
  const file = info.outputPath('coach.html');
  const out = info.outputPath('results');
  mkdirSync(out, { recursive: true });
  writeFileSync(file, page);
  const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/start.ts')];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, '--headless', '--browser', info.project.name, '--page', file, '--out', out],
    { encoding: 'utf8' },
  );
  expect(stdout).toContain('Coach leaves the road near Tolme');
  expect(stdout).toMatch(/at least 23 people +.*regional police/);
  expect(stdout).toContain('Anna Reik');
  expect(stdout).toContain('Saved.');
  const results = readdirSync(out);
  for (const kind of [/popup\.png$/, /card\.png$/, /library-dark\.png$/, /\.csv$/, /\.json$/, /\.md$/])
    expect(
      results.filter((name) => kind.test(name)),
      String(kind),
    ).not.toEqual([]);
});
