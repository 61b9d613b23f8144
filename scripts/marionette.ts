/**
 * Drives Firefox over Marionette, the protocol under geckodriver: Playwright cannot load extensions into Firefox.
 * On the wire a packet is `LENGTH:[0, id, command, params]`, its answer `LENGTH:[1, id, error, result]`.
 * Source: firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { connect } from 'node:net';

export interface Marionette {
  /** Sends one command, e.g. `WebDriver:Navigate`. @throws Error with Firefox's own words when it refuses. */
  send(command: string, params?: Record<string, unknown>): Promise<unknown>;
  close(): void;
}

interface Waiting {
  command: string;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Connects to a Firefox that listens on this machine. */
export function connectMarionette(port: number): Promise<Marionette> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const waiting = new Map<number, Waiting>();
    let received = Buffer.alloc(0);
    let lastId = 0;

    const end = (error: Error) => {
      reject(error);
      for (const { reject: fail } of waiting.values()) fail(error);
      waiting.clear();
    };
    const send: Marionette['send'] = (command, params = {}) =>
      new Promise((done, fail) => {
        if (socket.destroyed) return fail(new Error(`${command}: Firefox has gone`));
        const id = ++lastId;
        waiting.set(id, { command, resolve: done, reject: fail });
        const packet = JSON.stringify([0, id, command, params]);
        socket.write(`${Buffer.byteLength(packet)}:${packet}`);
      });

    const take = (packet: unknown) => {
      // The first packet is a greeting, every later one an answer.
      if (!Array.isArray(packet)) return resolve({ send, close: () => socket.destroy() });
      const [, id, error, result] = packet as [number, number, { error: string; message: string } | null, unknown];
      const asker = waiting.get(id);
      waiting.delete(id);
      if (error) asker?.reject(new Error(`${asker.command}: ${error.error}: ${error.message}`));
      else asker?.resolve(result);
    };

    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const colon = received.indexOf(':');
        const length = Number(received.subarray(0, colon).toString());
        if (colon < 0 || received.length < colon + 1 + length) return;
        const packet = received.subarray(colon + 1, colon + 1 + length).toString();
        received = received.subarray(colon + 1 + length);
        take(JSON.parse(packet));
      }
    });
    socket.on('error', end);
    socket.on('close', () => end(new Error('Firefox closed the connection')));
  });
}
