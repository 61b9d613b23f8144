/**
 * Writes `public/licences.txt`: every package whose code the extension carries, with its licence in full. It ships with the
 * extension, and a test holds it to the lock file: `npm run licences` after a change of dependencies.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const licencesFile = join(root, 'public/licences.txt');

/** Tools whose run-time pieces are bundled although they are installed for development: `wxt/browser`, `wxt/utils/storage`. */
const bundledTools = ['wxt', '@wxt-dev/browser', '@wxt-dev/i18n', 'async-mutex', 'dequal'];

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  license?: string;
}

interface Package {
  name: string;
  version: string;
  license: string;
  text: string;
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim() : '';
}

export function bundledPackages(): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const found = Object.entries(packages).flatMap(([path, entry]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    const folder = join(root, path);
    const bundled = !entry.dev || (bundledTools.includes(name) && path === `node_modules/${name}`);
    if (!path || !bundled || name.startsWith('@types/') || !existsSync(folder)) return [];
    const { license = entry.license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as LockEntry;
    return [{ name, version: entry.version ?? '', license: license ?? 'unknown', text: licenceText(folder) }];
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

export function licences(): string {
  const head =
    'Claimbook is free software under the MIT licence.\nIts language models were trained for it; docs/model-card.md in its source says on what.\n' +
    'It carries code of the packages below. Our thanks to the people who wrote them.\n';
  const rule = '-'.repeat(72);
  const parts = bundledPackages().map(({ name, version, license, text }) =>
    [rule, `${name} ${version} (${license})`, '', text || `Under the ${license} licence.`, ''].join('\n'),
  );
  return [head, ...parts].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(licencesFile, licences());
  console.log(`${bundledPackages().length} packages: public/licences.txt`);
}
