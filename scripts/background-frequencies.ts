/**
 * Makes lib/crossref/background.json: in how many documents of a news corpus each term occurs, so that a young library of
 * ten reports knows already that "said" is common and "Ittoqqortoormiit" rare.
 * Usage: tsx scripts/background-frequencies.ts FILE.jsonl[.gz]... (rows with "text")
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { termsOf } from '../lib/crossref/terms';

/** Terms in fewer documents than this count as unknown to the corpus: keeps the file small. */
const fewest = 6;

const files = process.argv.slice(2);
if (!files.length) {
  process.stderr.write('usage: tsx scripts/background-frequencies.ts FILE.jsonl[.gz]...\n');
  process.exit(2);
}
const counts = new Map<string, number>();
let documents = 0;
for (const file of files) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    documents++;
    for (const term of new Set(termsOf((JSON.parse(line) as { text: string }).text)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
}
/** Terms by their count: most share one, so this is a third of the size of a map from term to count. */
const byCount: Record<string, string> = {};
for (const [term, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (count >= fewest) byCount[count] = byCount[count] ? `${byCount[count]} ${term}` : term;
}
writeFileSync(
  new URL('../lib/crossref/background.json', import.meta.url),
  `${JSON.stringify({ origin: `Document frequencies of stems, counted by scripts/background-frequencies.ts in the training files ${files.map((f) => basename(f)).join(', ')}; stems in fewer than ${fewest} documents left out.`, documents, byCount }, null, 1)}\n`,
);
process.stdout.write(`${documents} documents, ${counts.size} terms\n`);
