/** The bench measures code as it is built for the extension: tsx, which runs the scripts, slows functions down to keep their names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../scripts/extension';

/** @param module path from the repository's root; it finds no files beside itself. @returns its exports, built. */
export async function built<T>(module: string): Promise<T> {
  // Inside the repository, so that packages left out of the bundle are found.
  const outDir = mkdtempSync(join(root, 'node_modules/.bench-'));
  const output = { entryFileNames: 'built.mjs' };
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { ssr: module, outDir, minify: false, target: 'node20', rollupOptions: { output } },
    });
    return (await import(pathToFileURL(join(outDir, 'built.mjs')).href)) as T;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
