/** What is said of a page beside its article; the interface has the words for it. */

export const noArticleReasons = [
  'noBody',
  'noText',
  'littleText',
  'front',
  'list',
  'product',
  'search',
  'discussion',
  'other',
] as const;
/** Why a page is taken for no article. */
export type NoArticle = (typeof noArticleReasons)[number];

export const partNotices = ['nodes', 'text'] as const;
/** Why only the first part of a page was read: it has very many elements, or a very long text. */
export type PartNotice = (typeof partNotices)[number];
