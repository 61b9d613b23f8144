/**
 * `npm start`: serves the demo site and opens a browser with Claimbook on it.
 *   --browser firefox     instead of Chromium
 *   --page URL_OR_FILE    opens that page instead; a file is served from this machine
 *   --headless            without a window; walks the main loop itself, as it does where there is no display
 *   --out FOLDER          for the pictures and exports of that walk; demo-results else
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSite } from '../demo/server';
import type { Answer } from '../demo/site';
import { type BrowserName, browserVersion, findBrowser } from './browsers';
import { builtExtension, root } from './extension';
import { openReader } from './reader';
import { walk } from './walk';

const usage = 'npm start -- [--browser chromium|firefox] [--page URL_OR_FILE] [--headless] [--out FOLDER]';

function refuse(message: string): never {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        page: { type: 'string' },
        headless: { type: 'boolean', default: false },
        out: { type: 'string', default: join(root, 'demo-results') },
      },
    });
    if (values.browser !== 'chromium' && values.browser !== 'firefox')
      refuse(`There is no browser "${values.browser}" here: chromium or firefox.`);
    return { ...values, browser: values.browser as BrowserName };
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** A person's own file gets an address of its own; nothing else beside it is served. */
function servedFile(page: string | undefined): { path: string; extra: (address: string) => Answer | null } | null {
  if (page === undefined || /^https?:/.test(page)) return null;
  const file = resolve(page);
  let body: Buffer;
  try {
    body = readFileSync(file);
  } catch (error) {
    return refuse(`${page} cannot be read: ${(error as Error).message}`);
  }
  const path = `/your-page/${encodeURIComponent(basename(file))}`;
  const extra = (address: string) =>
    address === path ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body } : null;
  return { path, extra };
}

const { browser, page, headless, out } = options();
const file = servedFile(page);
const program = findBrowser(browser);
const extension = builtExtension(browser, 'demo');
const site = await startSite(0, file?.extra);
const address = file ? site.origin + file.path : (page ?? `${site.origin}/courier/norvik-troops`);
const unattended = headless || !hasDisplay();
const profile = mkdtempSync(join(tmpdir(), 'claimbook-start-'));

console.log(`${browserVersion(program)}, the demo site at ${site.origin}`);
const reader = await openReader(browser, { extension, profile, headless: unattended });
process.once('SIGINT', () => void reader.close());
try {
  if (unattended) {
    console.log('No window: Claimbook is used as a reader would use it.\n');
    await walk(reader, site.origin, page ? address : null, resolve(out));
  } else {
    await reader.open(address);
    console.log(`
Numbers and names are marked in the text. Try:
  · click a marked number: who said it, how sure they were, what earlier reports claimed
  · Alt+Shift+J and Alt+Shift+K walk the marks; Escape closes the card
  · the Claimbook button in the toolbar (perhaps behind the puzzle piece): save the report
  · then open ${site.origin}/kestrel/norvik-troops, a later report on the same story
  · ${site.origin}/ lists all reports; Alt+Shift+L opens your library
Close the browser to end. This profile is thrown away then.`);
    await reader.closed;
  }
} finally {
  await reader.close().catch(() => {});
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
