/** The library's storage under sudden death, in short; `npm run kills -- 200` is the long form. */
import { expect, test } from '@playwright/test';
import { killRounds } from '../../kills/rounds';

test('what was acknowledged survives the browser and its worker being killed', async () => {
  test.setTimeout(300_000);
  const { kills, faults } = await killRounds(6, 3);
  expect(faults).toEqual([]);
  expect(kills).toBe(6);
});
