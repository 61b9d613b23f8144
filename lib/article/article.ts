/** An article as read from a page: what the language rooms analyse and the library keeps. */
import * as z from 'zod/mini';

export const articleSchema = z.object({
  /** The address it was read at. */
  url: z.string(),
  /** Its one address for the library: the page's canonical link where it can be trusted, tracking parameters removed. */
  canonicalUrl: z.string(),
  title: z.string(),
  byline: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  /** ISO 8601, as the page says; null where it does not. */
  publishedAt: z.nullable(z.string()),
  modifiedAt: z.nullable(z.string()),
  /** BCP 47, as the page declares it. */
  language: z.nullable(z.string()),
  /** The body: paragraphs separated by a blank line. */
  text: z.string(),
});

export type Article = z.infer<typeof articleSchema>;
