/** Reading articles that were saved as HTML files, by browsers, SingleFile and their like. */
import type { Article } from '../article/article';
import { readPageNow } from '../article/read';
import type { Said } from '../said';

export type SavedPage =
  | { name: string; article: Article }
  /** Why it cannot be imported, for people. */
  | { name: string; reason: Said };

/** No article is as large; what is larger is mostly pictures within the file, and still read up to here. */
const longest = 50_000_000;

/** Where the page came from, as the program that saved it noted; null when nothing says. */
export function addressIn(html: string, document: Document): string | null {
  const head = html.slice(0, 4000);
  const candidates = [
    // Browsers: <!-- saved from url=(0042)https://... -->
    /<!--\s*saved from url=\(\d+\)\s*(\S+)\s*-->/i.exec(head)?.[1],
    // SingleFile: a comment with a line "url: https://..."
    /<!--[^>]*?\burl:\s*(https?:\/\/\S+)/i.exec(head)?.[1],
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url" i]')?.getAttribute('content'),
  ];
  for (const candidate of candidates) {
    if (!candidate || !URL.canParse(candidate)) continue;
    const { protocol, href } = new URL(candidate);
    if (protocol === 'http:' || protocol === 'https:') return href;
  }
  return null;
}

/**
 * @param parse makes a document that runs and loads nothing (DOMParser)
 * @returns the article, or why there is none
 */
export async function readSavedPage(
  file: Pick<File, 'name' | 'size' | 'text'>,
  parse: (html: string) => Document,
): Promise<SavedPage> {
  const { name } = file;
  if (file.size > longest) return { name, reason: [{ key: 'failure.import.largePage' }] };
  const html = await file.text();
  // A binary file or another kind of text.
  if (!/<(?:!doctype|html|head|body|article|p)\b/i.test(html.slice(0, 100_000)))
    return { name, reason: [{ key: 'failure.import.notHtml' }] };
  const document = parse(html);
  const url = addressIn(html, document);
  if (!url) return { name, reason: [{ key: 'failure.import.noAddress' }] };
  const { found } = readPageNow(document, url);
  if (!found?.article.text.trim()) return { name, reason: [{ key: 'failure.import.noArticle' }] };
  return { name, article: found.article };
}
