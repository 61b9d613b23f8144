/**
 * Makes lexicon.bin, names.bin and names-second.bin from the data, step by step, each a script of its own:
 * npx tsx scripts/train/make.ts --data FOLDER --work FOLDER [--check] [--from STEP]
 * FOLDER holds the JSON Lines files named in docs/model-card.md; `--work` what lies between. Without `--check` the files go to public/model; with it
 * they stay in the work folder and are compared, byte for byte, with those that ship (exit status 1 when one differs). `--from` goes on at a step.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { option } from './corpus';

const here = fileURLToPath(new URL('.', import.meta.url));
const data = option('data', 'data');
const work = option('work', 'work');
const made = (name: string): string => join(work, name);
const learning = ['--dropout', '0.2', '--rate', '0.025'];
const lexicon = ['--lexicon', made('lexicon.bin')];
const folds = ['--fold0', made('fold0.bin'), '--fold1', made('fold1.bin')];

const steps: readonly (readonly [string, string, readonly string[]])[] = [
  ['clusters', 'clusters.ts', ['--out', made('clusters.json'), '--words', '80000']],
  ['bare', 'lexicon.ts', ['--clusters', made('clusters.json'), '--out', made('lexicon-bare.bin')]],
  ['kinds', 'word-kinds.ts', ['--lexicon', made('lexicon-bare.bin'), '--words', '200000', '--out', made('kinds.json')]],
  [
    'lexicon',
    'lexicon.ts',
    ['--clusters', made('clusters.json'), '--kinds', made('kinds.json'), '--out', made('lexicon.bin')],
  ],
  [
    'names',
    'actors.ts',
    [
      ...lexicon,
      ...learning,
      '--epochs',
      '9',
      '--averaged',
      '4',
      '--seeds',
      '3',
      '--prune',
      '0.03',
      '--out',
      made('names.bin'),
    ],
  ],
  [
    'fold0',
    'actors.ts',
    [
      ...lexicon,
      ...learning,
      '--epochs',
      '9',
      '--averaged',
      '4',
      '--prune',
      '0.03',
      '--fold',
      '0',
      '--out',
      made('fold0.bin'),
    ],
  ],
  [
    'fold1',
    'actors.ts',
    [
      ...lexicon,
      ...learning,
      '--epochs',
      '9',
      '--averaged',
      '4',
      '--prune',
      '0.03',
      '--fold',
      '1',
      '--out',
      made('fold1.bin'),
    ],
  ],
  [
    'second',
    'actors-second.ts',
    [
      ...lexicon,
      ...folds,
      '--main',
      made('names.bin'),
      '--l2',
      '8',
      '--rate',
      '0.01',
      '--epochs',
      '4',
      '--out',
      made('names-second.bin'),
    ],
  ],
];

mkdirSync(work, { recursive: true });
const from = Math.max(
  0,
  steps.findIndex(([step]) => step === option('from', '')),
);
for (const [step, script, parameters] of steps.slice(from)) {
  console.log(`\n== ${step}`);
  const held = option('held', '');
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      join(here, script),
      '--data',
      `${work},${data}`,
      ...parameters,
      ...(held ? ['--held', held] : []),
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) {
    console.error(`${step} failed`);
    process.exit(1);
  }
}

let differing = 0;
for (const name of ['lexicon.bin', 'names.bin', 'names-second.bin']) {
  const shipped = new URL(`../../public/model/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) copyFileSync(made(name), shipped);
  else if (readFileSync(made(name)).equals(readFileSync(shipped))) console.log(`${name}: the same as the shipped file`);
  else {
    differing++;
    console.log(`${name}: differs from the shipped file`);
  }
}
process.exit(differing ? 1 : 0);
