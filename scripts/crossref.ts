/** Contract command: reports in the order the reader met them in, each one's earlier reports and comparable claims out. */
import { annotate } from '../lib/annotate';
import { createMemoryIndex } from '../lib/crossref/crossref';
import { loadEngine } from './engine';
import { optionalString, readRows, writeRow } from './jsonl';

const engine = loadEngine();
const index = createMemoryIndex();
for await (const row of readRows(['id', 'text'])) {
  const report = {
    text: row['text'] as string,
    title: optionalString(row['title']) ?? '',
    publishedAt: optionalString(row['publishedAt']),
  };
  await writeRow({ id: row.id, ...index.add(row.id, report, annotate(report, engine)) });
}
