/** The walls between the rooms: what must not be imported or used there fails `npm run check`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/extension';

const copy = mkdtempSync(join(tmpdir(), 'claimbook-rooms-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(path: string, source: string) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), source);
}

function run(tool: string, ...args: string[]): string {
  const command = [join(root, 'node_modules', tool), ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });
  return stdout + stderr;
}

beforeAll(() => {
  for (const file of [
    'biome.json',
    'tsconfig.json',
    'tsconfig.language.json',
    '.wxt',
    'lib/annotation.ts',
    'scripts/lint',
  ])
    cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

describe('a wrong import fails the linter', () => {
  const wrong: [string, string][] = [
    ['lib/language/wrong.ts', 'dexie'],
    ['lib/language/wrong.ts', 'react'],
    ['lib/claims/wrong.ts', 'node:fs'],
    ['lib/claims/wrong.ts', 'wxt/browser'],
    ['lib/actors/wrong.ts', '../library/save'],
    ['lib/crossref/wrong.ts', '../highlight/paint'],
    ['lib/annotate.ts', './messages'],
    ['lib/annotate.ts', '../components/ui/Button'],
    ['lib/highlight/wrong.ts', 'dexie'],
    ['lib/article/wrong.ts', 'dexie'],
    ['entrypoints/background/wrong.ts', 'dexie'],
    ['components/card/Wrong.tsx', 'dexie'],
  ];
  const right: [string, string][] = [
    ['lib/library/right.ts', 'dexie'],
    ['lib/claims/right.ts', '../language/document'],
    ['entrypoints/background/right.ts', '../../lib/library'],
  ];
  let said = '';
  beforeAll(() => {
    for (const path of new Set([...wrong, ...right].map(([file]) => file))) {
      const imports = [...wrong, ...right].filter(([file]) => file === path).map(([, from]) => `import '${from}';\n`);
      write(path, imports.join(''));
    }
    said = run(
      '@biomejs/biome/bin/biome',
      'lint',
      '--vcs-enabled=false',
      '--reporter=github',
      '--max-diagnostics=none',
      'lib',
      'entrypoints',
      'components',
    );
  });
  const complaints = (path: string) =>
    said.split('\n').filter((line) => line.includes('noRestrictedImports') && line.includes(`/${path},`));

  test.each(wrong)('%s imports %s', (path, from) => {
    const line = wrong.filter(([file]) => file === path).findIndex(([, each]) => each === from) + 1;
    expect(complaints(path).filter((complaint) => complaint.includes(`line=${line},`))).toHaveLength(1);
  });
  test.each(right)('%s may import %s', (path) => {
    expect(complaints(path)).toEqual([]);
  });
});

describe('the language rooms compile without DOM, browser and Node', () => {
  const uses = [
    'document.title',
    'window.location',
    'browser.runtime',
    'process.env',
    'localStorage.length',
    'Buffer.from("")',
  ];
  let said = '';
  beforeAll(() => {
    const lines = uses.map((use, i) => `export const use${i}: unknown = ${use};\n`);
    write(
      'lib/annotate.ts',
      `${lines.join('')}import type { Span } from './annotation';\nexport const size = (span: Span) => span.end - span.start;\n`,
    );
    rmSync(join(copy, 'lib/language'), { recursive: true, force: true });
    for (const room of ['claims', 'actors', 'crossref'])
      rmSync(join(copy, 'lib', room), { recursive: true, force: true });
    said = run('typescript/bin/tsc', '-p', 'tsconfig.language.json');
  });

  test.each(uses.map((use, i) => [use, i + 1] as const))('%s is refused', (_, line) => {
    expect(said).toMatch(new RegExp(`annotate\\.ts\\(${line},\\d+\\): error TS`));
  });
  test('plain language code is not', () => {
    expect(said).not.toMatch(new RegExp(`\\((${uses.length + 1}|${uses.length + 2}),`));
    expect(said.match(/error TS/g)).toHaveLength(uses.length);
  });
});
