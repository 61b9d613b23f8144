/** Before the tests: the builds they load, made once, and what they need besides browsers, which may take a while to install. */
import { findProgram } from '../../scripts/browsers';
import { builtExtension } from '../../scripts/extension';

export default function build(): void {
  for (const browser of ['chromium', 'firefox'] as const)
    for (const mode of ['demo', 'store'] as const) builtExtension(browser, mode);
  try {
    findProgram('Xvfb', 'xvfb');
  } catch {
    // The tests in a window say what is missing; the others go without.
  }
}
