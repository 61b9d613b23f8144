/** The language engine: fetched from the extension's own files once, when first needed, and shared by all tabs. */
import { browser } from 'wxt/browser';
import { annotate } from '../../lib/annotate';
import type { Article } from '../../lib/article/article';
import { Failure } from '../../lib/failure';
import { createEngine, type Engine, modelFiles } from '../../lib/language/engine';
import type { Reading } from '../../lib/library';

let loading: Promise<Engine> | null = null;

async function load(): Promise<Engine> {
  const entries = await Promise.all(
    modelFiles.map(async (name): Promise<[string, Uint8Array]> => {
      const response = await fetch(browser.runtime.getURL(`/model/${name}` as '/'));
      if (!response.ok) throw new Failure([{ key: 'failure.engine', values: { file: name } }]);
      return [name, new Uint8Array(await response.arrayBuffer())];
    }),
  );
  return createEngine(new Map(entries));
}

export function getEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The last articles read: opening a card or saving right after must not read them again. Losing it costs time only. */
const recent = new Map<string, Reading>();
const recentKept = 4;

export async function read(article: Article): Promise<Reading> {
  const engine = await getEngine();
  const key = `${engine.version}\n${article.publishedAt}\n${article.title}\n${article.text}`;
  const known = recent.get(key);
  if (known) return known;
  const reading = { annotation: annotate(article, engine), engineVersion: engine.version };
  recent.set(key, reading);
  for (const oldest of recent.keys()) {
    if (recent.size <= recentKept) break;
    recent.delete(oldest);
  }
  return reading;
}
