/** What axe finds on a surface. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Surface } from '../../scripts/reader';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param within an expression for what is looked at
 * @returns each finding as "rule: element". What fades in or out is waited for: half transparent, nothing has contrast.
 */
export async function violations(surface: Surface, within = 'document'): Promise<string[]> {
  await surface.evaluate(`(() => { if (!window.axe) { ${axe} } return true; })()`);
  await surface.evaluate(
    `Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished)).then(() => true)`,
  );
  const { violations: found } = await surface.evaluate<AxeResults>(
    `axe.run(${within}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
