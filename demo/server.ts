/** Serves the demo site on this machine only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, answer } from './site';

export interface Site {
  /** "http://localhost:4173". */
  origin: string;
  close(): Promise<void>;
}

/**
 * @param port 0 for any free one.
 * @param extra further pages by path, served before the site's own: a person's own file, or the tests' odd pages.
 */
export async function startSite(port = 0, extra: (path: string) => Answer | null = () => null): Promise<Site> {
  let origin = '';
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const found = extra(address) ?? answer(address, origin);
    const { status = 200, headers = {}, body } = found ?? { status: 404, body: 'There is no such page here.' };
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
