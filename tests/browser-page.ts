/** Pages of tests that run the library's own code in a real browser, without the extension around it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { root } from '../scripts/extension';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Builds a folder with an index.html and serves it, isolated so that memory can be measured. */
export async function servePage(folder: string): Promise<{ origin: string; stop: () => void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'claimbook-page-'));
  await build({
    root: join(root, folder),
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext' },
  });
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(request.url ?? '/')).replace(/^\/$/, '/index.html');
    try {
      const body = await readFile(join(outDir, path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
