/** A quote ready to paste: the words, who says them, where, when, and an address that leads to the very place. */
import type { Article } from '../../lib/article/article';
import { quoted, withAside } from '../../lib/ui-text/text';

/** Words at each end of a long quote that name it in an address. */
const edgeWords = 5;

/** Dashes part the pieces of a text directive, so they are escaped too. */
const escapePiece = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D');

/**
 * @param quote as it stands in the page, line breaks as white space.
 * @returns `url` with a text directive (WICG, URL Fragment Text Directives) for the quote.
 */
export function addressOf(url: string, quote: string): string {
  const words = quote.trim().split(/\s+/);
  const directive =
    words.length > edgeWords * 3
      ? `${escapePiece(words.slice(0, edgeWords).join(' '))},${escapePiece(words.slice(-edgeWords).join(' '))}`
      : escapePiece(words.join(' '));
  const [bare = url, fragment = ''] = url.split('#', 2);
  return `${bare}#${fragment}:~:text=${directive}`;
}

/** In the marks of the reader's language: “About 3,000 troops …” (a senior official), “Title”, Outlet, 3 May 2026, https://… */
export function cite(
  quote: string,
  source: string | null,
  article: Article,
  outlet: string,
  day: string | null,
): string {
  const words = quoted(quote.replace(/\s+/g, ' ').trim());
  const place = [quoted(article.title), article.byline, outlet, day].filter(Boolean).join(', ');
  return `${source ? withAside(words, source) : words}\n${place}\n${addressOf(article.canonicalUrl, quote)}`;
}
