/**
 * `npm run kills -- [COUNT] [SEED] [--extension]`: kills Chromium or its worker COUNT times (200) at random moments during saves, imports and
 * upgrades, and looks each time whether everything that was acknowledged is there. With --extension Claimbook as it is installed, and its saves
 * alone. Exit status 1 when anything is lost.
 */
import { parseArgs } from 'node:util';
import { killExtension } from '../tests/kills/extension';
import { killRounds } from '../tests/kills/rounds';

const { values, positionals } = parseArgs({
  options: { extension: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [count = 200, seed = 1] = positionals.map(Number);
let told = 0;
const tell = (kills: number, faults: readonly string[]) => {
  for (const fault of faults.slice(told, told + 20)) console.log(fault);
  told = faults.length;
  if (kills % 10 === 0) console.log(`${kills} kills, ${faults.length} faults`);
};
const outcome = values.extension
  ? await killExtension(count, seed, ({ kills, faults }) => tell(kills + 1, faults))
  : await killRounds(count, seed, (kills, { faults }) => tell(kills, faults));
const { faults, ...rest } = outcome;
console.log(JSON.stringify({ ...rest, faults: faults.length }, null, 2));
process.exit(outcome.faults.length ? 1 : 0);
