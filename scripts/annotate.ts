/** Contract command: articles in, annotations out. */
import { annotate } from '../lib/annotate';
import { loadEngine } from './engine';
import { optionalString, readRows, writeRow } from './jsonl';

const engine = loadEngine();
for await (const row of readRows(['id', 'text'])) {
  const article = {
    text: row['text'] as string,
    title: optionalString(row['title']),
    publishedAt: optionalString(row['publishedAt']),
  };
  await writeRow({ id: row.id, ...annotate(article, engine) });
}
