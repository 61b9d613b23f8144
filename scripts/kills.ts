/**
 * `npm run kills -- [COUNT] [SEED]`: kills Chromium or its worker COUNT times (200) at random moments during saves, imports and
 * upgrades, and looks each time whether everything that was acknowledged is there. Exit status 1 when anything is lost.
 */
import { killRounds } from '../tests/kills/rounds';

const [count = 200, seed = 1] = process.argv.slice(2).map(Number);
let told = 0;
const outcome = await killRounds(count, seed, (kills, { faults }) => {
  for (const fault of faults.slice(told, told + 20)) console.log(fault);
  told = faults.length;
  if (kills % 10 === 0) console.log(`${kills} kills, ${faults.length} faults`);
});
const { faults, ...rest } = outcome;
console.log(JSON.stringify({ ...rest, faults: faults.length }, null, 2));
process.exit(outcome.faults.length ? 1 : 0);
