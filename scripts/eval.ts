/**
 * `npm run eval`: measures the contract commands on every gold set of the evaluation data and compares with the figures
 * recorded in docs/eval.json. Exit status 1 when a figure fell by more than 0.5 points.
 *
 *   npm run eval -- [--data DIR] [--only WORD[,WORD]] [--pages] [--misses] [--folds N] [--keep DIR] [--record]
 *
 * `--data` (or CLAIMBOOK_EVAL): the folder that holds `score.mjs` and `data/`; without it `../shared/eval` beside this
 * repository; where there is none, nothing is measured. `--only`: sets whose name contains a word. `--pages`: the page sets
 * too (slow). `--misses`: print what the scorer lists. `--folds`: the
 * self-check, each set of rows scored in N parts with mean and spread (eval-folds.ts). `--keep`: leave gold and predictions there. `--record`: write the
 * figures that were measured.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { spreadOver } from './eval-folds';
import { readabilityGold, toldApart } from './readability-gold';

/** How far a figure may fall (points of F1 or accuracy) before the run fails. */
const tolerance = 0.5;

type Command = 'annotate' | 'crossref' | 'read-page';
/** Metric -> F1 or accuracy, 0 to 100. */
type Figures = Record<string, number>;
interface GoldSet {
  name: string;
  task: 'quantities' | 'statements' | 'actors' | 'stories' | 'pages';
  files: string[];
  commands: Command[];
}

const one = (task: GoldSet['task'], file: string, command: Command = 'annotate'): GoldSet => ({
  name: `${task}/${file.replace(/\.jsonl(\.gz)?$/, '')}`,
  task,
  files: [`${task}/${file}`],
  commands: [command],
});
const storyFiles = ['seed', 'nk-troops-russia', 'svb-collapse-2023', 'turkey-syria-quake-2023'];
const sets: GoldSet[] = [
  one('quantities', 'newsquant.dev.jsonl'),
  one('quantities', 'rtext-age.jsonl'),
  one('quantities', 'rtext-currency.jsonl'),
  one('quantities', 'rtext-dimension.jsonl'),
  one('quantities', 'rtext-temperature.jsonl'),
  one('statements', 'polnear.dev.jsonl.gz'),
  one('actors', 'worldwide.dev.jsonl.gz'),
  one('actors', 'politics.dev.jsonl.gz'),
  one('actors', 'conll2003.dev.jsonl.gz'),
  one('actors', 'uner-ewt.test.jsonl.gz'),
  {
    name: 'stories',
    task: 'stories',
    files: storyFiles.map((name) => `stories/${name}.json`),
    commands: ['annotate', 'crossref'],
  },
  one('pages', 'aeb.dev.jsonl.gz', 'read-page'),
  one('pages', 'readability.jsonl.gz', 'read-page'),
];

const root = fileURLToPath(new URL('..', import.meta.url));
const recordFile = join(root, 'docs/eval.json');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env['CLAIMBOOK_EVAL'] ?? resolve(root, '../shared/eval') },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    pages: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    folds: { type: 'string', default: '0' },
    record: { type: 'boolean', default: false },
  },
});

const folds = Number(options.folds);
const scorer = join(options.data, 'score.mjs');
if (!existsSync(scorer)) {
  console.log(`evaluation data not found in ${options.data}: nothing measured`);
  process.exit(0);
}
const scratch = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'claimbook-eval-'));
mkdirSync(scratch, { recursive: true });

/** The rows a command is given: the JSON Lines file as it is, or all reports of the story files in order. */
function inputOf(set: GoldSet): string {
  const read = (file: string) => {
    const bytes = readFileSync(join(options.data, 'data', file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  if (set.task !== 'stories') return set.files.map(read).join('\n');
  const reports = set.files.flatMap((file) => (JSON.parse(read(file)) as { reports: object[] }).reports);
  // The commands ignore unknown keys; the gold is left out all the same.
  return reports.map((report) => JSON.stringify({ ...report, gold: undefined })).join('\n');
}

const ran = new Map<string, string>();
/** Runs a contract command as a process. @returns the file with its output, null while the command is not built yet. */
function run(command: Command, input: string, name: string): string | null {
  const script = join(root, `scripts/${command}.ts`);
  if (!existsSync(script)) return null;
  const key = `${command} ${createHash('sha256').update(input).digest('hex')}`;
  const known = ran.get(key);
  if (known) return known;
  const file = join(scratch, `${name.replaceAll('/', '.')}.${command}.jsonl`);
  const output = execFileSync(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    input,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  writeFileSync(file, output);
  ran.set(key, file);
  return file;
}

/** @returns null while a command that the set needs is not built yet. */
function measure(set: GoldSet): Figures | null {
  const input = inputOf(set);
  const predictions = set.commands.map((command) => run(command, input, set.name));
  const [first, ...others] = predictions;
  if (!first) return null;
  const readability = set.name === 'pages/readability';
  const gold = set.files.map((file) => join(options.data, 'data', file));
  if (readability) {
    const file = join(scratch, 'readability.gold.jsonl');
    writeFileSync(file, readabilityGold(input));
    gold.splice(0, 1, file);
  }
  const files = set.task === 'stories' ? [...gold, '--', first, ...others.filter((f) => f !== null)] : [...gold, first];
  const score = (...flags: string[]) =>
    execFileSync(process.execPath, [scorer, set.task, ...files, ...flags], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (options.misses) console.log(score('--misses'));
  if (folds > 1 && set.task !== 'stories') tellSpread(set, gold[0] ?? '', first);
  const figures = figuresOf(score('--json'));
  if (!readability) return figures;
  // Some of these pages are no article: who calls all of them one has not detected anything.
  return { body: figures['body'] ?? Number.NaN, ...toldApart(input, readFileSync(first, 'utf8')) };
}

/** The scorer's table with one figure a metric: F1, or accuracy where there is no F1. */
function figuresOf(json: string): Figures {
  const result = JSON.parse(json) as Record<string, Record<string, number>>;
  return Object.fromEntries(
    Object.entries(result).map(([metric, row]) => [metric, row['F1'] ?? row['accuracy'] ?? Number.NaN]),
  );
}

function tellSpread(set: GoldSet, gold: string, predictions: string): void {
  const score = (own: string, predicted: string) =>
    figuresOf(execFileSync(process.execPath, [scorer, set.task, own, predicted, '--json'], { encoding: 'utf8' }));
  const spreads = spreadOver(gold, predictions, folds, score, join(scratch, `${set.name.replaceAll('/', '.')}.part`));
  console.log(`\n${set.name} in ${folds} parts`);
  for (const [metric, { mean, deviation, least, most }] of Object.entries(spreads))
    console.log(
      `  ${metric.padEnd(26)}${mean.toFixed(1).padStart(6)} ± ${deviation.toFixed(1)}  (${least.toFixed(1)} to ${most.toFixed(1)})`,
    );
}

const recorded: Record<string, Figures> = existsSync(recordFile)
  ? (JSON.parse(readFileSync(recordFile, 'utf8')) as Record<string, Figures>)
  : {};
const words = options.only.split(',').filter(Boolean);
const chosen = sets
  .filter((set) =>
    words.length ? words.some((word) => set.name.includes(word)) : set.task !== 'pages' || options.pages,
  )
  .filter((set) => set.files.every((file) => existsSync(join(options.data, 'data', file))));

const measured: Record<string, Figures> = {};
const failures: string[] = [];
for (const set of chosen) {
  const before = recorded[set.name] ?? {};
  const started = performance.now();
  let figures: Figures | null = null;
  try {
    figures = measure(set);
  } catch (error) {
    failures.push(`${set.name}: ${(error as Error).message.split('\n')[0]}`);
    continue;
  }
  if (!figures) {
    console.log(`${set.name}: the command is not built yet`);
    if (Object.keys(before).length) failures.push(`${set.name}: was measured before, its command is gone`);
    continue;
  }
  measured[set.name] = figures;
  console.log(`\n${set.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  for (const [metric, value] of Object.entries(figures)) {
    const old = before[metric];
    const change = old === undefined ? 'new' : value === old ? '' : (value > old ? '+' : '') + (value - old).toFixed(1);
    console.log(`  ${metric.padEnd(26)}${value.toFixed(1).padStart(6)}  ${change}`);
    if (old !== undefined && value < old - tolerance)
      failures.push(`${set.name}: ${metric} fell from ${old} to ${value}`);
  }
  for (const metric of Object.keys(before))
    if (!(metric in figures)) failures.push(`${set.name}: ${metric} is no longer measured`);
}

if (options.keep) console.log(`\ngold and predictions are in ${scratch}`);
else rmSync(scratch, { recursive: true, force: true });

if (options.record) {
  const all = { ...recorded, ...measured };
  const ordered = Object.fromEntries(sets.flatMap(({ name }) => (all[name] ? [[name, all[name]]] : [])));
  writeFileSync(recordFile, `${JSON.stringify(ordered, null, 2)}\n`);
  console.log(`\nrecorded in docs/${basename(recordFile)}`);
} else if (failures.length) {
  console.error(`\n${failures.length} figure(s) fell by more than ${tolerance} or could not be measured:`);
  for (const failure of failures) console.error(`  ${failure}`);
  process.exit(1);
}
