/** The page of the bench: starts workers, as a browser starts a background, and ends them. */
import type { Calls } from './worker';

let worker: Worker | undefined;

function call(name: string, ...args: number[]): Promise<unknown> {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const to = worker;
  return new Promise((resolve, reject) => {
    to.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.value));
    to.onerror = (event) => reject(new Error(event.message));
    to.postMessage({ name, args });
  });
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}

async function memory(): Promise<number> {
  const { bytes } = await (
    performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
  ).measureUserAgentSpecificMemory();
  return bytes;
}

export interface Bench {
  call<K extends keyof Calls>(name: K, ...args: Parameters<Calls[K]>): ReturnType<Calls[K]>;
  end(): void;
  /** Bytes of page and worker. */
  memory(): Promise<number>;
}

Object.assign(globalThis, { bench: { call, end, memory } });
