/** Contract command: what the product would export of a library that holds just the given reports. */
import { annotate } from '../lib/annotate';
import { findFormat, formats } from '../lib/export/formats';
import type { ExportItem } from '../lib/export/item';
import { newReport } from '../lib/library/new-report';
import { loadEngine } from './engine';
import { optionalString, type Row, readRows, refuse, writeText } from './jsonl';

const at = process.argv.indexOf('--format');
const name = at < 0 ? undefined : process.argv[at + 1];
const format = findFormat(name ?? '');
const known = formats.map((one) => one.name).join(', ');
if (!format) refuse(name ? `unknown format "${name}"; known are ${known}` : `--format is missing; known are ${known}`);

async function itemOf(row: Row): Promise<ExportItem> {
  const string = (key: string) => optionalString(row[key]);
  const article = {
    url: string('url') ?? '',
    canonicalUrl: string('url') ?? `urn:claimbook:${encodeURIComponent(row.id)}`,
    title: string('title') ?? '',
    byline: string('byline'),
    siteName: string('siteName') ?? string('outlet'),
    publishedAt: string('publishedAt'),
    modifiedAt: string('modifiedAt'),
    language: string('language'),
    text: row['text'] as string,
  };
  const reading = { annotation: annotate(article, engine), engineVersion: engine.version };
  const { report, version } = await newReport(article, reading, { id: row.id, savedAt: new Date().toISOString() });
  const tags = Array.isArray(row['tags']) ? row['tags'].filter((tag) => typeof tag === 'string') : [];
  return { report: { ...report, note: string('note') ?? '', tags }, versions: [version] };
}

const engine = loadEngine();
const items: ExportItem[] = [];
for await (const row of readRows(['id', 'text'])) items.push(await itemOf(row));
for (const piece of format.write(items)) await writeText(piece);
