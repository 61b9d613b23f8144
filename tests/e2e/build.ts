/** Before the tests: the builds they load, made once. */
import { builtExtension } from '../../scripts/extension';

export default function build(): void {
  for (const browser of ['chromium', 'firefox'] as const)
    for (const mode of ['demo', 'store'] as const) builtExtension(browser, mode);
}
