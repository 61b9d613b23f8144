/** The page of the kill rounds: starts the worker, hands on what it acknowledges, and ends it. */
let worker: Worker | undefined;

interface Told {
  acknowledged?: unknown;
  value?: unknown;
  error?: string;
}

const outside = globalThis as unknown as { acknowledge: (what: unknown) => void; kills: unknown };

function start(name: string, seed: number): Promise<unknown> {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const to = worker;
  return new Promise((resolve, reject) => {
    to.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.acknowledged) outside.acknowledge(data.acknowledged);
      else if (data.error) reject(new Error(data.error));
      else resolve(data.value);
    };
    to.onerror = (event) => reject(new Error(event.message));
    to.postMessage({ name, seed });
  });
}

outside.kills = {
  start,
  end() {
    worker?.terminate();
    worker = undefined;
  },
};
