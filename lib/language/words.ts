/**
 * Interned words: every distinct token text is kept once with what depends on it alone, so that lower-casing, hashing,
 * lexicon look-ups and feature scores are paid once a word and not once a token.
 */

/**
 * word: letters, possibly with digits ("G20", "F-16", "1990s") · number: digits ("10,000", "2.3", "½") · ordinal: "11th" ·
 * time: "10:30" · link: URL, e-mail, @handle, #tag, "example.com" · punct, symbol: all else.
 */
export type TokenKind = 'word' | 'number' | 'ordinal' | 'time' | 'link' | 'punct' | 'symbol';

export interface Word {
  readonly text: string;
  /** Lower case, apostrophes, quotes and hyphens straightened ("’" -> "'", "–" -> "-", "—" and "--" -> "—"), invisible characters dropped. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** Caches of the taggers and lexicons, by the slot each of them was given. */
  readonly cache: unknown[];
}

export interface WordTable {
  intern(text: string, kind: TokenKind): Word;
}

let slots = 0;
/** A place in `Word.cache` for one owner (a tagger, a lexicon), for as long as the program runs. */
export const newSlot = (): number => slots++;

/** Past this many words the table starts afresh: a page cannot make it grow without end. */
const limit = 60_000;

const plain: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u2032': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\u2014': '—',
  '\u2015': '—',
};

const unusual = /[^\n -_a-~]/;
const straighten = /[\u2018\u2019\u02bc\u2032`\u201c-\u201f\u00ab\u00bb\u2033\u2010-\u2015\u2212]/g;
const invisible = /[\u00ad\p{Cf}]/gu;

/** The `lower` form of a text, as described at `Word.lower`. */
export function normalise(text: string): string {
  if (text === '``' || text === "''") return '"';
  if (text.length > 1 && text.charCodeAt(0) === 0x2d && /^-+$/.test(text)) return '—';
  if (!unusual.test(text)) return text.toLowerCase();
  return text
    .replace(straighten, (character) => plain[character] ?? character)
    .replace(invisible, '')
    .toLowerCase();
}

export function createWordTable(): WordTable {
  let words = new Map<string, Word>();
  return {
    intern(text, kind) {
      const known = words.get(text);
      if (known !== undefined && known.kind === kind) return known;
      if (words.size >= limit) words = new Map();
      const word: Word = { text, lower: normalise(text), kind, cache: [] };
      words.set(text, word);
      return word;
    },
  };
}
