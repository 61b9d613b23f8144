/**
 * The files that the background registers or injects, from the root of the extension. They are built as unlisted scripts: WXT's
 * content-script wrapper announces itself to the page by events and messages that a page can see and fake.
 */
export const pageFiles = {
  /** Decides, reads, paints; at `document_idle`, top frames only, isolated world. */
  reader: 'reader.js',
  /** The ::highlight() rules; registered or inserted together with the reader. */
  marks: 'assets/marks.css',
  /** The card, injected on its first opening. */
  card: 'card.js',
} as const;
