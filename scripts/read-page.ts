/** Contract command: pages in, articles out, read by the code that the extension runs in live pages. */
import { JSDOM, VirtualConsole } from 'jsdom';
import { readPageNow } from '../lib/article/read';
import { readRows, refuse, writeRow } from './jsonl';

for await (const row of readRows(['id', 'url', 'html'])) {
  const [url, html] = [row['url'] as string, row['html'] as string];
  if (!URL.canParse(url)) refuse(`"url" of ${JSON.stringify(row.id)} is not an address`);
  // Style sheets that jsdom cannot parse are no concern of the reader's.
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const reading = readPageNow(window.document, url);
  // The body of what is no article is given too: what the extension analyses when a person has it read anyway.
  const article = reading.found?.article;
  await writeRow({
    id: row.id,
    isArticle: reading.isArticle,
    title: article?.title || null,
    byline: article?.byline ?? null,
    siteName: article?.siteName ?? null,
    publishedAt: article?.publishedAt ?? null,
    language: article?.language ?? null,
    text: article?.text ?? null,
  });
  window.close();
}
